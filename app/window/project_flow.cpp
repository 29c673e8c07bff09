// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/project_flow.h"

#include "app/document/translated.h"
#include "app/window/banner.h"
#include "app/window/open_dialog.h"
#include "app/window/question.h"
#include "core/files/save.h"
#include "core/workspace/code_names.h"
#include "core/workspace/codes.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include <algorithm>

namespace n3x {

namespace {

constexpr std::string_view projectFile = "n3x.yaml";

// What one of a project's own files says of it: a profile's file that profile, n3x.yaml all else and which profiles
// there are. Parts that are the same object compare at once.
Project heldBy(std::string_view path, const Project& project)
{
    Project held;
    if (path == projectFile) held = project;
    held.profiles = {};
    for (const auto& profile : project.profiles) {
        Profile bare;
        bare.name = profile->name;
        if (path == projectFile)
            held.profiles = held.profiles.push_back(std::move(bare));
        else if (path == profileFile(profile->name.text()))
            held.profiles = held.profiles.push_back(profile);
    }
    return held;
}

bool needsConsent(const Problem& problem)
{
    return problem.code == codes::changedByOthers.text || problem.code == codes::commentsWouldGo.text;
}

QString sentence(const Problem& problem)
{
    return QStringLiteral("%1 %2").arg(translated(problem.what), translated(problem.advice));
}

QString sentences(const Problems& problems)
{
    QStringList lines;
    for (const Problem& problem : problems) lines << sentence(problem);
    return lines.join(u'\n');
}

// In it, or in a panel of it that floats as a window of its own.
bool belongsTo(const QWidget& widget, const QWidget& window)
{
    const QWidget* around = &widget;
    while (around != nullptr && around != &window) around = around->parentWidget();
    return around != nullptr;
}

} // namespace

ProjectFlow::ProjectFlow(Session& session, BannerArea& banners, QWidget& window)
    : QObject(&window), session_(session), banners_(banners), window_(window)
{
    ProjectFolder& folder = session_.folder();
    connect(&folder, &ProjectFolder::openFailed, this, &ProjectFlow::openFailed);
    connect(&folder, &ProjectFolder::saveRefused, this,
            [this](const Problems& problems) { refused(problems, Task::Save); });
    connect(&folder, &ProjectFolder::exportRefused, this,
            [this](const Problems& problems) { refused(problems, Task::Export); });
    connect(&folder, &ProjectFolder::saved, this, [this](const Project&, const Views&, const SaveReport& report) {
        banners_.dismiss(QStringLiteral("disk"));
        tell(QStringLiteral("save"), report.warnings);
        // What was done or typed while it was written is asked about anew.
        if (auto then = std::exchange(afterSave_, nullptr)) askToLeave(std::move(then));
    });
    connect(&session_, &Session::exportCancelled, this, &ProjectFlow::stay);
    connect(&folder, &ProjectFolder::compareFailed, this, [this](const Problems& problems) {
        banners_.show(QStringLiteral("compare"), BannerKind::Warning, sentences(problems));
    });
    connect(&folder, &ProjectFolder::compared, this, [this] { banners_.dismiss(QStringLiteral("compare")); });
    connect(&folder, &ProjectFolder::changedOnDisk, this, &ProjectFlow::foundOnDisk);
    connect(&session_.document(), &Document::projectChanged, this, &ProjectFlow::tellWhatCannotBeSaved);
    connect(&folder, &ProjectFolder::opened, this, [this](const OpenedProject& opened) {
        understood_ = opened.loaded.project;
        unsafeToSave_ = opened.loaded.unsafeToSave;
        lost_.clear();
        tellWhatCannotBeSaved(); // work of an earlier session may be there already
        if (opened.isReadOnly)
            banners_.show(QStringLiteral("read-only"), BannerKind::Note,
                          tr("The project is open for reading only; it can be looked at, not changed or exported."));
        if (opened.recovery)
            banners_.show(QStringLiteral("recovery"), BannerKind::Note,
                          opened.recovery->kind == Recovery::Kind::Finished
                              ? tr("An export was interrupted here; it was finished now.")
                              : tr("An export was interrupted here before it wrote anything; nothing of it is left."));
    });
    connect(&session_, &Session::opened, &banners_, &BannerArea::dismissAll); // before what this project has to say
    connect(&session_, &Session::unsavedWorkFound, this, &ProjectFlow::foundUnsavedWork);
    connect(&session_, &Session::exported, this, &ProjectFlow::tellExport);
    // Later, when everybody has taken note of what was written.
    connect(&session_, &Session::exportingChanged, this, &ProjectFlow::leaveOnceWritten, Qt::QueuedConnection);
    connect(&folder, &ProjectFolder::busyChanged, this, &ProjectFlow::leaveOnceWritten, Qt::QueuedConnection);
    connect(&session_.unsavedWork(), &UnsavedWork::keepingFailed, this,
            [this](const QString& place, const QString& reason) {
                banners_.show(
                    QStringLiteral("keeping"), BannerKind::Warning,
                    tr("Work that is not saved cannot be kept in %1 (%2), so a crash would lose it. Save often, or "
                       "make that folder writable.")
                        .arg(place, reason),
                    {{tr("Dismiss"), {}}});
            });
    connect(&session_.unsavedWork(), &UnsavedWork::keepingWorks, this,
            [this] { banners_.dismiss(QStringLiteral("keeping")); });
}

void ProjectFlow::open(const QString& folder)
{
    forgetFailure();
    askToLeave([this, folder] { session_.open(folder); });
}

void ProjectFlow::forgetFailure() { banners_.dismiss(QStringLiteral("open")); }

void ProjectFlow::chooseAndOpen()
{
    forgetFailure();
    QFileDialog* dialog =
        makeOpenDialog(window_, session_.isOpen() ? QFileInfo(session_.folder().path()).path() : QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this, &ProjectFlow::open);
    dialog->open();
}

void ProjectFlow::create(const QString& templateName, const QString& name, const QString& folder)
{
    forgetFailure();
    askToLeave([=, this] { session_.create(folder, templateName.toStdString(), name); });
}

void ProjectFlow::save()
{
    finishTyping();
    afterSave_ = nullptr;
    perform(Task::Save, {});
}

void ProjectFlow::saveThen(std::function<void()> then)
{
    afterSave_ = std::move(then);
    perform(Task::Save, {});
}

void ProjectFlow::exportOutputs(const Decisions& decisions)
{
    finishTyping();
    decisions_ = decisions;
    perform(Task::Export, {});
}

void ProjectFlow::reload()
{
    finishTyping();
    if (!session_.document().isDirty()) {
        session_.folder().reload();
        return;
    }
    QMessageBox* box = makeQuestion(window_, tr("Reload the project from disk?"),
                                    tr("What was changed here and not saved is lost, the history too."));
    addAnswer(*box, tr("Reload"), QMessageBox::DestructiveRole);
    box->setDefaultButton(addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, box](QAbstractButton* button) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) session_.folder().reload();
    });
    box->open();
}

