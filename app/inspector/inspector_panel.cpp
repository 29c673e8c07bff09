// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/inspector_panel.h"

#include "app/document/document.h"
#include "app/inspector/problem_note.h"
#include "app/inspector/value_row.h"
#include "app/theme/colours.h"
#include "app/theme/heading.h"
#include "app/theme/network_icon.h"
#include "core/checks/check.h"
#include "core/edits/renames.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace n3x {
namespace {

QStringList offersOf(const std::vector<InspectorAction>& actions, const std::optional<InspectorAdder>& adder)
{
    QStringList offers;
    for (const InspectorAction& action : actions) offers << action.name;
    if (adder) offers << adder->prompt << adder->offers;
    return offers;
}

} // namespace

InspectorPanel::InspectorPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), saved_(document.project()), sign_(new QLabel(this)),
      title_(new QLabel(this)), usage_(new QLabel(this)), tabs_(new QTabBar(this)), scroll_(new QScrollArea(this))
{
    setAccessibleName(tr("Inspector"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(12, 8, 12, 6);
    title_->setTextFormat(Qt::PlainText);
    makeTitle(*title_);
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
    auto* body = new QWidget;
    column_ = new QVBoxLayout(body);
    column_->setContentsMargins(12, 4, 12, 12);
    column_->setSpacing(6);
    scroll_->setWidget(body);
    body->installEventFilter(this);
    column->addWidget(scroll_, 1);

    connect(&document, &Document::selectionChanged, this, &InspectorPanel::followSelection);
    connect(&document, &Document::currentProfileChanged, this, &InspectorPanel::followSelection);
    connect(&document, &Document::projectChanged, this, &InspectorPanel::followProject);
    connect(&document, &Document::readOnlyChanged, this, [this] {
        if (ownProblems_ != nullptr) build(content());
    });
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (isLate_) follow();
    });
    connect(&document, &Document::problemsChanged, this, &InspectorPanel::showProblems);
    connect(&document, &Document::revealRequested, this, &InspectorPanel::reveal);
    const auto remember = [this](const Project& saved) {
        saved_ = saved;
        if (ownProblems_ != nullptr) follow();
    };
    connect(&document, &Document::projectReset, this, [this, remember] { remember(document_.project()); });
    connect(&document, &Document::saved, this, remember);
    if (document.project() != Project()) followSelection(); // else nobody sees it before there is one
}

ObjectPath InspectorPanel::selectedObject() const
{
    const auto& selection = document_.selection();
    const ObjectPath object = selection.isEmpty()
                                  ? ObjectPath::of({"profiles", document_.currentProfile().toStdString()})
                                  : objectOf(selection.first());
    return holds(document_.project(), object) ? object : ObjectPath();
}

InspectorPanel::Content InspectorPanel::content() const
{
    const Project& project = document_.project();
    if (document_.selection().size() > 1) return {};
    return {.sections = sectionsOf(shownProject(project, object_), object_),
            .actions = actionsOf(project, object_),
            .adder = adderOf(project, object_)};
}

void InspectorPanel::finishTyping()
{
    for (ValueRow* row : std::vector(rows_)) row->finishTyping(); // a copy: an edit may change the rows
}

void InspectorPanel::followSelection()
{
    if (selectedObject() != object_ && holds(document_.project(), object_)) finishTyping();
    object_ = selectedObject();
    follow();
}

void InspectorPanel::followProject()
{
    // Of another project, what is shown is not worth a build on the way to what is selected in it.
    if (document_.selection().size() > 1 || object_ != selectedObject()) return followSelection();
    follow();
}

void InspectorPanel::follow()
{
    const Content now = content();
    const bool isSame = document_.selection().size() < 2 && isShown(now);
    isLate_ = !isSame && isTypedWhereNothingIs(now);
    if (isSame || isLate_) return refreshRows(now);
    build(now);
    shownOffers_ = offersOf(now.actions, now.adder);
}

bool InspectorPanel::isShown(const Content& now) const
{
    if (ownProblems_ == nullptr || offersOf(now.actions, now.adder) != shownOffers_) return false;
    auto row = rows_.begin();
    for (const InspectorSection& section : now.sections)
        for (const FieldInfo& field : section.rows) {
            if (row == rows_.end() || (*row)->field().path != field.path || !(*row)->serves(field)) return false;
            ++row;
        }
    return row == rows_.end();
}

