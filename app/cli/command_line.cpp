// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/completion.h"
#include "app/cli/word_choices.h"
#include "core/files/nearest.h"
#include "core/files/templates.h"
#include "core/workspace/workspace.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <functional>
#include <map>
#include <unistd.h>

namespace n3x::cli {
namespace {

// Everything that can be said on the command line, and what was said.
class CommandLine {
public:
    CommandLine()
    {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "n3x " N3X_VERSION, "Show the version");
        app_.set_help_flag("-h,--help", "Show what can be said here");
        app_.add_option("-C,--project", option_, "The project's folder; else the nearest one from here upwards")
            ->type_name("FOLDER");
        app_.add_flag("-q,--quiet", quiet_, "Say nothing but problems");
        app_.add_flag("-v,--verbose", verbose_, "Say more");
        setWordChoices(*app_.add_option("--colour,--color", colour_, "When to colour"), {"auto", "always", "never"});
        app_.fallthrough();
        app_.failure_message([this](const CLI::App*, const CLI::Error& error) { return complaint(error); });
        app_.footer("Exit status: 0 fine, 1 problems found, 2 wrong usage, 3 could not read or write.");
        addNew();
        addCheck();
        addGenerate();
        addExport();
        addDiff();
        addPlan();
        addFormat();
        addRest();
    }

    int run(int argumentCount, const char* const* arguments)
    {
        try {
            app_.parse(argumentCount, arguments);
        } catch (const CLI::ParseError& error) {
            return usage(error);
        }
        const ColourWhen when = colour_ == "always"  ? ColourWhen::Always
                                : colour_ == "never" ? ColourWhen::Never
                                                     : ColourWhen::Automatic;
        Terminal terminal{Stream(STDOUT_FILENO, when), Stream(STDERR_FILENO, when),
                          quiet_     ? Verbosity::Quiet
                          : verbose_ ? Verbosity::Verbose
                                     : Verbosity::Normal};
        if (!option_.empty() && !positional_.empty()) {
            terminal.notes.add(
                std::format("n3x: the project's folder is said twice: {} and {}\n", option_, positional_));
            return terminal.notes.flush() ? static_cast<int>(ExitStatus::Usage) : static_cast<int>(ExitStatus::Disk);
        }
        const ExitStatus status = chosen_(terminal);
        const bool answered = terminal.out.flush();
        return terminal.notes.flush() && answered ? static_cast<int>(status) : static_cast<int>(ExitStatus::Disk);
    }

private:
    int usage(const CLI::ParseError& error)
    {
        const int status = app_.exit(error);
        return status == 0 ? 0 : static_cast<int>(ExitStatus::Usage);
    }

    // What was wrong with the words, in the voice of every other message.
    std::string complaint(const CLI::Error& error) const
    {
        const std::vector<CLI::App*> said = app_.get_subcommands();
        std::string whose = "n3x";
        if (!said.empty()) whose += " " + said.front()->get_name();
        std::string what = error.what();
        // A word that begins like an option is what is wrong, whatever is missing because of it.
        const std::vector<std::string> words = app_.remaining(true);
        const auto option = std::ranges::find_if(words, [](const auto& word) { return word.starts_with('-'); });
        if (option != words.end()) {
            what = std::format("there is no option {}", *option);
        } else if (said.empty() && !words.empty()) {
            what = std::format("there is no subcommand {}", words.front());
            std::vector<std::string> names;
            for (const CLI::App* one : app_.get_subcommands({})) names.push_back(one->get_name());
            if (const auto meant = nearest(words.front(), names)) what += std::format("; was {} meant?", *meant);
        }
        return std::format("{}: {}\n{} --help shows what can be said.\n", whose, what, whose);
    }

    CLI::App& add(const std::string& name, const std::string& help, std::function<ExitStatus(Terminal&)> command)
    {
        CLI::App& added = *app_.add_subcommand(name, help);
        added.set_help_flag("-h,--help", "Show what can be said here");
        added.callback([this, command = std::move(command)] { chosen_ = command; });
        return added;
    }

    void addFolder(CLI::App& command)
    {
        command.add_option("FOLDER", positional_, "The project's folder; else the nearest one from here upwards")
            ->type_name("FOLDER");
    }

    [[nodiscard]] const std::string& folder() const { return option_.empty() ? positional_ : option_; }

    void addFormatOf(CLI::App& command, const std::vector<std::string>& words)
    {
        setWordChoices(*command.add_option("--format", format_, "How to answer"), words);
    }

    [[nodiscard]] ReportFormat format() const
    {
        return format_ == "json" ? ReportFormat::Json : format_ == "sarif" ? ReportFormat::Sarif : ReportFormat::Text;
    }

    void addNew()
    {
        CLI::App& command =
            add("new", "Make a project", [this](Terminal& terminal) { return newProject(new_, terminal); });
        command.add_option("FOLDER", new_.folder, "Where; made if it is missing")->type_name("FOLDER")->required();
        std::vector<std::string> names(templateNames().begin(), templateNames().end());
        setWordChoices(*command.add_option("--template", new_.templateName, "What to start from"), names);
        command.add_option("--name", new_.name, "The cluster's name; else the folder's")->type_name("NAME");
    }

