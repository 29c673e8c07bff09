// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/real/hostile_fields.h"

#include "core/checks/check.h"
#include "core/files/templates.h"
#include "tests/support/hostile_texts.h"

#include <array>
#include <string_view>

namespace n3x {
namespace {

Project base()
{
    Project project = templateProject("simple");
    HardwareTarget box = *findTarget(project, "qemu-amd64");
    box.name = *Word::parse("box");
    project.hardware = project.hardware.push_back(box);
    Profile profile = *project.profiles[0];
    for (std::size_t at = 0; at < profile.nodes.size(); ++at) {
        Node node = *profile.nodes[at];
        node.target = "box";
        node.macs.clear();
        profile.nodes = profile.nodes.set(at, node);
    }
    project.profiles = project.profiles.set(0, profile);
    return project;
}

template <class Change> void changeProfile(Project& project, Change change)
{
    Profile profile = *project.profiles[0];
    change(profile);
    project.profiles = project.profiles.set(0, profile);
}

template <class Change> void changeTarget(Project& project, Change change)
{
    HardwareTarget target = *project.hardware[0];
    change(target);
    project.hardware = project.hardware.set(0, target);
}

template <class Change> void changeFirstNode(Project& project, Change change)
{
    changeProfile(project, [&](Profile& profile) {
        Node node = *profile.nodes[0];
        change(node);
        profile.nodes = profile.nodes.set(0, node);
    });
}

void setNic(Project& project, std::string_view text)
{
    changeTarget(project, [&](HardwareTarget& target) { target.nics[1].name = Entered<InterfaceName>::from(text); });
    changeProfile(project, [&](Profile& profile) {
        Uplink uplink = *profile.uplinks[0];
        uplink.nic = Entered<InterfaceName>::from(text);
        profile.uplinks = profile.uplinks.set(0, uplink);
    });
}

void setTargetName(Project& project, std::string_view text)
{
    changeTarget(project, [&](HardwareTarget& target) { target.name = Entered<Word>::from(text); });
    changeProfile(project, [&](Profile& profile) {
        for (std::size_t at = 0; at < profile.nodes.size(); ++at) {
            Node node = *profile.nodes[at];
            node.target = text;
            profile.nodes = profile.nodes.set(at, node);
        }
    });
}

// A bond beside the link of the cluster, on a network and a port of its own.
void addBond(Project& project, std::string_view name)
{
    changeTarget(project,
                 [](HardwareTarget& target) { target.nics.push_back({Entered<InterfaceName>::from("eth9"), {}, {}}); });
    changeProfile(project, [&](Profile& profile) {
        Uplink uplink;
        uplink.name = Entered<DnsLabel>::from("second");
        uplink.bond = Entered<InterfaceName>::from(name);
        uplink.members = {Entered<InterfaceName>::from("eth9")};
        profile.uplinks = profile.uplinks.push_back(uplink);
        Network network;
        network.name = Entered<DnsLabel>::from("second");
        network.uplink = "second";
        network.subnet = {Entered<Subnet>::from("10.99.0.0/24")};
        profile.networks = profile.networks.push_back(network);
    });
    changeFirstNode(project,
                    [](Node& node) { node.addresses.push_back({"second", {Entered<IpAddress>::from("10.99.0.1")}}); });
}

// A key whose comment is the text.
constexpr std::string_view sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ";

// What follows the name of a cache's public key.
constexpr const char* cacheKey = ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

template <class Change> void changeBuilder(Project& project, Change change)
{
    if (project.builders.empty()) project.builders.push_back({Entered<Word>::from("builder-1"), {}, {}, {}});
    change(project.builders.front());
}

struct Field {
    std::string_view name;
    void (*set)(Project& project, std::string_view text);
};

// Every kind of text that a project carries into an output.
constexpr std::array fields{
    Field{"summary",
          [](Project& project, std::string_view text) {
              changeProfile(project, [&](Profile& profile) { profile.summary = Entered<Line>::from(text); });
          }},
    Field{"domain", [](Project& project, std::string_view text) { project.domain = Entered<DnsName>::from(text); }},
    Field{"disable",
          [](Project& project, std::string_view text) { project.k3s.disable = {{Entered<Word>::from(text)}}; }},
    Field{"label",
          [](Project& project, std::string_view text) {
              changeFirstNode(project, [&](Node& node) {
                  node.labels = {{Entered<LabelKey>::from("example.com/x"), Entered<LabelValue>::from(text)}};
              });
          }},
    Field{"labelKey",
          [](Project& project, std::string_view text) {
              changeFirstNode(project, [&](Node& node) {
                  node.labels.push_back({Entered<LabelKey>::from(text), Entered<LabelValue>::from("v")});
              });
          }},
    Field{"taint",
          [](Project& project, std::string_view text) {
              changeFirstNode(project, [&](Node& node) {
                  node.taints = {Entered<Taint>::from("x=" + std::string(text) + ":NoSchedule")};
              });
          }},
    Field{"machine",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.debian.machine = Entered<Word>::from(text); });
          }},
    Field{"distro",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.debian.distro = Entered<Word>::from(text); });
          }},
    Field{"kasMachine",
          [](Project& project, std::string_view text) {
              changeTarget(project,
                           [&](HardwareTarget& target) { target.debian.kasMachine = Entered<Word>::from(text); });
          }},
    Field{"artifact",
          [](Project& project, std::string_view text) {
              changeTarget(project,
                           [&](HardwareTarget& target) { target.debian.artifacts = {Entered<Word>::from(text)}; });
          }},
    Field{"releaseExtension",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) {
                  target.debian.releaseExtensions = {Entered<Word>::from(text)};
              });
          }},
    Field{"nic", setNic},
    Field{"bond", [](Project& project, std::string_view text) { addBond(project, std::string("b").append(text)); }},
    Field{"target", setTargetName},
    // These end in lib/project.nix.
    Field{"title",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.title = Entered<Line>::from(text); });
          }},
    Field{"speed",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.nics[1].speed = Entered<Line>::from(text); });
          }},
    Field{"console",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.console = {Entered<Line>::from(text)}; });
          }},
    Field{"device",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) {
                  target.disk.device = Entered<Line>::from("/dev/" + std::string(text));
              });
          }},
    Field{"module",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.nixos.module = Entered<Word>::from(text); });
          }},
    Field{"image",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.nixos.image = {Entered<Word>::from(text)}; });
          }},
    Field{"builder",
          [](Project& project, std::string_view text) {
              changeBuilder(project, [&](Builder& builder) { builder.host = Entered<Word>::from(text); });
          }},
    Field{"system",
          [](Project& project, std::string_view text) {
              changeBuilder(project, [&](Builder& builder) { builder.systems = {Entered<Word>::from(text)}; });
          }},
    Field{"feature",
          [](Project& project, std::string_view text) {
              changeBuilder(project, [&](Builder& builder) { builder.features = {Entered<Word>::from(text)}; });
          }},
    Field{"driver",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.nics[1].driver = Entered<Word>::from(text); });
          }},
    Field{"layout",
          [](Project& project, std::string_view text) {
              changeTarget(project, [&](HardwareTarget& target) { target.nixos.disko = Entered<Word>::from(text); });
          }},
    Field{"substituter",
          [](Project& project, std::string_view text) {
              project.caches.substituters = {Entered<Url>::from("https://cache.example/" + std::string(text))};
          }},
    Field{"mirror",
          [](Project& project, std::string_view text) {
              project.caches.sstateMirror = Entered<Url>::from("https://mirror.example/" + std::string(text));
          }},
    Field{"downloads",
          [](Project& project, std::string_view text) {
              project.caches.downloadMirror = Entered<Url>::from("https://downloads.example/" + std::string(text));
          }},
    Field{"aptProxy",
          [](Project& project, std::string_view text) {
              project.caches.aptProxy = Entered<Url>::from("http://apt.example/" + std::string(text));
          }},
    Field{"registry",
          [](Project& project, std::string_view text) {
              project.caches.registries = {
                  Entered<RegistryMirror>::from("docker.io=https://registry.example/" + std::string(text))};
          }},
    Field{"registryName",
          [](Project& project, std::string_view text) {
              project.caches.registries.push_back(
                  Entered<RegistryMirror>::from(std::string(text) + "=https://named.example"));
          }},
    Field{"cacheKey",
          [](Project& project, std::string_view text) {
              project.caches.publicKeys = {Entered<CacheKey>::from(std::string(text) + cacheKey)};
          }},
    Field{"ssh",
          [](Project& project, std::string_view text) {
              project.admins.ssh = {Entered<SshKey>::from(std::string(sshKey) + std::string(text))};
          }},
};

} // namespace

std::vector<HostileProject> hostileProjects()
{
    std::vector<HostileProject> projects;
    for (const std::string& text : test::hostileTexts()) {
        HostileProject one{.text = text, .project = base(), .accepted = {}};
        for (const Field& field : fields) {
            Project trial = one.project;
            field.set(trial, text);
            if (hasErrors(check(trial))) continue;
            one.project = trial;
            one.accepted.emplace_back(field.name);
        }
        projects.push_back(std::move(one));
    }
    return projects;
}

} // namespace n3x
