# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The number of the wire that stands for each uplink in a test: { trunk = 1; … }
{ lib, profile }:
let
  uplinks = lib.unique (map (network: network.uplink) profile.networks);
in
builtins.listToAttrs (lib.imap1 (number: uplink: lib.nameValuePair uplink number) uplinks)
