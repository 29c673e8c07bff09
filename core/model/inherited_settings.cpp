// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/inherited_settings.h"

namespace n3x {

K3sSettings inheriting(K3sSettings own, const K3sSettings& outer)
{
    const auto inherit = [](auto& mine, const auto& theirs) {
        if (!mine) mine = theirs;
    };
    inherit(own.version, outer.version);
    inherit(own.clusterCidr, outer.clusterCidr);
    inherit(own.serviceCidr, outer.serviceCidr);
    inherit(own.flannelBackend, outer.flannelBackend);
    inherit(own.disable, outer.disable);
    inherit(own.addons, outer.addons);
    inherit(own.longhornPaths, outer.longhornPaths);
    inherit(own.images, outer.images);
    inherit(own.apiAddress, outer.apiAddress);
    return own;
}

} // namespace n3x
