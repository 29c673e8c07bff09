// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/session.h"

#include "app/document/document.h"
#include "core/checks/check.h"

// What is said about the objects at this moment: which are others than on disk, and which have problems.
namespace n3x {
namespace {

std::string_view utf8(const QByteArray& bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

void worsen(std::optional<Severity>& worst, Severity severity)
{
    if (!worst || severity < *worst) worst = severity;
}

} // namespace

void CanvasSession::markChanged()
{
    nodeChanges_.assign(scene_.view.nodes.size(), false);
    laneChanges_.assign(scene_.view.networks.size(), false);
    const Profile* now = document_.profile();
    const Profile* then = now ? find(baseline_.profiles, now->name.text()) : nullptr;
    if (!now || then == now) return;
    const auto compare = [](const auto& current, const auto* earlier, std::vector<bool>& changes) {
        std::unordered_map<std::string, std::size_t> names; // made when the first does not stand where it stood
        std::size_t at = 0;
        for (const auto& object : current) {
            bool isSame = false;
            if (earlier && at < earlier->size() && (*earlier)[at].get().name == object->name) {
                isSame = &(*earlier)[at].get() == &object.get() || (*earlier)[at].get() == object.get();
            } else if (earlier) {
                if (names.empty()) {
                    std::size_t place = 0;
                    for (const auto& old : *earlier) names.emplace(old->name.text(), place++);
                }
                const auto found = names.find(object->name.text());
                isSame = found != names.end() && (*earlier)[found->second].get() == object.get();
            }
            changes[at++] = !isSame;
        }
    };
    compare(now->nodes, then ? &then->nodes : nullptr, nodeChanges_);
    compare(now->networks, then ? &then->networks : nullptr, laneChanges_);
}

void CanvasSession::markProblems()
{
    nodeProblems_.assign(scene_.view.nodes.size(), std::nullopt);
    laneProblems_.assign(scene_.view.networks.size(), std::nullopt);
    scene_.uplinks.clear();
    const ObjectPath profile = ObjectPath::of({"profiles", utf8(scene_.view.profile.toUtf8())});
    if (!hasProfile_) return;
    std::unordered_map<std::string, std::vector<std::size_t>> objects; // by what follows the profile in their paths
    const auto know = [&](std::string_view list, std::size_t at, const QString& name) {
        objects[(ObjectPath(list) / utf8(name.toUtf8())).text()].push_back(at);
    };
    std::string shown; // problems of one object follow each other
    std::vector<std::optional<Severity>*> marks;
    for (const Problem* problem : problemsWithin(document_.problems(), profile)) {
        const std::string_view path = problem->path.text();
        const std::size_t from = profile.text().size() + 1;
        const std::size_t list = path.find('/', from);
        if (list == std::string_view::npos) continue;
        const std::string_view object = path.substr(from, path.find('/', list + 1) - from);
        if (object.starts_with("uplinks/")) {
            worsen(scene_.uplinks[QString::fromStdString(problem->path.names()[3])], problem->severity);
            continue;
        }
        if (object != shown) {
            if (objects.empty()) {
                for (std::size_t at = 0; at < scene_.view.nodes.size(); ++at)
                    know("nodes", at, scene_.view.nodes[at]->name);
                for (std::size_t at = 0; at < scene_.view.networks.size(); ++at)
                    know("networks", at, scene_.view.networks[at].name);
            }
            shown = object;
            marks.clear();
            if (const auto known = objects.find(shown); known != objects.end())
                for (const std::size_t at : known->second)
                    marks.push_back(&(object.starts_with("nodes/") ? nodeProblems_ : laneProblems_)[at]);
        }
        for (std::optional<Severity>* mark : marks) worsen(*mark, problem->severity);
    }
}

} // namespace n3x
