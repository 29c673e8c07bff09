# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the stand-in for nixpkgs takes of what it should refuse: for each option of its lists, values of no type that it
# could have, and a name that is nearly its own. `stub` is its folder.
{ stub }:
let
  inherit (builtins)
    attrNames
    filter
    isString
    map
    readDir
    seq
    split
    tryEval
    ;
  standIn = (import (stub + "/flake.nix")).outputs { };
  inherit (standIn) lib;
  declare = import (stub + "/declare.nix") { inherit lib; };

  listed = folder: map (file: import (stub + "/${folder}/${file}") { inherit (declare) lib; }) (attrNames (readDir (stub + "/${folder}")));
  options = lib.foldl' (all: some: all // some) { } (listed "options" ++ listed "others");
  names = filter (name: name != "assertions") (attrNames options); # each is asked for two attributes, whatever it is
  pathOf = name: filter isString (split "[.]" name);

  systemWith =
    module:
    (lib.nixosSystem {
      system = "x86_64-linux";
      modules = [
        standIn.nixosModules.sops
        standIn.nixosModules.disko
        standIn.nixosModules.default
        { options = declare.optionTree (import (stub + "/others/qemu-vm.nix") { inherit (declare) lib; }); }
        {
          networking.hostName = "x";
          fileSystems."/".device = "/dev/vda";
        }
        module
      ];
    }).config.system.build.toplevel.drvPath;
  takes = module: (tryEval (seq (systemWith module) true)).success;
  takesAt = name: value: takes (lib.setAttrByPath (pathOf name) value);

in
{
  count = lib.length names;
  # Options that take a number with a fraction, which none means; alone, in a list, and under a name.
  fraction = filter (name: takesAt name 1.5) names;
  inList = filter (name: takesAt name [ 1.5 ]) names;
  inSet = filter (name: takesAt name { "no such key" = 1.5; }) names;
  # Names beside those of the list that are taken all the same.
  beside = filter (name: takesAt "${name}x" true) names;
}
