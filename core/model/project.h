// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/hardware_target.h"
#include "core/model/profile.h"

namespace n3x {

struct Caches {
    std::vector<Entered<Url>> substituters;
    std::vector<Entered<CacheKey>> publicKeys;
    std::optional<Entered<Url>> sstateMirror;
    std::optional<Entered<Url>> downloadMirror;
    std::optional<Entered<Url>> aptProxy;
    std::vector<Entered<RegistryMirror>> registries;

    friend bool operator==(const Caches&, const Caches&) = default;
};

// A Nix remote builder (nix.conf, builders).
struct Builder {
    Entered<Word> host;
    std::vector<Entered<Word>> systems;
    std::optional<Entered<JobCount>> jobs;
    std::vector<Entered<Word>> features;

    friend bool operator==(const Builder&, const Builder&) = default;
};

struct Admins {
    std::vector<Entered<SshKey>> ssh;       // who may log in
    std::vector<Entered<AgeRecipient>> age; // who may decrypt

    friend bool operator==(const Admins&, const Admins&) = default;
};

// Everything that an engineer said about a cluster, as a value: copies share what they have in common,
// an edit makes a new one, and going back is keeping the old one.
struct Project {
    Entered<DnsLabel> name; // names the cluster
    K3sSettings k3s;        // defaults of every profile
    std::optional<Entered<DnsName>> domain;
    std::vector<Entered<IpAddress>> nameservers;
    Caches caches;
    std::vector<Builder> builders;
    Admins admins;
    std::vector<Entered<Choice<Tuning>>> tuning;
    Sequence<Profile> profiles;
    std::optional<std::string> deploy; // the profile that the real machines run
    Sequence<HardwareTarget> hardware; // own targets, beside the built-in catalogue

    friend bool operator==(const Project&, const Project&) = default;
};

// The built-in hardware targets, in the order of their file names. Read once from the embedded catalogue.
[[nodiscard]] const Sequence<HardwareTarget>& builtInHardware();

// The target of that name: the project's own first, then the built-in one; null when there is none.
[[nodiscard]] const HardwareTarget* findTarget(const Project& project, std::string_view name);

} // namespace n3x
