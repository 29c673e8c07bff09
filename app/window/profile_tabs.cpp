// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/profile_tabs.h"

#include "app/document/document.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "core/edits/profiles.h"

#include <QContextMenuEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace n3x {

ProfileTabs::ProfileTabs(Document& document, QWidget* parent) : QTabBar(parent), document_(document)
{
    setAccessibleName(tr("Profiles"));
    setDocumentMode(true);
    setDrawBase(true);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    connect(this, &QTabBar::currentChanged, this, &ProfileTabs::choose);
    connect(this, &QTabBar::tabMoved, this, &ProfileTabs::move);
    connect(this, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index >= 0) emit renameRequested(nameAt(index));
    });
    connect(&document_, &Document::projectChanged, this, &ProfileTabs::followProject);
    connect(&document_, &Document::currentProfileChanged, this, &ProfileTabs::followCurrent);
    connect(&document_, &Document::problemsChanged, this, &ProfileTabs::followProblems);
    followProject();
}

QString ProfileTabs::nameAt(int index) const { return tabData(index).toString(); }

// Tabs that are in both lists stay what they are.
void ProfileTabs::followProject()
{
    const QScopedValueRollback following(isFollowing_, true);
    const Project& project = document_.project();
    for (int at = 0; at < static_cast<int>(project.profiles.size()); ++at) {
        const Profile& profile = *project.profiles[static_cast<std::size_t>(at)];
        const QString name = QString::fromStdString(profile.name.text());
        int found = at;
        while (found < count() && nameAt(found) != name) ++found;
        if (found == count()) found = insertTab(at, QString(name).replace(u'&', QStringLiteral("&&")));
        if (found != at) moveTab(found, at);
        setTabData(at, name);
        setTabToolTip(at, QString::fromStdString(profile.summary.text()));
        setAccessibleTabName(at, project.deploy == profile.name.text() ? tr("%1, deployed").arg(name) : name);
    }
    while (count() > static_cast<int>(project.profiles.size())) removeTab(count() - 1);
    followCurrent();
    followProblems();
}

void ProfileTabs::followCurrent()
{
    const QScopedValueRollback following(isFollowing_, true);
    for (int at = 0; at < count(); ++at)
        if (nameAt(at) == document_.currentProfile()) setCurrentIndex(at);
}

void ProfileTabs::followProblems()
{
    const Colours colours = coloursOf(palette());
    for (int at = 0; at < count(); ++at) {
        const ObjectPath path = ObjectPath("profiles") / nameAt(at).toStdString();
        const auto worst = std::ranges::min_element(document_.problems(), {}, [&](const Problem& problem) {
            return problem.path.isWithin(path) ? static_cast<int>(problem.severity) : 3;
        });
        const bool any =
            worst != document_.problems().end() && worst->path.isWithin(path) && worst->severity != Severity::Info;
        setTabIcon(at, !any                                 ? QIcon()
                       : worst->severity == Severity::Error ? icon(QStringLiteral("error"), colours.error)
                                                            : icon(QStringLiteral("warning"), colours.warning));
    }
}

void ProfileTabs::choose(int index)
{
    if (!isFollowing_ && index >= 0) document_.setCurrentProfile(nameAt(index));
}

void ProfileTabs::move(int, int to)
{
    if (isFollowing_) return;
    document_.apply(edits::moveProfile(nameAt(to).toStdString(), static_cast<std::size_t>(to)));
}

void ProfileTabs::contextMenuEvent(QContextMenuEvent* event)
{
    if (const int index = tabAt(event->pos()); index >= 0) emit menuRequested(nameAt(index), event->globalPos());
}

void ProfileTabs::changeEvent(QEvent* event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) followProblems();
}

} // namespace n3x
