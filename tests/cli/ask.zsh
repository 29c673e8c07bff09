#!/usr/bin/env zsh
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# ask.zsh FOLDER LINE: what Tab offers at the end of LINE, as "offered:WORD", with the completions of FOLDER.
zmodload zsh/zpty
zpty shell zsh -fi
zpty -w shell "stty -echo; PS1=; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell 'compadd() { local -a found; builtin compadd -O found "$@"; print -l -- offered:$^found; }'
zpty -w shell 'ask() { zle complete-word; print -- fini""shed; }; zle -N ask; bindkey "^G" ask'
zpty -w shell 'zle-line-init() { print -- rea""dy; }; zle -N zle-line-init'
zpty -r shell seen '*ready*'
zpty -w -n shell "$2"$'\a'
zpty -r shell seen '*finished*'
print -r -- "$seen"
