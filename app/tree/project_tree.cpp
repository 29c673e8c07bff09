// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/project_tree.h"

#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/moves/moves.h"
#include "app/preview/what_changed.h"
#include "app/theme/eliding_label.h"
#include "app/theme/heading.h"
#include "app/theme/icons.h"
#include "app/tree/row_signs.h"
#include "core/checks/check.h"
#include "core/edits/hardware.h"
#include "core/edits/profiles.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace n3x {

namespace {

constexpr int indentOfOutputs = 10; // units lie deep

void calm(QTreeView& view)
{
    view.setHeaderHidden(true);
    view.setUniformRowHeights(true);
    view.setFrameShape(QFrame::NoFrame);
    view.setExpandsOnDoubleClick(true);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    view.setTextElideMode(Qt::ElideMiddle);
}

bool isTarget(const QModelIndex& index)
{
    return index.data(ProjectModel::PathRole).toString().startsWith(QLatin1String("hardware/"));
}

} // namespace

ProjectTree::ProjectTree(Document& document, WhatChanged& whatChanged, QWidget* parent)
    : QWidget(parent), document_(document), whatChanged_(whatChanged)
{
    setAccessibleName(tr("Project"));
    auto* split = new QSplitter(Qt::Vertical);
    split->setAccessibleName(tr("Project and outputs"));
    split->addWidget(makeProjectPart());
    split->addWidget(makeOutputPart());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);

    connect(&document_, &Document::projectChanged, this, &ProjectTree::followProject);
    connect(&document_, &Document::currentProfileChanged, this, &ProjectTree::followCurrent);
    connect(&document_, &Document::problemsChanged, this, &ProjectTree::followProblems);
    connect(&document_, &Document::generationChanged, this, &ProjectTree::followGeneration);
    connect(&whatChanged_, &WhatChanged::changed, this, [this] {
        if (!marksLater_.isActive()) marksLater_.start();
    });
    // Marks may be a moment late: the picture and the text come first.
    marksLater_.setSingleShot(true);
    marksLater_.setInterval(60);
    connect(&marksLater_, &QTimer::timeout, this, &ProjectTree::followChanged);
    followProject();
    followGeneration();
    followChanged();
    projectView_->expand(project_.index(ProjectModel::Profiles, 0));
}

QWidget* ProjectTree::makeProjectPart()
{
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    projectView_ = new QTreeView;
    calm(*projectView_);
    projectView_->setModel(&project_);
    projectView_->setItemDelegate(new RowSigns(projectView_));
    projectView_->setAccessibleName(tr("Project tree"));
    projectView_->setContextMenuPolicy(Qt::CustomContextMenu);
    layout->addWidget(projectView_, 1);
    connect(projectView_, &QTreeView::clicked, this, &ProjectTree::choose);
    connect(projectView_, &QTreeView::activated, this, &ProjectTree::choose);
    connect(projectView_, &QWidget::customContextMenuRequested, this, &ProjectTree::openMenu);
    projectView_->installEventFilter(this);
    new QShortcut(QKeySequence(Qt::Key_Delete), projectView_, this, &ProjectTree::removeCurrent, Qt::WidgetShortcut);
    return part;
}

QWidget* ProjectTree::makeOutputPart()
{
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 10, 4);
    auto* heading = new QLabel(tr("Outputs"));
    makeHeading(*heading);
    top->setSpacing(8);
    top->addWidget(heading);
    outputCount_ = new ElidingLabel; // what it says gets longer; the dock does not
    outputCount_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    outputCount_->setForegroundRole(QPalette::PlaceholderText);
    top->addWidget(outputCount_, 1);
    layout->addLayout(top);

    outputView_ = new QTreeView;
    calm(*outputView_);
    outputView_->setModel(&outputs_);
    outputView_->setAccessibleName(tr("Generated files"));
    outputView_->setIndentation(indentOfOutputs);
    outputView_->setContextMenuPolicy(Qt::CustomContextMenu);
    layout->addWidget(outputView_, 1);
    const auto open = [this](const QModelIndex& index) {
        if (!index.data(OutputModel::IsFolderRole).toBool())
            emit outputChosen(index.data(OutputModel::PathRole).toString());
    };
    connect(outputView_, &QTreeView::clicked, this, open);
    connect(outputView_, &QTreeView::activated, this, open);
    connect(outputView_, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const QString path = outputView_->indexAt(at).data(OutputModel::PathRole).toString();
        if (!path.isEmpty()) emit outputMenuRequested(path, outputView_->viewport()->mapToGlobal(at));
    });
    return part;
}

void ProjectTree::followProject()
{
    const QVariant chosen = projectView_->currentIndex().data(ProjectModel::PathRole);
    project_.setProject(document_.project());
    keepCurrent(chosen);
    followCurrent();
    followProblems();
}

// A row that is moved goes out of the model on its way.
void ProjectTree::keepCurrent(const QVariant& path)
{
    if (!path.isValid() || projectView_->currentIndex().data(ProjectModel::PathRole) == path) return;
    const auto found =
        project_.match(project_.index(0, 0), ProjectModel::PathRole, path, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty()) projectView_->setCurrentIndex(found.front());
}

