// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/question.h"

#include <QGuiApplication>
#include <QPushButton>

namespace n3x {

QMessageBox* makeQuestion(QWidget& window, const QString& text, const QString& details)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, QGuiApplication::applicationDisplayName(), text,
                                QMessageBox::NoButton, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(details);
    box->setAccessibleName(text);
    return box;
}

QPushButton* addAnswer(QMessageBox& box, const QString& text, QMessageBox::ButtonRole role)
{
    QPushButton* button = box.addButton(text, role);
    button->setAccessibleName(text);
    return button;
}

} // namespace n3x
