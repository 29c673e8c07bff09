// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/edits/free.h"

#include <map>
#include <string>
#include <string_view>

namespace n3x::edits {

// Makes new nodes like their siblings. What one of them takes is not free for the next. What is taken and what the
// siblings are is looked up once, and the next goes on where the one before was found, so that adding many is linear.
class Newcomers {
public:
    Newcomers(const Project& project, const Profile& profile);

    // A node of its own in every respect: attachments, addresses and MAC addresses follow the siblings.
    [[nodiscard]] Node like(Role role, std::string_view target);
    // The same, but in all else a copy of that node; its key is not copied.
    [[nodiscard]] Node copyOf(const Node& original);
    // Addresses in one network, the host part of `like` where it is free.
    [[nodiscard]] std::vector<Entered<IpAddress>> takeAddresses(const Network& network,
                                                                std::optional<std::uint64_t> like);

    // The host part that a node has in most networks of the profile.
    [[nodiscard]] std::optional<std::uint64_t> hostPartOf(const Node& node) const;

private:
    // What the nodes of one role have in common.
    struct Siblings {
        std::vector<const Network*> addressed; // networks where they have addresses of their own
        std::vector<const Network*> bare;      // networks that they attach to without one
        const Node* last = nullptr;            // the last one that has MAC addresses
        std::string target;                    // the one that most of them have
    };
    const Siblings& siblingsOf(Role role);
    using SaidBackend = std::optional<Entered<Choice<Backend>>>;
    const SaidBackend& backendOf(Role role, const std::string& target);
    std::vector<FreeHosts>& hostsOf(const Network& network);
    std::string takeName(Role role);
    std::vector<Attachment> takeAttachments(const std::vector<const Network*>& addressed,
                                            const std::vector<const Network*>& bare);
    void takeMacs(Node& node, const std::vector<NicMac>& siblingMacs, std::string_view siblingTarget);

    const Project& project_;
    const Profile& profile_;
    std::unordered_set<std::string> names_;
    std::map<Role, std::uint64_t> numbers_; // of the last name taken
    std::map<Role, Siblings> siblings_;
    std::map<std::pair<Role, std::string>, SaidBackend> backends_;
    std::map<std::string, std::vector<FreeHosts>> hosts_; // by network; one a subnet
    FreeMacs macs_;
};

// The hardware target that most nodes of a profile have; empty when it has no nodes.
[[nodiscard]] std::string usualTarget(const Profile& profile);

} // namespace n3x::edits
