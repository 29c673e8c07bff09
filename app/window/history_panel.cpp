// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/history_panel.h"

#include "app/document/document.h"
#include "app/theme/colours.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace n3x {

void HistoryModel::follow(const Document& document)
{
    const QStringList names = document.historyNames();
    const int here = document.historyPosition();
    std::vector<HistoryStep> steps{{0, HistoryPanel::tr("As it was opened"), true, here == 0}};
    for (int at = 1; at <= names.size(); ++at) steps.push_back({at, names[at - 1], at <= here, at == here});
    update(std::move(steps), [](const HistoryStep& step) { return step.position; });
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const HistoryStep* step = row(index);
    if (step == nullptr) return {};
    switch (role) {
    case Qt::DisplayRole: return step->name;
    case Qt::ForegroundRole: return step->isDone ? QVariant() : QVariant(coloursOf(QGuiApplication::palette()).quiet);
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(step->isHere);
        font.setItalic(!step->isDone);
        return font;
    }
    case Qt::AccessibleTextRole: return step->isDone ? step->name : HistoryPanel::tr("%1, undone").arg(step->name);
    default: return {};
    }
}

HistoryPanel::HistoryPanel(Document& document, QWidget* parent) : QListView(parent), document_(document)
{
    setAccessibleName(tr("History"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setViewportMargins(10, 4, 4, 4);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setModel(&model_);
    const auto go = [this](const QModelIndex& index) {
        if (const HistoryStep* step = model_.row(index)) document_.goToHistory(step->position);
    };
    connect(this, &QListView::clicked, this, go);
    connect(this, &QListView::activated, this, go);
    connect(&document_, &Document::historyChanged, this, &HistoryPanel::follow);
    follow();
}

void HistoryPanel::follow()
{
    model_.follow(document_);
    const QModelIndex here = model_.index(document_.historyPosition(), 0);
    setCurrentIndex(here);
    scrollTo(here);
}

} // namespace n3x