// Somebody empties a value, and with it goes what it was a value of: more may be typed yet.
bool InspectorPanel::isTypedWhereNothingIs(const Content& now) const
{
    const auto row = std::ranges::find_if(rows_, &ValueRow::isBeingTyped);
    if (row == rows_.end() || objectOf((*row)->field().path) != object_) return false;
    return std::ranges::none_of(now.sections, [&](const InspectorSection& section) {
        return std::ranges::contains(section.rows, (*row)->field().path, &FieldInfo::path);
    });
}

void InspectorPanel::refreshHeader()
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
}

void InspectorPanel::refreshRows(const Content& now)
{
    refreshHeader();
    const Project shown = shownProject(document_.project(), object_);
    const Project saved = shownProject(saved_, object_);
    auto row = rows_.begin();
    const auto refreshUntil = [&](auto end) { // rows that are still shown though their value is gone
        for (; row != end; ++row) (*row)->refresh((*row)->field(), shown, saved);
    };
    for (const InspectorSection& section : now.sections)
        for (const FieldInfo& field : section.rows) {
            const auto own =
                std::find_if(row, rows_.end(), [&](const ValueRow* each) { return each->field().path == field.path; });
            if (own == rows_.end()) continue; // comes when the rows are laid out again
            refreshUntil(own);
            (*row++)->refresh(field, shown, saved);
        }
    refreshUntil(rows_.end());
}

void InspectorPanel::showProblems()
{
    if (ownProblems_ == nullptr) return; // nothing is shown yet
    std::vector<const Problem*> rest;
    if (document_.selection().size() < 2 && !object_.empty())
        rest = problemsWithin(document_.problems(), object_);
    else if (object_.empty())
        for (const Problem& problem : document_.problems())
            if (objectOf(problem.path).empty()) rest.push_back(&problem);
    // Each problem belongs to the innermost row that holds its path, the others to the object.
    bool isOther = false;
    for (ValueRow* row : rows_) {
        std::vector<const Problem*> own;
        std::erase_if(rest, [&](const Problem* problem) {
            const bool isOwn = problem->path.isWithin(row->field().path);
            if (isOwn) own.push_back(problem);
            return isOwn;
        });
        isOther = row->showProblems(own) || isOther;
    }
    showSigns();
    // A profile shows its own problems, not those of all its nodes.
    if (kindOf(object_) == ObjectKind::Profile)
        std::erase_if(rest, [&](const Problem* problem) { return objectOf(problem->path) != object_; });
    if (!std::ranges::equal(rest, shownOwnProblems_,
                            [](const Problem* one, const Problem& other) { return *one == other; })) {
        showOwnProblems(rest);
        isOther = true;
    }
    if (isOther) orderTabs(); // the buttons that mend come after their field
}

bool InspectorPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == scroll_->widget() && event->type() == QEvent::Resize) keepKeyboardInSight();
    return QWidget::eventFilter(watched, event);
}

// What comes above the field in hand must not push it out of sight. Later: what is new is not laid out yet.
void InspectorPanel::keepKeyboardInSight()
{
    const auto scroll = [this] {
        QWidget* keyboard = QApplication::focusWidget();
        if (keyboard != nullptr && scroll_->widget()->isAncestorOf(keyboard))
            scroll_->ensureWidgetVisible(keyboard, 0, 24);
    };
    QTimer::singleShot(0, this, scroll);
}

void InspectorPanel::showOwnProblems(const std::vector<const Problem*>& problems)
{
    shownOwnProblems_.clear();
    while (QLayoutItem* item = ownProblems_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Problem* problem : problems) {
        shownOwnProblems_.push_back(*problem);
        ownProblems_->addWidget(new ProblemNote(document_, *problem, this));
    }
}

void InspectorPanel::reveal(const ObjectPath& path)
{
    for (ValueRow* row : rows_) {
        if (!path.isWithin(row->field().path)) continue;
        return showRow(*row);
    }
}

void InspectorPanel::showRow(ValueRow& row)
{
    turnTo(row);
    row.focusEditor();
    keepKeyboardInSight();
}

} // namespace n3x
