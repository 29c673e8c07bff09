// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/profile_tabs.h"

#include "app/document/document.h"
#include "app/document/translated.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"
#include "core/edits/profiles.h"
#include "core/types/names.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolTip>

#include <algorithm>

namespace n3x {

ProfileTabs::ProfileTabs(Document& document, QWidget* parent)
    : QTabBar(parent), document_(document), name_(new QLineEdit(this))
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
        if (index >= 0) beginRename(nameAt(index));
    });
    name_->setAccessibleName(tr("Name of the profile"));
    name_->installEventFilter(this);
    name_->hide();
    connect(name_, &QLineEdit::textEdited, this, &ProfileTabs::checkName);
    connect(name_, &QLineEdit::returnPressed, this, [this] {
        const QString name = name_->text().trimmed();
        if (!refusalOf(name).isEmpty()) return; // it stays with the reason
        const QString old = renamed_;
        endRename();
        if (name != old) document_.apply(edits::renameProfile(old.toStdString(), name.toStdString()));
    });
    connect(&document_, &Document::readOnlyChanged, this, [this](bool isReadOnly) { setMovable(!isReadOnly); });
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
    updateGeometry(); // a bar that is not shown yet does not say that it grew, and the canvas would be painted twice
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

void ProfileTabs::beginRename(const QString& profile)
{
    if (document_.isReadOnly()) return;
    document_.setCurrentProfile(profile); // its tab scrolls into sight
    renamed_ = profile;
    const QRect tab = tabRect(currentIndex());
    const int width = std::max(tab.width() - 8, 160);
    const int height = std::min(name_->sizeHint().height(), tab.height() - 4);
    name_->setGeometry(std::clamp(tab.left() + 4, 0, std::max(0, this->width() - width)), tab.center().y() - height / 2,
                       width, height);
    name_->setText(profile);
    name_->selectAll();
    checkName();
    name_->show();
    name_->raise();
    name_->setFocus(Qt::OtherFocusReason);
}

void ProfileTabs::endRename()
{
    if (renamed_.isEmpty()) return;
    renamed_.clear();
    QToolTip::hideText();
    name_->hide();
}

QString ProfileTabs::refusalOf(const QString& name) const
{
    if (const auto parsed = DnsLabel::parse(name.toStdString()); !parsed)
        return translated(parsed.error().what) + u' ' + translated(parsed.error().advice);
    const bool isTaken = name != renamed_ && n3x::find(document_.project().profiles, name.toStdString()) != nullptr;
    return isTaken ? tr("Another profile is called %1. Choose a name that is free.").arg(name) : QString();
}

void ProfileTabs::checkName()
{
    const QString refusal = refusalOf(name_->text().trimmed());
    name_->setToolTip(refusal.isEmpty() ? tr("Enter takes the name, Escape leaves it as it was") : refusal);
    name_->setAccessibleDescription(name_->toolTip());
    markWrong(*name_, !refusal.isEmpty());
    if (refusal.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(name_->mapToGlobal(QPoint(0, name_->height() - 8)), refusal, name_);
}

bool ProfileTabs::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != name_) return QTabBar::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) endRename();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return false;
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        endRename();
        setFocus(Qt::OtherFocusReason);
    }
    return true;
}

void ProfileTabs::choose(int index)
{
    if (!isFollowing_ && index >= 0) document_.setCurrentProfile(nameAt(index));
}

void ProfileTabs::move(int, int to)
{
    if (isFollowing_) return;
    // One drag is one step, over however many tabs it goes.
    document_.apply(edits::moveProfile(nameAt(to).toStdString(), static_cast<std::size_t>(to)),
                    QStringLiteral("profile-tab/%1").arg(presses_));
}

void ProfileTabs::mousePressEvent(QMouseEvent* event)
{
    ++presses_;
    QTabBar::mousePressEvent(event);
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
