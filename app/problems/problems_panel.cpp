// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/problems/problems_panel.h"

#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/document/translated.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace n3x {

namespace {

// Both ends of a place say where it is: the profile, and the value.
class MiddleElided final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

ProblemFilter::ProblemFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ProblemModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ProblemFilter::show(Severity severity, bool shown)
{
    shown_[static_cast<int>(severity)] = shown;
    invalidateRowsFilter();
}

bool ProblemFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const int severity = index.data(ProblemModel::SeverityRole).toInt();
    return severity >= 0 && severity < 3 && shown_[severity];
}

ProblemsPanel::ProblemsPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), view_(new QTreeView), empty_(new QLabel), answer_(new QWidget),
      advice_(new QLabel), fixes_(new QHBoxLayout)
{
    setAccessibleName(tr("Problems"));
    filter_.setSourceModel(&model_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(6);
    const QString names[3] = {tr("Show errors"), tr("Show warnings"), tr("Show notes")};
    for (int at = 0; at < 3; ++at) {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(names[at]);
        button->setToolTip(names[at]);
        connect(button, &QToolButton::toggled, this, [this, at](bool shown) {
            filter_.show(static_cast<Severity>(at), shown);
            follow();
        });
        severities_[at] = button;
        bar->addWidget(button);
    }
    bar->addStretch();
    layout->addLayout(bar);

    view_->setModel(&filter_);
    view_->setAccessibleName(tr("Problem list"));
    view_->setRootIsDecorated(false);
    view_->setUniformRowHeights(true);
    view_->setAllColumnsShowFocus(true);
    view_->setSortingEnabled(true);
    view_->sortByColumn(ProblemModel::What, Qt::AscendingOrder);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->header()->setStretchLastSection(false);
    view_->header()->setResizeContentsPrecision(0); // by the rows in sight: there may be thousands
    view_->header()->setSectionResizeMode(ProblemModel::What, QHeaderView::Stretch);
    for (const int column : {ProblemModel::Where, ProblemModel::File, ProblemModel::Code})
        view_->header()->setSectionResizeMode(column, QHeaderView::Fixed); // by fitColumns()
    for (const int column : {ProblemModel::Where, ProblemModel::File})
        view_->setItemDelegateForColumn(column, new MiddleElided(view_));
    layout->addWidget(view_, 1);

    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(12);
    layout->addWidget(empty_, 1);

    auto* answer = new QHBoxLayout(answer_);
    answer->setContentsMargins(12, 4, 8, 6);
    advice_->setWordWrap(true);
    advice_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    advice_->setAccessibleName(tr("What to do"));
    answer->addWidget(advice_, 1);
    answer->addLayout(fixes_);
    layout->addWidget(answer_);

    auto* copy = new QAction(tr("Copy problem"), view_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ProblemsPanel::copyChosen);
    view_->addAction(copy);

    connect(view_, &QTreeView::doubleClicked, this, &ProblemsPanel::openChosen);
    connect(view_, &QTreeView::activated, this, &ProblemsPanel::openChosen);
    connect(view_, &QWidget::customContextMenuRequested, this, &ProblemsPanel::openMenu);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPanel::showChosen);
    connect(&document_, &Document::problemsChanged, this, &ProblemsPanel::follow);
    connect(&document_, &Document::readOnlyChanged, this, &ProblemsPanel::showChosen);
    follow();
}

void ProblemsPanel::follow()
{
    model_.setProblems(document_.problemList());
    int counts[3] = {};
    for (const ProblemRow& row : model_.rows()) ++counts[static_cast<int>(row.problem->severity)];
    const Colours colours = coloursOf(palette());
    severities_[0]->setText(tr("%n error(s)", nullptr, counts[0]));
    severities_[1]->setText(tr("%n warning(s)", nullptr, counts[1]));
    severities_[2]->setText(tr("%n note(s)", nullptr, counts[2]));
    severities_[0]->setIcon(icon(QStringLiteral("error"), colours.error));
    severities_[1]->setIcon(icon(QStringLiteral("warning"), colours.warning));
    severities_[2]->setIcon(icon(QStringLiteral("info"), colours.changed));

    const bool none = filter_.rowCount() == 0;
    view_->setVisible(!none);
    empty_->setVisible(none);
    empty_->setText(model_.rowCount() == 0 ? tr("Nothing is wrong with this project.")
                                           : tr("Only what is hidden above is left. Show it with the buttons."));
    fitColumns();
    showChosen();
    const int all = model_.rowCount();
    emit titleChanged(all == 0 ? tr("Problems") : tr("Problems %1").arg(all));
}

