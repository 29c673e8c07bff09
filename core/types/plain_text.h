// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/checked_text.h"

namespace n3x {

// One line that every language of the outputs can hold: valid UTF-8 (no surrogates), no control character.
struct LineRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using Line = CheckedText<LineRule>;

// A token without white space or quotes: names of components, add-ons, machines, features, modules.
struct WordRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using Word = CheckedText<WordRule>;

// http, https, ssh, ssh-ng, s3 or file address without white space. A user may stand in it, a password is refused:
// what the studio writes is read by everyone.
struct UrlRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using Url = CheckedText<UrlRule>;

// A public key line of OpenSSH: type, base64, optional comment (sshd(8), AUTHORIZED_KEYS). A private key is refused.
struct SshKeyRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using SshKey = CheckedText<SshKeyRule>;

// A public recipient of age: age1… in lower case. AGE-SECRET-KEY-… is refused.
struct AgeRecipientRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using AgeRecipient = CheckedText<AgeRecipientRule>;

// A public key of a Nix binary cache: name:base64 (nix.conf, trusted-public-keys).
struct CacheKeyRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using CacheKey = CheckedText<CacheKeyRule>;

// A mirror of a container registry: the registry's host, '=', and the mirror's http or https address.
struct RegistryMirrorRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using RegistryMirror = CheckedText<RegistryMirrorRule>;

// Bytes from the space to '~' and no other, as nearly every text here: quick to tell.
[[nodiscard]] bool isPrintableAscii(std::string_view text);

[[nodiscard]] bool isUtf8(std::string_view text);

// Where the first byte stands that belongs to no character (RFC 3629); nothing for good UTF-8.
[[nodiscard]] std::optional<std::size_t> firstNotUtf8(std::string_view text);

// The text with U+FFFD in place of each byte that belongs to no character.
[[nodiscard]] std::string toUtf8(std::string_view text);

} // namespace n3x
