#pragma once
// What the cells of a filled-in question sheet mean.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/answers.h"
#include "app/assets.h"
#include "model/network_index.h"

namespace samverka {

std::string_view trimmed(std::string_view text);

class AnswerCells {
 public:
  // References to all; they must outlive it.
  AnswerCells(const Network& network, const NetworkIndex& index, const RuleSet& rules, const Assets& assets);

  // Nothing: not an answer in either language. Upper or lower case.
  std::optional<AnswerWord> word(std::string_view cell) const;
  // By id, or the id without the zeros that a spreadsheet took away, or the code of a municipality. Unset: nobody.
  ActorId subject(std::string_view cell) const;
  std::optional<std::size_t> rule(std::string_view cell) const;
  // Ids, codes or whole names, with commas or semicolons between. `unknown` is the first that is nobody.
  std::vector<ActorId> partners(std::string_view cell, std::string& unknown) const;
  // "Title [id]", an id, or the title of the one agreement of that name in which the subject is a party.
  AgreementId agreement(std::string_view cell, ActorId subject) const;
  // "Title [id]", an id, a title or an address.
  SourceId source(std::string_view cell) const;

 private:
  ActorId partner(std::string_view cell) const;

  const Network& network_;
  const NetworkIndex& index_;
  std::unordered_map<std::string, AnswerWord> words_;
  std::unordered_map<std::string, ActorId> subjects_;  // by id without leading zeros; unset: more than one
  std::unordered_map<std::string, std::size_t> rules_, bare_rules_;
  std::unordered_map<std::string, ActorId> names_;  // folded; unset: more than one
  std::unordered_map<std::string, SourceId> sources_;
};

}  // namespace samverka
