// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/plain_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace n3x {
namespace {

bool isBase64(std::string_view text)
{
    const std::size_t body = text.find_last_not_of('=') + 1;
    return body != 0 && text.size() - body <= 2 && std::ranges::all_of(text.substr(0, body), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '/';
           });
}

bool isGraphic(char c) { return c > ' ' && c < 0x7f; }

// Eight bytes are looked at in one step.
constexpr std::size_t wordSize = sizeof(std::uint64_t);
constexpr std::uint64_t everyByte = 0x0101010101010101;
constexpr std::uint64_t highBits = 0x80 * everyByte;

std::uint64_t wordAt(std::string_view text, std::size_t at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, wordSize);
    return word;
}

// A byte below 0x20 borrows from its high bit when 0x20 is taken away, one above 0x7e carries into it when one is
// added; a neighbour's borrow or carry only comes from a byte that is none of these either.
bool isPrintableWord(std::uint64_t word)
{
    return (((word - 0x20 * everyByte) | (word + everyByte) | word) & highBits) == 0;
}

// Length of the UTF-8 sequence at the front (RFC 3629: shortest form, no surrogates, up to U+10FFFF); 0 if none.
std::size_t sequenceLength(std::string_view text)
{
    const auto at = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
    for (std::size_t index = 1; index < length; ++index)
        if ((at(index) & 0xc0) != 0x80) return 0;
    const unsigned char second = at(1);
    const bool shorter = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool surrogate = lead == 0xed && second > 0x9f;
    const bool beyond = lead == 0xf4 && second > 0x8f;
    return shorter || surrogate || beyond ? 0 : length;
}

} // namespace

bool isPrintableAscii(std::string_view text)
{
    std::size_t at = 0;
    for (; at + wordSize <= text.size(); at += wordSize)
        if (!isPrintableWord(wordAt(text, at))) return false;
    return std::ranges::all_of(text.substr(at), [](char c) { return c >= ' ' && c < 0x7f; });
}

bool isUtf8(std::string_view text) { return !firstNotUtf8(text); }

std::optional<std::size_t> firstNotUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (at + wordSize <= text.size() && (wordAt(text, at) & highBits) == 0) {
            at += wordSize;
            continue;
        }
        const std::size_t length = sequenceLength(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return {};
}

std::string toUtf8(std::string_view text)
{
    std::string good;
    good.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = firstNotUtf8(text).value_or(text.size());
        good += text.substr(0, end);
        text.remove_prefix(end);
        if (text.empty()) break;
        good += "\xef\xbf\xbd";
        text.remove_prefix(1);
    }
    return good;
}

std::optional<Refusal> LineRule::refuse(std::string_view text)
{
    if (isPrintableAscii(text)) return {};
    const bool control =
        std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    // U+0080 to U+009F and the line separators are line breaks or controls to YAML, JavaScript or terminals.
    bool separator = false;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto one = static_cast<unsigned char>(text[at]);
        const auto two = static_cast<unsigned char>(text[at + 1]);
        const unsigned char three = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
        separator = separator || (one == 0xc2 && two >= 0x80 && two <= 0x9f) ||
                    (one == 0xe2 && two == 0x80 && (three == 0xa8 || three == 0xa9)) ||
                    (one == 0xef && two == 0xbb && three == 0xbf);
    }
    if (!control && !separator && isUtf8(text)) return {};
    return Refusal{N3X_TEXT("The text holds a line break, another control character or bytes that are no UTF-8."),
                   N3X_TEXT("Write it as one line of plain text.")};
}

std::optional<Refusal> WordRule::refuse(std::string_view text)
{
    constexpr std::string_view others = "._+-/@:";
    const bool good = !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.contains(c);
    });
    if (good && text.front() != '-') return {};
    return Refusal{{N3X_TEXT("“%1” is not a single word."), {std::string(text)}},
                   N3X_TEXT("Use letters, digits and . _ + - / @ : only, not beginning with a hyphen.")};
}

