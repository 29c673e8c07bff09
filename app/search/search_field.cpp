// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/search/search_field.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace n3x {

namespace {

constexpr std::size_t mostHits = 12;

// The name, and what it is in quiet letters behind it.
class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const int taken = 40 + option.fontMetrics.horizontalAdvance(index.data().toString());
        const QRect room = option.rect.adjusted(taken, 0, -10, 0);
        painter->save();
        painter->setPen(coloursOf(option.palette).quiet);
        painter->drawText(
            room, Qt::AlignRight | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(HitModel::DetailRole).toString(), Qt::ElideLeft, room.width()));
        painter->restore();
    }
};

} // namespace

// Another query gives another list. Rows stay rows, so that who reads the list aloud does not begin anew at each key.
void HitModel::show(std::vector<SearchHit> hits)
{
    const auto before = static_cast<int>(hits_.size());
    const auto now = static_cast<int>(hits.size());
    const int same = std::min(before, now);
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        hits_.erase(hits_.begin() + now, hits_.end());
        endRemoveRows();
    }
    std::move(hits.begin(), hits.begin() + same, hits_.begin());
    if (same > 0) emit dataChanged(index(0), index(same - 1));
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        std::move(hits.begin() + before, hits.end(), std::back_inserter(hits_));
        endInsertRows();
    }
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(hits_.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const SearchHit& hit = hits_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return hit.title;
    case Qt::DecorationRole: return hit.icon;
    case DetailRole: return hit.detail;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(hit.title, hit.detail);
    default: return {};
    }
}

SearchField::SearchField(Document& document, QList<QAction*> actions, QWidget& window)
    : document_(document), actions_(std::move(actions)), window_(window), list_(new QListView(&window))
{
    setAccessibleName(tr("Search"));
    setToolTip(tr("Finds nodes, networks, generated files and actions (Ctrl+K)"));
    setClearButtonEnabled(true);
    setMinimumWidth(180);
    setMaximumWidth(320);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);

    list_->setModel(&model_);
    list_->setItemDelegate(new HitDelegate(list_));
    list_->setAccessibleName(tr("Search results"));
    list_->setFocusPolicy(Qt::NoFocus);
    makeRaised(*list_);
    list_->setUniformItemSizes(true);
    list_->setAutoFillBackground(true);
    list_->hide();
    window_.installEventFilter(this);
    connect(this, &QLineEdit::textChanged, this, &SearchField::find);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

SearchField::~SearchField() = default;

void SearchField::begin()
{
    if (!hasFocus()) before_ = QApplication::focusWidget();
    window_.activateWindow(); // the keyboard may be in a panel that floats
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    find();
}

void SearchField::find()
{
    if (!hasFocus()) return;
    model_.show(search(document_, actions_, text(), mostHits));
    list_->setCurrentIndex(model_.index(0, 0));
    place();
}

void SearchField::place()
{
    const int rows = model_.rowCount();
    list_->setVisible(rows > 0);
    if (rows == 0) return;
    const int wide = std::max(width(), 520);
    const QPoint below = mapTo(&window_, QPoint(width() - wide, height() + 4));
    list_->setGeometry(std::max(below.x(), 8), below.y(), wide,
                       rows * list_->sizeHintForRow(0) + 2 * list_->frameWidth() + 2);
    list_->raise();
}

void SearchField::choose(int row)
{
    if (row < 0 || row >= model_.rowCount()) return;
    const SearchHit hit = model_.hits()[static_cast<std::size_t>(row)];
    end();
    hit.choose();
    emit found(hit.foundOn);
}

void SearchField::end()
{
    list_->hide();
    clear();
    if (before_ != nullptr && before_ != this)
        before_->setFocus();
    else
        clearFocus();
}

bool SearchField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &window_ && event->type() == QEvent::Resize && list_->isVisible()) place();
    return QLineEdit::eventFilter(watched, event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    const int row = list_->currentIndex().row();
    const int rows = model_.rowCount();
    switch (event->key()) {
    case Qt::Key_Down: list_->setCurrentIndex(model_.index(std::min(row + 1, rows - 1), 0)); return;
    case Qt::Key_Up: list_->setCurrentIndex(model_.index(std::max(row - 1, 0), 0)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(row); return;
    case Qt::Key_Escape: end(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    find();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    list_->hide();
}

// As much of what it does as there is room for.
void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    int room = width() - 12;
    for (const auto* sign : findChildren<QToolButton*>())
        if (sign->isVisibleTo(this)) room -= sign->width() + 4;
    QString hint;
    for (const QString& words : {tr("Search nodes, files, actions  (Ctrl+K)"), tr("Search nodes, files, actions"),
                                 tr("Search  (Ctrl+K)"), tr("Search")}) {
        hint = words;
        if (fontMetrics().horizontalAdvance(words) <= room) break;
    }
    setPlaceholderText(hint);
}

} // namespace n3x
