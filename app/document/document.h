// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/placed_history.h"
#include "core/files/load.h"
#include "core/files/source_map.h"
#include "core/model/object_path.h"
#include "core/model/problem.h"
#include "core/model/project.h"
#include "core/workspace/approvals.h"
#include "core/workspace/changes.h"
#include "core/workspace/view.h"
#include "generators/live/live_engine.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace n3x {

// The one open project as the window sees it: the project and its history, what follows from it, what is selected
// and where things stand. It knows no disk and no widget; every panel takes a `Document&` and listens to its signals.
// All of it belongs to the window's thread, and nothing here waits.
class Document final : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);
    explicit Document(const Project& project, QObject* parent = nullptr);
    ~Document() override;

    // Another project takes the place of this one, with a history of its own. `fileProblems` are those that only the
    // text of the files shows (unknown keys and so on); they stay until the next reset.
    // `isSaved` is false for what stands on no disk yet: a new project, one restored after a crash.
    // Nothing is generated from what is withheld, and nothing said of what was not read whole, until the next reset
    // too.
    void reset(const Project& project, const Views& views = {}, Problems fileProblems = {}, bool isSaved = true,
               Withheld withheld = {});

    // Before the reset that brings another project: nothing of where people were in this one holds for it. They come to
    // that profile, where there is one of the name.
    void leaveFor(const QString& profile);

    [[nodiscard]] const Project& project() const;
    [[nodiscard]] const Profile* profile() const; // the current one; null when there is none
    [[nodiscard]] quint64 revision() const; // grows with every change of the project
    // Which of the colours a network has; it stays what it is while others come, go and move.
    [[nodiscard]] std::size_t networkPlace(std::string_view profile, std::string_view network) const;

    // A project that cannot be written is not edited either: apply() and setPositions() then do nothing.
    // `why` is the sentence for people; empty where it can be edited.
    void setReadOnly(const QString& why);
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] const QString& whyReadOnly() const;

    // Edits
    // Edits with the same non-empty key that follow each other become one step, for typing in a field. `place` puts
    // cards elsewhere in the same step.
    void apply(const Edit& edit, const QString& mergeKey = {}, const Placing& place = {});
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;
    [[nodiscard]] QStringList historyNames() const; // oldest first
    [[nodiscard]] int historyPosition() const; // how many of them count
    void goToHistory(int position);
    [[nodiscard]] bool isDirty() const;
    // What stands on disk now; an older state where edits were made while it was written.
    void markSaved(const Project& project, const Views& views);

    // What follows from the project. Never null; of an older project while isGenerating().
    [[nodiscard]] std::shared_ptr<const Generation> generation() const;
    [[nodiscard]] bool isGenerating() const;
    [[nodiscard]] std::chrono::nanoseconds generationTime() const;
    // Those of the files, the generation and setExtraProblems, in one order, each once, without what was approved.
    [[nodiscard]] const Problems& problems() const;
    [[nodiscard]] const std::shared_ptr<const Problems>& problemList() const; // to keep
    void setApprovals(std::vector<Approval> approvals);
    void setExtraProblems(Problems problems); // of the workspace: what the engine cannot know
    // Where the objects stand in the files as they were last read or written; until the next reset.
    void setSourceMap(SourceMap positions);

    // The file in sight, of a node or (then it is empty) of all nodes of a profile: an edit that all files follow tells
    // of this one first, by writtenAhead().
    void watch(const std::string& profile, const std::string& node, const std::string& path);

    // What an export would do, as it was last compared with the folder; nothing before the first comparison.
    [[nodiscard]] const std::optional<Changes>& changes() const;
    void setChanges(std::optional<Changes> changes);
    // Asks the preview for one generated file.
    void showOutput(const QString& path);

    // Selection: objects, and sometimes one value of an object that a problem is about. A renamed object stays
    // selected, a removed one does not.
    [[nodiscard]] const QList<ObjectPath>& selection() const;
    void select(const QList<ObjectPath>& paths);
    // Selects the object of the path in its own profile and asks the inspector to put the keyboard on the value.
    void reveal(const ObjectPath& path);

    [[nodiscard]] QString currentProfile() const;
    void setCurrentProfile(const QString& name); // one that there is not changes nothing

    // Where cards stand: a step of the history like any other, and saved with the project. It is named after `moved`,
    // where others are placed with them.
    [[nodiscard]] std::optional<QPointF> position(const QString& profile, const QString& node) const;
    void setPositions(const QString& profile, const QHash<QString, QPointF>& positions, const QString& mergeKey = {},
                      const QStringList& moved = {});
    [[nodiscard]] const Views& views() const;

signals:
    void projectChanged(const n3x::Project& before, const n3x::Project& after);
    void left(); // for another project, which comes next
    void readOnlyChanged(bool isReadOnly);
    void projectReset(); // after projectChanged, when it was reset() and not an edit
    void writtenAhead(const std::shared_ptr<const n3x::OutputBlock>& files); // in the generation to come
    void generationChanged(std::shared_ptr<const n3x::Generation> generation);
    void problemsChanged();
    void changesChanged();
    void outputRequested(const QString& path);
    void selectionChanged();
    void revealRequested(const n3x::ObjectPath& path);
    void currentProfileChanged(const QString& name);
    void positionsChanged(); // of a project that stayed as it was
    void dirtyChanged(bool isDirty);
    void historyChanged();
    void saved(const n3x::Project& project); // as it stands on disk now; perhaps older than what is in the window

private:
    struct State;
    template <class Step> void step(Step&& make);
    template <class Step> void walk(Step&& make);
    void follow(const Project& before);
    void keepColours(const Project& before);
    template <class Change> void changeFindings(Change&& change);
    void gatherHere();
    void takeProblems(std::shared_ptr<const Problems> problems);
    void tellDirty();

    std::unique_ptr<State> state_;
};

} // namespace n3x
