// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/project_data.h"

#include "generators/writers/nix_writer.h"

#include <string>
#include <vector>

namespace n3x {
namespace {

// The texts of what the types did not refuse: a wrong value of a target is an error of the profiles that use it, and
// must not break the file for the others.
template <class T> std::vector<std::string> validTexts(const std::vector<Entered<T>>& entered)
{
    std::vector<std::string> texts;
    for (const Entered<T>& one : entered)
        if (one) texts.push_back(one.text());
    return texts;
}

template <class T> void writeOptional(NixWriter& nix, std::string_view name, const std::optional<Entered<T>>& entered)
{
    if (entered && *entered) nix.attribute(name).string(entered->text());
}

// As Nix names machines: "x86_64-linux".
std::string systemOf(const HardwareTarget& target)
{
    const Architecture arch = target.arch ? target.arch.value().kind() : Architecture::X86_64;
    return Choice(arch).text() + "-linux";
}

void writeNics(NixWriter& nix, const HardwareTarget& target)
{
    nix.attribute("nics").openList();
    for (const Nic& nic : target.nics) {
        if (!nic.name) continue;
        nix.openSet();
        nix.attribute("name").string(nic.name.text());
        writeOptional(nix, "speed", nic.speed);
        writeOptional(nix, "driver", nic.driver);
        nix.closeSet();
    }
    nix.closeList();
}

// One attribute needs no set of its own.
void writeDisk(NixWriter& nix, const Disk& disk)
{
    if (disk.device && *disk.device && disk.layout && *disk.layout) {
        nix.attribute("disk").openSet();
        nix.attribute("device").string(disk.device->text());
        nix.attribute("layout").string(disk.layout->text());
        nix.closeSet();
    } else if (disk.device && *disk.device) {
        nix.attribute("disk", "device").string(disk.device->text());
    } else if (disk.layout && *disk.layout) {
        nix.attribute("disk", "layout").string(disk.layout->text());
    } else {
        nix.attribute("disk").openSet();
        nix.closeSet();
    }
}

void writeBuilders(NixWriter& nix, const std::vector<Builder>& builders)
{
    nix.attribute("builders").openList();
    for (const Builder& builder : builders) {
        if (!builder.host) continue;
        nix.openSet();
        nix.attribute("host").string(builder.host.text());
        nix.attribute("systems").list(validTexts(builder.systems));
        if (builder.jobs && *builder.jobs) nix.attribute("jobs").number(builder.jobs->value().number());
        nix.attribute("features").list(validTexts(builder.features));
        nix.closeSet();
    }
    nix.closeList();
}

// Said as "registry=address"; the type has seen to the '='.
void writeRegistries(NixWriter& nix, const Caches& caches)
{
    const std::vector<std::string> mirrors = validTexts(caches.registries);
    if (mirrors.empty()) return;
    nix.attribute("registries").openList();
    for (const std::string& mirror : mirrors) {
        const std::size_t equals = mirror.find('=');
        nix.openSet();
        nix.attribute("registry").string(std::string_view(mirror).substr(0, equals));
        nix.attribute("endpoint").string(std::string_view(mirror).substr(equals + 1));
        nix.closeSet();
    }
    nix.closeList();
}

void writeCaches(NixWriter& nix, const Caches& caches)
{
    nix.attribute("caches").openSet();
    nix.attribute("substituters").list(validTexts(caches.substituters));
    nix.attribute("publicKeys").list(validTexts(caches.publicKeys));
    writeOptional(nix, "sstateMirror", caches.sstateMirror);
    writeOptional(nix, "downloadMirror", caches.downloadMirror);
    writeOptional(nix, "aptProxy", caches.aptProxy);
    writeRegistries(nix, caches);
    nix.closeSet();
}

void writeProfiles(NixWriter& nix, const ProjectPlan& project)
{
    nix.comment({"Each profile is a file of its own. One that has errors now is held: what was exported"});
    nix.comment({"of it before stays as it is."});
    nix.attribute("profiles").openSet();
    for (const std::string& name : project.profiles)
        nix.attribute(name).importOf({"./network/profiles/", name, ".nix"});
    nix.closeSet();
    nix.attribute("held").list(project.held);
    nix.comment({"The profile that the real machines run: its nodes have outputs by their plain names."});
    if (project.deploy)
        nix.attribute("deploy").string(*project.deploy);
    else
        nix.attribute("deploy").null();
}

} // namespace

void writeTarget(NixWriter& nix, const HardwareTarget& target)
{
    nix.attribute(target.name.text()).openSet();
    nix.attribute("title").string(target.title ? target.title.text() : target.name.text());
    nix.attribute("arch").string(Choice(target.arch ? target.arch.value().kind() : Architecture::X86_64).word());
    nix.attribute("system").string(systemOf(target));
    nix.attribute("backends").list(validTexts(target.backends));
    writeNics(nix, target);
    nix.attribute("console").list(validTexts(target.console));
    writeOptional(nix, "boot", target.boot);
    writeDisk(nix, target.disk);
    nix.attribute("emulated").boolean(target.emulated);
    writeOptional(nix, "cloud", target.cloud);
    nix.attribute("nixos").openSet();
    writeOptional(nix, "module", target.nixos.module);
    writeOptional(nix, "disko", target.nixos.disko);
    nix.attribute("image").list(validTexts(target.nixos.image));
    nix.closeSet();
    nix.closeSet();
}

void writeProjectData(const ProjectPlan& project, OutputWriter& out)
{
    out.beginFile({"lib/project.nix"});
    NixWriter nix(out.text());
    nix.comment({"What belongs to no single profile, as data: everything in the flake that lists nodes starts here."});
    nix.comment({"Written by n3x Studio from n3x.yaml; change it there, not here."});
    nix.openSet();
    nix.attribute("name").string(project.cluster);
    if (project.domain) nix.attribute("domain").string(*project.domain);
    nix.attribute("nameservers").listFrom(project.nameservers, [](std::string& text, const IpAddress& address) {
        address.appendTo(text);
    });
    nix.attribute("k3s", "version").string(project.k3sVersion);
    if (const auto tuning = validTexts(project.tuning); !tuning.empty()) nix.attribute("tuning").list(tuning);

    nix.blankLine();
    writeProfiles(nix, project);

    nix.blankLine();
    nix.comment({"Who may log in, and who may decrypt."});
    nix.attribute("admins").openSet();
    nix.attribute("ssh").list(validTexts(project.admins.ssh));
    nix.attribute("age").list(validTexts(project.admins.age));
    nix.closeSet();

    nix.blankLine();
    writeCaches(nix, project.caches);
    writeBuilders(nix, project.builders);

    nix.blankLine();
    nix.comment({"The kinds of machines, by the names that nodes use; built-in ones and the project's own."});
    nix.attribute("hardware").openSet();
    for (const auto& target : project.hardware)
        if (target->name) writeTarget(nix, *target);
    nix.closeSet();
    nix.closeSet();
    out.endFile();
}

} // namespace n3x
