# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
{
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  services.amazon-ssm-agent.enable = true;
}
