// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"

#include "app/document/generation_runner.h"
#include "app/document/network_places.h"
#include "app/document/translated.h"
#include "core/edits/renames.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace n3x {

struct Document::State {
    PlacedHistory history{Project()};
    Project savedProject;
    NetworkPlaces networkPlaces;
    Views savedViews;
    bool isSaved = true;
    bool toldDirty = false;
    QString whyReadOnly;

    quint64 revision = 0;
    quint64 generatedRevision = 0;
    std::shared_ptr<const Generation> generation = std::make_shared<const Generation>();
    std::chrono::nanoseconds generationTime{};
    Withheld withheld;
    WatchedFile watched;
    std::shared_ptr<const OtherFindings> findings = std::make_shared<const OtherFindings>();
    std::shared_ptr<const Problems> problems = std::make_shared<const Problems>();
    std::optional<Changes> changes;

    QList<ObjectPath> selection;
    QString currentProfile;
    std::optional<QString> nextProfile; // after the next reset, which brings another project
    GenerationRunner runner; // last: it ends before the rest goes
};

Document::Document(QObject* parent) : QObject(parent), state_(std::make_unique<State>())
{
    connect(&state_->runner, &GenerationRunner::written, this, &Document::writtenAhead);
    connect(&state_->runner, &GenerationRunner::ready, this, [this](const Generated& made) {
        auto before = std::exchange(state_->generation, made.generation);
        state_->generatedRevision = made.revision;
        state_->generationTime = made.took;
        // Findings that came meanwhile are not in the list that was made with it.
        if (made.findings == state_->findings)
            takeProblems(made.problems);
        else
            gatherHere();
        emit generationChanged(made.generation);
        state_->runner.discard(std::move(before)); // after the panels let go of it
    });
}

Document::Document(const Project& project, QObject* parent) : Document(parent) { reset(project); }

Document::~Document() = default;

void Document::reset(const Project& project, const Views& views, Problems fileProblems, bool isSaved, Withheld withheld)
{
    const Project before = state_->history.current();
    const QString wanted = std::exchange(state_->nextProfile, {}).value_or(state_->currentProfile);
    state_->history = PlacedHistory(project, views);
    state_->savedProject = project;
    state_->networkPlaces.reset(project, views);
    keepColours({});
    state_->savedViews = this->views();
    state_->isSaved = isSaved;
    state_->withheld = std::move(withheld);
    state_->changes.reset();
    state_->selection.clear();
    // The same profile where there is one of that name: a reload leaves people where they are.
    const Profile* same = find(project.profiles, wanted.toStdString());
    if (same == nullptr && project.deploy) same = find(project.profiles, *project.deploy);
    if (same == nullptr && !project.profiles.empty()) same = &project.profiles[0].get();
    state_->currentProfile = same != nullptr ? QString::fromStdString(same->name.text()) : QString();
    OtherFindings findings;
    findings.ofFiles = std::move(fileProblems);
    findings.unread = state_->withheld.unread;
    findings.approvals = state_->findings->approvals;
    state_->findings = std::make_shared<const OtherFindings>(std::move(findings));
    state_->runner.request(project, state_->withheld, state_->findings, state_->watched, ++state_->revision);

    emit projectChanged(before, project);
    emit projectReset();
    emit selectionChanged();
    emit currentProfileChanged(state_->currentProfile);
    emit historyChanged();
    emit changesChanged();
    gatherHere();
    tellDirty();
}

void Document::leaveFor(const QString& profile)
{
    state_->nextProfile = profile;
    emit left();
}

std::size_t Document::networkPlace(std::string_view profile, std::string_view network) const
{
    return state_->networkPlaces.of(profile, network);
}

const Project& Document::project() const { return state_->history.current(); }

const Profile* Document::profile() const { return find(project().profiles, state_->currentProfile.toStdString()); }

quint64 Document::revision() const { return state_->revision; }

// Makes a step of the history, and tells what came of it.
template <class Step> void Document::step(Step&& make)
{
    const Project before = state_->history.current();
    const auto views = state_->history.views();
    const std::size_t position = state_->history.steps().position();
    std::forward<Step>(make)(state_->history);
    const bool changed = !(before == state_->history.current());
    const bool moved = views != state_->history.views();
    if (changed) {
        state_->runner.request(state_->history.current(), state_->withheld, state_->findings, state_->watched,
                               ++state_->revision);
        follow(before);
        emit projectChanged(before, state_->history.current());
    } else if (moved) {
        emit positionsChanged();
    }
    if (changed || position != state_->history.steps().position()) emit historyChanged();
    if (changed || moved) tellDirty();
}

