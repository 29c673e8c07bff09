// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/code_names.h"
#include "core/workspace/codes.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> workspaceProblemCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {noProject.text, noProject.severity, N3X_TEXT("No project in this folder"),
         N3X_TEXT("A project is a folder with the file n3x.yaml; everything else is found from there."),
         N3X_TEXT("Run n3x inside the project's folder or below it, name the folder, or make a project with n3x new.")},
        {unreadable.text, unreadable.severity, N3X_TEXT("File cannot be read"),
         N3X_TEXT("What cannot be read cannot be shown, checked or compared, so nothing is guessed."),
         N3X_TEXT("A profile that belongs to another user: give yourself the right to read it (chmod, chown).")},
        {unwritable.text, unwritable.severity, N3X_TEXT("Folder cannot be written"),
         N3X_TEXT("Saving and exporting write beside the old files first, so the folder itself has to be writable."),
         N3X_TEXT("A project on a read-only medium: copy it to a place where you may write.")},
        {noSpace.text, noSpace.severity, N3X_TEXT("No space left"),
         N3X_TEXT(
             "Everything new is written before anything old is replaced; when that does not fit, nothing changes."),
         N3X_TEXT("Free some space and save again; the files on disk are the old ones, whole.")},
        {projectInUse.text, projectInUse.severity, N3X_TEXT("Project is in use"),
         N3X_TEXT("Two programs that write one project would undo each other's work."),
         N3X_TEXT("The window has the project open while n3x export runs: close it there, or export from it.")},
        {unsafePath.text, unsafePath.severity, N3X_TEXT("Path leaves the project"),
         N3X_TEXT("A symbolic link or a path with .. could make an export write into other people's files."),
         N3X_TEXT("backends is a symbolic link to another folder: replace it by a real folder.")},
        {changedByOthers.text, changedByOthers.severity, N3X_TEXT("Changed on disk by someone else"),
         N3X_TEXT("Saving now would undo what an editor, a colleague or git wrote since the project was opened."),
         N3X_TEXT("Someone pulled a new profiles/vlans.yaml: load it again and repeat your change, or overwrite it.")},
        {commentsWouldGo.text, commentsWouldGo.severity, N3X_TEXT("Comments would be lost"),
         N3X_TEXT("The writer of project files does not keep comments yet."),
         N3X_TEXT(
             "profiles/vlans.yaml has a comment and you changed a VLAN: allow the loss, or edit the file by hand.")},
        {contentsWouldGo.text, contentsWouldGo.severity, N3X_TEXT("Contents would be lost"),
         N3X_TEXT("The file says something that this version cannot hold, and writing it would drop that."),
         N3X_TEXT("An unknown key in n3x.yaml: mend what n3x check says about the file first.")},
        {editedByHand.text, editedByHand.severity, N3X_TEXT("Generated file was edited by hand"),
         N3X_TEXT(
             "The edit would be lost by the next export, or the export's change by keeping it; that is yours to say."),
         N3X_TEXT("Say it in the project where it can say it; then n3x export --force PATH.")},
        {inTheWay.text, inTheWay.severity, N3X_TEXT("Someone else's file is in the way"),
         N3X_TEXT("The export never wrote this file, so it is not the export's to replace."),
         N3X_TEXT("A flake.nix of your own: move it away, or n3x export --force flake.nix.")},
        {noRegularFile.text, noRegularFile.severity, N3X_TEXT("No regular file"),
         N3X_TEXT("A folder, a symbolic link or a device stands where a file is to be written; it is never replaced."),
         N3X_TEXT("Remove the link and export again.")},
        {manifestUnreadable.text, manifestUnreadable.severity, N3X_TEXT("List of exported files cannot be read"),
         N3X_TEXT(".n3x/manifest.json tells which files the export owns; made anew, every different file is someone "
                  "else's, and what is generated no more is never removed."),
         N3X_TEXT("A merge left its marks in the file, or a newer studio wrote it: restore it from Git, or n3x export "
                  "--force .n3x/manifest.json and decide for each file.")},
        {exportInterrupted.text, exportInterrupted.severity, N3X_TEXT("Interrupted export"),
         N3X_TEXT("A program was ended while it replaced files, so old and new ones stand side by side."),
         N3X_TEXT("Open the project for writing, in the window or with n3x export: that finishes or undoes it.")},
        {gitUnaware.text, gitUnaware.severity, N3X_TEXT("Git does not know the new files"),
         N3X_TEXT("A flake does not see files that Git does not know; the files themselves are written."),
         N3X_TEXT(
             "Another git command held the index: run git add -N on the new files. A line lib/ in .gitignore: take "
             "it out, for a flake does not see what Git ignores.")},
        {projectThere.text, projectThere.severity, N3X_TEXT("A project is there already"),
         N3X_TEXT("A new project never replaces an old one."),
         N3X_TEXT("Choose another folder, or open that project.")},
        {diskRefused.text, diskRefused.severity, N3X_TEXT("Disk refused"),
         N3X_TEXT("The system gave an error that is neither about rights nor about space."),
         N3X_TEXT("A broken disk or a lost network drive: look into the system's journal.")},
        {stoppedHalfway.text, stoppedHalfway.severity, N3X_TEXT("Stopped halfway"),
         N3X_TEXT("All new files are written and safe, but some could not be put in place."),
         N3X_TEXT("Mend what the sentence names and open the project again: the rest is put in place then.")},
        {keptByRecovery.text, keptByRecovery.severity, N3X_TEXT("Left alone when finishing an export"),
         N3X_TEXT("The file changed after the export was interrupted, so it was not replaced."),
         N3X_TEXT("Export again: the file is listed as edited by hand, and you decide.")},
        {approvalWrong.text, approvalWrong.severity, N3X_TEXT("Approval cannot be read"),
         N3X_TEXT("An approval that is not understood must not hide anything."),
         N3X_TEXT("Each needs code, object, who and why; until is a date such as 2026-12-31.")},
        {approvalExpired.text, approvalExpired.severity, N3X_TEXT("Approval ran out"),
         N3X_TEXT("A finding was accepted until a day that is over, so it is reported again."),
         N3X_TEXT("Mend the finding, or approve it again with a later date.")},
        {readOnly.text, readOnly.severity, N3X_TEXT("Project is open for reading only"),
         N3X_TEXT("It was opened without the lock that keeps two programs from writing at once."),
         N3X_TEXT("Close it where it is being written, then open it again.")},
        {viewUnreadable.text, viewUnreadable.severity, N3X_TEXT("Positions on the canvas cannot be read"),
         N3X_TEXT("A file in .n3x/view is not one of positions, so it is neither shown nor written."),
         N3X_TEXT("Mend the file, or remove it: it holds nothing but where cards stand.")},
        {profileNoFile.text, profileNoFile.severity, N3X_TEXT("A profile is no regular file"),
         N3X_TEXT("A folder, a symbolic link, a pipe or a socket in profiles/ has a profile's name; what it holds or "
                  "leads to is not read."),
         N3X_TEXT("A folder profiles/old.yaml: give it another name, or move it out of profiles/.")},
        {hardwareElsewhere.text, hardwareElsewhere.severity, N3X_TEXT("Hardware targets stand in n3x.yaml"),
         N3X_TEXT("A project keeps its own targets under hardware in n3x.yaml; a file for each is only in the studio's "
                  "catalogue, so this one is not read."),
         N3X_TEXT("profiles/hardware/rack.yaml: write it as hardware: { rack: … } in n3x.yaml, without the line n3x.")},
        {unlistedWouldGo.text, unlistedWouldGo.severity, N3X_TEXT("Another profile's file is in the way"),
         N3X_TEXT("A file in profiles/ that n3x.yaml does not list is in no project that is open, so saving a profile "
                  "over it would lose it."),
         N3X_TEXT("profiles/old.yaml is not listed, and a profile was renamed to old: choose another name, or move the "
                  "file away.")},
    });
    return table;
}

} // namespace n3x
