# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What Kubernetes refuses: labels and taints, and servers that do not say the same.
{
  project,
  profile,
  about,
  ...
}:
let
  inherit (builtins)
    all
    any
    attrNames
    concatMap
    concatStringsSep
    elem
    elemAt
    filter
    groupBy
    head
    length
    match
    stringLength
    ;
  addresses = import ../addresses.nix;
  isIPv6 = range: match ".*:.*" range != null;
  isIPv4 = range: !(isIPv6 range);

  # The name of a key and a value have one form.
  isQualified =
    text: match "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?" text != null && stringLength text <= 63;
  isValue = text: text == "" || isQualified text;
  dns = "[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
  prefixOf =
    key:
    let
      parts = match "([^/]*)/(.*)" key;
    in
    if parts == null then "" else elemAt parts 0;
  isKey =
    key:
    let
      parts = match "([^/]*)/(.*)" key;
    in
    if parts == null then
      isQualified key
    else
      match dns (elemAt parts 0) != null
      && stringLength (elemAt parts 0) <= 253
      && isQualified (elemAt parts 1);

  isKubernetes = key: match "(.*[.])?(kubernetes|k8s)[.]io" (prefixOf key) != null;
  # The reserved labels that a kubelet may set on its own node; with any other it does not start.
  allowed = [
    "kubernetes.io/arch"
    "kubernetes.io/hostname"
    "kubernetes.io/os"
    "beta.kubernetes.io/arch"
    "beta.kubernetes.io/os"
    "beta.kubernetes.io/instance-type"
    "node.kubernetes.io/instance-type"
    "topology.kubernetes.io/region"
    "topology.kubernetes.io/zone"
    "failure-domain.beta.kubernetes.io/region"
    "failure-domain.beta.kubernetes.io/zone"
  ];
  mayKubeletSet =
    key:
    elem key allowed || match "(.*[.])?(kubelet|node)[.]kubernetes[.]io" (prefixOf key) != null;

  ofLabel =
    object: label:
    let
      parts = match "([^=]*)=(.*)" label;
      key = if parts == null then label else elemAt parts 0;
    in
    if !(isKey key) then
      about object "label ${label} has no key that Kubernetes takes" "N3X5006"
    else if parts != null && !(isValue (elemAt parts 1)) then
      about object "label ${label} has no value that Kubernetes takes" "N3X5007"
    else if isKubernetes key && !(mayKubeletSet key) then
      about object "label ${label} is one that a node may not set on itself" "N3X5009"
    else
      [ ];

  ofTaint =
    object: taint:
    let
      parts = match "([^:=]+)(=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)" taint;
      value = elemAt parts 2;
    in
    if parts == null || !(isKey (elemAt parts 0)) || (value != null && !(isValue value)) then
      about object "taint ${taint} is none that Kubernetes takes" "N3X5008"
    else
      [ ];

  # Kubernetes tells taints apart by key and effect, whatever their values.
  twice =
    object: taints:
    let
      parts = map (match "([^:=]+)(=[^:]*)?:(.*)") taints;
      known = filter (one: one != null) parts;
      byName = groupBy (one: "${head one}:${elemAt one 2}") known;
    in
    concatMap (
      name:
      if length byName.${name} > 1 then
        about object "it has two taints of one key and one effect, ${name}" "N3X1003"
      else
        [ ]
    ) (attrNames byName);

  ofNode =
    name:
    let
      inherit (profile.nodes.${name}) role k3s;
      object = "node ${name}";
      own = filter (key: k3s ? ${key} && k3s.${key} != (profile.k3s.${key} or null)) [
        "clusterCidr"
        "serviceCidr"
        "flannelBackend"
        "disable"
        "addons"
        "apiAddress"
      ];
      others = filter (other: other != name) profile.k3s.servers;
      agrees = key: other: (profile.nodes.${other}.k3s.${key} or null) == k3s.${key};
      alone = filter (key: !(all (agrees key) others)) own;
    in
    concatMap (ofLabel object) (k3s.labels or [ ])
    ++ concatMap (ofTaint object) (k3s.taints or [ ])
    ++ twice object (k3s.taints or [ ])
    ++ (
      if role == "server" && alone != [ ] then
        about object
          "it has other settings than the other servers: ${concatStringsSep ", " alone}"
          "N3X5011"
      else
        [ ]
    );

  inherit (profile) k3s;
  pods = k3s.clusterCidr or [ ];
  services = k3s.serviceCidr or [ ];

  # Nodes take a /24 of the IPv4 pods and a /64 of the IPv6 ones, of at most a /48; there are 2^20
  # services at most, and K3s gives the tenth to its DNS.
  ofSize =
    shortest: longest: what: range:
    let
      parsed = addresses.interface range;
    in
    if parsed != null && (parsed.prefix < shortest || parsed.prefix > longest) then
      about what "Kubernetes takes no range of the size of ${range}" "N3X5026"
    else
      [ ];
  ofPods = range: (if isIPv6 range then ofSize 48 64 else ofSize 1 24) "pods" range;
  ofServices = range: (if isIPv6 range then ofSize 108 124 else ofSize 12 28) "services" range;
  isDual = length pods == 2 && length services == 2;
  order =
    if ranges == [ ] && isDual && isIPv6 (head pods) != isIPv6 (head services) then
      about "k3s" "pods and services begin with different families" "N3X5027"
    else
      [ ];

  # The others join at the API address, which kube-vip serves on NixOS alone.
  founder = profile.nodes.${k3s.initServer} or { };
  founding =
    if (k3s.apiAddress or null) != null && (founder.backend or "") == "debian" then
      about "node ${k3s.initServer}"
        "it founds the cluster, runs Debian and does not serve the API address ${k3s.apiAddress}"
        "N3X5025"
    else
      [ ];

  # kube-vip announces the address on the link, and a cloud brings machines only what it gave them.
  inCloud =
    name:
    let
      node = profile.nodes.${name};
    in
    node.role == "server" && project.hardware.${node.target} or { } ? cloud;
  serving = filter inCloud (attrNames profile.nodes);
  cloud =
    if (k3s.apiAddress or null) != null && serving != [ ] then
      about "node ${head serving}"
        "it runs in a cloud, which brings no server the API address ${k3s.apiAddress}"
        "N3X5033"
    else
      [ ];

  ranges =
    if pods == [ ] || services == [ ] then
      about "k3s" "pods or services have no range of addresses" "N3X5019"
    else if any isIPv6 pods != any isIPv6 services || any isIPv4 pods != any isIPv4 services then
      about "k3s" "pods and services have ranges of different families" "N3X2012"
    else
      [ ];

  addons = k3s.addons or [ ];
  byPolicy = elem "longhorn" addons && (k3s.longhornPaths or "link") == "policy";
  policy =
    if byPolicy && !elem "kyverno" addons then
      about "k3s"
        "Longhorn finds the host's programs by a policy, and Kyverno is not there to apply it"
        "N3X5023"
    else
      [ ];
in
concatMap ofNode (attrNames profile.nodes)
++ ranges
++ concatMap ofPods pods
++ concatMap ofServices services
++ order
++ founding
++ cloud
++ policy