void ProjectFlow::close()
{
    askToLeave([this] { session_.close(); });
}

void ProjectFlow::finishTyping()
{
    const QPointer<QWidget> typing = QApplication::focusWidget();
    if (!typing || !belongsTo(*typing, window_)) return;
    typing->clearFocus();
    if (typing && typing->isVisible()) typing->setFocus(); // what was typed may have taken the field away
}

void ProjectFlow::askToLeave(std::function<void()> then)
{
    finishTyping();
    if (session_.isExporting() || session_.folder().isBusy()) {
        leave_ = std::move(then);
        banners_.show(QStringLiteral("leave"), BannerKind::Note,
                      session_.isExporting() ? tr("The export is still being written; it goes on here first.")
                                             : tr("The project is still being saved; it goes on here first."),
                      {{tr("Stay"), [this] { leave_ = nullptr; }}});
        return;
    }
    if (canLeaveAtOnce()) {
        then();
        return;
    }
    const QString name = QString::fromStdString(session_.document().project().name.text());
    QMessageBox* box = makeQuestion(window_, tr("Save the changes to %1?").arg(name),
                                    tr("Discarding loses what was done since the last save."));
    QPushButton* save = addAnswer(*box, tr("Save"), QMessageBox::AcceptRole);
    addAnswer(*box, tr("Discard"), QMessageBox::DestructiveRole);
    box->setEscapeButton(addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole));
    box->setDefaultButton(save);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, then = std::move(then)](QAbstractButton* button) {
        switch (box->buttonRole(button)) {
        case QMessageBox::AcceptRole: saveThen(then); break;
        case QMessageBox::DestructiveRole: then(); break;
        default: break;
        }
    });
    box->open();
}

bool ProjectFlow::canLeaveAtOnce() const
{
    return !session_.isOpen() ||
           (!session_.isExporting() && !session_.folder().isBusy() && !session_.document().isDirty());
}

void ProjectFlow::leaveOnceWritten()
{
    if (!leave_ || session_.isExporting() || session_.folder().isBusy()) return;
    banners_.dismiss(QStringLiteral("leave"));
    askToLeave(std::exchange(leave_, nullptr));
}

// What was to be written was not: somebody has to look.
void ProjectFlow::stay()
{
    leave_ = nullptr;
    banners_.dismiss(QStringLiteral("leave"));
}

// What can be allowed is asked for; anything else is told with its advice.
void ProjectFlow::refused(const Problems& problems, Task task)
{
    stay();
    if (!problems.empty() && std::ranges::all_of(problems, needsConsent)) {
        askForConsent(problems, task);
        return;
    }
    afterSave_ = nullptr;
    const QString subject = task == Task::Save ? QStringLiteral("save") : QStringLiteral("export");
    const QString text = problems.empty() ? tr("The project is not open any more.") : sentences(problems);
    banners_.show(
        subject, BannerKind::Error, text,
        {{tr("Try again"), [this, task, consent = consent_] { perform(task, consent); }}, {tr("Dismiss"), {}}});
}

