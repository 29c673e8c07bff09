// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/inspector_panel.h"
#include "app/inspector/value_row.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

// The pages of an object that has many values: what belongs together, one subject in sight at a time.
namespace n3x {

QVBoxLayout* InspectorPanel::columnOf(const QString& page)
{
    if (page.isEmpty()) return column_;
    if (pages_.empty() || pages_.back().name != page) {
        const auto spare = std::ranges::find(sparePages_, page, &Page::name);
        auto* box = spare == sparePages_.end() ? new QWidget(this) : spare->box;
        if (spare == sparePages_.end()) {
            auto* made = new QVBoxLayout(box);
            made->setContentsMargins(0, 0, 0, 0);
            made->setSpacing(column_->spacing());
        } else {
            sparePages_.erase(spare);
        }
        auto* column = static_cast<QVBoxLayout*>(box->layout());
        column_->addWidget(box);
        if (const QString intro = introOf(object_, page); !intro.isEmpty()) {
            auto* label = new QLabel(intro, box);
            label->setWordWrap(true);
            label->setForegroundRole(QPalette::PlaceholderText);
            column->addWidget(label);
        }
        pages_.push_back({page, box});
    }
    return static_cast<QVBoxLayout*>(pages_.back().box->layout());
}

QVBoxLayout* InspectorPanel::lastColumnOf(const QString& page) const
{
    if (pages_.empty()) return column_;
    const auto known = std::ranges::find(pages_, page, &Page::name);
    return static_cast<QVBoxLayout*>((known == pages_.end() ? pages_.front() : *known).box->layout());
}

void InspectorPanel::showTabs()
{
    const QSignalBlocker quiet(tabs_);
    while (tabs_->count() > 0) tabs_->removeTab(tabs_->count() - 1);
    int shown = 0;
    for (const Page& page : pages_) {
        const int at = tabs_->addTab(page.name);
        if (page.name == page_) shown = at;
    }
    tabs_->setVisible(!pages_.empty());
    tabs_->setCurrentIndex(shown);
    for (std::size_t at = 0; at < pages_.size(); ++at) pages_[at].box->setVisible(static_cast<int>(at) == shown);
}

void InspectorPanel::showPage(int index)
{
    if (index < 0 || index >= static_cast<int>(pages_.size())) return;
    page_ = pages_[static_cast<std::size_t>(index)].name;
    for (const Page& page : pages_) page.box->setVisible(page.name == page_);
    scroll_->verticalScrollBar()->setValue(0);
}

// A problem on a page that is not in sight shows on its tab.
void InspectorPanel::showSigns()
{
    const Colours colours = coloursOf(palette());
    for (std::size_t at = 0; at < pages_.size(); ++at) {
        std::optional<Severity> worst;
        for (const ValueRow* row : rows_)
            if (const auto severity = row->worst(); severity && pages_[at].box->isAncestorOf(row))
                worst = worst ? std::min(*worst, *severity) : *severity;
        const bool isShown = worst && *worst != Severity::Info;
        tabs_->setTabIcon(static_cast<int>(at), !isShown ? QIcon()
                                                : *worst == Severity::Error
                                                    ? icon(QStringLiteral("error"), colours.error)
                                                    : icon(QStringLiteral("warning"), colours.warning));
    }
}

void InspectorPanel::turnTo(const ValueRow& row)
{
    for (std::size_t at = 0; at < pages_.size(); ++at)
        if (pages_[at].box->isAncestorOf(&row)) tabs_->setCurrentIndex(static_cast<int>(at));
}

} // namespace n3x