void Document::setReadOnly(const QString& why)
{
    const bool before = isReadOnly();
    state_->whyReadOnly = why;
    if (before != isReadOnly()) emit readOnlyChanged(isReadOnly());
}

bool Document::isReadOnly() const { return !state_->whyReadOnly.isEmpty(); }
const QString& Document::whyReadOnly() const { return state_->whyReadOnly; }

void Document::apply(const Edit& edit, const QString& mergeKey, const Placing& place)
{
    if (isReadOnly()) return;
    step([&](PlacedHistory& history) { history.apply(edit, mergeKey.toStdString(), place); });
}

// Along the history. What changes in a profile out of sight brings that one into sight.
template <class Step> void Document::walk(Step&& make)
{
    const Project before = project();
    step(std::forward<Step>(make));
    std::vector<std::string> changed;
    for (const auto& profile : project().profiles) {
        const std::string name = profile->name.text();
        if (find(before.profiles, name) != &profile.get()) changed.push_back(name);
    }
    if (!changed.empty() && !std::ranges::contains(changed, state_->currentProfile.toStdString()))
        setCurrentProfile(QString::fromStdString(changed.front()));
}

void Document::undo()
{
    walk([](PlacedHistory& history) { history.undo(); });
}

void Document::redo()
{
    walk([](PlacedHistory& history) { history.redo(); });
}

void Document::goToHistory(int position)
{
    walk([position](PlacedHistory& history) { history.goTo(static_cast<std::size_t>(std::max(position, 0))); });
}

bool Document::canUndo() const { return state_->history.steps().canUndo(); }
bool Document::canRedo() const { return state_->history.steps().canRedo(); }
QString Document::undoName() const { return translated(state_->history.steps().undoName()); }
QString Document::redoName() const { return translated(state_->history.steps().redoName()); }
int Document::historyPosition() const { return static_cast<int>(state_->history.steps().position()); }

QStringList Document::historyNames() const
{
    QStringList names;
    for (const Text& name : state_->history.steps().names()) names << translated(name);
    return names;
}

bool Document::isDirty() const
{
    return !state_->isSaved || views() != state_->savedViews || !(state_->savedProject == project());
}

void Document::markSaved(const Project& project, const Views& views)
{
    state_->savedProject = project;
    state_->savedViews = views;
    state_->isSaved = true;
    tellDirty();
    emit saved(project);
}

void Document::tellDirty()
{
    if (const bool dirty = isDirty(); dirty != std::exchange(state_->toldDirty, dirty)) emit dirtyChanged(dirty);
}

std::shared_ptr<const Generation> Document::generation() const { return state_->generation; }
bool Document::isGenerating() const { return state_->generatedRevision != state_->revision; }
std::chrono::nanoseconds Document::generationTime() const { return state_->generationTime; }
const Problems& Document::problems() const { return *state_->problems; }
const std::shared_ptr<const Problems>& Document::problemList() const { return state_->problems; }

void Document::setExtraProblems(Problems problems)
{
    if (problems == state_->findings->ofFolder) return;
    changeFindings([&](OtherFindings& findings) { findings.ofFolder = std::move(problems); });
}

void Document::setApprovals(std::vector<Approval> approvals)
{
    if (approvals == state_->findings->approvals) return;
    changeFindings([&](OtherFindings& findings) { findings.approvals = std::move(approvals); });
}

void Document::setSourceMap(SourceMap positions)
{
    changeFindings([&](OtherFindings& findings) { findings.positions = std::move(positions); });
}

// Others may read the findings of before on their thread.
template <class Change> void Document::changeFindings(Change&& change)
{
    auto next = std::make_shared<OtherFindings>(*state_->findings);
    std::forward<Change>(change)(*next);
    state_->findings = std::move(next);
    gatherHere();
}

// Seldom: what follows an edit is gathered where it was generated.
void Document::gatherHere()
{
    takeProblems(ProblemGatherer().gather(state_->generation->problemList, state_->findings));
}

void Document::takeProblems(std::shared_ptr<const Problems> problems)
{
    const auto before = std::exchange(state_->problems, std::move(problems));
    if (before != state_->problems && *before != *state_->problems) emit problemsChanged();
}

void Document::watch(const std::string& profile, const std::string& node, const std::string& path)
{
    state_->watched = {profile, node, path, {}};
}

