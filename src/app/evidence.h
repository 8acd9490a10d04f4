#pragma once
// Surveys and registers: what a "no" can be proved by, and so what every gap rests on. Changed one row at a time.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// A survey or a register as it is being written. `date` is what somebody has typed so far.
struct EvidenceDraft {
  enum class Kind : std::uint8_t { survey, complete_register } kind = Kind::survey;
  std::optional<std::size_t> row;  // in its table; none: a new one
  Survey survey;
  Register complete;
  std::string date;

  std::string& title() { return kind == Kind::survey ? survey.title : complete.title; }
  std::optional<std::vector<AreaCode>>& areas() { return kind == Kind::survey ? survey.areas : complete.areas; }
};

EvidenceDraft new_evidence(const Network& network, EvidenceDraft::Kind kind);  // with a key that nothing has
EvidenceDraft evidence_at(const Network& network, EvidenceDraft::Kind kind, std::size_t row);

// What `samverka check` would say of the row in the network, and of a date that is none. O(actors).
std::vector<Problem> problems_of(const Network& network, const Taxonomy& taxonomy, const EvidenceDraft& draft);
bool has_error(const std::vector<Problem>& problems);

Network with_evidence(const Network& network, const EvidenceDraft& draft);
Network without_evidence(const Network& network, EvidenceDraft::Kind kind, std::size_t row);

// Asked, and has not answered, in the order they were asked.
std::vector<ActorRef> without_answer(const Survey& survey);

// In or out of a list of references; of an answer follows that it was asked for.
bool is_in(const std::vector<ActorRef>& list, ActorId actor);
void set_asked(Survey& survey, ActorId actor, bool is_asked);
void set_answered(Survey& survey, ActorId actor, bool has_answered);

}  // namespace samverka
