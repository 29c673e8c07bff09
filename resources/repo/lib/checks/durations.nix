# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# "100ms" → 100: a time with its unit, in milliseconds. Null for what is none, or is longer than a
# year.
let
  inherit (builtins)
    elemAt
    fromJSON
    isString
    match
    ;
  units = {
    ms = 1;
    s = 1000;
    min = 60000;
    h = 3600000;
    d = 86400000;
  };
in
text:
let
  parts = if isString text then match "(0|[1-9][0-9]{0,10})(ms|s|min|h|d)" text else null;
  time = fromJSON (elemAt parts 0) * units.${elemAt parts 1};
in
if parts == null || time > 365 * units.d then null else time
