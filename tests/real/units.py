# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""A strict reader of systemd's unit syntax (systemd.syntax(7)), for comparing: it refuses what systemd would bend."""


class UnitError(Exception):
    pass


def parse_unit(text):
    """[(section, [(key, value), …]), …] in the order of the file."""
    sections = []
    if text and not text.endswith("\n"):
        raise UnitError("the last line does not end")
    for number, line in enumerate(text.split("\n"), 1):
        if "\r" in line or "\0" in line:
            raise UnitError(f"{number}: control character")
        if line == "" or line[0] in "#;":
            continue
        if line != line.strip():
            raise UnitError(f"{number}: white space at an end")
        if line.endswith("\\"):
            raise UnitError(f"{number}: continued line")
        if line.startswith("["):
            if not line.endswith("]"):
                raise UnitError(f"{number}: section without end")
            sections.append((line[1:-1], []))
            continue
        key, equals, value = line.partition("=")
        if not equals or not key.isalnum() or not sections:
            raise UnitError(f"{number}: neither a section nor a setting: {line!r}")
        sections[-1][1].append((key, value))
    return sections
