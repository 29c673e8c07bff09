// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/entered.h"
#include "core/types/names.h"
#include "core/types/plain_text.h"

#include <optional>
#include <string>
#include <vector>

namespace n3x {

struct Nic {
    Entered<InterfaceName> name; // as the kernel shows it on this hardware
    std::optional<Entered<Line>> speed;
    std::optional<Entered<Word>> driver;

    friend bool operator==(const Nic&, const Nic&) = default;
};

struct Disk {
    std::optional<Entered<Line>> device;
    std::optional<Entered<Choice<DiskLayout>>> layout;

    friend bool operator==(const Disk&, const Disk&) = default;
};

// What the NixOS backend needs to know of a target.
struct NixosTarget {
    std::optional<Entered<Word>> module; // file under backends/nixos/hardware, without ending
    std::optional<Entered<Word>> disko;
    std::vector<Entered<Word>> image; // variants of system.build.images

    friend bool operator==(const NixosTarget&, const NixosTarget&) = default;
};

// What the Debian backend needs to know of a target.
struct DebianTarget {
    std::optional<Entered<Word>> machine;
    std::optional<Entered<Word>> distro;
    std::optional<Entered<Word>> kasMachine; // file under kas/machine, without ending
    std::vector<Entered<Word>> artifacts;
    std::vector<Entered<Word>> releaseExtensions;

    friend bool operator==(const DebianTarget&, const DebianTarget&) = default;
};

// A kind of machine: what its kernel calls its ports, how it boots, what each backend builds for it.
struct HardwareTarget {
    Entered<Word> name;
    Entered<Line> title;
    Entered<Choice<Architecture>> arch = Choice(Architecture::X86_64);
    std::vector<Entered<Choice<Backend>>> backends; // the first is the default
    std::vector<Nic> nics;                          // in the order of the ports
    std::vector<Entered<Line>> console;             // kernel consoles, the last is the main one
    std::optional<Entered<Choice<BootLoader>>> boot;
    Disk disk;
    NixosTarget nixos;
    DebianTarget debian;
    bool emulated = false;
    std::optional<Entered<Choice<Cloud>>> cloud;

    friend bool operator==(const HardwareTarget&, const HardwareTarget&) = default;
};

} // namespace n3x
