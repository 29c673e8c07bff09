// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/choice.h"
#include "core/types/duration.h"
#include "core/types/ip_address.h"
#include "core/types/kubernetes.h"
#include "core/types/mac_address.h"
#include "core/types/names.h"
#include "core/types/number.h"
#include "core/types/plain_text.h"
#include "core/types/subnet.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

namespace {

// What is taken reads back as an equal value; what is refused says why.
template <class T> void tryType(std::string_view text)
{
    const auto value = T::parse(text);
    if (!value) {
        if (value.error().what.english().empty() || value.error().advice.english().empty()) std::abort();
        return;
    }
    const auto again = T::parse(value->text());
    if (!again || !(*again == *value) || again->text() != value->text()) std::abort();
}

} // namespace

// The first byte picks the type, '0' the first of them; the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using Try = void (*)(std::string_view);
    constexpr Try tries[] = {tryType<DnsLabel>,     tryType<DnsName>,       tryType<InterfaceName>,
                             tryType<IpAddress>,    tryType<Subnet>,        tryType<MacAddress>,
                             tryType<VlanId>,       tryType<Mtu>,           tryType<JobCount>,
                             tryType<Duration>,     tryType<K3sVersion>,    tryType<LabelKey>,
                             tryType<LabelValue>,   tryType<Taint>,         tryType<Line>,
                             tryType<Word>,         tryType<Url>,           tryType<SshKey>,
                             tryType<AgeRecipient>, tryType<CacheKey>,      tryType<Choice<BondMode>>,
                             tryType<Choice<Role>>, tryType<RegistryMirror>};
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    tries[static_cast<std::uint8_t>(data[0] - '0') % std::size(tries)](text);
    if (!isUtf8(toUtf8(text)) || (isUtf8(text) && toUtf8(text) != text)) std::abort();
    return 0;
}
