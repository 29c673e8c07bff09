// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/status_line.h"

#include "app/document/document.h"
#include "app/preview/what_changed.h"
#include "app/theme/colours.h"
#include "app/theme/eliding_label.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

namespace n3x {

StatusLine::StatusLine(Document& document, WhatChanged& whatChanged, QWidget* parent)
    : QStatusBar(parent), document_(document), whatChanged_(whatChanged), contents_(new QLabel),
      errors_(new QToolButton), warnings_(new QToolButton), files_(new QToolButton), tip_(new ElidingLabel),
      time_(new QLabel)
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    setContentsMargins(8, 1, 10, 0);
    contents_->setAccessibleName(tr("Contents of the profile"));
    contents_->setContentsMargins(4, 0, 12, 0);
    errors_->setAccessibleName(tr("Errors, counted"));
    warnings_->setAccessibleName(tr("Warnings, counted"));
    for (QToolButton* button : {errors_, warnings_}) {
        button->setToolTip(tr("Show the problems"));
        connect(button, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    }
    files_->setAccessibleName(tr("Generated files, counted"));
    files_->setToolTip(tr("Show what an export would do"));
    time_->setAccessibleName(tr("Time of the last generation"));
    time_->setToolTip(tr("How long the last edit took to reach every problem and every file"));
    time_->setForegroundRole(QPalette::PlaceholderText);
    for (QToolButton* button : {errors_, warnings_, files_}) button->setAutoRaise(true);
    tip_->setContentsMargins(12, 0, 12, 0);
    tip_->setForegroundRole(QPalette::PlaceholderText);
    // Any other widget gives way to a tip.
    for (QWidget* part : std::initializer_list<QWidget*>{contents_, errors_, warnings_, files_})
        addPermanentWidget(part);
    addPermanentWidget(tip_, 1);
    addPermanentWidget(time_);

    connect(this, &QStatusBar::messageChanged, tip_, [this](const QString& tip) { tip_->setWhole(tip); });
    connect(files_, &QToolButton::clicked, this, &StatusLine::changesRequested);
    connect(&document_, &Document::projectChanged, this, &StatusLine::followProject);
    connect(&document_, &Document::currentProfileChanged, this, &StatusLine::followProject);
    connect(&document_, &Document::problemsChanged, this, &StatusLine::followProblems);
    connect(&document_, &Document::generationChanged, this, &StatusLine::followGeneration);
    connect(&whatChanged_, &WhatChanged::changed, this, &StatusLine::followGeneration);
    followProject();
    followProblems();
    followGeneration();
}

void StatusLine::followProject()
{
    const Profile* profile = document_.profile();
    const int nodes = profile != nullptr ? static_cast<int>(profile->nodes.size()) : 0;
    const int networks = profile != nullptr ? static_cast<int>(profile->networks.size()) : 0;
    contents_->setText(tr("%1 · %2").arg(tr("%n node(s)", nullptr, nodes), tr("%n network(s)", nullptr, networks)));
}

void StatusLine::followProblems()
{
    int errors = 0;
    int warnings = 0;
    for (const Problem& problem : document_.problems()) {
        errors += problem.severity == Severity::Error ? 1 : 0;
        warnings += problem.severity == Severity::Warning ? 1 : 0;
    }
    const Colours colours = coloursOf(palette());
    const auto say = [&](QToolButton& button, const QString& words, const QColor& ink) {
        button.setText(words);
        QPalette tinted = palette();
        tinted.setColor(QPalette::ButtonText, ink);
        button.setPalette(tinted);
    };
    say(*errors_, tr("%n error(s)", nullptr, errors), errors > 0 ? colours.error : colours.text);
    say(*warnings_, tr("%n warning(s)", nullptr, warnings), warnings > 0 ? colours.warning : colours.text);
}

void StatusLine::followGeneration()
{
    const auto count = static_cast<int>(document_.generation()->outputs.fileCount());
    const QString files = tr("%n file(s)", nullptr, count);
    const auto changed = whatChanged_.paths()->size();
    files_->setText(changed == 0 ? files : tr("%1, %2 changed").arg(files).arg(changed));
    const double milliseconds = std::chrono::duration<double, std::milli>(document_.generationTime()).count();
    time_->setText(tr("generated in %1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0)));
}

// All but the message, which stands in a label of its own.
void StatusLine::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
}

void StatusLine::setShown(bool shown)
{
    clearMessage(); // the tip of the menu that opened the project
    for (QWidget* part :
         {static_cast<QWidget*>(contents_), static_cast<QWidget*>(errors_), static_cast<QWidget*>(warnings_),
          static_cast<QWidget*>(files_), static_cast<QWidget*>(time_)})
        part->setVisible(shown);
}

} // namespace n3x
