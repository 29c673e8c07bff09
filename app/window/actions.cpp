// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/actions.h"

#include "app/canvas/deeds.h"
#include "app/document/editing.h"
#include "app/moves/moves.h"
#include "app/session/session.h"
#include "app/theme/icons.h"
#include "app/window/cluster_edits.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace n3x {

namespace {

QString tipOf(const QAction& action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.statusTip() : QStringLiteral("%1 (%2)").arg(action.statusTip(), keys);
}

} // namespace

Actions::Actions(Session& session, QWidget& window) : QObject(&window), session_(session), window_(window)
{
    newProject = make(QStringLiteral("new"), tr("&New project…"), tr("Start a project from a template"),
                      QStringLiteral("new"), QKeySequence::New);
    openProject = make(QStringLiteral("open"), tr("&Open project…"), tr("Open the folder of a project"),
                       QStringLiteral("open"), QKeySequence::Open);
    save = make(QStringLiteral("save"), tr("&Save"), tr("Save n3x.yaml and the profiles"), QStringLiteral("save"),
                QKeySequence::Save);
    exportFiles =
        make(QStringLiteral("export"), tr("&Export…"), tr("List what an export would write, and then write it"),
             QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E));
    reload = make(QStringLiteral("reload"), tr("&Reload from disk"), tr("Load the project again as it stands on disk"),
                  QStringLiteral("reload"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    closeProject = make(QStringLiteral("close"), tr("&Close project"), tr("Back to the start page"),
                        QStringLiteral("close"), QKeySequence::Close);
    quit = make(QStringLiteral("quit"), tr("&Quit"), tr("End n3x Studio"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    undo = make(QStringLiteral("undo"), tr("&Undo"), tr("Take back the last edit"), QStringLiteral("undo"),
                QKeySequence::Undo);
    redo = make(QStringLiteral("redo"), tr("&Redo"), tr("Do again what was taken back"), QStringLiteral("redo"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    remove = make(QStringLiteral("remove"), tr("&Remove selection"), tr("Remove what is selected from its profile"),
                  QStringLiteral("trash"), QKeySequence(Qt::Key_Delete));
    // The canvas answers to the key itself. In a list it is not about what is selected on the canvas.
    remove->setShortcutContext(Qt::WidgetShortcut);
    window_.removeAction(remove);
    duplicate =
        make(QStringLiteral("duplicate"), tr("D&uplicate selection"), tr("Another one like each that is selected"),
             QStringLiteral("copy"), QKeySequence(Qt::CTRL | Qt::Key_D));
    moveUp =
        make(QStringLiteral("move-up"), tr("Move u&p"), tr("One place earlier in its list"), {}, moveKeys(Step::Up));
    moveDown = make(QStringLiteral("move-down"), tr("Move do&wn"), tr("One place later in its list"), {},
                    moveKeys(Step::Down));
    selectAll = make(QStringLiteral("select-all"), tr("Select &all nodes"), tr("Select every node of the profile"), {},
                     QKeySequence::SelectAll);
    selectNothing =
        make(QStringLiteral("select-none"), tr("Select &nothing"), tr("The inspector then shows the profile"), {},
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    search = make(QStringLiteral("search"), tr("&Search"), tr("Find nodes, networks, files and actions"),
                  QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_K));
    findInText =
        make(QStringLiteral("find-in-text"), tr("&Find in text"),
             tr("Find words in the preview, or in the difference that has the keyboard"), {}, QKeySequence::Find);

    addServer = make(QStringLiteral("add-server"), tr("Add &server"),
                     tr("A server like its siblings, with the next free name and addresses"), QStringLiteral("server"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    addAgent = make(QStringLiteral("add-agent"), tr("Add &agent"),
                    tr("An agent like its siblings, with the next free name and addresses"), QStringLiteral("add-node"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    addNetwork =
        make(QStringLiteral("add-network"), tr("Add n&etwork"), tr("A network on the next free VLAN and subnet"),
             QStringLiteral("add-network"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    addUplink = make(QStringLiteral("add-uplink"), tr("Add &uplink"), tr("Another way for nodes to reach the wire"),
                     QStringLiteral("uplink"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    arrange = make(QStringLiteral("arrange"), tr("Arrange auto&matically"),
                   tr("Let every card of the profile go where it stands by itself; undo puts them back"));
    addProfile = make(QStringLiteral("add-profile"), tr("Add &profile"), tr("An empty topology beside the others"),
                      QStringLiteral("profile"), QKeySequence(Qt::CTRL | Qt::Key_T));
    duplicateProfile = make(QStringLiteral("duplicate-profile"), tr("&Duplicate profile"),
                            tr("A copy of the profile in sight"), QStringLiteral("copy"));
    renameProfile = make(QStringLiteral("rename-profile"), tr("&Rename profile"),
                         tr("Another name for the profile in sight"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F2));
    removeProfile = make(QStringLiteral("remove-profile"), tr("Remo&ve profile"),
                         tr("Remove the profile in sight; undo brings it back"), QStringLiteral("trash"));
    moveProfileUp = make(QStringLiteral("move-profile-up"), tr("Move profile &up"), tr("One place earlier"), {},
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp));
    moveProfileDown = make(QStringLiteral("move-profile-down"), tr("Move profile do&wn"), tr("One place later"), {},
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown));
    deployProfile = make(QStringLiteral("deploy-profile"), tr("Depl&oy this profile"),
                         tr("The real machines run the profile in sight"));
    deployProfile->setCheckable(true);
    nextProfile = make(QStringLiteral("next-profile"), tr("Ne&xt profile"), tr("Show the next profile"), {},
                       QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    previousProfile = make(QStringLiteral("previous-profile"), tr("Previ&ous profile"), tr("Show the profile before"),
                           {}, QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    check = make(QStringLiteral("check"), tr("&Check"), tr("Show what is wrong; the checks themselves always run"),
                 QStringLiteral("check"), QKeySequence(Qt::Key_F8));

    zoomIn = make(QStringLiteral("zoom-in"), tr("Zoom &in"), tr("Show the canvas larger"), {}, QKeySequence::ZoomIn);
    zoomOut =
        make(QStringLiteral("zoom-out"), tr("Zoom &out"), tr("Show more of the canvas"), {}, QKeySequence::ZoomOut);
    actualSize = make(QStringLiteral("actual-size"), tr("&100 %"), tr("Show the canvas at its own size"), {},
                      QKeySequence(Qt::CTRL | Qt::Key_0));
    fit = make(QStringLiteral("fit"), tr("Fit the &profile"), tr("Show the whole profile on the canvas"), {},
               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    nextPanel = make(QStringLiteral("next-panel"), tr("&Next panel"), tr("Take the keyboard to the next panel"), {},
                     QKeySequence(Qt::Key_F6));
    previousPanel = make(QStringLiteral("previous-panel"), tr("&Previous panel"),
                         tr("Take the keyboard to the panel before"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6));
    floatPanel = make(QStringLiteral("float-panel"), tr("&Float or dock panel"),
                      tr("Take the panel with the keyboard out of the window, or back into it"), {},
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F6));
    resetDocks = make(QStringLiteral("reset-docks"), tr("&Reset layout"), tr("Put every dock where it was at first"));
    fullScreen = make(QStringLiteral("full-screen"), tr("&Full screen"), tr("The window on the whole screen, and back"),
                      {}, QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
    shortcuts = make(QStringLiteral("shortcuts"), tr("&Keyboard shortcuts"), tr("Every action with its keys"), {},
                     QKeySequence::HelpContents);
    about = make(QStringLiteral("about"), tr("&About n3x Studio"), tr("Version and licence"));
    about->setMenuRole(QAction::AboutRole);

    Document& document = session_.document();
    connect(remove, &QAction::triggered, this, [&document] { deeds::removeSelected(document); });
    connect(duplicate, &QAction::triggered, this, [&document] { duplicateSelected(document); });
    for (const auto& [action, step] : {std::pair(moveUp, Step::Up), {moveDown, Step::Down}})
        connect(action, &QAction::triggered, this, [&document, step] {
            if (const auto object = objectInHand(document)) moveObject(document, *object, step);
        });
    for (const auto& [action, step] : {std::pair(moveProfileUp, Step::Up), {moveProfileDown, Step::Down}})
        connect(action, &QAction::triggered, this,
                [&document, step] { moveObject(document, currentProfilePath(document), step); });
    connect(selectAll, &QAction::triggered, this, [&document] { selectAllNodes(document); });
    connect(selectNothing, &QAction::triggered, this, [&document] { document.select({}); });
    connect(addServer, &QAction::triggered, this, [&document] { addNode(document, Role::Server); });
    connect(addAgent, &QAction::triggered, this, [&document] { addNode(document, Role::Agent); });
    connect(addNetwork, &QAction::triggered, this, [&document] { n3x::addNetwork(document); });
    connect(addUplink, &QAction::triggered, this, [&document] { n3x::addUplink(document); });
    connect(addProfile, &QAction::triggered, this, [&document] { n3x::addProfile(document); });
    connect(duplicateProfile, &QAction::triggered, this, [&document] { n3x::duplicateProfile(document); });
    connect(removeProfile, &QAction::triggered, this, [&document] { n3x::removeProfile(document); });
    connect(deployProfile, &QAction::triggered, this,
            [&document](bool deploy) { n3x::deployProfile(document, deploy); });
    connect(nextProfile, &QAction::triggered, this, [&document] { showProfileBeside(document, 1); });
    connect(previousProfile, &QAction::triggered, this, [&document] { showProfileBeside(document, -1); });

    connect(&document, &Document::historyChanged, this, &Actions::follow);
    connect(&document, &Document::projectChanged, this, &Actions::follow);
    connect(&document, &Document::selectionChanged, this, &Actions::follow);
    connect(&document, &Document::currentProfileChanged, this, &Actions::follow);
    connect(&document, &Document::dirtyChanged, this, &Actions::follow);
    connect(&session_, &Session::opened, this, &Actions::follow);
    connect(&session_, &Session::closed, this, &Actions::follow);
    connect(&session_, &Session::exportingChanged, this, &Actions::follow);
    connect(&session_.folder(), &ProjectFolder::openingChanged, this, &Actions::follow);
    follow();
    QCoreApplication::instance()->installEventFilter(this);
}

// Fields of one line would keep the key to themselves on X11, where it goes to the end of the line.
bool Actions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride ||
        exportFiles->shortcut() != static_cast<QKeyEvent*>(event)->keyCombination())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

QAction* Actions::make(const QString& name, const QString& text, const QString& tip, const QString& iconName,
                       const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty()) action->setIcon(icon(iconName));
    if (!key.isEmpty()) action->setShortcut(key);
    action->setStatusTip(tip);
    action->setToolTip(tipOf(*action));
    window_.addAction(action); // its key works wherever the keyboard is
    return action;
}

QList<QAction*> Actions::all() const { return findChildren<QAction*>(Qt::FindDirectChildrenOnly); }

// What cannot be moved says why.
void Actions::followMoves(bool isOpen)
{
    const Document& document = session_.document();
    const auto show = [&](QAction& action, const std::optional<ObjectPath>& object, Step step, const QString& missing) {
        if (isOpen && object) {
            showMove(action, document, *object, step);
        } else {
            action.setEnabled(false);
            action.setStatusTip(missing);
        }
        action.setToolTip(action.isEnabled() ? tipOf(action) : action.statusTip());
    };
    const std::optional<ObjectPath> profile =
        document.profile() == nullptr ? std::nullopt : std::optional(currentProfilePath(document));
    for (const Step step : {Step::Up, Step::Down}) {
        show(step == Step::Up ? *moveUp : *moveDown, objectInHand(document), step,
             tr("Select one object to move it in its list"));
        show(step == Step::Up ? *moveProfileUp : *moveProfileDown, profile, step, tr("There is no profile"));
    }
}

void Actions::setWriteCount(int count)
{
    if (count != std::exchange(writeCount_, count)) follow();
}

void Actions::follow()
{
    const Document& document = session_.document();
    const bool open = session_.isOpen() && !session_.folder().isOpening();
    const bool canWrite = open && !session_.folder().isReadOnly() && !session_.isExporting();
    const bool hasProfile = open && document.profile() != nullptr;

    undo->setEnabled(open && document.canUndo());
    undo->setStatusTip(document.canUndo() ? tr("Take back “%1”").arg(document.undoName())
                                          : tr("Take back the last edit"));
    undo->setText(document.canUndo() ? tr("&Undo “%1”").arg(document.undoName()) : tr("&Undo"));
    undo->setIconText(tr("Undo"));
    redo->setEnabled(open && document.canRedo());
    redo->setStatusTip(document.canRedo() ? tr("Do “%1” again").arg(document.redoName())
                                          : tr("Do again what was taken back"));
    redo->setText(document.canRedo() ? tr("&Redo “%1”").arg(document.redoName()) : tr("&Redo"));
    redo->setIconText(tr("Redo"));
    save->setEnabled(canWrite); // though nothing is dirty: a field may hold what was typed and not told yet
    exportFiles->setEnabled(canWrite);
    const int writes = open ? writeCount_ : 0;
    exportFiles->setText(writes > 0 ? tr("&Export %n file(s)…", nullptr, writes) : tr("&Export…"));
    exportFiles->setIconText(writes > 0 ? tr("Export %n file(s)", nullptr, writes) : tr("Export"));
    for (QAction* action : {reload, closeProject, addProfile, search, findInText, nextPanel, previousPanel, floatPanel,
                            resetDocks, check})
        action->setEnabled(open);
    for (QAction* action : {zoomIn, zoomOut, actualSize, fit, addServer, addAgent, addNetwork, addUplink, arrange,
                            duplicateProfile, renameProfile, removeProfile, deployProfile, selectAll, selectNothing})
        action->setEnabled(hasProfile);
    remove->setEnabled(hasProfile && deeds::canRemoveSelected(document));
    duplicate->setEnabled(hasProfile && canDuplicateSelected(document));
    for (QAction* action : {nextProfile, previousProfile})
        action->setEnabled(open && document.project().profiles.size() > 1);
    for (QAction* action :
         {undo, redo, save, exportFiles, remove, duplicate, addServer, addAgent, addNetwork, addUplink, arrange,
          addProfile, duplicateProfile, renameProfile, removeProfile, deployProfile}) {
        action->setToolTip(tipOf(*action));
        disableIfReadOnly(*action, document);
    }
    followMoves(open);
    deployProfile->setChecked(hasProfile && document.project().deploy == document.currentProfile().toStdString());
}

} // namespace n3x
