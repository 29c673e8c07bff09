// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/document/translated.h"
#include "app/inspector/flow_layout.h"
#include "app/inspector/inspector_panel.h"
#include "app/inspector/value_row.h"
#include "app/theme/heading.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
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
    spareRows_ = std::exchange(rows_, {});
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
        else if (part != nullptr && !std::ranges::contains(spareRows_, part))
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
    row->setField(field);
    row->setTitleWidth(titleWidth);
    return row;
}

void InspectorPanel::dropSpares()
{
    for (ValueRow* row : std::exchange(spareRows_, {})) {
        row->retire();
        drop(*row);
    }
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

// A box that begins an inner object: choosing a name in it makes its section.
void InspectorPanel::addAdder(const InspectorAdder& adder)
{
    auto* box = new QComboBox(this);
    box->setAccessibleName(adder.prompt);
    box->addItem(adder.prompt);
    box->addItems(adder.offers);
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        const auto current = adderOf(document_.project(), object_);
        if (index > 0 && current) applyAndShow(current->begin(box->itemText(index).toStdString()));
    });
    disableIfReadOnly(*box, document_);
    lastColumnOf({})->addWidget(box);
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
        auto* button = new QPushButton(action.name, this);
        button->setAccessibleName(action.name);
        button->setToolTip(action.tip);
        connect(button, &QPushButton::clicked, this, [this, name = action.name] {
            // Asked for anew: the project may have changed since the button was made.
            for (const InspectorAction& each : actionsOf(document_.project(), object_))
                if (each.name == name) return applyAndShow(each.edit);
        });
        disableIfReadOnly(*button, document_);
        flow->addWidget(button);
    }
}

// What the edit brings here is what its author wants to see to next.
void InspectorPanel::applyAndShow(const Edit& edit)
{
    const ObjectPath object = object_;
    std::vector<ObjectPath> before;
    for (const ValueRow* row : rows_) before.push_back(row->field().path);
    document_.apply(edit);
    if (object_ != object) return;
    const auto added = std::ranges::find_if(
        rows_, [&](const ValueRow* row) { return !std::ranges::contains(before, row->field().path); });
    if (added != rows_.end()) showRow(**added);
}

void InspectorPanel::addSeveral(const QList<ObjectPath>& selection)
{
    std::vector<std::string> nodes;
    std::string profile;
    for (const ObjectPath& path : selection) {
        const ObjectPath object = objectOf(path);
        auto* link = new QPushButton(titleOf(document_.project(), object), this);
        link->setAccessibleName(titleOf(document_.project(), object));
        link->setFlat(true);
        link->setToolTip(tr("Select this one alone"));
        connect(link, &QPushButton::clicked, this, [this, object] { document_.select({object}); });
        column_->addWidget(link, 0, Qt::AlignLeft);
        if (kindOf(object) == ObjectKind::Node) {
            profile = object.names()[1];
            nodes.push_back(object.names()[3]);
        }
    }
    if (nodes.empty()) return;
    auto* remove = new QPushButton(tr("Remove %n node(s)", nullptr, static_cast<int>(nodes.size())), this);
    remove->setAccessibleName(remove->text());
    connect(remove, &QPushButton::clicked, this,
            [this, profile, nodes] { document_.apply(edits::removeNodes(profile, nodes)); });
    disableIfReadOnly(*remove, document_);
    column_->addWidget(remove, 0, Qt::AlignLeft);
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
