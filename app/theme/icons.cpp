// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <optional>
#include <unordered_map>

namespace n3x {

namespace {

// The drawings say `currentColor`, as icons on the web do; Qt's renderer does not know the word.
QByteArray drawing(const QString& name, const QColor& colour)
{
    static QHash<QString, QByteArray> drawings;
    auto found = drawings.find(name);
    if (found == drawings.end()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        found = drawings.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return QByteArray(*found).replace("currentColor", colour.name().toLatin1());
}

class DrawnIcon final : public QIconEngine {
public:
    DrawnIcon(QString name, std::optional<QColor> colour) : name_(std::move(name)), colour_(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return QPixmap::fromImage(iconImage(name_, size, colourFor(mode)));
    }

    [[nodiscard]] QIconEngine* clone() const override { return new DrawnIcon(name_, colour_); }
    [[nodiscard]] QString key() const override { return QStringLiteral("n3x"); }
    QString iconName() override { return name_; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (colour_) return *colour_;
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString name_;
    std::optional<QColor> colour_;
};

} // namespace

QIcon icon(const QString& name) { return QIcon(new DrawnIcon(name, {})); }

QIcon icon(const QString& name, const QColor& colour) { return QIcon(new DrawnIcon(name, colour)); }

namespace {

QImage drawn(const QString& name, QSize size, const QColor& colour)
{
    QSvgRenderer renderer(drawing(name, colour));
    if (!renderer.isValid() || size.isEmpty()) return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    return image;
}

} // namespace

// The same few drawings stand in every row of a list and on every card.
QImage iconImage(const QString& name, QSize size, const QColor& colour)
{
    struct Key {
        QString name;
        QRgb colour;
        int width, height;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const
        {
            return qHashMulti(0, key.name, key.colour, key.width, key.height);
        }
    };
    thread_local std::unordered_map<Key, QImage, Hash> images;
    if (images.size() > 400) images.clear(); // zooming passes through many sizes
    const auto [at, isNew] = images.try_emplace({name, colour.rgba(), size.width(), size.height()});
    if (isNew) at->second = drawn(name, size, colour);
    return at->second;
}

} // namespace n3x
