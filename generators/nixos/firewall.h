// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace n3x {

// A short list without an allocation.
template <class T, std::size_t Capacity> class FewOf {
public:
    void add(T value) { values_[count_++] = value; }
    [[nodiscard]] const T* begin() const { return values_.data(); }
    [[nodiscard]] const T* end() const { return values_.data() + count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }

private:
    std::array<T, Capacity> values_{};
    std::size_t count_ = 0;
};

struct OpenPorts {
    FewOf<std::uint16_t, 16> tcp; // ascending
    FewOf<std::uint16_t, 4> udp;

    [[nodiscard]] bool empty() const { return tcp.empty() && udp.empty(); }
};

// The ports that a node has to open on its link of a network, by its role and by what the network carries.
[[nodiscard]] OpenPorts openPorts(const NodePlan& node, const ProfilePlan& shared, const NetworkPlan& network);

// The links of the pods: what comes in there has passed Flannel.
[[nodiscard]] FewOf<std::string_view, 3> podInterfaces(const NodePlan& node, const ProfilePlan& shared);

} // namespace n3x
