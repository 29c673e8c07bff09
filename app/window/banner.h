// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace n3x {

enum class BannerKind : std::uint8_t { Note, Warning, Error };

struct BannerAnswer {
    QString text; // a verb
    std::function<void()> act;
};

// Things to know or to decide that must not stop the work: one strip a subject above the canvas, newest first.
// A new banner of the same subject takes the place of the older one.
class BannerArea final : public QWidget {
    Q_OBJECT

public:
    explicit BannerArea(QWidget* parent = nullptr);

    void show(const QString& subject, BannerKind kind, const QString& text, const QList<BannerAnswer>& answers = {});
    void dismiss(const QString& subject);
    void dismissAll();
    [[nodiscard]] QString textOf(const QString& subject) const;

private:
    QVBoxLayout* layout_;
};

} // namespace n3x
