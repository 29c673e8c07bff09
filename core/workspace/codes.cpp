// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/codes.h"

#include "core/workspace/code_names.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace n3x {
namespace {

Problem problem(const Code& code, Text what, Text advice)
{
    Problem made;
    made.code = code.text;
    made.severity = code.severity;
    made.what = std::move(what);
    made.advice = std::move(advice);
    return made;
}

Problem about(Problem made, std::string_view path)
{
    made.position = FilePosition{std::string(path), 0, 0};
    return made;
}

// A file stands where a folder belongs: in the path's own place, or in that of the folder that it lies in.
Problem noFolderBut(const Code& code, std::string_view path)
{
    const std::string_view above = folderOf(path);
    const std::string folder(above.empty() ? path : above);
    return problem(code, {N3X_TEXT("%1 is no folder, and the project keeps one there."), {folder}},
                   N3X_TEXT("Move what stands there away; the folder is made where it is needed."));
}

} // namespace

bool keepOnlyWritersOut(const Problems& problems)
{
    return std::ranges::any_of(problems, [](const Problem& found) {
        return found.code == codes::projectInUse.text || found.code == codes::unwritable.text ||
               found.code == codes::stoppedHalfway.text;
    });
}

namespace workspace_problems {

Problem noProject(std::string_view folder)
{
    return problem(codes::noProject, {N3X_TEXT("There is no n3x.yaml in %1."), {std::string(folder)}},
                   N3X_TEXT("Name a project's folder, or make a new project there."));
}

Problem unreadable(std::string_view path, int number)
{
    if (number == ELOOP || number == EXDEV) return about(unsafePath(path), path);
    if (number == ENOTDIR) return about(noFolderBut(codes::unreadable, path), path);
    return about(problem(codes::unreadable,
                         {N3X_TEXT("%1 cannot be read: %2."), {std::string(path), std::strerror(number)}},
                         N3X_TEXT("Make it a file that you may read, and try again.")),
                 path);
}

Problem unwritable(const DiskError& error)
{
    const std::string why = std::strerror(error.number);
    switch (error.number) {
    case ENOSPC:
    case EDQUOT:
        return problem(codes::noSpace, {N3X_TEXT("There is no space left to write %1."), {error.path}},
                       N3X_TEXT("Free some space and try again; no file was changed."));
    case EROFS:
    case EACCES:
    case EPERM:
        return problem(codes::unwritable, {N3X_TEXT("%1 cannot be written: %2."), {error.path, why}},
                       N3X_TEXT("Get the right to write there, or copy the project; no file was changed."));
    case ELOOP:
    case EXDEV: return unsafePath(error.path);
    case ENOTDIR: return noFolderBut(codes::unwritable, error.path);
    default:
        return problem(codes::diskRefused, {N3X_TEXT("The disk refused %1: %2."), {error.path, why}},
                       N3X_TEXT("Mend the disk and try again; no file was changed."));
    }
}

Problem noFolder(std::string_view path, int number)
{
    if (number == ENOSPC || number == EDQUOT) return unwritable({number, std::string(path)});
    return problem(codes::unwritable,
                   {N3X_TEXT("The folder %1 cannot be made: %2."), {std::string(path), std::strerror(number)}},
                   N3X_TEXT("Name another folder, or get the right to write there."));
}

Problem generatedInPart(std::string_view folder, const DiskError& error)
{
    Problem problem = unwritable(error);
    problem.advice = {N3X_TEXT("Mend that and generate again; what stands in %1 now is not whole."),
                      {std::string(folder)}};
    return problem;
}

Problem inUse(std::string_view folder, std::string_view holder)
{
    return problem(codes::projectInUse,
                   {N3X_TEXT("The project in %1 is open in %2."), {std::string(folder), std::string(holder)}},
                   N3X_TEXT("Close it there, or open it here for reading only."));
}

Problem unsafePath(std::string_view path)
{
    return problem(codes::unsafePath,
                   {N3X_TEXT("%1 leaves the project's folder or leads over a symbolic link."), {std::string(path)}},
                   N3X_TEXT("Replace the link by a real folder or file; nothing is written through it."));
}

Problem changedByOthers(std::string_view path)
{
    return about(problem(codes::changedByOthers,
                         {N3X_TEXT("%1 was changed by someone else since it was loaded."), {std::string(path)}},
                         N3X_TEXT("Load the project again, or say that yours is to overwrite it.")),
                 path);
}

Problem changedSinceWorkBegan(std::string_view path)
{
    Problem found = changedByOthers(path);
    found.what = {N3X_TEXT("%1 was changed by someone else after the restored work was begun."), {std::string(path)}};
    return found;
}

Problem commentsWouldGo(std::string_view path)
{
    return about(problem(codes::commentsWouldGo,
                         {N3X_TEXT("%1 has comments that saving would remove."), {std::string(path)}},
                         N3X_TEXT("Allow that, or make the change in the file by hand.")),
                 path);
}

Problem contentsWouldGo(std::string_view path)
{
    return about(
        problem(codes::contentsWouldGo,
                {N3X_TEXT("%1 says something that this version cannot keep when it saves."), {std::string(path)}},
                N3X_TEXT("Mend the problems of that file first.")),
        path);
}

Problem missingWouldBeWritten(std::string_view path)
{
    return about(problem(codes::contentsWouldGo,
                         {N3X_TEXT("%1 is listed and is not there; saving would put an empty one in its place."),
                          {std::string(path)}},
                         N3X_TEXT("Put the file back, or take its name out of “profiles” in n3x.yaml.")),
                 path);
}

Problem conflict(const Change& change)
{
    switch (change.reason) {
    case ConflictReason::NotAFile:
        return about(problem(codes::noRegularFile,
                             {N3X_TEXT("%1 is no regular file, or lies behind a symbolic link."), {change.path}},
                             N3X_TEXT("Remove what stands there; it was left alone.")),
                     change.path);
    case ConflictReason::NotOurs:
        return about(problem(codes::inTheWay,
                             {N3X_TEXT("%1 was not made by an export and differs from it."), {change.path}},
                             N3X_TEXT("Move it away, or decide to overwrite it; it was left alone.")),
                     change.path);
    case ConflictReason::Unreadable: return manifestUnreadable();
    case ConflictReason::EditedThenDropped:
        return about(problem(codes::editedByHand,
                             {N3X_TEXT("%1 is generated no more, and was edited by hand."), {change.path}},
                             N3X_TEXT("Remove it yourself, or decide to let the export remove it; it was left alone.")),
                     change.path);
    default:
        return about(problem(codes::editedByHand,
                             {N3X_TEXT("%1 was edited by hand since the last export."), {change.path}},
                             N3X_TEXT("Say it in the project instead, or decide to overwrite it; it was left alone.")),
                     change.path);
    }
}

Problem noFolderThere(std::string_view path)
{
    return about(
        problem(codes::noRegularFile,
                {N3X_TEXT("%1 is a symbolic link or no folder; nothing below it was written."), {std::string(path)}},
                N3X_TEXT("Put a real folder in its place; it was left alone.")),
        path);
}

Problem sourceInTheWay(std::string_view path)
{
    Problem made = about(problem(codes::inTheWay, {N3X_TEXT("%1 is there already."), {std::string(path)}},
                                 N3X_TEXT("Choose another folder for the new project, or move the file away.")),
                         path);
    made.severity = Severity::Error; // here nothing is made at all
    return made;
}

Problem manifestUnreadable()
{
    return about(problem(codes::manifestUnreadable,
                         N3X_TEXT(".n3x/manifest.json is no list of exported files that this version can read, so "
                                  "nothing is exported."),
                         N3X_TEXT("Restore it from Git; or decide to overwrite it, and every different file counts as "
                                  "someone else's.")),
                 ".n3x/manifest.json");
}

Problem interrupted()
{
    return problem(codes::exportInterrupted, N3X_TEXT("An export into this folder was interrupted."),
                   N3X_TEXT("Open the project for writing: that finishes or undoes it."));
}

Problem gitIndex(std::string_view why)
{
    return problem(codes::gitUnaware, {N3X_TEXT("Git was not told about the new files: %1."), {std::string(why)}},
                   N3X_TEXT("Run git add -N on them, since a flake sees only what Git knows."));
}

Problem ignoredByGit(std::string_view path, bool areMore)
{
    const Text what = areMore ? Text(N3X_TEXT("Git ignores %1 and other files that were written."), {std::string(path)})
                              : Text(N3X_TEXT("Git ignores %1, which was written."), {std::string(path)});
    return about(problem(codes::gitUnaware, what,
                         {N3X_TEXT("Take back the rule that git check-ignore -v %1 shows, or run git add -f on them, "
                                   "since a flake sees only what Git knows."),
                          {std::string(path)}}),
                 path);
}

Problem projectThere(std::string_view folder)
{
    return problem(codes::projectThere, {N3X_TEXT("There is a project in %1 already."), {std::string(folder)}},
                   N3X_TEXT("Choose another folder, or open that project."));
}

Problem stoppedHalfway(const DiskError& error)
{
    if (error.number == EBADMSG)
        return problem(
            codes::stoppedHalfway,
            {N3X_TEXT("What %1 says of an interrupted export cannot be read, so that is neither finished nor "
                      "undone."),
             {error.path}},
            N3X_TEXT("Compare the folder with its last commit, remove .n3x/journal and .n3x/staging, and "
                     "export again."));
    return problem(codes::stoppedHalfway,
                   {N3X_TEXT("%1 could not be put in place: %2."), {error.path, std::strerror(error.number)}},
                   N3X_TEXT("Mend that and open the project again: what is written already is put in place then."));
}

Problem keptByRecovery(std::string_view path)
{
    return about(problem(codes::keptByRecovery,
                         {N3X_TEXT("%1 changed while an export was interrupted."), {std::string(path)}},
                         N3X_TEXT("Export again and decide about it; it was left alone.")),
                 path);
}

Problem approvalWrong(const FilePosition& where, Text what)
{
    Problem made = problem(codes::approvalWrong, std::move(what),
                           N3X_TEXT("Write code, object, who and why, and until as a date such as 2026-12-31."));
    made.position = where;
    return made;
}

Problem approvalExpired(const FilePosition& where, const ObjectPath& object, std::string_view code,
                        std::string_view until)
{
    Problem made = problem(
        codes::approvalExpired,
        {N3X_TEXT("The approval of %1 for %2 ran out on %3."), {std::string(code), object.text(), std::string(until)}},
        N3X_TEXT("Mend the finding, or approve it again with a later date."));
    made.path = object;
    made.position = where;
    return made;
}

Problem readOnly()
{
    return problem(codes::readOnly, N3X_TEXT("The project is open for reading only."),
                   N3X_TEXT("Open it for writing when nobody else has it open."));
}

Problem viewUnreadable(std::string_view path)
{
    Problem found =
        problem(codes::viewUnreadable,
                {N3X_TEXT("The positions in %1 cannot be read, so they are left as they are."), {std::string(path)}},
                {N3X_TEXT("Mend %1, or remove it to place the cards anew."), {std::string(path)}});
    found.severity = Severity::Warning;
    return found;
}

Problem noSourceFile(std::string_view path)
{
    return about(problem(codes::profileNoFile,
                         {N3X_TEXT("%1 is no regular file, so it is not read."), {std::string(path)}},
                         N3X_TEXT("Give it another name, or move it out of the folder.")),
                 path);
}

Problem hardwareElsewhere(std::string_view path)
{
    std::string_view name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    return about(problem(codes::hardwareElsewhere,
                         {N3X_TEXT("%1 is not read: a project's own targets stand in n3x.yaml."), {std::string(path)}},
                         {N3X_TEXT("Write what it says below “hardware: %1:” in n3x.yaml, and remove the file."),
                          {std::string(name)}}),
                 path);
}

Problem unlistedWouldGo(std::string_view path)
{
    return about(problem(codes::unlistedWouldGo,
                         {N3X_TEXT("%1 is there already, and n3x.yaml does not list it; saving would replace it."),
                          {std::string(path)}},
                         N3X_TEXT("Give the profile another name, or move the file away.")),
                 path);
}

} // namespace workspace_problems
} // namespace n3x