std::optional<Refusal> UrlRule::refuse(std::string_view text)
{
    constexpr std::array<std::string_view, 6> schemes{"http", "https", "ssh", "ssh-ng", "s3", "file"};
    const std::size_t end = text.find("://");
    const bool known = end != std::string_view::npos && std::ranges::contains(schemes, text.substr(0, end));
    const bool plain =
        std::ranges::all_of(text, isGraphic) && text.find_first_of("\"'`\\<>^{|}$") == std::string_view::npos;
    if (!known || !plain || text.size() == end + 3)
        return Refusal{{N3X_TEXT("“%1” is not a web address."), {std::string(text)}},
                       N3X_TEXT("Write it with its scheme, such as https://cache.example.")};
    const std::string_view authority = text.substr(end + 3, text.find('/', end + 3) - end - 3);
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos && authority.substr(0, at).contains(':'))
        return Refusal{N3X_TEXT("The address holds a password."),
                       N3X_TEXT("Leave it out here; keep credentials in netrc or the secret store, exported files are "
                                "read by everyone.")};
    return {};
}

std::optional<Refusal> SshKeyRule::refuse(std::string_view text)
{
    constexpr std::array<std::string_view, 7> types{"ssh-ed25519",
                                                    "ssh-rsa",
                                                    "ecdsa-sha2-nistp256",
                                                    "ecdsa-sha2-nistp384",
                                                    "ecdsa-sha2-nistp521",
                                                    "sk-ssh-ed25519@openssh.com",
                                                    "sk-ecdsa-sha2-nistp256@openssh.com"};
    if (text.contains("PRIVATE KEY"))
        return Refusal{N3X_TEXT("This is a private key."),
                       N3X_TEXT("Give the public half, the line in the file that ends in .pub.")};
    const std::size_t space = text.find(' ');
    if (!LineRule::refuse(text) && space != std::string_view::npos &&
        std::ranges::contains(types, text.substr(0, space))) {
        const std::string_view rest = text.substr(space + 1);
        if (isBase64(rest.substr(0, rest.find(' ')))) return {};
    }
    return Refusal{N3X_TEXT("The text is not a public key of OpenSSH."),
                   N3X_TEXT("Paste the whole line of the .pub file, such as ssh-ed25519 AAAA… name@host.")};
}

std::optional<Refusal> AgeRecipientRule::refuse(std::string_view text)
{
    if (text.starts_with("AGE-SECRET-KEY-"))
        return Refusal{N3X_TEXT("This is a secret key of age."),
                       N3X_TEXT("Give the public recipient that begins with age1.")};
    constexpr std::string_view letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"; // bech32 (BIP 173)
    if (text.starts_with("age1") && text.size() >= 10 && text.size() <= 2048 &&
        std::ranges::all_of(text.substr(4), [&](char c) { return letters.contains(c); }))
        return {};
    return Refusal{{N3X_TEXT("“%1” is not a recipient of age."), {std::string(text)}},
                   N3X_TEXT("Paste the public key that age-keygen prints; it begins with age1.")};
}

std::optional<Refusal> CacheKeyRule::refuse(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && colon != 0 && std::ranges::all_of(text, isGraphic) &&
        text.find_first_of("\"'\\$`") == std::string_view::npos && isBase64(text.substr(colon + 1)))
        return {};
    return Refusal{{N3X_TEXT("“%1” is not a public key of a Nix cache."), {std::string(text)}},
                   N3X_TEXT("Write name:key as nix key convert-secret-to-public prints it.")};
}

std::optional<Refusal> RegistryMirrorRule::refuse(std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string_view host = text.substr(0, equals);
    const auto isOfHost = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
    };
    // "*" is every registry that no other mirror is for.
    const bool hostIsGood = host == "*" || (!host.empty() && host.size() <= 255 && std::ranges::all_of(host, isOfHost));
    if (hostIsGood && equals != std::string_view::npos) {
        const std::string_view mirror = text.substr(equals + 1);
        auto refusal = UrlRule::refuse(mirror);
        if (!refusal && mirror.starts_with("http")) return {};
        if (refusal) return refusal;
    }
    return Refusal{{N3X_TEXT("“%1” is not a mirror of a registry."), {std::string(text)}},
                   N3X_TEXT("Write the registry and where its mirror is, such as docker.io=https://mirror.example.")};
}

} // namespace n3x
