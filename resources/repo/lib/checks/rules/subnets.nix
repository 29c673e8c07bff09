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
  inherit (builtins)
    any
    concatMap
    filter
    length
    ;
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

  # RFC 6890, but for what Linux and networkd take as the address of a host.
  unusable = map addresses.interface [
    "0.0.0.0/8"
    "127.0.0.0/8"
    "224.0.0.0/4"
    "255.255.255.255/32"
    "::/127"
    "::ffff:0:0/96"
    "fe80::/10"
    "ff00::/8"
  ];
  isUnusable =
    parsed:
    let
      ofFamily = filter (kept: length kept.groups == length parsed.groups) unusable;
    in
    any (kept: addresses.overlap kept parsed) ofFamily;
  # K3s reaches no node by an address that each link has anew.
  ofK3s = "network ${profile.k3s.network}";
  isOfLink = range: range.owner == ofK3s && addresses.contains linkLocal range.parsed.groups;
  linkLocal = addresses.interface "169.254.0.0/16";
  reserved = concatMap (
    range:
    if range.parsed != null && (isUnusable range.parsed || isOfLink range) then
      about range.owner "its subnet ${range.text} reaches into what no network can have" "N3X2029"
    else
      [ ]
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
wrong ++ reserved ++ concatMap over (pairs (filter (range: range.parsed != null) all))
