// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/project_checks.h"

#include "core/checks/frame.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"
#include "core/model/inherited_settings.h"

#include <algorithm>
#include <array>
#include <set>

namespace n3x::checks {
namespace {

// Whether something of the target says what NixOS mounts as its root.
bool hasRoot(const HardwareTarget& target)
{
    const auto hasDisk = [](const Entered<Word>& one) {
        return one.reads("raw-efi") || one.reads("qemu-efi") || one.reads("amazon");
    };
    if (target.nixos.disko || std::ranges::any_of(target.nixos.image, hasDisk)) return true;
    if (!target.nixos.module || target.nixos.module->reads("generic")) return false;
    // Of the exported modules those for EC2 do; one of the project's own may.
    const auto builtIn = std::ranges::find_if(
        builtInHardware(), [&](const auto& one) { return one->nixos.module == target.nixos.module; });
    return builtIn == builtInHardware().end() || (*builtIn)->cloud.has_value();
}

// The disk layouts that are exported, under backends/nixos/disko.
constexpr std::array<std::string_view, 2> layouts{"ab", "standard"};

// What nixpkgs makes of a system (nixos/modules/image/images.nix of 25.11): the names under system.build.images.
constexpr std::array<std::string_view, 26> imageVariants{
    "amazon",       "azure",         "cloudstack", "digital-ocean", "google-compute", "hyperv",
    "iso",          "iso-installer", "kexec",      "kubevirt",      "linode",         "lxc",
    "lxc-metadata", "oci",           "openstack",  "openstack-zfs", "proxmox",        "proxmox-lxc",
    "qemu",         "qemu-efi",      "raw",        "raw-efi",       "sd-card",        "vagrant-virtualbox",
    "virtualbox",   "vmware"};

// A name of what the repository does not bring; somebody may have written that for it.
void tellUnknown(const Entered<Word>& said, const std::vector<std::string>& known, const ObjectPath& path, Text what,
                 Text advice, Finder& finder)
{
    if (!said || std::ranges::contains(known, said.text())) return;
    const auto meantName = nearest(said.text(), known);
    finder.add(codes::notInRepository, path, std::move(what),
               meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName}) : std::move(advice),
               meantName ? std::vector<Edit>{choice(edits::setValue(path, *meantName))} : std::vector<Edit>());
}

void checkNixos(const NixosTarget& nixos, const std::string& name, const ObjectPath& path, Finder& finder)
{
    std::vector<std::string> modules{"ec2", "generic"};
    for (const auto& target : builtInHardware())
        if (target->nixos.module) modules.push_back(target->nixos.module->text());
    if (nixos.module)
        tellUnknown(
            *nixos.module, modules, path / "module",
            {N3X_TEXT("%1 names the module %2, which the repository does not bring."), {name, nixos.module->text()}},
            {N3X_TEXT("Write backends/nixos/hardware/%1.nix, or leave it out to take the generic one."),
             {nixos.module->text()}},
            finder);
    if (nixos.disko)
        tellUnknown(*nixos.disko, {layouts.begin(), layouts.end()}, path / "disko",
                    {N3X_TEXT("%1 names the disk layout %2, which the repository does not bring."),
                     {name, nixos.disko->text()}},
                    {N3X_TEXT("Write backends/nixos/disko/%1.nix, or use standard or ab."), {nixos.disko->text()}},
                    finder);
    for (std::size_t at = 0; at < nixos.image.size(); ++at)
        tellUnknown(nixos.image[at], {imageVariants.begin(), imageVariants.end()}, path / "image" / at,
                    {N3X_TEXT("%1 names the image %2, which nixpkgs does not make."), {name, nixos.image[at].text()}},
                    N3X_TEXT("Use a variant that it makes, such as raw-efi or iso-installer, or add one of your own "
                             "under image.modules."),
                    finder);
}

// Where an installation writes; what is mounted later stands there in words of the kernel's.
void checkDevice(const HardwareTarget& target, const std::string& name, const ObjectPath& path, Finder& finder)
{
    if (!target.disk.device || !*target.disk.device) return;
    const std::string device = target.disk.device->text();
    if (device.starts_with('/') && !device.contains(' ')) return;
    finder.add(codes::textRefused, path, {N3X_TEXT("The disk “%1” of %2 is no path of a device."), {device, name}},
               N3X_TEXT("Write the path of one disk, such as /dev/nvme0n1 or /dev/disk/by-id/…."));
}

bool isOfOneMachine(std::string_view domain)
{
    return domain == "localhost" || domain.ends_with(".localhost") || IpAddress::parse(domain).has_value();
}

