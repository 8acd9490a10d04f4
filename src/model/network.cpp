#include "model/network.h"

#include <algorithm>

namespace samverka {
namespace {

template <class Enum, std::size_t n>
std::optional<Enum> enumerator(const char* const (&words)[n], std::string_view word) {
  for (std::size_t i = 0; i < n; ++i) {
    if (word == words[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// In the order of the enumerations.
constexpr const char* state_words[] = {"unknown", "recommended", "decided", "adopted", "withdrawn", "declined"};
constexpr const char* status_words[] = {"unknown", "planned", "decided", "active", "under_notice", "ended"};
constexpr const char* covers_words[] = {"self", "units", "listed"};

bool holds_on(PartialDate from, Validity::End end, PartialDate to, Date day) {
  if (from.is_set() && day < from.earliest()) return false;
  return end != Validity::End::date || !to.is_set() || day <= to.latest();
}

template <class T>
bool same_rows(const Table<T>& a, const Table<T>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace

const std::string* Extra::find(std::string_view name) const {
  if (!members) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(), [&](const auto& m) { return m.first == name; });
  return found == members->end() ? nullptr : &found->second;
}

bool Extra::operator==(const Extra& o) const {
  if (members == o.members || (empty() && o.empty())) return true;
  return members && o.members && *members == *o.members;
}

bool Validity::includes(Date day) const { return holds_on(from, end, to, day); }

bool Validity::ended_before(Date day) const { return end == End::date && to.is_set() && to.latest() < day; }

bool Actor::has_flag(std::string_view flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

bool Party::includes(Date day) const { return holds_on(from, end, to, day); }

bool Agreement::is_active_on(Date day) const {
  const bool in_force = status == AgreementStatus::active || status == AgreementStatus::under_notice;
  return in_force && (!valid || valid->includes(day));
}

bool Agreement::is_internal() const {
  if (parties.size() < 2) return false;
  return std::all_of(parties.begin(), parties.end(), [&](const Party& p) { return p.actor == parties.front().actor; });
}

bool equal(const Network& a, const Network& b) {
  const auto header = [](const Network& n) {
    return std::tie(n.format_version, n.id, n.title, n.language, n.synthetic, n.license, n.as_of, n.taxonomy,
                    n.coverage, n.milestones, n.sources, n.contacts, n.extra);
  };
  return header(a) == header(b) && same_rows(a.actors, b.actors) && same_rows(a.agreements, b.agreements);
}

const char* word(PartyState state) { return state_words[static_cast<std::size_t>(state)]; }
const char* word(AgreementStatus status) { return status_words[static_cast<std::size_t>(status)]; }
const char* word(Covers covers) { return covers_words[static_cast<std::size_t>(covers)]; }

std::optional<PartyState> party_state(std::string_view word) { return enumerator<PartyState>(state_words, word); }
std::optional<AgreementStatus> agreement_status(std::string_view word) {
  return enumerator<AgreementStatus>(status_words, word);
}
std::optional<Covers> covers(std::string_view word) { return enumerator<Covers>(covers_words, word); }

bool is_tie(const Agreement& agreement, const Party& party, Date day) {
  return party.state_or_unknown() == PartyState::adopted && party.includes(day) && agreement.is_active_on(day) &&
         !agreement.is_internal();
}

}  // namespace samverka
