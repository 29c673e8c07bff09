// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field_tables_hardware.h"
#include "core/files/field_tables_profile.h"

// Every field of the three kinds of files, once: here those of n3x.yaml, the others in the headers above. Loader,
// writer, JSON Schema, inspector and the search for the nearest key read these tables; a new field is a member of the
// model and a row here.

namespace n3x {

template <> struct FieldsOf<Caches> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "substituters",
                       .title = N3X_TEXT("Nix caches"),
                       .help = N3X_TEXT("Binary caches that Nix asks before it builds."),
                       .example = "https://cache.nixos.org"},
              &Caches::substituters},
        Field{FieldRow{.key = "publicKeys",
                       .title = N3X_TEXT("Keys of the Nix caches"),
                       .help = N3X_TEXT("What is signed with one of these keys is trusted.")},
              &Caches::publicKeys},
        Field{FieldRow{.key = "sstateMirror",
                       .title = N3X_TEXT("Shared state mirror"),
                       .help = N3X_TEXT("Where BitBake finds what others have built.")},
              &Caches::sstateMirror},
        Field{FieldRow{.key = "downloadMirror",
                       .title = N3X_TEXT("Download mirror"),
                       .help = N3X_TEXT("Where BitBake finds sources before it asks their own servers.")},
              &Caches::downloadMirror},
        Field{FieldRow{.key = "aptProxy",
                       .title = N3X_TEXT("Debian package proxy"),
                       .help = N3X_TEXT("A proxy for Debian packages, such as apt-cacher-ng."),
                       .example = "http://cache.example:3142"},
              &Caches::aptProxy},
        Field{FieldRow{.key = "registries",
                       .title = N3X_TEXT("Registry mirrors"),
                       .help = N3X_TEXT("Where nodes pull container images from, as registry=address."),
                       .example = "docker.io=https://mirror.example"},
              &Caches::registries}};
};

template <> struct FieldsOf<Builder> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "host",
                       .title = N3X_TEXT("Host"),
                       .help = N3X_TEXT("Name or address of the remote builder."),
                       .presence = Presence::Expected,
                       .example = "builder.example"},
              &Builder::host},
        Field{FieldRow{.key = "systems",
                       .title = N3X_TEXT("Systems"),
                       .help = N3X_TEXT("What it builds for."),
                       .example = "aarch64-linux",
                       .proposals = "x86_64-linux,aarch64-linux"},
              &Builder::systems},
        Field{FieldRow{.key = "jobs", .title = N3X_TEXT("Jobs"), .help = N3X_TEXT("How many builds it runs at once.")},
              &Builder::jobs},
        Field{FieldRow{.key = "features",
                       .title = N3X_TEXT("Features"),
                       .help = N3X_TEXT("What it can do that not every machine can."),
                       .example = "kvm",
                       .proposals = "kvm,nixos-test,big-parallel,benchmark"},
              &Builder::features}};
};

template <> struct FieldsOf<Admins> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "ssh",
                       .title = N3X_TEXT("SSH keys"),
                       .help = N3X_TEXT("Public keys of those who may log in.")},
              &Admins::ssh},
        Field{FieldRow{.key = "age",
                       .title = N3X_TEXT("age recipients"),
                       .help = N3X_TEXT("Public keys of those who may decrypt the project's secrets.")},
              &Admins::age}};
};

template <> struct FieldsOf<Project> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "name",
                       .title = N3X_TEXT("Name"),
                       .help = N3X_TEXT("The cluster's name."),
                       .presence = Presence::Demanded,
                       .example = "edge-lab"},
              &Project::name},
        Field{FieldRow{.key = "k3s", .title = N3X_TEXT("K3s"), .help = N3X_TEXT("Defaults of every profile.")},
              &Project::k3s},
        Field{FieldRow{.key = "domain",
                       .title = N3X_TEXT("Domain"),
                       .help = N3X_TEXT("Search domain of the nodes and a name in the API's certificate."),
                       .example = "edge.example"},
              &Project::domain},
        Field{FieldRow{.key = "nameservers",
                       .title = N3X_TEXT("Name servers"),
                       .help = N3X_TEXT("DNS servers of every node."),
                       .example = "10.0.1.1"},
              &Project::nameservers},
        Field{FieldRow{.key = "caches",
                       .title = N3X_TEXT("Caches and mirrors"),
                       .help = N3X_TEXT("Where builds find what is already there.")},
              &Project::caches},
        Field{FieldRow{.key = "builders",
                       .title = N3X_TEXT("Remote builders"),
                       .help = N3X_TEXT("Machines that Nix builds on.")},
              &Project::builders},
        Field{FieldRow{.key = "admins",
                       .title = N3X_TEXT("Administrators"),
                       .help = N3X_TEXT("Who may log in, who may decrypt.")},
              &Project::admins},
        Field{FieldRow{.key = "tuning",
                       .title = N3X_TEXT("Tuning"),
                       .help = N3X_TEXT("What the nodes are tuned for beyond the defaults: network throughput, little "
                                        "memory, or low latency at the price of power.")},
              &Project::tuning},
        Field{FieldRow{.key = "profiles",
                       .title = N3X_TEXT("Profiles"),
                       .help = N3X_TEXT("The topologies of this project; each is a file profiles/<name>.yaml.")},
              &Project::profiles},
        Field{FieldRow{.key = "deploy",
                       .title = N3X_TEXT("Deployed profile"),
                       .help = N3X_TEXT("The profile that the real machines run; its nodes get the plain names."),
                       .nameOf = NameOf::Profile},
              &Project::deploy},
        Field{FieldRow{.key = "hardware",
                       .title = N3X_TEXT("Own hardware"),
                       .help = N3X_TEXT("Hardware targets beside the built-in ones.")},
              &Project::hardware}};
};

} // namespace n3x
