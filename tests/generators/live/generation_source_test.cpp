// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/generation_source.h"

#include "core/edits/values.h"
#include "core/files/templates.h"
#include "generators/output_paths.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <filesystem>

using namespace n3x;

namespace {

// The sample with an error in one profile, which has that name.
GenerationSource broken(const char* name)
{
    Project project = edits::setValue(ObjectPath("profiles/simple/name"), name).apply(templateProject("sample"));
    project = edits::setValue(ObjectPath::of({"profiles", name, "networks", "cluster", "vlan"}), "4095").apply(project);
    return {std::make_shared<const Generation>(generate(project)), project};
}

} // namespace

// What an export leaves alone while a profile has errors: that profile's files, and no others.
class GenerationSourceTest : public QObject {
    Q_OBJECT

private slots:
    void aNameOfAFolderHoldsNoOther()
    {
        const GenerationSource source = broken("lib");
        for (const char* own : {"lib/k3s/flags/lib", "lib/k3s/flags/lib/agent-1.json", "lib/network/profiles/lib.nix",
                                "backends/debian/kas/network/lib.yml", "backends/debian/kas/node/lib/agent-1.yml",
                                "backends/nixos/nodes/lib/agent-1.nix"})
            QVERIFY2(source.isHeld(own), own);
        for (const char* other : {"lib/k3s/flags/vlans/agent-1.json", "lib/network/profiles/vlans.nix",
                                  "lib/project.nix", "lib", "flake.nix"})
            QVERIFY2(!source.isHeld(other), other);
        QVERIFY(!broken("n3x").isHeld("n3x.yaml"));
    }

    void everyFileOfAProfileIsKnown()
    {
        const Project project = templateProject("sample");
        const GenerationSource source(std::make_shared<const Generation>(generate(project)), project);
        int count = 0;
        source.forEach([&](std::string_view path, std::string_view) {
            const std::filesystem::path parts(path);
            const bool names = std::ranges::any_of(parts, [&](const std::filesystem::path& part) {
                return find(project.profiles, part.stem().string()) != nullptr;
            });
            QVERIFY2(names == !output_paths::profileOf(path).empty(), std::string(path).c_str());
            count += names ? 1 : 0;
        });
        QVERIFY(count > 100);
    }
};

QTEST_GUILESS_MAIN(GenerationSourceTest)
#include "generation_source_test.moc"
