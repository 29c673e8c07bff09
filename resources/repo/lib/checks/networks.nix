# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A profile's networks by their names, with what checks ask of them: `ranges`, `gatewayGroups`,
# `server` (of DHCP, or null), `range` (the two ends of what DHCP gives away, or null), and `gives`,
# whether an address is in it.
profile:
let
  inherit (builtins)
    filter
    length
    listToAttrs
    ;
  addresses = import ./addresses.nix;
  isKnown = value: value != null;

  of =
    network:
    let
      dhcp = network.dhcp or { };
      ends = filter isKnown (map addresses.address (dhcp.range or [ ]));
      range =
        if length ends == 2 then
          {
            first = builtins.elemAt ends 0;
            last = builtins.elemAt ends 1;
          }
        else
          null;
    in
    network
    // {
      inherit range;
      ranges = filter isKnown (map addresses.interface network.subnets);
      gatewayGroups = filter isKnown (map addresses.address (network.gateways or [ ]));
      server = if dhcp ? server then addresses.address dhcp.server else null;
      gives =
        groups:
        range != null
        && length groups == length range.first
        && !(addresses.isBefore groups range.first)
        && !(addresses.isBefore range.last groups);
    };
in
listToAttrs (
  map (network: {
    inherit (network) name;
    value = of network;
  }) profile.networks
)