void checkTarget(const HardwareTarget& target, const ObjectPath& path, Finder& finder)
{
    const std::string name = target.name.text();
    checkValue(finder, target.name, [&] { return path / "name"; });
    checkValue(finder, target.title, [&] { return path / "title"; });
    checkValue(finder, target.arch, [&] { return path / "arch"; });
    checkValues(finder, target.backends, [&] { return path / "backends"; });
    std::set<std::string> nics;
    for (std::size_t at = 0; at < target.nics.size(); ++at) {
        const Nic& nic = target.nics[at];
        checkValue(finder, nic.name, [&] { return path / "nics" / at / "name"; });
        checkValue(finder, nic.speed, [&] { return path / "nics" / at / "speed"; });
        checkValue(finder, nic.driver, [&] { return path / "nics" / at / "driver"; });
        if (!nics.insert(nic.name.text()).second)
            finder.add(codes::nameTwice, path / "nics" / at / "name",
                       {N3X_TEXT("%1 has two NICs called %2."), {name, nic.name.text()}},
                       N3X_TEXT("Give each the name that the kernel gives it."));
    }
    checkValues(finder, target.console, [&] { return path / "console"; });
    for (std::size_t at = 0; at < target.console.size(); ++at)
        if (const std::string text = target.console[at].text(); text.find_first_of(" \"") != std::string::npos)
            finder.add(codes::textRefused, path / "console" / at,
                       {N3X_TEXT("The console “%1” of %2 is no one option of the kernel."), {text, name}},
                       N3X_TEXT("Write a device and its speed, such as ttyS0,115200n8: the kernel's command line is "
                                "split at blanks."));
    checkValue(finder, target.boot, [&] { return path / "boot"; });
    checkValue(finder, target.disk.device, [&] { return path / "disk" / "device"; });
    checkValue(finder, target.disk.layout, [&] { return path / "disk" / "layout"; });
    checkValue(finder, target.nixos.module, [&] { return path / "nixos" / "module"; });
    checkValue(finder, target.nixos.disko, [&] { return path / "nixos" / "disko"; });
    checkValues(finder, target.nixos.image, [&] { return path / "nixos" / "image"; });
    checkValue(finder, target.debian.machine, [&] { return path / "debian" / "machine"; });
    checkValue(finder, target.debian.distro, [&] { return path / "debian" / "distro"; });
    checkValue(finder, target.debian.kasMachine, [&] { return path / "debian" / "kasMachine"; });
    checkValues(finder, target.debian.artifacts, [&] { return path / "debian" / "artifacts"; });
    checkValues(finder, target.debian.releaseExtensions, [&] { return path / "debian" / "releaseExtensions"; });
    checkValue(finder, target.cloud, [&] { return path / "cloud"; });
    checkDevice(target, name, path / "disk" / "device", finder);
    if (contains(target.backends, Backend::Nixos)) checkNixos(target.nixos, name, path / "nixos", finder);
    if (target.backends.empty())
        finder.add(codes::noBackend, path / "backends", {N3X_TEXT("%1 has no backend."), {name}},
                   N3X_TEXT("Name nixos, debian or both; the first is the default."),
                   {edits::setValue(path / "backends", "nixos")});
    if (contains(target.backends, Backend::Debian) && !target.debian.machine)
        finder.add(codes::noMachine, path / "debian" / "machine",
                   {N3X_TEXT("%1 has the backend debian and no machine for it."), {name}},
                   N3X_TEXT("Name the machine that Isar builds for, or leave debian out of the backends."));
    if (contains(target.backends, Backend::Nixos) && !hasRoot(target))
        finder.add(codes::rootLacking, path / "nixos",
                   {N3X_TEXT("%1 has the backend nixos, and neither a disk layout nor an image gives it a root file "
                             "system."),
                    {name}},
                   N3X_TEXT("Name a layout under disko, such as standard, an image that has a disk, such as raw-efi, "
                            "or a module of your own that mounts one."));
    if (target.nics.empty())
        finder.add(codes::noNic, path / "nics", {N3X_TEXT("%1 has no NICs."), {name}},
                   N3X_TEXT("Name its ports in order, as its kernel calls them."));
}

} // namespace

