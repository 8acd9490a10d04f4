#include "app/answer_cells.h"

#include <algorithm>

#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::string_view spaces = " \t\r\n";

std::string without_zeros(std::string_view key) {
  const std::size_t first = key.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? std::string_view() : key.substr(first));
}

// Two of one name are nobody.
template <class Map, class IdType>
void add_name(Map& names, std::string name, IdType id) {
  if (name.empty()) return;
  const auto [found, is_new] = names.emplace(std::move(name), id);
  if (!is_new && found->second != id) found->second = {};
}

template <class Map>
typename Map::mapped_type found_or_unset(const Map& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? typename Map::mapped_type{} : found->second;
}

// The id at the end of "Title [id]"; empty where there is none.
std::string_view key_in_brackets(std::string_view cell) {
  const std::size_t open = cell.rfind('[');
  if (open == std::string_view::npos || !cell.ends_with(']')) return {};
  return cell.substr(open + 1, cell.size() - open - 2);
}

// As people write it, and as spreadsheets mend it: capitals, and another apostrophe.
std::string plain(std::string_view word) {
  std::string text(word);
  for (std::size_t at = text.find("’"); at != std::string::npos; at = text.find("’")) text.replace(at, 3, "'");
  return folded(text);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) + 1 - first);
}

AnswerCells::AnswerCells(const Network& network, const NetworkIndex& index, const RuleSet& rules, const Assets& assets)
    : network_(network), index_(index) {
  for (const Texts* texts : {&assets.sv, &assets.en}) {
    words_[plain(texts->tr("sheet.answer.yes"))] = AnswerWord::yes;
    words_[plain(texts->tr("sheet.answer.no"))] = AnswerWord::no;
    words_[plain(texts->tr("sheet.answer.not_known"))] = AnswerWord::not_known;
    words_[plain(texts->tr("sheet.answer.not_known.other"))] = AnswerWord::not_known;
  }
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    add_name(subjects_, without_zeros(actor.key), ActorId(i));
    add_name(names_, folded(actor.name), ActorId(i));
    if (actor.short_name != actor.name) add_name(names_, folded(actor.short_name), ActorId(i));
  }
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    rules_.emplace(rules.rules[i].id, i);
    bare_rules_.emplace(without_zeros(rules.rules[i].id), i);
  }
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    add_name(sources_, network.sources[i].key, SourceId(i));
    add_name(sources_, network.sources[i].title, SourceId(i));
    add_name(sources_, network.sources[i].url, SourceId(i));
  }
}

std::optional<AnswerWord> AnswerCells::word(std::string_view cell) const {
  const auto found = words_.find(plain(trimmed(cell)));
  if (found == words_.end()) return std::nullopt;
  return found->second;
}

ActorId AnswerCells::subject(std::string_view cell) const {
  const std::string key(trimmed(cell));
  if (const ActorId actor = index_.actor(key); actor.is_set()) return actor;
  if (const ActorId actor = index_.municipality(std::string(key.size() == 3 ? "0" : "") + key); actor.is_set()) {
    return actor;
  }
  return found_or_unset(subjects_, without_zeros(key));
}

std::optional<std::size_t> AnswerCells::rule(std::string_view cell) const {
  const std::string key(trimmed(cell));
  if (const auto found = rules_.find(key); found != rules_.end()) return found->second;
  const auto found = bare_rules_.find(without_zeros(key));
  if (found == bare_rules_.end()) return std::nullopt;
  return found->second;
}

ActorId AnswerCells::partner(std::string_view cell) const {
  if (const ActorId actor = index_.actor(key_in_brackets(cell)); actor.is_set()) return actor;
  if (const ActorId actor = subject(cell); actor.is_set()) return actor;
  return found_or_unset(names_, folded(cell));
}

std::vector<ActorId> AnswerCells::partners(std::string_view cell, std::string& unknown) const {
  cell = trimmed(cell);
  if (cell.empty()) return {};
  if (const ActorId whole = partner(cell); whole.is_set()) return {whole};  // a name may have commas in it
  std::vector<ActorId> partners;
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(",;\n", at), cell.size());
    const std::string_view one = trimmed(cell.substr(at, end - at));
    at = end + 1;
    if (one.empty()) continue;
    const ActorId actor = partner(one);
    if (!actor.is_set() && unknown.empty()) unknown = one;
    const bool is_new = std::find(partners.begin(), partners.end(), actor) == partners.end();
    if (actor.is_set() && is_new) partners.push_back(actor);
  }
  return partners;
}

AgreementId AnswerCells::agreement(std::string_view cell, ActorId subject) const {
  if (const AgreementId id = index_.agreement(key_in_brackets(cell)); id.is_set()) return id;
  if (const AgreementId id = index_.agreement(cell); id.is_set()) return id;
  AgreementId only;
  for (const PartyPlace& place : index_.parties_of(subject)) {
    if (network_.agreement(place.agreement).title != cell || only == place.agreement) continue;
    if (only.is_set()) return {};
    only = place.agreement;
  }
  return only;
}

SourceId AnswerCells::source(std::string_view cell) const {
  const SourceId in_brackets = found_or_unset(sources_, std::string(key_in_brackets(cell)));
  return in_brackets.is_set() ? in_brackets : found_or_unset(sources_, std::string(cell));
}

}  // namespace samverka
