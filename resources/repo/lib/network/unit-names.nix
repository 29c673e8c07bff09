# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Names of systemd-networkd units without their endings, the same on both backends. Their numbers
# put members before what stands on them, and carriers before the networks on them.
let
  netdev = link: if link.kind == "vlan" then "20-vlan-${link.network}" else "10-${link.name}";

  network =
    link:
    if link.kind == "vlan" then
      "20-vlan-${link.network}"
    else if link ? bond then
      "10-${link.name}"
    else if link ? network then
      "20-${link.name}"
    else
      "15-${link.name}";
in
{
  inherit netdev network;

  # Name= of [Match] is a list of patterns: one backslash is taken by splitting it into words,
  # another by matching.
  pattern =
    builtins.replaceStrings
      [ "*" "?" "[" "]" "!" "\\" ]
      [ "\\\\*" "\\\\?" "\\\\[" "\\\\]" "\\\\!" "\\\\\\\\" ];
}
