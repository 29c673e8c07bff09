// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/inspector_panel.h"

#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/document/translated.h"
#include "app/inspector/flow_layout.h"
#include "app/inspector/problem_note.h"
#include "app/inspector/value_row.h"
#include "app/theme/colours.h"
#include "app/theme/network_icon.h"
#include "core/checks/check.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace n3x {
namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

bool sameRows(const std::vector<ValueRow*>& rows, const std::vector<InspectorSection>& sections)
{
    auto row = rows.begin();
    for (const InspectorSection& section : sections)
        for (const FieldInfo& field : section.rows) {
            if (row == rows.end()) return false;
            const FieldInfo& shown = (*row)->field();
            if (shown.path != field.path || shown.kind != field.kind || shown.choices != field.choices) return false;
            ++row;
        }
    return row == rows.end();
}

} // namespace

InspectorPanel::InspectorPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), saved_(document.project()), sign_(new QLabel(this)),
      title_(heading({}, this)), usage_(new QLabel(this)), tabs_(new QTabBar(this)), scroll_(new QScrollArea(this))
{
    setAccessibleName(tr("Inspector"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(12, 8, 12, 6);
    usage_->setForegroundRole(QPalette::PlaceholderText);
    header->setSpacing(6);
    header->addWidget(sign_);
    header->addWidget(title_, 1);
    header->addWidget(usage_);
    column->addLayout(header);
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->setDrawBase(true);
    tabs_->setExpanding(false);
    tabs_->hide();
    connect(tabs_, &QTabBar::currentChanged, this, &InspectorPanel::showPage);
    column->addWidget(tabs_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll_, 1);

    connect(&document, &Document::selectionChanged, this, &InspectorPanel::followSelection);
    connect(&document, &Document::currentProfileChanged, this, &InspectorPanel::followSelection);
    connect(&document, &Document::projectChanged, this, &InspectorPanel::followProject);
    connect(&document, &Document::readOnlyChanged, this, [this] {
        if (column_ != nullptr) build();
    });
    connect(&document, &Document::problemsChanged, this, &InspectorPanel::showProblems);
    connect(&document, &Document::revealRequested, this, &InspectorPanel::reveal);
    const auto remember = [this](const Project& saved) {
        saved_ = saved;
        refreshRows();
    };
    connect(&document, &Document::projectReset, this, [this, remember] { remember(document_.project()); });
    connect(&document, &Document::saved, this, remember);
    if (document.project() != Project()) followSelection(); // else nobody sees it before there is one
}

void InspectorPanel::followSelection()
{
    const auto& selection = document_.selection();
    ObjectPath object = ObjectPath::of({"profiles", document_.currentProfile().toStdString()});
    if (!selection.isEmpty()) object = objectOf(selection.first());
    if (!exists(document_.project(), object)) object = {};
    if (object == object_ && column_ != nullptr && selection.size() < 2 &&
        sameRows(rows_, sectionsOf(shownProject(document_.project(), object_), object_)))
        return refreshRows();
    object_ = object;
    build();
}

void InspectorPanel::followProject()
{
    if (document_.selection().size() > 1 || !exists(document_.project(), object_) ||
        !sameRows(rows_, sectionsOf(shownProject(document_.project(), object_), object_)))
        return followSelection();
    refreshRows();
}

void InspectorPanel::build()
{
    const int scrolled = scroll_->verticalScrollBar()->value();
    rows_.clear();
    pages_.clear();
    shownOwnProblems_.clear();
    auto* body = new QWidget;
    column_ = new QVBoxLayout(body);
    column_->setContentsMargins(12, 4, 12, 12);
    column_->setSpacing(6);
    ownProblems_ = new QVBoxLayout;
    ownProblems_->setSpacing(4);
    column_->addLayout(ownProblems_);
    if (document_.selection().size() > 1) {
        addSeveral(document_.selection());
    } else {
        const auto sections = sectionsOf(shownProject(document_.project(), object_), object_);
        const int width = titleWidth(sections);
        for (const InspectorSection& section : sections) addSection(section, width);
        addAdders();
        addActions();
    }
    column_->addStretch(1);
    showTabs();
    refreshRows(); // before anybody asks how large they are
    showProblems();
    if (QWidget* old = scroll_->takeWidget()) { // deleted later: one of its buttons may have asked for this
        old->hide();
        old->setParent(nullptr);
        old->deleteLater();
    }
    scroll_->setWidget(body);
    scroll_->verticalScrollBar()->setValue(scrolled);
}

void InspectorPanel::addSection(const InspectorSection& section, int titleWidth)
{
    QVBoxLayout* column = columnOf(section.page);
    if (!section.title.isEmpty() && section.title != section.page) { // a page's own heading stands on its tab
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 8, 0, 0);
        line->addWidget(heading(section.title, this), 1);
        if (!section.removable.empty()) {
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
        auto* row = new ValueRow(document_, field, titleWidth, this);
        row->setEnabled(!document_.isReadOnly() && !isBuiltIn(document_.project(), object_));
        column->addWidget(row);
        rows_.push_back(row);
    }
}

// Boxes that begin an override: choosing a name in them makes its section.
void InspectorPanel::addAdders()
{
    const auto names = object_.names();
    const Profile* profile = names.size() < 4 ? nullptr : n3x::find(document_.project().profiles, names[1]);
    if (profile == nullptr) return;
    QVBoxLayout* column = lastColumnOf({});
    const auto addBox = [this, column](const QString& prompt, const QStringList& offers, auto&& editFor) {
        if (offers.isEmpty()) return;
        auto* box = new QComboBox(this);
        box->setAccessibleName(prompt);
        box->addItem(prompt);
        box->addItems(offers);
        connect(box, &QComboBox::activated, this, [this, box, editFor](int index) {
            if (index > 0) document_.apply(editFor(box->itemText(index).toStdString()));
        });
        disableIfReadOnly(*box, document_);
        column->addWidget(box);
    };
    QStringList offers;
    if (const Uplink* uplink = names[2] == "uplinks" ? n3x::find(profile->uplinks, names[3]) : nullptr) {
        const auto offer = [&](const HardwareTarget& target) {
            const bool has = std::ranges::any_of(
                uplink->targets, [&](const TargetPorts& ports) { return target.name.reads(ports.target); });
            if (!has) offers << QString::fromStdString(target.name.text());
        };
        for (const auto& target : document_.project().hardware) offer(*target);
        for (const auto& target : builtInHardware()) offer(*target);
        const bool isBond = uplink->bond.has_value();
        addBox(tr("Other ports on a hardware target…"), offers, [this, isBond](const std::string& target) {
            // Begins with the target's own first ports, so that there is something to change.
            std::string ports;
            if (const HardwareTarget* found = findTarget(document_.project(), target))
                for (std::size_t at = 0; at < found->nics.size() && at < (isBond ? 2U : 1U); ++at)
                    ports += (at == 0 ? "" : "\n") + found->nics[at].name.text();
            return edits::setValue(object_ / "targets" / std::string_view(target) / (isBond ? "members" : "nic"),
                                   ports);
        });
    } else if (const Node* node = names[2] == "nodes" ? n3x::find(profile->nodes, names[3]) : nullptr) {
        for (const Attachment& attachment : node->addresses) {
            const bool has = std::ranges::any_of(
                node->overrides, [&](const NetworkOverride& each) { return each.network == attachment.network; });
            if (!has) offers << QString::fromStdString(attachment.network);
        }
        addBox(tr("Differ from the profile in a network…"), offers,
               [this, profile = names[1]](const std::string& name) {
                   const Profile* current = n3x::find(document_.project().profiles, profile);
                   const Network* network = current == nullptr ? nullptr : n3x::find(current->networks, name);
                   const bool isTagged = network != nullptr && network->vlan.has_value();
                   return edits::setValue(object_ / "overrides" / "networks" / std::string_view(name) /
                                              (isTagged ? "vlan" : "mtu"),
                                          isTagged ? network->vlan->text() : "1500");
               });
    }
}

void InspectorPanel::addActions()
{
    QHash<QString, FlowLayout*> flows; // by page
    for (const InspectorAction& action : actionsOf(document_.project(), object_)) {
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
                if (each.name == name) return document_.apply(each.edit);
        });
        disableIfReadOnly(*button, document_);
        flow->addWidget(button);
    }
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

void InspectorPanel::refreshRows()
{
    const Project& project = document_.project();
    if (document_.selection().size() > 1) {
        sign_->hide();
        title_->setText(tr("%n objects", nullptr, static_cast<int>(document_.selection().size())));
        usage_->clear();
        return;
    }
    title_->setText(titleOf(project, object_));
    sign_->setVisible(kindOf(object_) == ObjectKind::Network);
    if (kindOf(object_) == ObjectKind::Network) {
        const auto names = object_.names();
        const Colours colours = coloursOf(palette());
        const std::tuple sign(document_.networkPlace(names[1], names[3]), colours.isDark, devicePixelRatioF());
        if (std::exchange(shownSign_, sign) != sign)
            sign_->setPixmap(networkIcon(std::get<0>(sign), colours).pixmap(QSize(16, 16), devicePixelRatioF()));
    }
    usage_->setText(usageOf(project, object_));
    const Project shown = shownProject(project, object_);
    const Project saved = shownProject(saved_, object_);
    std::size_t at = 0;
    for (const InspectorSection& section : sectionsOf(shown, object_))
        for (const FieldInfo& field : section.rows)
            if (at < rows_.size()) rows_[at++]->refresh(field, shown, saved);
}

void InspectorPanel::showProblems()
{
    if (column_ == nullptr) return; // nothing is shown yet
    std::vector<const Problem*> rest;
    if (document_.selection().size() < 2 && !object_.empty())
        rest = problemsWithin(document_.problems(), object_);
    else if (object_.empty())
        for (const Problem& problem : document_.problems())
            if (objectOf(problem.path).empty()) rest.push_back(&problem);
    // Each problem belongs to the innermost row that holds its path, the others to the object.
    for (ValueRow* row : rows_) {
        std::vector<const Problem*> own;
        std::erase_if(rest, [&](const Problem* problem) {
            const bool isOwn = problem->path.isWithin(row->field().path);
            if (isOwn) own.push_back(problem);
            return isOwn;
        });
        row->showProblems(own);
    }
    showSigns();
    // A profile shows its own problems, not those of all its nodes.
    if (kindOf(object_) == ObjectKind::Profile)
        std::erase_if(rest, [&](const Problem* problem) { return objectOf(problem->path) != object_; });
    if (std::ranges::equal(rest, shownOwnProblems_,
                           [](const Problem* one, const Problem& other) { return *one == other; }))
        return;
    shownOwnProblems_.clear();
    while (QLayoutItem* item = ownProblems_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Problem* problem : rest) {
        shownOwnProblems_.push_back(*problem);
        ownProblems_->addWidget(new ProblemNote(document_, *problem, this));
    }
}

void InspectorPanel::reveal(const ObjectPath& path)
{
    for (ValueRow* row : rows_) {
        if (!path.isWithin(row->field().path)) continue;
        turnTo(*row);
        scroll_->ensureWidgetVisible(row);
        row->focusEditor();
        return;
    }
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
