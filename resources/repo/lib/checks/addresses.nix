# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Addresses and subnets as numbers: 16 bits a group, two groups for IPv4 and eight for IPv6.
let
  inherit (builtins)
    all
    any
    bitAnd
    concatMap
    elemAt
    filter
    fromJSON
    fromTOML
    genList
    isInt
    isString
    length
    match
    split
    ;

  plain = match "0|[1-9][0-9]*";
  byte = text: if plain text == null then null else fromJSON text;
  ipv4 =
    text:
    let
      bytes = map byte (match "([0-9]{1,3})[.]([0-9]{1,3})[.]([0-9]{1,3})[.]([0-9]{1,3})" text);
      at = elemAt bytes;
    in
    if match "[0-9]{1,3}([.][0-9]{1,3}){3}" text == null then
      null
    else if any (value: value == null || value > 255) bytes then
      null
    else
      [
        (at 0 * 256 + at 1)
        (at 2 * 256 + at 3)
      ];

  # The groups on one side of "::".
  side =
    text:
    if text == "" then
      [ ]
    else
      concatMap (
        group:
        if match "[0-9a-fA-F]{1,4}" group != null then
          [ (fromTOML "value = 0x${group}").value ]
        else if match ".*[.].*" group != null && ipv4 group != null then
          ipv4 group
        else
          [ null ]
      ) (filter isString (split ":" text));
  ipv6 =
    text:
    let
      sides = filter isString (split "::" text);
      left = side (elemAt sides 0);
      right = if length sides > 1 then side (elemAt sides 1) else [ ];
      gap = 8 - length left - length right;
      groups = left ++ genList (_: 0) gap ++ right;
      isWhole = if length sides == 1 then gap == 0 else length sides == 2 && gap >= 1;
    in
    if match "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*" text == null || !isWhole || !(all isInt groups) then
      null
    else
      groups;

  # Null for what is no address.
  address = text: if match ".*:.*" text == null then ipv4 text else ipv6 text;
  bitsOf = groups: 16 * length groups;

  # "10.0.0.1/24" → { groups, prefix }, or null.
  interface =
    text:
    let
      parts = match "([^/]+)/([0-9]{1,3})" text;
      groups = address (elemAt parts 0);
      prefix = byte (elemAt parts 1);
    in
    if parts == null || groups == null || prefix == null || prefix > bitsOf groups then
      null
    else
      { inherit groups prefix; };

  powers = genList (exponent: builtins.foldl' (value: _: value * 2) 1 (genList (_: 0) exponent)) 17;
  # What of a group the prefix covers.
  maskAt =
    prefix: at:
    let
      bits = prefix - 16 * at;
      kept = if bits < 0 then 0 else if bits > 16 then 16 else bits;
    in
    65536 - elemAt powers (16 - kept);
  masked =
    prefix: groups: genList (at: bitAnd (elemAt groups at) (maskAt prefix at)) (length groups);

  contains =
    subnet: groups:
    length subnet.groups == length groups
    && masked subnet.prefix subnet.groups == masked subnet.prefix groups;
  overlap =
    one: two:
    if one.prefix <= two.prefix then contains one two.groups else contains two one.groups;

  # Of one family.
  isBefore = one: two: one < two; # group by group

  isNetwork =
    subnet: groups: subnet.prefix < bitsOf groups - 1 && masked subnet.prefix groups == groups;
  lastOf =
    subnet:
    genList (at: elemAt (masked subnet.prefix subnet.groups) at + 65535 - maskAt subnet.prefix at) (
      length subnet.groups
    );

  # fe80::/10: a router of IPv6 goes by such an address too, whatever the subnet.
  isLinkLocal = groups: length groups == 8 && bitAnd (elemAt groups 0) 65472 == 65152;
  isBroadcast =
    subnet: groups: length groups == 2 && subnet.prefix < 31 && lastOf subnet == groups;
in
{
  inherit
    address
    interface
    contains
    overlap
    isBefore
    isLinkLocal
    isNetwork
    isBroadcast
    ;
}