void ProjectFlow::askForConsent(const Problems& problems, Task task)
{
    const bool foreign = std::ranges::any_of(
        problems, [](const Problem& problem) { return problem.code == codes::changedByOthers.text; });
    const bool comments = std::ranges::any_of(
        problems, [](const Problem& problem) { return problem.code == codes::commentsWouldGo.text; });
    QStringList lines;
    for (const Problem& problem : problems) lines << translated(problem.what);
    QMessageBox* box =
        makeQuestion(window_, foreign ? tr("Overwrite what someone else changed?") : tr("Save without the comments?"),
                     lines.join(u'\n'));
    addAnswer(*box, foreign ? tr("Overwrite") : tr("Save without comments"), QMessageBox::AcceptRole);
    if (foreign) addAnswer(*box, tr("Reload"), QMessageBox::ResetRole);
    QPushButton* cancel = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel); // neither can be undone
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [=, this](QAbstractButton* button) {
        switch (box->buttonRole(button)) {
        case QMessageBox::AcceptRole:
            perform(task, {.losingComments = consent_.losingComments || comments,
                           .overwritingForeignChanges = consent_.overwritingForeignChanges || foreign});
            break;
        case QMessageBox::ResetRole:
            afterSave_ = nullptr;
            reload();
            break;
        default: afterSave_ = nullptr;
        }
    });
    box->open();
}

void ProjectFlow::perform(Task task, SaveConsent consent)
{
    consent_ = consent;
    const Problems others = consent.overwritingForeignChanges ? Problems() : session_.wouldOverwrite();
    if (!others.empty())
        refused(others, task);
    else if (task == Task::Save)
        session_.save(consent);
    else
        session_.exportOutputs(decisions_, consent);
}

void ProjectFlow::openFailed(const QString& folder, const Problems& problems)
{
    const QString text = sentences(problems);
    QList<BannerAnswer> answers;
    if (keepOnlyWritersOut(problems))
        answers << BannerAnswer{tr("Open for reading"), [this, folder] {
                                    askToLeave([this, folder] { session_.open(folder, Access::ReadOnly); });
                                }};
    if (!answers.isEmpty()) answers << BannerAnswer{tr("Dismiss"), {}};
    banners_.show(QStringLiteral("open"), BannerKind::Error, text, answers);
}

void ProjectFlow::foundOnDisk(const QStringList& files)
{
    const QString subject = QStringLiteral("disk");
    if (files.isEmpty()) {
        banners_.dismiss(subject);
        return;
    }
    const QString which = QLocale().createSeparatedList(files);
    const bool dirty = session_.document().isDirty();
    banners_.show(subject, BannerKind::Warning,
                  dirty ? tr("%1 changed on disk, and here there are changes that are not saved.").arg(which)
                        : tr("%1 changed on disk.").arg(which),
                  {{tr("Reload"), [this] { reload(); }}, {tr("Keep mine"), {}}});
}

// When it is done: told at the next save, an hour of it would be lost by reloading the mended file.
void ProjectFlow::tellWhatCannotBeSaved()
{
    QStringList lost;
    if (session_.isOpen())
        for (const std::string& path : unsafeToSave_)
            if (heldBy(path, session_.document().project()) != heldBy(path, understood_))
                lost << QString::fromStdString(path);
    if (lost == std::exchange(lost_, lost)) return;
    const QString subject = QStringLiteral("unkept");
    if (lost.isEmpty())
        banners_.dismiss(subject);
    else
        banners_.show(subject, BannerKind::Warning,
                      tr("What is changed here of %1 cannot be saved: the file says something that this version "
                         "cannot keep. Undo it, then mend the problems of the file and reload the project.")
                          .arg(QLocale().createSeparatedList(lost)));
}

void ProjectFlow::foundUnsavedWork(const KeptWork& kept, bool sourcesAreOthers)
{
    const QString when = QLocale().toString(kept.time.toLocalTime(), QLocale::ShortFormat);
    const QString what = tr("Work from %1 was not saved when the program ended.").arg(when);
    banners_.show(QStringLiteral("unsaved"), sourcesAreOthers ? BannerKind::Warning : BannerKind::Note,
                  sourcesAreOthers
                      ? what + u' ' +
                            tr("The project's files are not those that it started from: restoring puts it in "
                               "their place, and Undo takes it back.")
                      : what,
                  {{tr("Restore"), [this] { session_.restoreUnsavedWork(); }},
                   {tr("Discard"), [this] { session_.discardUnsavedWork(); }}});
}

void ProjectFlow::tellExport(const ExportReport& report)
{
    banners_.dismiss(QStringLiteral("disk"));
    tell(QStringLiteral("export"), report.warnings);
}

void ProjectFlow::tell(const QString& subject, const Problems& warnings)
{
    if (warnings.empty())
        banners_.dismiss(subject);
    else
        banners_.show(subject, BannerKind::Warning, sentences(warnings));
}

} // namespace n3x
