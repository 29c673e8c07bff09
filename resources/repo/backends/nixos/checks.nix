# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Evaluation-time checks as derivations, one a question, so that one can be asked without the
# others: `nix flake check --no-build` is enough to be refused.
{
  project,
  nodes,
  nixosConfigurations,
  clusters,
  lib,
  ...
}:
pkgs:
let
  inherit (builtins)
    concatMap
    listToAttrs
    mapAttrs
    unsafeDiscardStringContext
    ;

  passed = name: text: pkgs.writeText "check-${name}" text;

  # lib/checks answers with the problems it found; the messages are all that Nix shows.
  verdict =
    name: problems:
    if problems == [ ] then
      passed name "passed\n"
    else
      throw "check ${name}:\n${lib.concatMapStrings (problem: "  ${problem}\n") problems}";

  # The system of a node evaluates, its assertions hold. Its path is only text here: the check
  # builds nothing.
  evaluates =
    node:
    let
      inherit (nixosConfigurations.${node.attribute}.config.system.build) toplevel;
      check = passed "eval-${node.attribute}" (unsafeDiscardStringContext toplevel.drvPath);
    in
    [ (lib.nameValuePair "eval-${node.attribute}" check) ]
    ++ lib.optional node.isDeployed (lib.nameValuePair "eval-${node.name}" check);
in
listToAttrs (concatMap evaluates nodes)
// mapAttrs verdict (import ../../lib/checks { inherit project; })
// clusters.${pkgs.stdenv.hostPlatform.system}