const std::optional<Changes>& Document::changes() const { return state_->changes; }

void Document::setChanges(std::optional<Changes> changes)
{
    if (changes == state_->changes) return;
    state_->changes = std::move(changes);
    emit changesChanged();
}

void Document::showOutput(const QString& path) { emit outputRequested(path); }

const QList<ObjectPath>& Document::selection() const { return state_->selection; }

void Document::select(const QList<ObjectPath>& paths)
{
    if (paths == state_->selection) return;
    state_->selection = paths;
    emit selectionChanged();
}

void Document::reveal(const ObjectPath& path)
{
    const std::vector<std::string> names = path.names();
    if (!holds(project(), path)) return;
    if (names.size() >= 2 && names[0] == "profiles") setCurrentProfile(QString::fromStdString(names[1]));
    select({objectOf(path)});
    emit revealRequested(path);
}

QString Document::currentProfile() const { return state_->currentProfile; }

void Document::setCurrentProfile(const QString& name)
{
    if (name == state_->currentProfile || find(project().profiles, name.toStdString()) == nullptr) return;
    state_->currentProfile = name;
    // What is selected belongs to a profile; the other one's objects cannot be seen any more.
    const ObjectPath profile = ObjectPath("profiles") / name.toStdString();
    QList<ObjectPath> kept;
    for (const ObjectPath& path : state_->selection)
        if (!path.isWithin(ObjectPath("profiles")) || path.isWithin(profile)) kept << path;
    const bool lost = kept.size() != state_->selection.size();
    state_->selection = kept;
    emit currentProfileChanged(name);
    if (lost) emit selectionChanged();
}

// Selection and current profile keep to objects that an edit renamed, and let go of those it removed.
void Document::follow(const Project& before)
{
    const Project& after = state_->history.current();
    const Renames renames = renamesBetween(before, after);
    state_->networkPlaces.follow(before, after, renames);

    const QString profile = state_->currentProfile;
    for (const auto& [from, to] : renames) {
        const std::vector<std::string> older = from.names();
        if (older.size() == 2 && older.front() == "profiles" && profile == QString::fromStdString(older[1]))
            state_->currentProfile = QString::fromStdString(to.names().back());
    }
    if (find(after.profiles, state_->currentProfile.toStdString()) == nullptr)
        state_->currentProfile =
            after.profiles.empty() ? QString() : QString::fromStdString(after.profiles[0]->name.text());
    QList<ObjectPath> selection;
    for (const ObjectPath& path : std::as_const(state_->selection))
        if (const ObjectPath now = followed(path, renames); holds(after, now)) selection << now;
    const bool selects = state_->selection != selection;
    state_->selection = selection;

    keepColours(before);
    if (profile != state_->currentProfile) emit currentProfileChanged(state_->currentProfile);
    if (selects) emit selectionChanged();
}

// In the views, of the profiles whose networks are others than before.
void Document::keepColours(const Project& before)
{
    for (const auto& profile : project().profiles) {
        const std::string name = profile->name.text();
        const Profile* older = find(before.profiles, name);
        if (older == nullptr || older->networks.identity() != profile->networks.identity())
            state_->history.placeWithoutStep(
                [&](Views& views) { views[name].colours = state_->networkPlaces.toKeep(*profile); });
    }
}

std::optional<QPointF> Document::position(const QString& profile, const QString& node) const
{
    const auto view = views().find(profile.toStdString());
    if (view == views().end()) return {};
    const auto place = view->second.cards.find(node.toStdString());
    if (place == view->second.cards.end()) return {};
    return QPointF(place->second.x, place->second.y);
}

void Document::setPositions(const QString& profile, const QHash<QString, QPointF>& positions, const QString& mergeKey,
                            const QStringList& moved)
{
    const QStringList nodes = moved.isEmpty() ? QStringList(positions.keys()) : moved;
    const Text name = nodes.size() == 1 ? Text(N3X_TEXT("Move %1"), {nodes.first().toStdString()})
                                        : Text(N3X_TEXT("Move %1 nodes"), {std::to_string(nodes.size())});
    apply({name, std::identity()}, mergeKey, [&](Views& views) {
        View& view = views[profile.toStdString()];
        for (const auto& [node, position] : positions.asKeyValueRange())
            view.cards[node.toStdString()] = {position.x(), position.y()};
    });
}

const Views& Document::views() const { return *state_->history.views(); }

} // namespace n3x
