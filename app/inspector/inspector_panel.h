// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/inspector/inspected_object.h"

#include <QWidget>

#include <optional>
#include <tuple>
#include <vector>

class QLabel;
class QLayout;
class QPushButton;
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
    void finishTyping(); // what counts only when it is finished counts now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Content {
        std::vector<InspectorSection> sections;
        std::vector<InspectorAction> actions;
        std::optional<InspectorAdder> adder;
    };
    struct Page {
        QString name;
        QWidget* box;
    };

    [[nodiscard]] ObjectPath selectedObject() const;
    [[nodiscard]] Content content() const; // nothing where several are selected
    void followSelection();
    void followProject();
    void follow();
    [[nodiscard]] bool isShown(const Content& now) const;
    [[nodiscard]] bool isTypedWhereNothingIs(const Content& now) const;
    void build(const Content& now);
    void takeApart(QLayout& layout);
    [[nodiscard]] ValueRow* rowFor(const FieldInfo& field, int titleWidth);
    void dropSpares();
    void showNewParts();
    [[nodiscard]] std::vector<QWidget*> tabStops() const;
    void orderTabs();
    void keepKeyboardInSight();
    [[nodiscard]] QVBoxLayout* columnOf(const QString& page);
    [[nodiscard]] QVBoxLayout* lastColumnOf(const QString& page) const; // of the first page where there is no such
    void addSection(const InspectorSection& section, int titleWidth);
    void addAdder(const InspectorAdder& adder);
    void addActions(const std::vector<InspectorAction>& actions);
    [[nodiscard]] QPushButton* buttonFor(const QString& action);
    void addSeveral(const QList<ObjectPath>& selection);
    void addNodeButtons(const std::vector<std::string>& nodes);
    void refreshHeader();
    void refreshRows(const Content& now);
    void showTabs();
    void showPage(int index);
    void turnTo(const ValueRow& row);
    void showProblems();
    void showOwnProblems(const std::vector<const Problem*>& problems);
    void showSigns();
    void reveal(const ObjectPath& path);
    void showRow(ValueRow& row); // with the keyboard in it
    void applyAndShow(const Edit& edit);
    [[nodiscard]] int titleWidth(const std::vector<InspectorSection>& sections) const;

    Document& document_;
    ObjectPath object_;
    ObjectPath builtFor_; // whose rows are shown, which has another name now when it was renamed
    Project saved_; // as on disk, for what a value was
    QLabel* sign_; // of a network: its line on the canvas
    std::optional<std::tuple<std::size_t, bool, qreal>> shownSign_; // place of its colour, dark, pixels
    QLabel* title_;
    QLabel* usage_;
    QTabBar* tabs_;
    QScrollArea* scroll_;
    QVBoxLayout* column_;
    std::vector<Page> pages_; // empty where an object has one page only
    QString page_;            // the one in sight, kept from object to object
    QVBoxLayout* ownProblems_ = nullptr; // of the object as a whole, and of values that have no row
    std::vector<ValueRow*> rows_;
    // What was shown before a build: it takes from here what it can, so that the keyboard stays where somebody types.
    std::vector<ValueRow*> spareRows_;
    std::vector<Page> sparePages_;
    std::vector<QPushButton*> buttons_, spareButtons_; // of actions, each with its name
    QStringList shownOffers_; // names of actions, and what can be added
    bool isLate_ = false; // a row is shown that the object no longer has, since somebody types in it
    std::vector<Problem> shownOwnProblems_;
};

} // namespace n3x
