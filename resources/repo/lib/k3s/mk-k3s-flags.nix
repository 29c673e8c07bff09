# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Command line of K3s on a node, from profile data. Builtins only.
#
#   mkExtraFlags { profile, nodeName, role }   all flags of a node, in the order of the table below
#   mkFlagTable { profile, nodeName, role }    the same as [ { name; value; } … ]; null: a switch
#   mkServiceConfig { profile, nodeName }      the options `services.k3s` of NixOS
#   mkOptionFile { profile, nodeName }         the file of options that K3s' unit reads on Debian
#
# `profile` is one of lib/network/profiles. It may also be an old profile, which knows addresses and
# interfaces only: then the flags are those that the n3x library gave (the first four of the table).
{
  lib ? null, # not needed; callers of the n3x library give it
}:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    concatStringsSep
    filter
    head
    match
    replaceStrings
    ;
  inherit (import ../nearest.nix) unknown;

  ownerOf = profile: if profile ? name then "Profile \"${profile.name}\"" else "The profile";
  nodesOf = profile: profile.nodes or profile.ipAddresses or { };
  nodeOf =
    profile: nodeName:
    (nodesOf profile).${nodeName}
      or (throw (unknown (ownerOf profile) "node" nodeName (attrNames (nodesOf profile))));

  roles = [
    "server"
    "agent"
  ];
  known = role: if builtins.elem role roles then role else throw (unknown "K3s" "role" role roles);

  # --- what a node says to K3s --------------------------------------------------------------------

  # Where a node's secret lies on a backend; the secret itself is nowhere here. Agents have one of
  # their own, which every server has to know, whatever it runs on.
  tokensOn = {
    nixos = "/run/secrets/k3s-";
    debian = "/etc/rancher/k3s/";
  };
  tokenFilesOf =
    backend: role:
    let
      folder =
        tokensOn.${backend} or (throw (unknown "K3s" "backend" backend (attrNames tokensOn)));
      fileOf = owner: "${folder}${owner}-token";
    in
    { tokenFile = fileOf role; }
    // (if role == "server" then { agentTokenFile = fileOf "agent"; } else { });

  # Today's data: a node says what is its own, the profile what all share.
  settingsOf =
    {
      profile,
      nodeName,
      node,
      role,
      backend,
    }:
    profile.k3s // { inherit nodeName; } // tokenFilesOf backend role // node.k3s;

  # The first server of old data is the one whose address the API has. n3x took "server-1" for it.
  apiHost =
    profile:
    let
      parts = match "https?://\\[?([^]/]+[^]/:])]?:[0-9]+/?" (profile.serverApi or "");
      first = (nodesOf profile).server-1.cluster or null;
    in
    if parts != null then head parts else first;

  settingsOfOldData =
    {
      profile,
      nodeName,
      node,
    }:
    let
      address =
        node.cluster or profile.reservations.${nodeName}.ip
          or (throw ''
            Node "${nodeName}" has no address on the network "cluster".
            Give it one in `ipAddresses`.'');
      host = apiHost profile;
    in
    {
      nodeAddresses = [ address ];
      flannelInterface = profile.interfaces.cluster or "eth1";
      advertiseAddress = address;
      tlsNames = [ (if host == null then address else host) ];
    };

  # --- the table ----------------------------------------------------------------------------------

  optional = values: name: if values ? ${name} then [ values.${name} ] else [ ];
  joined =
    values: name:
    if values.${name} or [ ] == [ ] then [ ] else [ (concatStringsSep "," values.${name}) ];
  all = values: name: values.${name} or [ ];
  isIPv6 = range: match ".*:.*" range != null;

  row = name: values: { inherit name values; };
  serverRow = name: values: {
    inherit name values;
    serversOnly = true;
  };

  # A row's `values` makes of the node's settings what follows the flag: none, one, or the flag
  # several times.
  rows = [
    (row "node-ip" (k3s: joined k3s "nodeAddresses"))
    (row "flannel-iface" (k3s: filter (link: link != "") (optional k3s "flannelInterface")))
    (serverRow "advertise-address" (k3s: optional k3s "advertiseAddress"))
    # The first of these names is the first server's, with which the list of the n3x library ends.
    (serverRow "tls-san" (k3s: all k3s "tlsNames"))
    (serverRow "cluster-init" (k3s: if k3s.clusterInit or false then [ null ] else [ ]))
    (row "server" (k3s: optional k3s "joinUrl"))
    (row "token-file" (k3s: optional k3s "tokenFile"))
    (serverRow "agent-token-file" (k3s: optional k3s "agentTokenFile"))
    (serverRow "cluster-cidr" (k3s: joined k3s "clusterCidr"))
    (serverRow "service-cidr" (k3s: joined k3s "serviceCidr"))
    (serverRow "flannel-backend" (k3s: optional k3s "flannelBackend"))
    # Flannel gives pods' IPv4 packets the node's address where they leave the cluster, and IPv6
    # ones only when told.
    (serverRow "flannel-ipv6-masq" (
      k3s:
      if any isIPv6 (all k3s "clusterCidr") && (k3s.flannelBackend or "vxlan") != "none" then
        [ null ]
      else
        [ ]
    ))
    (serverRow "disable" (k3s: all k3s "disable"))
    (row "node-label" (k3s: all k3s "labels"))
    (row "node-taint" (k3s: all k3s "taints"))
    (row "node-name" (k3s: optional k3s "nodeName"))
  ];
  rowsOf = {
    server = rows;
    agent = filter (one: !(one ? serversOnly)) rows;
  };

  mkFlagTable =
    {
      profile,
      nodeName,
      role ? (nodeOf profile nodeName).role,
      backend ? (nodeOf profile nodeName).backend or "nixos",
    }:
    let
      node = nodeOf profile nodeName;
      settings =
        if node ? k3s then
          settingsOf {
            inherit
              profile
              nodeName
              node
              role
              backend
              ;
          }
        else
          settingsOfOldData { inherit profile nodeName node; };
    in
    concatMap (
      one:
      map (value: {
        inherit (one) name;
        inherit value;
      }) (one.values settings)
    ) rowsOf.${known role};

  flag = one: if one.value == null then "--${one.name}" else "--${one.name}=${one.value}";
  mkExtraFlags = arguments: map flag (mkFlagTable arguments);

  # --- the service of NixOS -----------------------------------------------------------------------

  # What has an option of its own, which the unit of NixOS turns into the flag.
  ownOptions = [
    "cluster-init"
    "server"
    "token-file"
  ];

  mkServiceConfig =
    {
      profile,
      nodeName,
      role ? (nodeOf profile nodeName).role,
    }:
    let
      table = mkFlagTable {
        inherit profile nodeName role;
        backend = "nixos";
      };
      valuesOf = name: map (one: one.value) (filter (one: one.name == name) table);
      option =
        name: values:
        if values == [ ] then
          { }
        else
          { ${name} = if head values == null then true else head values; };
    in
    {
      enable = true;
      inherit role;
      extraFlags = map flag (filter (one: !(builtins.elem one.name ownOptions)) table);
    }
    // option "clusterInit" (valuesOf "cluster-init")
    // option "serverAddr" (valuesOf "server")
    // option "tokenFile" (valuesOf "token-file");

  # --- the option file ----------------------------------------------------------------------------

  # systemd splits a variable into words; a backslash makes any character a plain one, and it has to
  # pass the double quotes first.
  word =
    let
      special = [
        " "
        "!"
        "#"
        "&"
        "'"
        "("
        ")"
        "*"
        ";"
        "<"
        ">"
        "?"
        "["
        "]"
        "^"
        "{"
        "|"
        "}"
        "~"
      ];
      doublySpecial = [
        "\""
        "\\"
        "$"
        "`"
      ];
    in
    replaceStrings (special ++ doublySpecial) (
      map (c: "\\\\${c}") special ++ map (c: "\\\\\\${c}") doublySpecial
    );

  variables = {
    server = "K3S_SERVER_OPTS";
    agent = "K3S_AGENT_OPTS";
  };

  mkOptionFile =
    {
      profile,
      nodeName,
      role ? (nodeOf profile nodeName).role,
    }:
    ''
      # Written by n3x Studio; read by the unit of K3s as options of its command line.
      ${variables.${known role}}="${
        concatStringsSep " " (
          map word (mkExtraFlags {
            inherit profile nodeName role;
            backend = "debian";
          })
        )
      }"
    '';
in
{
  inherit
    mkExtraFlags
    mkFlagTable
    mkServiceConfig
    mkOptionFile
    ;
}
