// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field.h"

// The fields of profiles/hardware/<target>.yaml and of `hardware` in n3x.yaml.

namespace n3x {

template <> struct NamedBy<HardwareTarget> {
    static constexpr auto key = &HardwareTarget::name;
};

template <> struct FieldsOf<Nic> {
    static constexpr std::tuple table{Field{FieldRow{.key = "name",
                                                     .title = N3X_TEXT("Name"),
                                                     .help = N3X_TEXT("The name that the kernel gives this port."),
                                                     .presence = Presence::Expected,
                                                     .example = "enp1s0"},
                                            &Nic::name},
                                      Field{FieldRow{.key = "speed",
                                                     .title = N3X_TEXT("Speed"),
                                                     .help = N3X_TEXT("What the port can do."),
                                                     .example = "2.5 Gbit/s"},
                                            &Nic::speed},
                                      Field{FieldRow{.key = "driver",
                                                     .title = N3X_TEXT("Driver"),
                                                     .help = N3X_TEXT("The kernel module of the port."),
                                                     .example = "igc"},
                                            &Nic::driver}};
};

template <> struct FieldsOf<Disk> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "device",
                       .title = N3X_TEXT("Device"),
                       .help = N3X_TEXT("The disk that the system is installed on."),
                       .example = "/dev/nvme0n1"},
              &Disk::device},
        Field{FieldRow{.key = "layout",
                       .title = N3X_TEXT("Layout"),
                       .help = N3X_TEXT(
                           "Its partitions: standard, with room for two slots that nothing writes yet (ab), or as the "
                           "cloud's image brings them.")},
              &Disk::layout}};
};

template <> struct FieldsOf<NixosTarget> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "module",
                       .title = N3X_TEXT("Hardware module"),
                       .help = N3X_TEXT("File under backends/nixos/hardware, without its ending.")},
              &NixosTarget::module},
        Field{FieldRow{.key = "disko",
                       .title = N3X_TEXT("Disk layout module"),
                       .help = N3X_TEXT("File under backends/nixos/disko, without its ending.")},
              &NixosTarget::disko},
        Field{FieldRow{.key = "image",
                       .title = N3X_TEXT("Images"),
                       .help = N3X_TEXT("Image variants that are built for it."),
                       .example = "raw-efi"},
              &NixosTarget::image}};
};

template <> struct FieldsOf<DebianTarget> {
    static constexpr std::tuple table{Field{FieldRow{.key = "machine",
                                                     .title = N3X_TEXT("BitBake machine"),
                                                     .help = N3X_TEXT("The MACHINE of the build.")},
                                            &DebianTarget::machine},
                                      Field{FieldRow{.key = "distro",
                                                     .title = N3X_TEXT("Distribution"),
                                                     .help = N3X_TEXT("The DISTRO of the build."),
                                                     .example = "debian-trixie"},
                                            &DebianTarget::distro},
                                      Field{FieldRow{.key = "kasMachine",
                                                     .title = N3X_TEXT("kas machine"),
                                                     .help = N3X_TEXT("File under kas/machine, without its ending.")},
                                            &DebianTarget::kasMachine},
                                      Field{FieldRow{.key = "artifacts",
                                                     .title = N3X_TEXT("Artifacts"),
                                                     .help = N3X_TEXT("What a build gives."),
                                                     .example = "wic"},
                                            &DebianTarget::artifacts},
                                      Field{FieldRow{.key = "releaseExtensions",
                                                     .title = N3X_TEXT("Released files"),
                                                     .help = N3X_TEXT("Endings of the files that a release carries."),
                                                     .example = ".wic.zst"},
                                            &DebianTarget::releaseExtensions}};
};

template <> struct FieldsOf<HardwareTarget> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "title",
                       .title = N3X_TEXT("Title"),
                       .help = N3X_TEXT("What people call this machine."),
                       .presence = Presence::Expected},
              &HardwareTarget::title},
        Field{FieldRow{.key = "arch",
                       .title = N3X_TEXT("Architecture"),
                       .help = N3X_TEXT("The processor's instruction set."),
                       .presence = Presence::Demanded},
              &HardwareTarget::arch},
        Field{FieldRow{.key = "backends",
                       .title = N3X_TEXT("Backends"),
                       .help = N3X_TEXT("What it can run; the first is the default."),
                       .presence = Presence::Expected},
              &HardwareTarget::backends},
        Field{FieldRow{.key = "nics",
                       .title = N3X_TEXT("Ports"),
                       .help = N3X_TEXT("Its network ports in their order."),
                       .presence = Presence::Expected},
              &HardwareTarget::nics},
        Field{FieldRow{.key = "console",
                       .title = N3X_TEXT("Console"),
                       .help = N3X_TEXT("Kernel consoles; the last is the main one."),
                       .example = "ttyS0,115200n8"},
              &HardwareTarget::console},
        Field{FieldRow{.key = "boot", .title = N3X_TEXT("Boot loader"), .help = N3X_TEXT("What starts the kernel.")},
              &HardwareTarget::boot},
        Field{FieldRow{.key = "disk",
                       .title = N3X_TEXT("Disk"),
                       .help = N3X_TEXT("The disk that the system is installed on.")},
              &HardwareTarget::disk},
        Field{FieldRow{.key = "nixos",
                       .title = N3X_TEXT("NixOS"),
                       .help = N3X_TEXT("What the NixOS backend needs to know.")},
              &HardwareTarget::nixos},
        Field{FieldRow{.key = "debian",
                       .title = N3X_TEXT("Debian"),
                       .help = N3X_TEXT("What the Debian backend needs to know.")},
              &HardwareTarget::debian},
        Field{FieldRow{.key = "emulated",
                       .title = N3X_TEXT("Emulated"),
                       .help = N3X_TEXT("A machine of QEMU, not of metal.")},
              &HardwareTarget::emulated},
        Field{FieldRow{
                  .key = "cloud", .title = N3X_TEXT("Cloud"), .help = N3X_TEXT("The cloud that it is an instance of.")},
              &HardwareTarget::cloud}};
};

} // namespace n3x
