// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/inspector/inspected_object.h"

#include <QWidget>

#include <optional>
#include <tuple>
#include <vector>

class QLabel;
class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace n3x {

class Document;
class ValueRow;

// Every value of what is selected, with its limits, defaults and problems. Without a selection it shows the profile.
class InspectorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(Document& document, QWidget* parent = nullptr);

    [[nodiscard]] const ObjectPath& object() const { return object_; }

private:
    void followSelection();
    void followProject();
    void build();
    [[nodiscard]] QVBoxLayout* columnOf(const QString& page);
    [[nodiscard]] QVBoxLayout* lastColumnOf(const QString& page) const; // of the first page where there is no such
    void addSection(const InspectorSection& section, int titleWidth);
    void addAdders();
    void addActions();
    void addSeveral(const QList<ObjectPath>& selection);
    void refreshRows();
    void showTabs();
    void showPage(int index);
    void turnTo(const ValueRow& row);
    void showProblems();
    void showSigns();
    void reveal(const ObjectPath& path);
    [[nodiscard]] int titleWidth(const std::vector<InspectorSection>& sections) const;

    struct Page {
        QString name;
        QWidget* box;
    };

    Document& document_;
    ObjectPath object_;
    Project saved_; // as on disk, for what a value was
    QLabel* sign_; // of a network: its line on the canvas
    std::optional<std::tuple<std::size_t, bool, qreal>> shownSign_; // place of its colour, dark, pixels
    QLabel* title_;
    QLabel* usage_;
    QTabBar* tabs_;
    QScrollArea* scroll_;
    QVBoxLayout* column_ = nullptr;
    std::vector<Page> pages_; // empty where an object has one page only
    QString page_;            // the one in sight, kept from object to object
    QVBoxLayout* ownProblems_ = nullptr; // of the object as a whole, and of values that have no row
    std::vector<ValueRow*> rows_;
    std::vector<Problem> shownOwnProblems_;
};

} // namespace n3x
