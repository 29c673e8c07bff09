// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/cluster_view.h"

#include <vector>

class QMenu;

namespace n3x {

class Document;

// What can be done with nodes of the profile in sight, with all of them in one step: role, networks, hardware. The view
// is that of the profile as it is now; the entries know the nodes by their names.
void addForNodes(QMenu& menu, Document& document, const ClusterView& view, const std::vector<int>& nodes);

// Attaches whoever can be attached to a network and is not.
void addAttachAll(QMenu& menu, Document& document, const ClusterView& view, int network);

} // namespace n3x
