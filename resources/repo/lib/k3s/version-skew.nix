# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Whether a node of that role may run a version of K3s in a cluster that is to run another, by
# Kubernetes' version skew policy: one minor version between servers, agents up to three older than
# those and none newer.
{
  role,
  version,
  wanted,
}:
let
  inherit (builtins) elemAt fromJSON match;
  parts = match "v?([0-9]+)[.]([0-9]+)[.].*";
  numberAt = at: text: fromJSON (elemAt (parts text) at);
  steps = numberAt 1 version - numberAt 1 wanted;
in
numberAt 0 version == numberAt 0 wanted
&& (if role == "server" then steps >= -1 && steps <= 1 else steps >= -3 && steps <= 0)