void checkProjectValues(const Project& project, Finder& finder)
{
    const ObjectPath top;
    checkValue(finder, project.name, [&] { return top / "name"; });
    checkSettings(project.k3s, top / "k3s", finder);
    checkRanges(withDefaultRanges(project.k3s), top / "k3s", finder);
    checkValue(finder, project.domain, [&] { return top / "domain"; });
    if (const DnsName* domain = valueOf(project.domain); domain != nullptr && isOfOneMachine(domain->text()))
        finder.add(codes::domainOfOneMachine, top / "domain",
                   {N3X_TEXT("The domain %1 is each machine's own name for itself, or an address."), {domain->text()}},
                   N3X_TEXT("Use a domain in which DNS knows the nodes, such as edge.example, or leave it out."));
    checkValues(finder, project.nameservers, [&] { return top / "nameservers"; });
    checkNameServers(project.nameservers, top / "nameservers", finder);
    const Caches& caches = project.caches;
    checkValues(finder, caches.substituters, [&] { return top / "caches" / "substituters"; });
    checkValues(finder, caches.publicKeys, [&] { return top / "caches" / "publicKeys"; });
    checkValue(finder, caches.sstateMirror, [&] { return top / "caches" / "sstateMirror"; });
    checkValue(finder, caches.downloadMirror, [&] { return top / "caches" / "downloadMirror"; });
    checkValue(finder, caches.aptProxy, [&] { return top / "caches" / "aptProxy"; });
    checkValues(finder, caches.registries, [&] { return top / "caches" / "registries"; });
    checkValues(finder, project.tuning, [&] { return top / "tuning"; });
    for (std::size_t at = 0; at < project.builders.size(); ++at) {
        const Builder& builder = project.builders[at];
        const auto path = [&] { return top / "builders" / at; };
        checkValue(finder, builder.host, [&] { return path() / "host"; });
        checkValues(finder, builder.systems, [&] { return path() / "systems"; });
        checkValue(finder, builder.jobs, [&] { return path() / "jobs"; });
        checkValues(finder, builder.features, [&] { return path() / "features"; });
    }
    checkValues(finder, project.admins.ssh, [&] { return top / "admins" / "ssh"; });
    checkValues(finder, project.admins.age, [&] { return top / "admins" / "age"; });
}

void checkProfileList(const Project& project, Finder& finder)
{
    std::vector<std::string> names;
    std::set<std::string> seen;
    std::set<std::string> told;
    for (const auto& profile : project.profiles) {
        const std::string name = profile->name.text();
        names.push_back(name);
        if (seen.insert(name).second || !told.insert(name).second) continue;
        finder.add(codes::nameTwice, ObjectPath::of({"profiles", name, "name"}),
                   {N3X_TEXT("Two profiles are called %1."), {name}},
                   N3X_TEXT("Give one of them another name: they would write the same files."),
                   {edits::renameLast(edits::NamedKind::Profile, {}, name)});
    }
    const ObjectPath top;
    if (names.empty())
        finder.add(codes::noProfile, top / "profiles",
                   N3X_TEXT("The project has no profile, so there is nothing to generate."),
                   N3X_TEXT("Add a profile, or take one of the built-in ones."));
    if (!project.deploy || seen.contains(*project.deploy)) return;
    const auto meantName = nearest(*project.deploy, names);
    finder.add(codes::unknownDeploy, top / "deploy",
               {N3X_TEXT("The profile to deploy, %1, does not exist."), {*project.deploy}},
               meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                         : Text(N3X_TEXT("Name a profile of the project, or leave it out.")),
               // Without a name that is near, a person has to say what is to be deployed; not to is no mend.
               meantName ? std::vector<Edit>{edits::setValue(top / "deploy", *meantName)} : std::vector<Edit>());
}

std::vector<std::string> checkHardware(const Sequence<HardwareTarget>& hardware, Finder& finder)
{
    std::vector<std::string> wrong;
    std::set<std::string> names;
    for (const auto& target : hardware) {
        const std::string name = target->name.text();
        const ObjectPath path = ObjectPath::of({"hardware", name});
        Problems own;
        Finder ownFinder(own);
        checkTarget(*target, path, ownFinder);
        if (!names.insert(name).second)
            ownFinder.add(codes::nameTwice, path / "name", {N3X_TEXT("Two hardware targets are called %1."), {name}},
                          N3X_TEXT("Give one of them another name."),
                          {edits::renameLast(edits::NamedKind::Target, {}, name)});
        else if (find(builtInHardware(), name) != nullptr)
            ownFinder.add(codes::hidesBuiltIn, path / "name",
                          {N3X_TEXT("%1 hides the built-in hardware target of that name."), {name}},
                          N3X_TEXT("Rename it, unless nodes shall take this one."));
        if (hasErrors(own)) wrong.push_back(name);
        for (Problem& problem : own) finder.take(std::move(problem));
    }
    return wrong;
}

} // namespace n3x::checks