void ProjectTree::followCurrent() { project_.setCurrentProfile(document_.currentProfile()); }

void ProjectTree::followProblems()
{
    project_.setSeverities([this](const ObjectPath& path) {
        int worst = -1;
        for (const Problem* problem : problemsWithin(document_.problems(), path)) {
            if (problem->severity == Severity::Error) return static_cast<int>(Severity::Error);
            if (problem->severity == Severity::Warning) worst = static_cast<int>(Severity::Warning);
        }
        return worst;
    });
}

void ProjectTree::followGeneration()
{
    const auto generation = document_.generation();
    if (const void* order = generation->outputs.order().get(); order == nullptr || order != shownOrder_) {
        shownOrder_ = order;
        thread_.post([this, generation] {
            auto paths = std::make_shared<const OutputModel::Paths>(generation->outputs.paths());
            mailbox_.post([this, paths] {
                outputs_.setPaths(paths);
                showOutput(wanted_);
            });
        });
    }
    const auto count = static_cast<int>(generation->outputs.fileCount());
    if (count != std::exchange(fileCount_, count) && !marksLater_.isActive()) marksLater_.start();
}

void ProjectTree::followChanged()
{
    const auto& changed = whatChanged_.paths();
    outputs_.setChanged(changed);
    const QString files = tr("%n file(s)", nullptr, fileCount_);
    outputCount_->setWhole(changed->empty() ? files : tr("%1, %2 changed").arg(files).arg(changed->size()));
}

void ProjectTree::showOutput(const QString& path)
{
    wanted_ = path;
    const QModelIndex index = outputs_.indexOf(path.toStdString());
    if (!index.isValid() || index == outputView_->currentIndex()) return;
    outputView_->setCurrentIndex(index);
    outputView_->scrollTo(index);
}

bool ProjectTree::eventFilter(QObject* watched, QEvent* event)
{
    return watched == projectView_ ? isMove(*event) : QWidget::eventFilter(watched, event);
}

// The keys that elsewhere move what is selected are about the row here.
bool ProjectTree::isMove(QEvent& event)
{
    if (event.type() != QEvent::ShortcutOverride && event.type() != QEvent::KeyPress) return false;
    for (const Step step : {Step::Up, Step::Down}) {
        if (moveKeys(step) != QKeySequence(static_cast<QKeyEvent&>(event).keyCombination())) continue;
        event.accept();
        if (event.type() == QEvent::KeyPress) moveCurrent(step);
        return true;
    }
    return false;
}

void ProjectTree::choose(const QModelIndex& index)
{
    const QString path = index.data(ProjectModel::PathRole).toString();
    if (index.data(ProjectModel::IsProfileRole).toBool()) {
        document_.setCurrentProfile(index.data().toString());
        document_.select({ObjectPath(path.toStdString())});
    } else if (isTarget(index)) {
        document_.select({ObjectPath(path.toStdString())});
    } else if (path.isEmpty()) {
        document_.select({ObjectPath()}); // the project itself
    }
}

// The row's own object, whatever is selected on the canvas.
void ProjectTree::removeCurrent()
{
    const QModelIndex index = projectView_->currentIndex();
    const std::string name = index.data().toString().toStdString();
    if (index.data(ProjectModel::IsProfileRole).toBool())
        document_.apply(edits::removeProfile(name));
    else if (isTarget(index) && indexOf(document_.project().hardware, name))
        document_.apply(edits::removeTarget(name));
}

void ProjectTree::moveCurrent(Step step)
{
    const QString path = projectView_->currentIndex().data(ProjectModel::PathRole).toString();
    moveObject(document_, ObjectPath(path.toStdString()), step);
}

// Of a target there is only what the project may do with it; what is built in can be copied.
void ProjectTree::openTargetMenu(const std::string& target, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction* copy = menu->addAction(icon(QStringLiteral("copy")), tr("Duplicate"), this, [this, target] {
        const Sequence<HardwareTarget> before = document_.project().hardware;
        document_.apply(edits::duplicateTarget(target));
        for (const auto& own : document_.project().hardware)
            if (!indexOf(before, own->name.text())) document_.reveal(ObjectPath("hardware") / own->name.text());
    });
    copy->setToolTip(tr("An own target that can be changed"));
    addMoves(*menu, document_, ObjectPath("hardware") / target);
    if (indexOf(document_.project().hardware, target)) {
        QAction* remove = menu->addAction(icon(QStringLiteral("trash")), tr("Remove target"), this,
                                          [this, target] { document_.apply(edits::removeTarget(target)); });
        remove->setShortcut(QKeySequence(Qt::Key_Delete));
    }
    for (QAction* action : menu->actions()) disableIfReadOnly(*action, document_);
    menu->popup(at);
}

void ProjectTree::openMenu(const QPoint& at)
{
    const QModelIndex index = projectView_->indexAt(at);
    if (isTarget(index)) {
        choose(index);
        openTargetMenu(index.data().toString().toStdString(), projectView_->viewport()->mapToGlobal(at));
        return;
    }
    const bool isProfile = index.data(ProjectModel::IsProfileRole).toBool();
    emit profileMenuRequested(isProfile ? index.data().toString() : QString(),
                              projectView_->viewport()->mapToGlobal(at));
}

} // namespace n3x