    void addCheck()
    {
        CLI::App& command = add("check", "Say what is wrong with the project", [this](Terminal& terminal) {
            return checkProject({folder(), check_.fix, check_.strict, check_.allowLosingComments, format()}, terminal);
        });
        addFolder(command);
        command.add_flag("--fix", check_.fix, "Mend what can be mended mechanically, and save");
        command.add_flag("--allow-losing-comments", check_.allowLosingComments,
                         "Also in files with comments, which go");
        command.add_flag("--strict", check_.strict, "Exit with 1 for warnings, too");
        addFormatOf(command, {"text", "json", "sarif"});
    }

    void addGenerate()
    {
        CLI::App& command = add("generate", "Write all outputs into a folder of their own", [this](Terminal& terminal) {
            return generateOutputs({folder(), generate_.output}, terminal);
        });
        addFolder(command);
        command.add_option("-o,--output", generate_.output, "Where to")->type_name("DIR")->required();
    }

    void addExport()
    {
        CLI::App& command = add("export", "Bring the repository up to date", [this](Terminal& terminal) {
            export_.folder = folder();
            export_.format = format();
            return exportProject(export_, terminal);
        });
        addFolder(command);
        command.add_flag("-n,--dry-run", export_.dryRun, "Only say what would be written");
        command
            .add_option("--force", export_.force,
                        "Overwrite this file or folder, though edited by hand or not ours, and remove what is not "
                        "generated any more; said as for diff, and maybe again")
            ->type_name("PATH")
            ->allow_extra_args(false); // the word behind the path is the project's folder
        addFormatOf(command, {"text", "json"});
    }

    void addDiff()
    {
        CLI::App& command = add("diff", "Show what an export would change", [this](Terminal& terminal) {
            // The first word is the project's folder where there is a project in it, as with the other subcommands.
            diff_.folder = option_;
            if (option_.empty() && !diff_.paths.empty() && Workspace::isProject(diff_.paths.front())) {
                diff_.folder = diff_.paths.front();
                diff_.paths.erase(diff_.paths.begin());
            }
            return showDifferences(diff_, terminal);
        });
        command
            .add_option("PATH", diff_.paths,
                        "Only these files or folders, said from here, or from the project's folder where that is said "
                        "(-C, or the first PATH); . is all")
            ->type_name("PATH");
    }

    void addPlan()
    {
        CLI::App& command = add("plan", "Show a profile with everything resolved", [this](Terminal& terminal) {
            plan_.folder = folder();
            return showPlan(plan_, terminal);
        });
        addFolder(command);
        command.add_option("-p,--profile", plan_.profile, "Which; else the one to deploy")->type_name("NAME");
        command.add_option("--node", plan_.node, "Only this node")->type_name("NAME");
        addFormatOf(command, {"json"});
    }

    void addFormat()
    {
        CLI::App& command = add("fmt", "Write the sources in their usual form", [this](Terminal& terminal) {
            fmt_.folder = folder();
            return formatSources(fmt_, terminal);
        });
        addFolder(command);
        command.add_flag("--check", fmt_.checkOnly, "Only list the files that would change");
        command.add_flag("--allow-losing-comments", fmt_.allowLosingComments, "Also in files with comments, which go");
    }

    void addRest()
    {
        CLI::App& schema = add("schema", "Show the JSON Schema of a kind of file",
                               [this](Terminal& terminal) { return showSchema(word_, terminal); });
        setWordChoices(*schema.add_option("KIND", word_, "Which kind"), {"project", "profile", "hardware"});
        CLI::App& explain = add("explain", "Explain the code of a problem; without one, list all",
                                [this](Terminal& terminal) { return explainCode(word_, terminal); });
        explain.add_option("CODE", word_, "Such as N3X3001")->type_name("CODE");
        CLI::App& completion = add("completion", "Show a completion script", [this](Terminal& terminal) {
            terminal.out.add(completionScript(app_, word_));
            return ExitStatus::Fine;
        });
        setWordChoices(*completion.add_option("SHELL", word_, "For which shell")->required(), {"bash", "zsh", "fish"});
    }

    CLI::App app_{"Draw a K3s cluster, watch every file follow: the command line of n3x Studio.", "n3x"};
    std::string option_; // the project's folder behind -C
    std::string positional_; // or behind the command
    bool quiet_ = false;
    bool verbose_ = false;
    std::string colour_ = "auto";
    std::string format_;
    std::string word_;
    NewOptions new_;
    CheckOptions check_;
    GenerateOptions generate_;
    ExportOptions export_;
    DiffOptions diff_;
    PlanOptions plan_;
    FormatOptions fmt_;
    std::function<ExitStatus(Terminal&)> chosen_;
};

} // namespace

int run(int argumentCount, const char* const* arguments) { return CommandLine().run(argumentCount, arguments); }

} // namespace n3x::cli
