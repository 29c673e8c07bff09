// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/problem_note.h"

#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/document/translated.h"
#include "app/problems/problem_model.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>

namespace n3x {
namespace {

QString signOf(Severity severity)
{
    if (severity == Severity::Error) return QStringLiteral("error");
    return severity == Severity::Warning ? QStringLiteral("warning") : QStringLiteral("info");
}

QColor signColour(Severity severity, const Colours& colours)
{
    if (severity == Severity::Error) return colours.error;
    return severity == Severity::Warning ? colours.warning : colours.changed;
}

QLabel* sentence(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Gives way where the inspector is narrow, and says by an ellipsis that it did.
class FixButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

    [[nodiscard]] QSize minimumSizeHint() const override { return {80, QPushButton::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
        option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room);
        QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
    }
};

} // namespace

ProblemNote::ProblemNote(Document& document, const Problem& problem, QWidget* parent)
    : QFrame(parent), severity_(problem.severity)
{
    const Colours colours = coloursOf(palette());
    setAccessibleName(translated(problem.what));
    setAccessibleDescription(translated(problem.advice));
    const QString code = QString::fromUtf8(problem.code.data(), static_cast<qsizetype>(problem.code.size()));
    const QString position = spokenPosition(problem);
    setToolTip(position.isEmpty() ? code : QStringLiteral("%1 · %2").arg(code, position));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(signOf(severity_), signColour(severity_, colours)).pixmap(16, 16));
    row->addWidget(sign, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(sentence(translated(problem.what), this));
    if (!problem.advice.empty()) {
        auto* advice = sentence(translated(problem.advice), this);
        advice->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(advice);
    }
    for (const Edit& fix : problem.fixes) {
        auto* button = new FixButton(translated(fix.name), this);
        button->setAccessibleName(translated(fix.name));
        button->setToolTip(tr("Mend this problem; Undo takes it back"));
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [&document, fix] { document.apply(fix); });
        disableIfReadOnly(*button, document);
        auto* line = new QHBoxLayout; // not aligned: that would keep its whole width
        line->addWidget(button);
        line->addStretch();
        column->addLayout(line);
    }
    row->addLayout(column, 1);
}

void ProblemNote::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(severity_ == Severity::Error     ? colours.errorGround
                     : severity_ == Severity::Warning ? colours.warningGround
                                                      : colours.changedGround);
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace n3x
