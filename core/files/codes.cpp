// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/codes.h"

#include "core/files/code_names.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> fileProblemCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {notYaml.text, notYaml.severity, N3X_TEXT("The file is not YAML"),
         N3X_TEXT("Behind a syntax error nobody can tell what belongs to what, so nothing after it is read."),
         N3X_TEXT("members: [eth1, eth2   ← the bracket is never closed")},
        {tabIndented.text, tabIndented.severity, N3X_TEXT("A line is indented with a tab"),
         N3X_TEXT("YAML knows only spaces there. Readers differ in how far a tab indents, and some join the "
                  "line to the one before."),
         N3X_TEXT("Use two spaces a level.")},
        {keyTwice.text, keyTwice.severity, N3X_TEXT("A key stands twice"),
         N3X_TEXT("One of the two would be lost in silence, and which one depends on the reader."),
         N3X_TEXT("vlan: 100 and, a few lines below in the same network, vlan: 200")},
        {keyUnknown.text, keyUnknown.severity, N3X_TEXT("A key is unknown"),
         N3X_TEXT("A key that nobody reads is mostly a misspelt one, and then the value that was meant is missing."),
         N3X_TEXT("upDelai: 200ms instead of upDelay: 200ms")},
        {wrongForm.text, wrongForm.severity, N3X_TEXT("A value has the wrong form"),
         N3X_TEXT("Where one text or number belongs, a list or a map says more than the field can hold, and "
                  "the other way round."),
         N3X_TEXT("vlan: [100, 200]   ← a network has one VLAN")},
        {keyMissing.text, keyMissing.severity, N3X_TEXT("A key is missing"),
         N3X_TEXT("Without it the file cannot be understood, or the studio would have to guess."),
         N3X_TEXT("A node says its role: server or agent.")},
        {aliasesTooLarge.text, aliasesTooLarge.severity, N3X_TEXT("Aliases stand for too much"),
         N3X_TEXT("A few aliases of aliases make billions of values out of ten lines; reading them would fill "
                  "the memory."),
         N3X_TEXT("b: [*a, *a, *a, *a], c: [*b, *b, *b, *b], and so on")},
        {nestedTooDeep.text, nestedTooDeep.severity, N3X_TEXT("The nesting is too deep"),
         N3X_TEXT("No project file needs more than a few levels. Beyond 64 the file is broken or made to harm."),
         N3X_TEXT("[[[[[[[[[[[[… many more")},
        {fileTooLarge.text, fileTooLarge.severity, N3X_TEXT("The file is too large"),
         N3X_TEXT("A profile of ten thousand nodes has some three megabytes; beyond 16 MiB it is something else."),
         N3X_TEXT("A disk image that was saved under the name of a profile.")},
        {notUtf8.text, notUtf8.severity, N3X_TEXT("The file is not UTF-8"),
         N3X_TEXT("Bytes of another encoding would show as other letters on other machines."),
         N3X_TEXT("iconv -f ISO-8859-1 -t UTF-8 turns a file of the old Western encoding.")},
        {controlCharacter.text, controlCharacter.severity, N3X_TEXT("The file holds a control character"),
         N3X_TEXT("YAML does not allow it, and editors do not show it."),
         N3X_TEXT("Inside double quotes it can be written as an escape, such as \"\\x07\".")},
        {newerFormat.text, newerFormat.severity, N3X_TEXT("The file is of a newer format"),
         N3X_TEXT(
             "An older program would lose what it does not know, so it does not read the file and never writes it."),
         N3X_TEXT("n3x: profile/2 needs a newer n3x Studio.")},
        {otherKind.text, otherKind.severity, N3X_TEXT("The file is of another kind"),
         N3X_TEXT("The first key says what a file is; a profile is no project and no hardware target."),
         N3X_TEXT("n3x: profile/1 in n3x.yaml, where n3x: project/1 belongs")},
        {profileFileMissing.text, profileFileMissing.severity, N3X_TEXT("A listed profile has no file"),
         N3X_TEXT("The project names the profile, so somebody expects its nodes."),
         N3X_TEXT("profiles: [edge] without profiles/edge.yaml")},
        {profileUnlisted.text, profileUnlisted.severity, N3X_TEXT("A profile's file is not listed"),
         N3X_TEXT("Only profiles that n3x.yaml lists are read; a file that was forgotten there gives no outputs."),
         N3X_TEXT("profiles/edge.yaml without edge in the list profiles of n3x.yaml")},
        {profileNameDiffers.text, profileNameDiffers.severity, N3X_TEXT("A profile's name is not that of its file"),
         N3X_TEXT("The list in n3x.yaml and the file's name decide; another name inside comes from copying a "
                  "file and misleads."),
         N3X_TEXT("name: vlans in profiles/vlans-copy.yaml")},
        {fileEmpty.text, fileEmpty.severity, N3X_TEXT("The file is empty"),
         N3X_TEXT("Nothing can be read from it; perhaps a copy or a save was interrupted."),
         N3X_TEXT("A file without any key, or with comments only.")},
        {severalDocuments.text, severalDocuments.severity, N3X_TEXT("The file holds several documents"),
         N3X_TEXT("Only the first is read; the others would be lost when the file is written."),
         N3X_TEXT("A second line that consists of three hyphens.")},
        {noProjectFile.text, noProjectFile.severity, N3X_TEXT("The folder holds no project"),
         N3X_TEXT("A project is a folder with the file n3x.yaml."), N3X_TEXT("n3x new FOLDER makes one.")},
        {aliasInItself.text, aliasInItself.severity, N3X_TEXT("An alias stands inside what it stands for"),
         N3X_TEXT("The value would contain itself without end."), N3X_TEXT("a: &x [*x]")},
        {keyWithoutValue.text, keyWithoutValue.severity, N3X_TEXT("A key has no value"),
         N3X_TEXT("Somebody was about to say something. What stands there instead is the default, as if the key "
                  "were not there."),
         N3X_TEXT("vlan: with nothing behind it makes the network untagged.")},
    });
    return table;
}

} // namespace n3x
