# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Makes a project that shows a fault as small as it can, as RapidCheck does: it leaves things out as long as the fault
stays. Works on the project's own files, so that it knows nothing of what is in them."""

import copy

import yaml


def read(folder):
    """The YAML files of a project, as trees that keep how each value is written."""
    return {str(path.relative_to(folder)): yaml.compose(path.read_text())
            for path in sorted([folder / "n3x.yaml", *folder.glob("profiles/*.yaml")])}


def write(trees, folder):
    for path, tree in trees.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(tree))


def text(tree):
    return yaml.serialize(tree, allow_unicode=True, width=120)


def size(tree):
    if isinstance(tree, yaml.ScalarNode):
        return 1
    return 1 + sum(size(child[1] if isinstance(child, tuple) else child) for child in tree.value)


def places(tree, path=()):
    """Where something can be left out: a key of a mapping or an element of a list, with how much goes away."""
    if isinstance(tree, yaml.ScalarNode):
        return
    for at, child in enumerate(tree.value):
        value = child[1] if isinstance(child, tuple) else child
        yield path + (at,), size(value)
        yield from places(value, path + (at,))


def without(trees, file, path):
    smaller = copy.deepcopy(trees)
    tree = smaller[file]
    for at in path[:-1]:
        child = tree.value[at]
        tree = child[1] if isinstance(child, tuple) else child
    del tree.value[path[-1]]
    return smaller


def shrunk(trees, first_that_fails, at_once=24):
    """first_that_fails(candidates) gives the index of the first candidate that still has the fault, or None."""
    tried = set()
    trees = without_empty(trees)
    while True:
        before = spelled(trees)
        start = 0
        while True:
            # Large parts first. After a success what follows is tried on, and only then all of it again.
            parts = sorted(((weight, file, path) for file, tree in trees.items() for path, weight in places(tree)),
                           key=lambda one: -one[0])[start:]
            if not parts:
                break
            smaller = [without(trees, file, path) for _, file, path in parts[:at_once]]
            fresh = [(number, one) for number, one in enumerate(smaller) if spelled(one) not in tried]
            tried.update(spelled(one) for _, one in fresh)
            at = first_that_fails([one for _, one in fresh]) if fresh else None
            if at is None:
                start += at_once
            else:
                start += fresh[at][0]
                trees = without_empty(fresh[at][1])
        if spelled(trees) == before:
            return trees


def without_empty(trees):
    return {file: tree for file, tree in trees.items() if tree.value}


def spelled(trees):
    return "\n".join(file + text(tree) for file, tree in trees.items())
