// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/generators.h"

#include "generators/k3s/k3s.h"
#include "generators/kas/kas.h"
#include "generators/networkd/networkd.h"
#include "generators/nixos/nixos.h"
#include "generators/repo/fixed_files.h"
#include "generators/repo/project_data.h"
#include "generators/repo/repo.h"
#include "generators/secrets/sops_rules.h"

#include <array>

namespace n3x {

const Generators& generators()
{
    static constexpr std::array node{
        NodeGenerator{"networkd", writeNetworkd},
        NodeGenerator{"k3s", writeK3s},
        NodeGenerator{"nixos", writeNixos},
        NodeGenerator{"kas", writeKasNode},
    };
    static constexpr std::array profile{
        ProfileGenerator{"kas", writeKasNetwork},
    };
    static constexpr std::array shared{
        SharedFileGenerator{"repo", profileDataPath, profileData},
    };
    static constexpr std::array project{
        ProjectGenerator{"repo", writeProjectData},
        ProjectGenerator{"repo", writeFixedFiles},
        ProjectGenerator{"secrets", writeSopsRules},
    };
    static constexpr Generators table{.node = node, .profile = profile, .shared = shared, .project = project};
    return table;
}

} // namespace n3x
