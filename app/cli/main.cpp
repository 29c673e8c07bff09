// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command_line.h"

#include <csignal>

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argumentCount, char** arguments)
{
#ifdef __GLIBC__
    // A short run asks for memory once: giving a large block back only means to be handed its pages again, one by one.
    constexpr int megabyte = 1024 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
    ::mallopt(M_TRIM_THRESHOLD, 512 * megabyte);
    ::mallopt(M_TOP_PAD, 2 * megabyte);
#endif
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a refusal to tell of, not the end
    return n3x::cli::run(argumentCount, arguments);
}
