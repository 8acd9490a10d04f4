#pragma once
#include <string>
#include <string_view>

#include "io/read_network.h"
#include "model/rules.h"

namespace samverka {

struct ReadRules {
  RuleSet rules;
  ReadReport report;
};

// Reads a rules file by the rules that network files are read by, and tells every problem with line, column and
// pointer. A norm that is half understood would accuse somebody wrongly, so here a code that the taxonomy does not know
// (E_UNKNOWN), and a member of a condition that the program does not know, are errors; a set with any error is not
// usable, and `rules` is then empty. Members that are unknown in the file and in a rule itself are let be. Never
// throws.
ReadRules read_rules(std::string_view json, const std::string& file_name, const Taxonomy& taxonomy,
                     const ReadLimits& limits = {});
ReadRules read_rules_file(const std::string& path, const Taxonomy& taxonomy, const ReadLimits& limits = {});

// Whether it says that it is a rules file. A file that cannot be read says nothing.
bool is_rules_file(std::string_view json, const ReadLimits& limits = {});

}  // namespace samverka
