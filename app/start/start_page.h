// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace n3x {

// What the window shows while no project is open: the recent ones, a new one from a template, opening a folder.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void refresh();  // the recent projects
    void beginNew(); // puts the keyboard on the name of a new project
    void say(const QString& message); // why something could not be opened or made

signals:
    void openRequested(const QString& folder);
    void chooseFolderRequested();
    void newRequested(const QString& templateName, const QString& name, const QString& folder);
    void edited(); // the name or the folder of a new project

private:
    QWidget* makeRecent();
    QWidget* makeNew();
    void proposeFolder();
    void checkNew();
    void create();
    [[nodiscard]] QString chosenTemplate() const;

    QListWidget* recent_ = nullptr;
    QLabel* noRecent_ = nullptr;
    QListWidget* templates_ = nullptr;
    QLineEdit* name_ = nullptr;
    QLineEdit* folder_ = nullptr;
    QLabel* hint_ = nullptr;
    QPushButton* create_ = nullptr;
    bool folderIsOwn_ = false; // typed or chosen, not proposed
};

} // namespace n3x
