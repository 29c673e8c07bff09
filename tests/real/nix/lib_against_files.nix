# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a repository's functions in lib/ give, against the files that C++ wrote of the same project: how much was
# compared, and every difference. What C++ found no fault with, lib/checks finds none with either.
#
#     import ./lib_against_files.nix LIB [ { root = PROJECT; profile = "simple"; } … ]
lib: clusters:
let
  inherit (builtins)
    attrNames
    attrValues
    concatLists
    concatMap
    fromJSON
    isFunction
    length
    map
    mapAttrs
    pathExists
    readDir
    readFile
    ;
  network = import (lib + "/network/mk-network-config.nix") { lib = { }; };
  k3s = import (lib + "/k3s/mk-k3s-flags.nix") { };
  mkNodeModule = import (lib + "/mk-node-module.nix");

  difference =
    where: cpp: nix:
    if cpp == nix then [ ] else [ { inherit where cpp nix; } ];

  recipes = "backends/debian/meta-n3x/recipes-support";

  differencesOfNode =
    { root, profile }:
    data: nodeName: units:
    let
      where = "${profile}/${nodeName}";
      folder = root + "/${recipes}/systemd-networkd-config/files/${where}";
      written = mapAttrs (file: _: readFile (folder + "/${file}")) (if pathExists folder then readDir folder else { });
      names = attrNames (written // units);
      ofUnits = concatMap (file: difference "${where}/${file}" (written.${file} or null) (units.${file} or null)) names;

      imported = import (root + "/backends/nixos/nodes/${where}.nix");
      module = if isFunction imported then imported { } else imported;
      made = mkNodeModule data nodeName { };
      ofModule = concatMap (name: difference "${where}: ${name} of the module" (module.${name} or null) (made.${name} or null)) (
        attrNames (module // made)
      );

      flags = fromJSON (readFile (root + "/lib/k3s/flags/${where}.json"));
      role = data.nodes.${nodeName}.role;
      options = root + "/${recipes}/k3s-node-config/files/${where}/k3s-${role}";
    in
    ofUnits
    ++ ofModule
    ++ difference "${where}: role" flags.role role
    ++ difference "${where}: flags" flags.extraFlags (k3s.mkExtraFlags { inherit nodeName role; profile = data; })
    ++ difference "${where}: option file" (readFile options) (k3s.mkOptionFile { inherit nodeName; profile = data; });

  ofCluster =
    cluster:
    let
      data = import (cluster.root + "/lib/network/profiles/${cluster.profile}.nix");
      all = network.generateAllNodeFiles data;
      said = import (cluster.root + "/lib/project.nix");
      project = said // {
        profiles.${cluster.profile} = data;
        deploy = if said.deploy == cluster.profile then said.deploy else null;
      };
      checks = import (lib + "/checks") {
        inherit project;
        inherit (cluster) root;
      };
      faults = concatMap (check: difference "${cluster.profile}: ${check}" [ ] checks.${check}) [
        "rules-${cluster.profile}"
        "members-${cluster.profile}"
        "versions"
        "project"
        "names"
        "secrets"
      ];
      counted = concatLists (map attrNames (attrValues all));
    in
    {
      nodes = attrNames all;
      units = length counted;
      differences = concatLists (attrValues (mapAttrs (differencesOfNode cluster data) all)) ++ faults;
    };
in
map ofCluster clusters
