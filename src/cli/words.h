#pragma once
// The words of the command line, as a table and as they were written. Help, parsing, and in time the manual page and
// the shell's completions, are all made from this one table.
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace samverka {

class Terminal;

struct Option {
  const char* names;  // "-o,--output"
  const char* value;  // "WxH", as help shows it; empty for a switch
  const char* about;  // text key
};

struct Operand {
  const char* name;   // "ACTOR"
  const char* about;  // text key
};

// What was written after the command, not yet understood. Options go by their long name.
struct Words {
  std::vector<std::string> files;
  std::vector<std::string> firsts;  // what stands before FILE, where that may be several
  std::string first;                // what stands before FILE, where the command takes something there
  std::string second;               // what stands after FILE, where the command takes something there
  std::string third;                // and what stands after that
  std::map<std::string, std::string> values;
  std::set<std::string> switches;

  bool has(const std::string& name) const { return switches.count(name) > 0; }
  const std::string* find(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? nullptr : &found->second;
  }
  std::string value_or(const std::string& name, const std::string& otherwise) const {
    const std::string* given = find(name);
    return given ? *given : otherwise;
  }
};

struct Command {
  const char* name;
  const char* about;  // text key
  bool takes_many;    // FILE... and not one FILE
  std::vector<Option> options;
  const char* example;
  Exit (*run)(Terminal&, const Words&);
  Operand second = {"", ""};  // FILE is followed by one of these; no name: by nothing
  Operand first = {"", ""};   // FILE comes after one of these; without any words the command is asked for its list
  bool may_lack_second = false;
  Operand third = {"", ""};  // and that by one of these
  bool takes_many_first = false;
  bool may_lack_third = false;
};

const std::vector<Command>& commands();
const Command& window_command();  // no command: the window; `run` is null
const Command* find_command(std::string_view name);
// Names that belong to commands of later versions: kept free, and refused with those words.
bool is_later_command(std::string_view name);

Exit run_answer(Terminal& terminal, const Words& words);
Exit run_ask(Terminal& terminal, const Words& words);
Exit run_bench(Terminal& terminal, const Words& words);
Exit run_chains(Terminal& terminal, const Words& words);
Exit run_check(Terminal& terminal, const Words& words);
Exit run_diff(Terminal& terminal, const Words& words);
Exit run_do(Terminal& terminal, const Words& words);
Exit run_ego(Terminal& terminal, const Words& words);
Exit run_export(Terminal& terminal, const Words& words);
Exit run_gaps(Terminal& terminal, const Words& words);
Exit run_import(Terminal& terminal, const Words& words);
Exit run_info(Terminal& terminal, const Words& words);
Exit run_layout(Terminal& terminal, const Words& words);
Exit run_matrix(Terminal& terminal, const Words& words);
Exit run_merge(Terminal& terminal, const Words& words);
Exit run_path(Terminal& terminal, const Words& words);
Exit run_peers(Terminal& terminal, const Words& words);
Exit run_question(Terminal& terminal, const Words& words);
Exit run_report(Terminal& terminal, const Words& words);
Exit run_snapshot(Terminal& terminal, const Words& words);
Exit run_suggest(Terminal& terminal, const Words& words);
Exit run_weak(Terminal& terminal, const Words& words);
Exit run_whatif(Terminal& terminal, const Words& words);

}  // namespace samverka
