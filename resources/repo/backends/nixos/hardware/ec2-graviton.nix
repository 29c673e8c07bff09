# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An instance of EC2, Graviton.
{ imports = [ ./ec2.nix ]; }
