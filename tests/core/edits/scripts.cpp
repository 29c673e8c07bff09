// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/edits/scripts.h"

#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/fields.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace n3x::test {
namespace {

// Every now and then a name that nobody has.
template <class T> std::string nameIn(const Sequence<T>& objects, std::uint32_t choice)
{
    if (objects.empty() || choice % 23 == 22) return "nobody";
    return objects[choice % objects.size()]->name.text();
}

std::string newName(std::uint32_t choice)
{
    constexpr std::array<std::string_view, 8> names{"alpha",   "beta",    "gamma",      "server-1",
                                                    "agent-1", "cluster", "Not A Name", "x1"};
    return std::string(names[choice % names.size()]);
}

std::string anyValue(std::uint32_t choice)
{
    constexpr std::array<std::string_view, 24> texts{"",
                                                     "0",
                                                     "100",
                                                     "200",
                                                     "4095",
                                                     "1500",
                                                     "9000",
                                                     "1000",
                                                     "eth0",
                                                     "eth1",
                                                     "eth2",
                                                     "bond0",
                                                     "trunk",
                                                     "100ms",
                                                     "250ms",
                                                     "192.168.1.1",
                                                     "10.0.0.0/8",
                                                     "10.42.0.0/16",
                                                     "fd00::/64",
                                                     "192.168.1.255",
                                                     "802.3ad",
                                                     "dhcp",
                                                     "k3s, storage",
                                                     "no value"};
    return std::string(texts[choice % texts.size()]);
}

Edit valueEdit(const Step& step, const Profile& profile)
{
    constexpr std::array<std::string_view, 12> ofNetwork{"vlan",       "mtu",      "subnet",       "gateway",
                                                         "addressing", "carries",  "uplink",       "dhcp/server",
                                                         "dhcp/range", "dhcp/mac", "routes/0/via", "name"};
    constexpr std::array<std::string_view, 12> ofUplink{"nic",        "bond",   "members",   "mode",
                                                        "primary",    "miimon", "upDelay",   "lacpRate",
                                                        "hashPolicy", "mtu",    "downDelay", "name"};
    constexpr std::array<std::string_view, 10> ofNode{"role",
                                                      "target",
                                                      "backend",
                                                      "macs/eth1",
                                                      "taints/0",
                                                      "addresses/cluster",
                                                      "k3s/flannelBackend",
                                                      "overrides/networks/storage/vlan",
                                                      "labels/rack",
                                                      "name"};
    constexpr std::array<std::string_view, 8> ofProfile{"k3s/clusterCidr", "k3s/serviceCidr",   "k3s/apiAddress",
                                                        "initServer",      "summary",           "k3s/disable",
                                                        "k3s/version",     "k3s/flannelBackend"};
    const ObjectPath base = ObjectPath::of({"profiles", profile.name.text()});
    const std::string value = anyValue(step.third);
    const auto below = [](const ObjectPath& object, std::string_view field) {
        return ObjectPath(object.text() + "/" + std::string(field));
    };
    switch (step.kind % 4) {
    case 0:
        return edits::setValue(below(base / "networks" / std::string_view(nameIn(profile.networks, step.first)),
                                     ofNetwork[step.second % ofNetwork.size()]),
                               value);
    case 1:
        return edits::setValue(below(base / "uplinks" / std::string_view(nameIn(profile.uplinks, step.first)),
                                     ofUplink[step.second % ofUplink.size()]),
                               value);
    case 2:
        return edits::setValue(below(base / "nodes" / std::string_view(nameIn(profile.nodes, step.first)),
                                     ofNode[step.second % ofNode.size()]),
                               value);
    default: return edits::setValue(below(base, ofProfile[step.second % ofProfile.size()]), value);
    }
}

// A text that the field takes, as far as it can tell.
std::string fittingValue(const FieldInfo& field, std::uint32_t choice)
{
    if (field.optional && choice % 5 == 0) return {};
    choice /= 5;
    if (field.kind == FieldKind::Switch) return choice % 2 == 0 ? "true" : "false";
    if (field.kind == FieldKind::Number) {
        constexpr std::array<std::uint32_t, 8> numbers{0, 2, 100, 150, 200, 1400, 1500, 9000};
        return std::to_string(std::clamp(numbers[choice % numbers.size()], field.minimum, field.maximum));
    }
    if (field.kind == FieldKind::Map) return "rack=r" + std::to_string(choice % 3);
    std::vector<std::string> texts = field.choices;
    for (const std::string& text : {field.example, field.defaultText})
        if (!text.empty()) texts.push_back(text);
    return texts.empty() ? "text-" + std::to_string(choice % 3) : texts[choice % texts.size()];
}

Edit fittingEdit(const Step& step, const Project& project, const Profile& profile)
{
    const ObjectPath base = ObjectPath::of({"profiles", profile.name.text()});
    const auto chosen = [&](const ObjectPath& list, const auto& objects) {
        return list / std::string_view(nameIn(objects, step.first));
    };
    ObjectPath object;
    switch (step.kind % 6) {
    case 0: break; // the project itself
    case 1: object = base; break;
    case 2: object = chosen(base / "networks", profile.networks); break;
    case 3: object = chosen(base / "uplinks", profile.uplinks); break;
    case 4: object = chosen(base / "nodes", profile.nodes); break;
    default: object = chosen(ObjectPath("hardware"), project.hardware); break;
    }
    const std::vector<FieldInfo> fields = fieldsOf(project, object);
    if (fields.empty()) return edits::setValue(object, {});
    const FieldInfo& field = fields[step.second % fields.size()];
    return edits::setValue(field.path, fittingValue(field, step.third));
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Step& step)
{
    return out << '{' << step.kind << ' ' << step.first << ' ' << step.second << ' ' << step.third << '}';
}

Edit editOf(const Step& step, const Project& project)
{
    const std::string p = nameIn(project.profiles, step.first / 7);
    static const Profile nothing;
    const Profile* found = find(project.profiles, p);
    const Profile& profile = found == nullptr ? nothing : *found;
    const std::string node = nameIn(profile.nodes, step.second);
    const std::string network = nameIn(profile.networks, step.second);
    const std::string uplink = nameIn(profile.uplinks, step.second);
    const std::string target = nameIn(project.hardware, step.second);
    std::vector<std::string> nodes{node};
    if (step.first % 2 == 0) nodes.push_back(nameIn(profile.nodes, step.third));
    const Role role = step.third % 3 == 0 ? Role::Server : Role::Agent;
    switch (step.kind) {
    case 0: return edits::addProfile(newName(step.third));
    case 1: return edits::duplicateProfile(p);
    case 2: return edits::renameProfile(p, newName(step.third));
    case 3: return edits::removeProfile(p);
    case 4: return edits::moveProfile(p, step.third % 5);
    case 5: return edits::setDeploy(p);
    case 6: return edits::addNode(project, p, role);
    case 7: return edits::addNodes(p, role, {}, step.third % 4);
    case 8: return edits::duplicateNode(p, node);
    case 9: return edits::renameNode(p, node, newName(step.third));
    case 10: return edits::removeNode(p, node);
    case 11: return edits::removeNodes(p, {node, nameIn(profile.nodes, step.third)});
    case 12: return edits::moveNode(p, node, step.third % 9);
    case 13: return edits::setRoles(p, nodes, role);
    case 14:
        return edits::swapTargets(p, nodes,
                                  step.third % 3 == 0   ? "n100"
                                  : step.third % 3 == 1 ? "jetson-orin-nano"
                                                        : nameIn(project.hardware, step.third));
    case 15: return edits::attachNodes(p, nodes, nameIn(profile.networks, step.third));
    case 16: return edits::detachNodes(p, nodes, nameIn(profile.networks, step.third));
    case 17: return edits::addNetwork(project, p, nameIn(profile.uplinks, step.third));
    case 18: return edits::duplicateNetwork(p, network);
    case 19: return edits::renameNetwork(p, network, newName(step.third));
    case 20: return edits::removeNetwork(p, network);
    case 21: return edits::moveNetwork(p, network, step.third % 5);
    case 22: return edits::tag(p, network, step.third % 3 == 0 ? "" : std::to_string(step.third * 5));
    case 23: return edits::untag(p, network);
    case 24: return edits::renumber(p, network, step.third % 2 == 0 ? "10.77.0.0/16" : "10.78.0.0/28\nfd00:78::/64");
    case 25: return edits::addUplink(project, p);
    case 26: return edits::renameUplink(p, uplink, newName(step.third));
    case 27: return edits::removeUplink(p, uplink);
    case 28: return edits::makeBond(p, uplink, {"eth1", step.third % 2 == 0 ? "eth2" : "eth0"});
    case 29: return edits::dissolveBond(p, uplink);
    case 30:
        return step.third % 3 == 0 ? edits::addTarget(newName(step.second))
                                   : edits::renameTarget(target, newName(step.third));
    case 31: return edits::moveUplink(p, uplink, step.third % 5);
    case 32: return edits::duplicateTarget(step.third % 4 == 0 ? "n100" : target);
    case 33: return edits::removeTarget(target);
    case 34: return edits::moveTarget(target, step.third % 4);
    default:
        return step.kind < structuralKinds + anyValueKinds ? valueEdit(step, profile)
                                                           : fittingEdit(step, project, profile);
    }
}

} // namespace n3x::test
