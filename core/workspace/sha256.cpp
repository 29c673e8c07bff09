// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/sha256.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace n3x {
namespace {

using State = std::array<std::uint32_t, 8>;

// The first 32 bits of the fractions of the square roots of the first 8 primes …
constexpr State start = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// … and of the cube roots of the first 64.
alignas(16) constexpr std::array<std::uint32_t, 64> rounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void addBlocksPortable(State& state, const std::uint8_t* bytes, std::size_t blocks)
{
    for (; blocks > 0; --blocks, bytes += 64) {
        std::array<std::uint32_t, 64> w;
        for (std::size_t i = 0; i < 16; ++i)
            w[i] = std::uint32_t{bytes[4 * i]} << 24 | std::uint32_t{bytes[4 * i + 1]} << 16 |
                   std::uint32_t{bytes[4 * i + 2]} << 8 | std::uint32_t{bytes[4 * i + 3]};
        for (std::size_t i = 16; i < 64; ++i) {
            const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
            const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        auto [a, b, c, d, e, f, g, h] = state;
        for (std::size_t i = 0; i < 64; ++i) {
            const std::uint32_t one =
                h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i] + w[i];
            const std::uint32_t two =
                (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        const State mixed = {a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < 8; ++i) state[i] += mixed[i];
    }
}

#if defined(__x86_64__)
// The instructions keep the state as two vectors, {a b e f} and {c d g h}, and do two rounds at a time.
__attribute__((target("sha,sse4.1,ssse3"))) void addBlocksByProcessor(State& state, const std::uint8_t* bytes,
                                                                      std::size_t blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const auto word = [&](std::size_t i) __attribute__((target("sse4.1"))) { return static_cast<int>(state[i]); };
    __m128i abef = _mm_set_epi32(word(0), word(1), word(4), word(5));
    __m128i cdgh = _mm_set_epi32(word(2), word(3), word(6), word(7));
    for (; blocks > 0; --blocks, bytes += 64) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i w[16];
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            if (i < 4)
                w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i)), bigEndian);
            else
                w[i] = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(w[i - 4], w[i - 3]), _mm_alignr_epi8(w[i - 1], w[i - 2], 4)),
                    w[i - 1]);
            const __m128i sum =
                _mm_add_epi32(w[i], _mm_load_si128(reinterpret_cast<const __m128i*>(rounds.data()) + i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    alignas(16) std::array<std::uint32_t, 4> one;
    alignas(16) std::array<std::uint32_t, 4> two;
    _mm_store_si128(reinterpret_cast<__m128i*>(one.data()), abef);
    _mm_store_si128(reinterpret_cast<__m128i*>(two.data()), cdgh);
    state = {one[3], one[2], two[3], two[2], one[1], one[0], two[1], two[0]};
}

bool processorHasSha()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & (1U << 29)) != 0;
}
#endif

using AddBlocks = void (*)(State&, const std::uint8_t*, std::size_t);

Sha256 sum(AddBlocks addBlocks, std::string_view text)
{
    State state = start;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t whole = text.size() / 64;
    addBlocks(state, bytes, whole);

    // What is left, a one bit, zeros, and the length in bits: one block or two.
    std::array<std::uint8_t, 128> end = {};
    const std::size_t left = text.size() % 64;
    if (left != 0) std::memcpy(end.data(), bytes + whole * 64, left);
    end[left] = 0x80;
    const std::size_t size = left < 56 ? 64 : 128;
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) end[size - 1 - i] = static_cast<std::uint8_t>(bits >> (8 * i));
    addBlocks(state, end.data(), size / 64);

    Sha256 result;
    for (std::size_t i = 0; i < 32; ++i) result[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return result;
}

} // namespace

Sha256 sha256(std::string_view text)
{
#if defined(__x86_64__)
    static const AddBlocks addBlocks = processorHasSha() ? addBlocksByProcessor : addBlocksPortable;
    return sum(addBlocks, text);
#else
    return sum(addBlocksPortable, text);
#endif
}

Sha256 sha256Portable(std::string_view text) { return sum(addBlocksPortable, text); }

std::string hexText(const Sha256& sum)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(64, '0');
    for (std::size_t i = 0; i < sum.size(); ++i) {
        text[2 * i] = digits[sum[i] >> 4];
        text[2 * i + 1] = digits[sum[i] & 15];
    }
    return text;
}

std::optional<Sha256> parseSha256(std::string_view hex)
{
    if (hex.size() != 64) return {};
    static constexpr std::uint8_t noDigit = 0x80;
    static constexpr auto digits = [] { // a manifest has thousands of sums: no branch for each digit
        std::array<std::uint8_t, 256> values;
        values.fill(noDigit);
        for (std::uint8_t digit = 0; digit < 16; ++digit)
            values[static_cast<std::uint8_t>("0123456789abcdef"[digit])] = digit;
        return values;
    }();
    Sha256 sum;
    unsigned seen = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        const unsigned high = digits[static_cast<std::uint8_t>(hex[2 * i])];
        const unsigned low = digits[static_cast<std::uint8_t>(hex[2 * i + 1])];
        seen |= high | low;
        sum[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    if (seen >= noDigit) return {};
    return sum;
}

} // namespace n3x
