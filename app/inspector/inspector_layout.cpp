// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/node_menu.h"
#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/document/translated.h"
#include "app/inspector/flow_layout.h"
#include "app/inspector/inspector_panel.h"
#include "app/inspector/value_row.h"
#include "app/theme/heading.h"
#include "core/edits/nodes.h"
#include "core/edits/renames.h"
#include "core/edits/values.h"
#include "core/files/fields.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_set>
#include <utility>

// How the rows, headings and buttons of an object are laid out. A row that the object before had as well stays the
// same widget, with the keyboard in it.
namespace n3x {
namespace {

std::string keyBelow(const ObjectPath& object, const FieldInfo& field)
{
    return field.path.text().substr(std::min(object.text().size(), field.path.text().size()));
}

void drop(QWidget& part)
{
    part.hide();
    part.setParent(nullptr);
    part.deleteLater(); // one of its buttons may have asked for this
}

// What the Tab key reaches, in the order in which it stands there.
void addTabStops(QLayout& layout, std::vector<QWidget*>& stops)
{
    for (int at = 0; at < layout.count(); ++at) {
        if (QLayout* inner = layout.itemAt(at)->layout()) addTabStops(*inner, stops);
        QWidget* part = layout.itemAt(at)->widget();
        if (part == nullptr) continue;
        if (part->focusPolicy() & Qt::TabFocus)
            stops.push_back(part);
        else if (part->layout() != nullptr)
            addTabStops(*part->layout(), stops);
    }
}

} // namespace

void InspectorPanel::build(const Content& now)
{
    const std::vector<QWidget*> stops = tabStops();
    const auto keyboard = std::ranges::find(stops, QApplication::focusWidget());
    spareRows_ = std::exchange(rows_, {});
    spareButtons_ = std::exchange(buttons_, {});
    sparePages_ = std::exchange(pages_, {});
    takeApart(*column_);
    shownOwnProblems_.clear();
    ownProblems_ = new QVBoxLayout;
    ownProblems_->setSpacing(4);
    column_->addLayout(ownProblems_);
    if (document_.selection().size() > 1) {
        addSeveral(document_.selection());
    } else {
        const int width = titleWidth(now.sections);
        for (const InspectorSection& section : now.sections) addSection(section, width);
        if (now.adder) addAdder(*now.adder);
        addActions(now.actions);
    }
    column_->addStretch(1);
    builtFor_ = object_;
    dropSpares();
    showTabs();
    refreshRows(now); // before anybody asks how large they are
    showProblems();
    showNewParts();
    orderTabs(); // also where no problem came or went
    // What had the keyboard may be gone: then what stands in its place has it.
    const std::vector<QWidget*> after = tabStops();
    if (keyboard == stops.end() || after.empty() || std::ranges::contains(after, *keyboard)) return;
    after[std::min<std::size_t>(static_cast<std::size_t>(keyboard - stops.begin()), after.size() - 1)]->setFocus();
}

// Leaves the rows and the boxes of pages, to be laid out again.
void InspectorPanel::takeApart(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        QWidget* part = item->widget();
        if (QLayout* inner = item->layout())
            takeApart(*inner);
        else if (std::ranges::contains(sparePages_, part, &Page::box))
            takeApart(*part->layout());
        else if (part != nullptr && !std::ranges::contains(spareRows_, part) &&
                 !std::ranges::contains(spareButtons_, part))
            drop(*part);
        delete item;
    }
}

ValueRow* InspectorPanel::rowFor(const FieldInfo& field, int titleWidth)
{
    const std::string key = keyBelow(object_, field);
    const auto spare = std::ranges::find_if(spareRows_, [&](const ValueRow* row) {
        return keyBelow(builtFor_, row->field()) == key && row->serves(field);
    });
    if (spare == spareRows_.end()) return new ValueRow(document_, field, titleWidth, this);
    ValueRow* row = *spare;
    spareRows_.erase(spare);
    // At once: on its way to another page it may lose the keyboard, and with that finish what stands in it.
    const Project& project = document_.project();
    row->refresh(field, shownProject(project, object_), shownProject(saved_, object_));
    row->setTitleWidth(titleWidth);
    return row;
}

