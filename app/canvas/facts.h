// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/hits.h"
#include "app/canvas/scene.h"

#include <QString>
#include <QStringList>

namespace n3x {

class Document;
class CanvasSession;

[[nodiscard]] QString backendName(Backend backend);

// What the canvas says about an object: a title, and a fact in each line.
struct Facts {
    QString title;
    QStringList lines;

    friend bool operator==(const Facts&, const Facts&) = default;
};

[[nodiscard]] Facts factsOf(const CanvasSession& session, const Hit& hit);

// The same in one sentence, for those who hear it.
[[nodiscard]] QString spokenName(const Scene& scene, const Hit& hit);
[[nodiscard]] QString spokenDescription(const Scene& scene, const Hit& hit);

[[nodiscard]] bool isOn(const NodeView& node, int network); // attached to it

// Why a node cannot be attached to a network over that cable (-1: over any); empty where it can.
[[nodiscard]] QString attachRefusal(const ClusterView& view, int node, int network, int cable = -1);

} // namespace n3x
