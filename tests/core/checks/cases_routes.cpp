// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change route(std::string_view name, std::string_view to, std::string_view via)
{
    return network(name, [to = std::string(to), via = std::string(via)](Network& n) {
        n.routes = {{from<Subnet>(to), from<IpAddress>(via)}};
    });
}

Change attach(std::string_view name, std::string_view network, std::string_view text)
{
    return node(name, [network = std::string(network), text = std::string(text)](Node& n) {
        const auto known = std::ranges::find(n.addresses, network, &Attachment::network);
        Attachment& attachment = known == n.addresses.end() ? n.addresses.emplace_back(network) : *known;
        attachment.addresses.push_back(from<IpAddress>(text));
    });
}

// Routes of both networks to one destination, where nobody has an IPv6 address in storage.
Change ipv6Routes(std::string_view to)
{
    return all({dualStack(), network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("fd00:100::/64")); }),
                route("cluster", to, "fd00:200::fe"), route("storage", to, "fd00:100::fe")});
}

} // namespace

std::vector<Case> routeCases()
{
    return {
        // Who has no address of that family in a network has no such route of it.
        {"N3X2030", "IPv6 routes of two networks",
         all({ipv6Routes("fd00:9::/64"), attach("agent-1", "storage", "fd00:100::2")}), "networks/storage/routes/0/to",
         ipv6Routes("fd00:9::/64")},
        {"N3X2016", "IPv6 routes to everywhere of two networks",
         all({ipv6Routes("::/0"), attach("agent-1", "storage", "fd00:100::2")}), "networks/storage/routes/0/to",
         ipv6Routes("::/0")},
    };
}

} // namespace n3x::test
