// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs each file that is named through the fuzzer, as libFuzzer does with -runs=0, whose options it passes over.

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments)
{
    int replayed = 0;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]).starts_with('-')) continue;
        std::ifstream file(arguments[i], std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        if (!file) {
            std::cerr << arguments[i] << ": cannot be read\n";
            return 1;
        }
        std::cout << arguments[i] << std::endl; // before it runs: the last one named is the one that breaks it
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
        ++replayed;
    }
    std::cout << replayed << " inputs\n";
    return replayed > 0 ? 0 : 1;
}