void InspectorPanel::dropSpares()
{
    for (ValueRow* row : std::exchange(spareRows_, {})) {
        row->retire();
        drop(*row);
    }
    for (QPushButton* button : std::exchange(spareButtons_, {})) drop(*button);
    for (const Page& page : std::exchange(sparePages_, {})) drop(*page.box);
}

// One after the other, parts that come to a window in sight would each have all of it laid out.
void InspectorPanel::showNewParts()
{
    std::vector<QWidget*> boxes{scroll_->widget()};
    for (const Page& page : pages_) boxes.push_back(page.box);
    for (const QWidget* box : boxes) box->layout()->setEnabled(false);
    for (const QWidget* box : boxes)
        for (QObject* child : box->children())
            if (auto* part = qobject_cast<QWidget*>(child);
                part != nullptr && !part->testAttribute(Qt::WA_WState_ExplicitShowHide))
                part->show();
    for (const QWidget* box : boxes) box->layout()->setEnabled(true);
    if (isVisible()) column_->activate();
}

std::vector<QWidget*> InspectorPanel::tabStops() const
{
    std::vector<QWidget*> stops;
    addTabStops(*column_, stops);
    std::erase_if(stops, [](const QWidget* stop) { return stop->isHidden(); });
    return stops;
}

void InspectorPanel::orderTabs()
{
    std::vector<QWidget*> stops{tabs_};
    addTabStops(*column_, stops);
    for (std::size_t at = 1; at < stops.size(); ++at) setTabOrder(stops[at - 1], stops[at]);
}

void InspectorPanel::addSection(const InspectorSection& section, int titleWidth)
{
    QVBoxLayout* column = columnOf(section.page);
    if (!section.title.isEmpty() && section.title != section.page) { // a page's own heading stands on its tab
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 8, 0, 0);
        auto* title = new QLabel(section.title, this);
        title->setTextFormat(Qt::PlainText);
        makeTitle(*title);
        line->addWidget(title, 1);
        if (!section.removable.empty() && !isBuiltIn(document_.project(), object_)) {
            auto* remove = new QToolButton(this);
            remove->setText(tr("Remove"));
            remove->setAutoRaise(true);
            remove->setAccessibleName(tr("Remove %1").arg(section.title));
            remove->setToolTip(tr("Take this away; Undo brings it back"));
            connect(remove, &QToolButton::clicked, this,
                    [this, path = section.removable] { document_.apply(edits::setValue(path, "")); });
            disableIfReadOnly(*remove, document_);
            line->addWidget(remove);
        }
        column->addLayout(line);
    }
    for (const FieldInfo& field : section.rows) {
        ValueRow* row = rowFor(field, titleWidth);
        row->setEnabled(!document_.isReadOnly() && !isBuiltIn(document_.project(), object_));
        column->addWidget(row);
        rows_.push_back(row);
    }
}

// A button with a list: choosing a name in it begins that inner object.
void InspectorPanel::addAdder(const InspectorAdder& adder)
{
    auto* button = new QPushButton(adder.prompt, this);
    button->setAccessibleName(adder.prompt);
    auto* menu = new QMenu(button);
    for (const QString& offer : adder.offers)
        menu->addAction(offer, this, [this, offer] {
            const auto current = adderOf(document_.project(), object_);
            if (current && current->offers.contains(offer)) applyAndShow(current->begin(offer.toStdString()));
        });
    button->setMenu(menu);
    disableIfReadOnly(*button, document_);
    lastColumnOf({})->addWidget(button, 0, Qt::AlignLeft);
}

void InspectorPanel::addActions(const std::vector<InspectorAction>& actions)
{
    QHash<QString, FlowLayout*> flows; // by page
    for (const InspectorAction& action : actions) {
        FlowLayout*& flow = flows[action.page];
        if (flow == nullptr) {
            flow = new FlowLayout;
            flow->setContentsMargins(0, 10, 0, 0);
            lastColumnOf(action.page)->addLayout(flow);
        }
        QPushButton* button = buttonFor(action.name);
        button->setToolTip(action.tip);
        button->setEnabled(true);
        disableIfReadOnly(*button, document_);
        flow->addWidget(button);
        buttons_.push_back(button);
    }
}

