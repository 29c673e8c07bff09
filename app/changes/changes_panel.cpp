// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/changes_panel.h"

#include "app/changes/diff_view.h"
#include "app/find/find_bar.h"
#include "app/session/session.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"
#include "core/workspace/manifest.h"
#include "generators/live/generation_source.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

#include <utility>

namespace n3x {

ChangesPanel::ChangesPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), view_(new QTreeView), diff_(new DiffView), difference_(new QWidget),
      summary_(new QLabel), empty_(new QLabel), held_(new QLabel), keep_(new QPushButton(tr("Keep mine"))),
      overwrite_(new QPushButton(tr("Overwrite"))), export_(new QPushButton(tr("Export"))),
      cancel_(new QPushButton(tr("Cancel"))), progress_(new QProgressBar)
{
    build();
    Document& document = session_.document();
    connect(&document, &Document::changesChanged, this, [this] {
        const auto& changes = session_.document().changes();
        const auto is = [&](ChangeKind kind) { return changes && changes->count(kind) > 0; };
        // What was done is told until there is something new to do; what was left alone is nothing new.
        if (is(ChangeKind::Add) || is(ChangeKind::Change) || is(ChangeKind::Remove)) result_.clear();
        follow();
    });
    connect(&document, &Document::generationChanged, this, &ChangesPanel::followHeld);
    connect(&document, &Document::dirtyChanged, this, &ChangesPanel::follow);
    connect(&session_, &Session::exported, this, &ChangesPanel::say);
    connect(&session_, &Session::exportingChanged, this, &ChangesPanel::followExport);
    connect(&session_.folder(), &ProjectFolder::progressChanged, this, [this](int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    // After the document has taken it.
    connect(&session_.folder(), &ProjectFolder::compared, this, &ChangesPanel::focusExport);
    connect(&session_.folder(), &ProjectFolder::compareFailed, this, [this] { isPrepared_ = false; });
    connect(&session_, &Session::exportCancelled, this, [this] {
        result_ = tr("The export was cancelled; nothing was written.");
        follow();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangesPanel::showChosen);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &ChangesPanel::showChosen);
    connect(view_, &QTreeView::doubleClicked, this, [this] {
        if (const ChangeRow* row = chosen()) session_.document().showOutput(QString::fromStdString(row->change.path));
    });
    connect(view_, &QWidget::customContextMenuRequested, this, &ChangesPanel::openMenu);
    connect(keep_, &QPushButton::clicked, this, [this] { decide(Decision::Keep); });
    connect(overwrite_, &QPushButton::clicked, this, [this] { decide(Decision::Overwrite); });
    connect(export_, &QPushButton::clicked, this, [this] { emit exportRequested(model_.decisions()); });
    connect(cancel_, &QPushButton::clicked, &session_, &Session::cancelExport);
    follow();
    followExport();
}

void ChangesPanel::build()
{
    setAccessibleName(tr("Changes"));
    view_->setModel(&model_);
    view_->setAccessibleName(tr("What an export will do"));
    view_->setRootIsDecorated(false);
    view_->setUniformRowHeights(true);
    view_->setAllColumnsShowFocus(true);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->setTextElideMode(Qt::ElideLeft); // whose file it is stands at the end
    view_->header()->setStretchLastSection(false);
    view_->header()->setResizeContentsPrecision(0); // by the rows in sight: there may be thousands
    view_->header()->setSectionResizeMode(ChangeModel::Path, QHeaderView::Stretch);
    view_->header()->setSectionResizeMode(ChangeModel::What, QHeaderView::ResizeToContents);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(12);

    auto* lists = new QWidget;
    auto* listLayout = new QVBoxLayout(lists);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(view_, 1);
    listLayout->addWidget(empty_, 1);
    auto* differenceLayout = new QVBoxLayout(difference_);
    differenceLayout->setContentsMargins(0, 0, 0, 0);
    differenceLayout->setSpacing(0);
    differenceLayout->addWidget(diff_, 1);
    differenceLayout->addWidget(new FindBar(*diff_));
    auto* split = new QSplitter;
    split->setAccessibleName(tr("Files and their difference"));
    split->addWidget(lists);
    split->addWidget(difference_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);

    makeMainAction(*export_);
    export_->setAutoDefault(true); // Enter presses it
    keep_->setAccessibleName(tr("Keep mine"));
    keep_->setToolTip(tr("Leaves the chosen file as it stands on disk"));
    keep_->hide(); // until a conflict is chosen
    overwrite_->hide();
    cancel_->setAccessibleName(tr("Cancel export"));
    progress_->setAccessibleName(tr("Export progress"));
    progress_->setMaximumWidth(220);
    progress_->setTextVisible(false);
    summary_->setAccessibleName(tr("Summary of changes"));
    summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    held_->setAccessibleName(tr("What is not exported"));
    held_->setTextFormat(Qt::PlainText);
    held_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    held_->setWordWrap(true);
    held_->setContentsMargins(12, 6, 8, 0);
    held_->hide();

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 8, 6);
    bar->setSpacing(6);
    bar->addWidget(summary_, 1);
    bar->addWidget(progress_);
    bar->addWidget(keep_);
    bar->addWidget(overwrite_);
    bar->addWidget(cancel_);
    bar->addWidget(export_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(split, 1);
    layout->addWidget(held_);
    layout->addLayout(bar);
}

void ChangesPanel::setInSight(bool isInSight)
{
    if (isInSight == std::exchange(isInSight_, isInSight)) return;
    follow();
    if (isInSight) session_.compareSoon();
}

// What is exported is what can be read in the list first.
bool ChangesPanel::canExport() const
{
    return session_.isOpen() && session_.document().changes().has_value() && !session_.folder().isReadOnly() &&
           !session_.isExporting();
}

void ChangesPanel::prepareExport()
{
    if (export_->hasFocus()) {
        export_->animateClick();
        return;
    }
    isPrepared_ = true;
    session_.compareNow();
}

void ChangesPanel::focusExport()
{
    if (!isPrepared_ || session_.document().isGenerating() || !export_->isVisible() || !export_->isEnabled()) return;
    isPrepared_ = false;
    export_->setFocus(Qt::ShortcutFocusReason);
}

void ChangesPanel::follow()
{
    const auto& changes = session_.document().changes();
    const int writes = changes ? model_.writeCount(*changes) : 0;
    emit writeCountChanged(writes);
    if (!isInSight_) { // only its title is
        const int count = changes ? static_cast<int>(changes->files.size() - changes->count(ChangeKind::Unchanged)) : 0;
        emit titleChanged(count == 0 ? tr("Changes") : tr("Changes %1").arg(count));
        return;
    }
    model_.setChanges(changes.value_or(Changes{}));
    const int left = model_.undecidedCount();

    QStringList words;
    if (!result_.isEmpty()) words << result_;
    if (changes && model_.rowCount() > 0) {
        const auto count = [&](ChangeKind kind) { return static_cast<int>(changes->count(kind)); };
        if (const int added = count(ChangeKind::Add)) words << tr("%n to add", nullptr, added);
        if (const int changed = count(ChangeKind::Change)) words << tr("%n to change", nullptr, changed);
        if (const int removed = count(ChangeKind::Remove)) words << tr("%n to remove", nullptr, removed);
        if (left > 0) words << tr("%n left alone", nullptr, left);
    }
    summary_->setText(words.join(QStringLiteral(" · ")));

    const bool none = model_.rowCount() == 0;
    view_->setVisible(!none);
    empty_->setVisible(none);
    empty_->setText(!session_.isOpen()         ? tr("No project is open.")
                    : !changes                 ? tr("Comparing with the folder…")
                    : !held_->text().isEmpty() ? tr("No other file differs.")
                    : session_.document().isDirty()
                        ? tr("No output differs. An export saves the project.")
                        : tr("The folder holds exactly what this project says. There is nothing to export."));
    emit titleChanged(none ? tr("Changes") : tr("Changes %1").arg(model_.rowCount()));
    export_->setText(writes == 0 ? tr("Export") : tr("Export %n file(s)", nullptr, writes));
    export_->setAccessibleName(export_->text());
    export_->setToolTip(writes == 0 ? tr("Saves the project; no output differs")
                                    : tr("Saves the project, then writes what is listed here"));
    export_->setEnabled(canExport());
    showChosen();
}

// In the words of the command line. While outputs are made, nobody knows yet what will be missing of them.
void ChangesPanel::followHeld()
{
    constexpr qsizetype mostNames = 5;
    Document& document = session_.document();
    if (document.isGenerating()) return;
    QStringList names;
    const GenerationSource outputs(document.generation(), document.project());
    if (session_.isOpen())
        for (const std::string& name : outputs.heldProfiles()) names << QString::fromStdString(name);
    const auto sentence = [](const QStringList& profiles) {
        return profiles.size() == 1 ? tr("Nothing is exported of the profile %1, which has errors; what was exported "
                                         "of it before stays.")
                                          .arg(profiles.first())
                                    : tr("Nothing is exported of the profiles %1, which have errors; what was exported "
                                         "of them before stays.")
                                          .arg(QLocale().createSeparatedList(profiles));
    };
    QStringList shown = names.first(std::min(names.size(), mostNames));
    if (const auto more = static_cast<int>(names.size() - shown.size())) shown << tr("%n more", nullptr, more);
    const QString text = document.generation()->withheld.everything
                             ? tr("Nothing is exported, since n3x.yaml was not understood as a whole; what was "
                                  "exported before stays.")
                         : names.isEmpty() ? QString()
                                           : sentence(shown);
    held_->setToolTip(names.size() > mostNames ? sentence(names) : QString());
    if (text == held_->text()) return;
    held_->setText(text);
    held_->setVisible(!text.isEmpty());
    follow();
}

void ChangesPanel::followExport()
{
    const bool exporting = session_.isExporting();
    progress_->setVisible(exporting);
    progress_->setRange(0, 0);
    cancel_->setVisible(exporting);
    export_->setVisible(!exporting);
    export_->setEnabled(canExport());
    if (exporting) result_.clear();
}

const ChangeRow* ChangesPanel::chosen() const { return model_.row(view_->currentIndex()); }

void ChangesPanel::choose(const QString& path)
{
    for (int at = 0; at < model_.rowCount(); ++at)
        if (const QModelIndex index = model_.index(at, 0); index.data(ChangeModel::PathRole).toString() == path)
            view_->setCurrentIndex(index);
}

void ChangesPanel::showChosen()
{
    const ChangeRow* row = chosen();
    const bool canDecide =
        row != nullptr && row->change.kind == ChangeKind::Conflict && row->change.reason != ConflictReason::NotAFile;
    keep_->setVisible(canDecide);
    overwrite_->setVisible(canDecide);
    const bool isDropped = canDecide && row->change.reason == ConflictReason::EditedThenDropped;
    overwrite_->setText(isDropped ? tr("Remove") : tr("Overwrite"));
    overwrite_->setAccessibleName(overwrite_->text());
    overwrite_->setToolTip(isDropped
                               ? tr("Lets the export remove the chosen file, which nothing generates any more")
                               : tr("Lets the export replace the chosen file, with everything that was edited in it"));
    keep_->setEnabled(canDecide && row->decision != Decision::Keep);
    overwrite_->setEnabled(canDecide && row->decision != Decision::Overwrite);
    difference_->setVisible(row != nullptr); // the names of the files need the room
    if (row == nullptr) {
        shownPath_.clear();
        return;
    }
    const QString path = QString::fromStdString(row->change.path);
    shownPath_ = path;
    const auto generated = session_.document().generation()->outputs.find(row->change.path);
    const auto& changes = session_.document().changes();
    const std::string list = changes && row->change.path == manifestPath ? changes->manifest : std::string();
    // Shared files of large projects have many thousand lines: they are compared where nobody waits.
    auto lines = std::make_shared<std::vector<DiffLine>>();
    session_.folder().readText(
        path,
        [lines, generated, list](const std::optional<std::string>& before) {
            *lines = difference(before.value_or(std::string()), generated ? generated->text() : list);
        },
        [this, path, lines] {
            if (path == shownPath_) diff_->showLines(*lines); // unless another one was chosen meanwhile
        });
}

void ChangesPanel::decide(Decision decision)
{
    const ChangeRow* row = chosen();
    if (row == nullptr) return;
    model_.decide(QString::fromStdString(row->change.path), decision);
    follow();
}

void ChangesPanel::openMenu(const QPoint& at)
{
    const ChangeRow* row = chosen();
    if (row == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString path = QString::fromStdString(row->change.path);
    menu->addAction(tr("Show in preview"), this, [this, path] { session_.document().showOutput(path); });
    if (row->change.kind == ChangeKind::Conflict && row->change.reason != ConflictReason::NotAFile) {
        menu->addSeparator();
        menu->addAction(keep_->text(), this, [this] { decide(Decision::Keep); })->setEnabled(keep_->isEnabled());
        menu->addAction(overwrite_->text(), this, [this] { decide(Decision::Overwrite); })
            ->setEnabled(overwrite_->isEnabled());
    }
    menu->popup(view_->viewport()->mapToGlobal(at));
}

void ChangesPanel::say(const ExportReport& report)
{
    const int written = static_cast<int>(report.added.size() + report.changed.size());
    QStringList words;
    if (written > 0) words << tr("Wrote %n file(s)", nullptr, written);
    if (!report.removed.empty()) words << tr("removed %n", nullptr, static_cast<int>(report.removed.size()));
    if (words.isEmpty()) words << tr("Nothing had to be written");
    result_ = words.join(QStringLiteral(", "));
    follow();
}

} // namespace n3x
