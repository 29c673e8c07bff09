// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/completion.h"

#include "app/cli/word_choices.h"

#include <CLI/CLI.hpp>

#include <format>
#include <vector>

namespace n3x::cli {
namespace {

// The scripts are files of the tree as well, where each says its licence; joined late, so that nobody reads the
// lines as this file's own.
#define N3X_LICENCE_LINE(rest)                                                                                         \
    "# SPDX"                                                                                                           \
    "-" rest "\n"
constexpr std::string_view licence = N3X_LICENCE_LINE("FileCopyrightText: 2026 The n3x Studio authors")
    N3X_LICENCE_LINE("License-Identifier: Apache-2.0");

struct Completed {
    std::vector<std::string> names; // "--format", "-q"; none for a positional
    std::string help;
    std::string values; // words separated by blanks
    bool takesValue = false;
    bool isPath = false;
    bool repeats = false; // a positional that stands for all words to come
};

struct Command {
    std::string name;
    std::string help;
    std::vector<Completed> options;
};

std::string joined(const std::vector<std::string>& words, std::string_view between = " ")
{
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::vector<Completed> optionsOf(const CLI::App& app)
{
    std::vector<Completed> all;
    for (const CLI::Option* option : app.get_options()) {
        Completed completed;
        for (const std::string& name : option->get_snames()) completed.names.push_back("-" + name);
        for (const std::string& name : option->get_lnames()) completed.names.push_back("--" + name);
        completed.help = option->get_description();
        completed.takesValue = option->get_expected_max() > 0 && option->get_items_expected_max() > 0;
        completed.values = joined(wordChoices(*option));
        const std::string type = option->get_type_name();
        completed.isPath = type.starts_with("FOLDER") || type.starts_with("DIR") || type.starts_with("PATH");
        completed.repeats = option->get_expected_max() > 1;
        all.push_back(std::move(completed));
    }
    return all;
}

std::vector<Command> commandsOf(const CLI::App& app)
{
    std::vector<Command> all;
    for (const CLI::App* command : app.get_subcommands(nullptr))
        all.push_back({command->get_name(), command->get_description(), optionsOf(*command)});
    return all;
}

std::string namesOf(const std::vector<Completed>& options)
{
    std::string text;
    for (const Completed& option : options)
        for (const std::string& name : option.names) text += (text.empty() ? "" : " ") + name;
    return text;
}

// Words of positional arguments, such as the shells of `n3x completion`.
std::string positionalValues(const Command& command)
{
    std::string text;
    for (const Completed& option : command.options)
        if (option.names.empty() && !option.values.empty()) text += (text.empty() ? "" : " ") + option.values;
    return text;
}

std::string bashScript(const std::string& globalNames, const std::vector<Completed>& global,
                       const std::vector<Command>& commands)
{
    std::vector<std::string> names;
    std::string cases;
    std::string values;
    const auto addValues = [&](const std::string& command, const std::vector<Completed>& options) {
        for (const Completed& option : options)
            if (option.takesValue && !option.isPath) // of a name that nobody knows here, nothing
                for (const std::string& name : option.names)
                    values += std::format("    {}:{}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                                          command, name, option.values);
    };
    addValues("*", global);
    for (const Command& command : commands) {
        names.push_back(command.name);
        addValues(command.name, command.options);
        const std::string words = positionalValues(command);
        cases += std::format("    {}) words='{} {}'{} ;;\n", command.name, namesOf(command.options), globalNames,
                             words.empty() ? "" : std::format("; others='{}'", words));
    }
    return std::format(
        "{}# Completion of n3x for bash; made by `n3x completion bash`.\n"
        "_n3x() {{\n"
        "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= words= others= at\n"
        "  COMPREPLY=()\n"
        "  if [[ $word == = ]]; then word=; fi # bash takes --format=json for three words\n"
        "  if [[ $before == = ]]; then before=${{COMP_WORDS[COMP_CWORD-2]}}; fi\n"
        "  for ((at = 1; at < COMP_CWORD; at++)); do\n"
        "    case ${{COMP_WORDS[at]}} in {}) command=${{COMP_WORDS[at]}}; break ;; esac\n"
        "  done\n"
        "  case $command:$before in\n{}  esac\n"
        "  case $command in\n"
        "    '') words='{}'; others='{}' ;;\n{}  esac\n"
        "  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
        "  elif [[ $others ]]; then COMPREPLY=($(compgen -W \"$others\" -- \"$word\"))\n"
        "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n"
        "}}\n"
        "complete -o filenames -F _n3x n3x\n",
        licence, joined(names, "|"), values, globalNames, joined(names), cases);
}

// Text inside '…' of zsh and fish, and inside […] of zsh.
std::string harmless(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\'')
            safe += "’";
        else if (c == '[' || c == ']' || c == ':')
            safe += ' ';
        else
            safe += c;
    }
    return safe;
}

std::string zshScript(const std::vector<Completed>& global, const std::vector<Command>& commands)
{
    const auto arguments = [](const std::vector<Completed>& options) {
        std::string text;
        int position = 0;
        for (const Completed& option : options) {
            const std::string action = !option.values.empty() ? std::format("({})", option.values)
                                       : option.isPath        ? "_files"
                                                              : "";
            if (option.names.empty())
                text += std::format(" \\\n        '{}: :{}'", option.repeats ? "*" : std::to_string(++position),
                                    action.empty() ? "_files" : action);
            for (const std::string& name : option.names)
                text += std::format(" \\\n        '{}[{}]{}'", name, harmless(option.help),
                                    option.takesValue ? std::format(":value:{}", action) : "");
        }
        return text;
    };
    std::string described;
    std::string cases;
    for (const Command& command : commands) {
        described += std::format("    '{}:{}'\n", command.name, harmless(command.help));
        cases += std::format("      {}) _arguments{} ;;\n", command.name, arguments(command.options));
    }
    return std::format("#compdef n3x\n{}# Completion of n3x for zsh; made by `n3x completion zsh`.\n"
                       "_n3x() {{\n"
                       "  local context state state_descr line\n"
                       "  typeset -A opt_args\n"
                       "  local -a commands=(\n{}  )\n"
                       "  _arguments -C{} \\\n        '1: :->command' \\\n        '*:: :->rest'\n"
                       "  case $state in\n"
                       "    command) _describe command commands ;;\n"
                       "    rest) case $words[1] in\n{}    esac ;;\n"
                       "  esac\n"
                       "}}\n"
                       "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _n3x \"$@\"; else compdef _n3x n3x; fi\n",
                       licence, described, arguments(global), cases);
}

std::string fishScript(const std::vector<Completed>& global, const std::vector<Command>& commands)
{
    std::string text = std::string(licence) + "# Completion of n3x for fish; made by `n3x completion fish`.\n";
    const auto add = [&](const std::string& condition, const std::vector<Completed>& options) {
        for (const Completed& option : options) {
            std::string line = "complete -c n3x" + condition;
            for (const std::string& name : option.names)
                line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (option.names.empty() && option.values.empty()) continue;
            if (!option.values.empty())
                line += std::format(" -xa '{}'", option.values);
            else if (option.takesValue)
                line += option.isPath ? " -rF" : " -x";
            text += line + std::format(" -d '{}'\n", harmless(option.help));
        }
    };
    add("", global);
    for (const Command& command : commands) {
        text += std::format("complete -c n3x -n __fish_use_subcommand -xa {} -d '{}'\n", command.name,
                            harmless(command.help));
        add(std::format(" -n '__fish_seen_subcommand_from {}'", command.name), command.options);
    }
    return text;
}

} // namespace

std::string completionScript(const CLI::App& app, std::string_view shell)
{
    const std::vector<Completed> global = optionsOf(app);
    const std::vector<Command> commands = commandsOf(app);
    if (shell == "zsh") return zshScript(global, commands);
    if (shell == "fish") return fishScript(global, commands);
    return bashScript(namesOf(global), global, commands);
}

} // namespace n3x::cli