// The one that is there already, for it may be under the pointer: a name typed before the click is finished by it.
QPushButton* InspectorPanel::buttonFor(const QString& action)
{
    const auto spare = std::ranges::find(spareButtons_, action, &QPushButton::text);
    if (spare != spareButtons_.end()) {
        QPushButton* button = *spare;
        spareButtons_.erase(spare);
        return button;
    }
    auto* button = new QPushButton(action, this);
    button->setAccessibleName(action);
    connect(button, &QPushButton::clicked, this, [this, action] {
        // Asked for anew: the project may have changed since the button was made.
        for (const InspectorAction& each : actionsOf(document_.project(), object_))
            if (each.name == action) return applyAndShow(each.edit);
    });
    return button;
}

// What the edit brings here is what its author wants to see to next.
void InspectorPanel::applyAndShow(const Edit& edit)
{
    const ObjectPath object = object_;
    std::vector<ObjectPath> before;
    for (const ValueRow* row : rows_) before.push_back(row->field().path);
    const Project older = document_.project();
    document_.apply(edit);
    if (object_ != object) return;
    if (const ObjectPath added = newObject(older, document_.project(), object); !added.empty())
        return document_.reveal(added);
    ValueRow* shown = nullptr;
    for (ValueRow* row : rows_) {
        if (std::ranges::contains(before, row->field().path)) continue;
        const bool isSaid = valueText(document_.project(), row->field().path).has_value();
        if (shown == nullptr || isSaid) shown = row;
        if (isSaid) break; // of what was added, the value that it began with
    }
    if (shown != nullptr) showRow(*shown);
}

// What can be done with the nodes among them first, for the list may be long.
void InspectorPanel::addSeveral(const QList<ObjectPath>& selection)
{
    std::vector<std::string> nodes;
    for (const ObjectPath& path : selection) {
        const std::vector<std::string> names = objectOf(path).names();
        if (kindOf(objectOf(path)) == ObjectKind::Node && document_.currentProfile().toStdString() == names[1])
            nodes.push_back(names[3]);
    }
    if (!nodes.empty()) addNodeButtons(nodes);
    for (const ObjectPath& path : selection) {
        const ObjectPath object = objectOf(path);
        auto* link = new QPushButton(titleOf(document_.project(), object), this);
        link->setAccessibleName(titleOf(document_.project(), object));
        link->setFlat(true);
        link->setToolTip(tr("Select this one alone"));
        connect(link, &QPushButton::clicked, this, [this, object] { document_.select({object}); });
        column_->addWidget(link, 0, Qt::AlignLeft);
    }
}

// The entries of their menu on the canvas, each as a button.
void InspectorPanel::addNodeButtons(const std::vector<std::string>& nodes)
{
    const Profile* profile = document_.profile();
    if (profile == nullptr) return;
    auto* flow = new FlowLayout;
    column_->addLayout(flow);
    const auto add = [&](QPushButton* button) {
        button->setAccessibleName(button->text());
        disableIfReadOnly(*button, document_);
        flow->addWidget(button);
    };
    auto* remove = new QPushButton(tr("Remove %n node(s)", nullptr, static_cast<int>(nodes.size())), this);
    connect(remove, &QPushButton::clicked, this,
            [this, name = profile->name.text(), nodes] { document_.apply(edits::removeNodes(name, nodes)); });

    const ClusterView view = ClusterViewer().view(document_.project(), *profile);
    const std::unordered_set<std::string> wanted(nodes.begin(), nodes.end());
    std::vector<int> selected;
    for (std::size_t at = 0; at < view.nodes.size(); ++at)
        if (wanted.contains(view.nodes[at]->name.toStdString())) selected.push_back(static_cast<int>(at));
    auto* menu = new QMenu(remove); // goes with it
    addForNodes(*menu, document_, view, selected);
    for (QAction* action : menu->actions()) {
        auto* button = new QPushButton(action->icon(), action->text(), this);
        button->setEnabled(action->isEnabled());
        button->setMenu(action->menu());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        add(button);
    }
    add(remove);
}

// As wide as the longest title asks, so that few have two lines.
int InspectorPanel::titleWidth(const std::vector<InspectorSection>& sections) const
{
    int width = 0;
    for (const InspectorSection& section : sections)
        for (const FieldInfo& field : section.rows)
            width = std::max(width, fontMetrics().horizontalAdvance(translated(field.title)));
    return std::clamp(width, fontMetrics().horizontalAdvance(tr("Addressing")),
                      fontMetrics().horizontalAdvance(tr("Hardware target"))) +
           6;
}

} // namespace n3x
