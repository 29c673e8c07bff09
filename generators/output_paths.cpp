// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/output_paths.h"

namespace n3x::output_paths {

std::string_view profileOf(std::string_view path)
{
    for (const std::string_view root :
         {networkdUnits, k3sOptions, kasNodes, kasNetworks, nixosModules, k3sFlags, profileData}) {
        if (!path.starts_with(root)) continue;
        path.remove_prefix(root.size());
        return path.substr(0, path.find_first_of("/.")); // names of profiles are without dots
    }
    return {};
}

} // namespace n3x::output_paths
