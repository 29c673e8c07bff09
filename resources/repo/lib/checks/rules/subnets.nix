# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Subnets: of networks, pods and services, none over another.
{
  profile,
  about,
  pairs,
  ...
}:
let
  inherit (builtins) concatMap filter;
  addresses = import ../addresses.nix;

  ranges =
    owner: code:
    map (text: {
      inherit owner text code;
      parsed = addresses.interface text;
    });
  ofNetworks = concatMap (
    network: ranges "network ${network.name}" "N3X2009" network.subnets
  ) profile.networks;
  ofPods = ranges "pods" "N3X2010" (profile.k3s.clusterCidr or [ ]);
  ofServices = ranges "services" "N3X2010" (profile.k3s.serviceCidr or [ ]);
  all = ofNetworks ++ ofPods ++ ofServices;

  wrong = concatMap (
    range:
    if range.parsed == null then about range.owner "${range.text} is no subnet" "N3X2002" else [ ]
  ) all;

  over =
    { one, two }:
    let
      code =
        if one.owner == "pods" && two.owner == "services" then
          "N3X2011"
        else if two.code == "N3X2010" then
          "N3X2010"
        else
          "N3X2009";
    in
    if one.owner != two.owner && addresses.overlap one.parsed two.parsed then
      about one.owner "its subnet ${one.text} overlaps ${two.text} of ${two.owner}" code
    else
      [ ];
in
wrong ++ concatMap over (pairs (filter (range: range.parsed != null) all))