// What is wrong has what it needs, up to three fifths of the width; the others share what is left by what they hold.
void ProblemsPanel::fitColumns()
{
    const QAbstractItemView& items = *view_;
    const auto wanted = [&](int column) {
        return view_->isColumnHidden(column)
                   ? 0
                   : std::max(items.sizeHintForColumn(column), view_->header()->sectionSizeHint(column));
    };
    const int width = view_->viewport()->width();
    int left = width - std::min(wanted(ProblemModel::What), width * 3 / 5) - wanted(ProblemModel::Code);
    const int file = std::min(wanted(ProblemModel::File), std::max(left * 2 / 5, left - wanted(ProblemModel::Where)));
    left -= file;
    view_->setColumnWidth(ProblemModel::Code, wanted(ProblemModel::Code));
    view_->setColumnWidth(ProblemModel::File, file);
    view_->setColumnWidth(ProblemModel::Where, std::min(wanted(ProblemModel::Where), left));
}

// In a narrow panel what is wrong comes before where it stands in a file.
void ProblemsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    view_->setColumnHidden(ProblemModel::File, width() < 95 * letter);
    view_->setColumnHidden(ProblemModel::Where, width() < 60 * letter);
    fitColumns();
}

const Problem* ProblemsPanel::chosen() const
{
    const QModelIndex current = view_->currentIndex();
    return current.isValid() ? model_.problem(filter_.mapToSource(current)) : nullptr;
}

void ProblemsPanel::showChosen()
{
    while (QLayoutItem* item = fixes_->takeAt(0)) {
        if (QWidget* button = item->widget()) button->deleteLater();
        delete item;
    }
    const Problem* problem = chosen();
    answer_->setVisible(problem != nullptr && !empty_->isVisible());
    if (problem == nullptr) return;
    advice_->setText(translated(problem->advice));
    QWidget* before = view_; // Tab goes from the problem to what mends it, though that is newer than all else
    for (std::size_t at = 0; at < problem->fixes.size(); ++at) {
        auto* button = new QPushButton(icon(QStringLiteral("fix")), translated(problem->fixes[at].name));
        button->setAccessibleName(button->text());
        button->setToolTip(tr("Mends this problem; Undo takes it back"));
        connect(button, &QPushButton::clicked, this, [this, copy = *problem, at] { mend(copy, at); });
        disableIfReadOnly(*button, document_);
        fixes_->addWidget(button);
        setTabOrder(std::exchange(before, button), button);
    }
}

void ProblemsPanel::mend(const Problem& problem, std::size_t fix)
{
    document_.apply(problem.fixes[fix]);
    view_->setFocus();
}

void ProblemsPanel::openChosen()
{
    if (const Problem* problem = chosen()) document_.reveal(problem->path);
}

void ProblemsPanel::copyChosen() const
{
    const Problem* problem = chosen();
    if (problem == nullptr) return;
    QStringList words{QString::fromUtf8(problem->code.data(), static_cast<qsizetype>(problem->code.size())),
                      translated(problem->what), translated(problem->advice)};
    if (const QString position = spokenPosition(*problem); !position.isEmpty()) words.prepend(position);
    QGuiApplication::clipboard()->setText(words.join(u' '));
}

void ProblemsPanel::openMenu(const QPoint& at)
{
    const Problem* problem = chosen();
    if (problem == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go to it"), this, &ProblemsPanel::openChosen);
    menu->setToolTipsVisible(document_.isReadOnly());
    for (std::size_t fix = 0; fix < problem->fixes.size(); ++fix)
        disableIfReadOnly(*menu->addAction(icon(QStringLiteral("fix")), translated(problem->fixes[fix].name), this,
                                           [this, copy = *problem, fix] { mend(copy, fix); }),
                          document_);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy problem"), this, &ProblemsPanel::copyChosen);
    menu->popup(view_->viewport()->mapToGlobal(at));
}

} // namespace n3x
