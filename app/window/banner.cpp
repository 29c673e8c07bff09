// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/banner.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace n3x {

namespace {

class Banner final : public QWidget {
public:
    Banner(BannerKind kind, const QString& text, const QList<BannerAnswer>& answers) : kind_(kind)
    {
        setAccessibleName(text);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(12, 6, 8, 6);
        auto* sign = new QLabel;
        const Colours colours = coloursOf(palette());
        const QIcon drawing = kind == BannerKind::Error     ? icon(QStringLiteral("error"), colours.error)
                              : kind == BannerKind::Warning ? icon(QStringLiteral("warning"), colours.warning)
                                                            : icon(QStringLiteral("info"), colours.changed);
        sign->setPixmap(drawing.pixmap(QSize(16, 16), devicePixelRatioF()));
        layout->addWidget(sign);
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setObjectName(QStringLiteral("text"));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label, 1);
        for (const BannerAnswer& answer : answers) {
            auto* button = new QPushButton(answer.text);
            button->setAccessibleName(answer.text);
            connect(button, &QPushButton::clicked, this, [this, act = answer.act] {
                hide();
                deleteLater();
                if (act) act();
            });
            layout->addWidget(button);
        }
        if (!answers.isEmpty()) return;
        auto* close = new QToolButton;
        close->setIcon(icon(QStringLiteral("close")));
        close->setAutoRaise(true);
        close->setAccessibleName(QObject::tr("Dismiss: %1").arg(text));
        close->setToolTip(QObject::tr("Dismiss"));
        connect(close, &QToolButton::clicked, this, &QObject::deleteLater);
        layout->addWidget(close);
    }

    [[nodiscard]] QString text() const { return accessibleName(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colours colours = coloursOf(palette());
        const QColor ground = kind_ == BannerKind::Error     ? colours.errorGround
                              : kind_ == BannerKind::Warning ? colours.warningGround
                                                             : colours.changedGround;
        QPainter painter(this);
        painter.fillRect(rect(), ground);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    }

private:
    BannerKind kind_;
};

} // namespace

BannerArea::BannerArea(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
}

void BannerArea::show(const QString& subject, BannerKind kind, const QString& text, const QList<BannerAnswer>& answers)
{
    dismiss(subject);
    auto* banner = new Banner(kind, text, answers);
    banner->setObjectName(subject);
    layout_->insertWidget(0, banner);
    banner->show();
}

void BannerArea::dismiss(const QString& subject)
{
    for (QWidget* banner : findChildren<QWidget*>(subject, Qt::FindDirectChildrenOnly)) {
        banner->setObjectName({});
        banner->hide();
        banner->deleteLater();
    }
}

void BannerArea::dismissAll()
{
    for (QWidget* banner : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        banner->hide();
        banner->deleteLater();
    }
}

QString BannerArea::textOf(const QString& subject) const
{
    const QWidget* banner = findChild<QWidget*>(subject, Qt::FindDirectChildrenOnly);
    return banner != nullptr && banner->isVisible() ? banner->accessibleName() : QString();
}

} // namespace n3x
