#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/questions/questions.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// The answer to one question about the open network, made beside the window: the slowest take some tenths of a second
// on Sweden. What it asks of the session's day, language and network is renewed by itself.
class QuestionAsker {
 public:
  // Call once a frame while the answer is looked at; `ask.day` is the session's. Nothing may be lacking.
  void ask(const Session& session, const PlannerQuestion& question, QuestionAsk ask);
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is answered (tests)
  // Of what was asked last; null while it is being made.
  const QuestionAnswer* answer() const { return answer_ ? &*answer_ : nullptr; }
  std::uint64_t revision() const { return revision_; }  // grows each time answer() is another

 private:
  struct Stamp {
    std::uint64_t document = 0;
    int question = 0;
    std::string place, language;
    ActorId actor;
    AgreementId agreement;
    AreaCode area;
    Date day;
    std::shared_ptr<const RuleSet> rules;  // compared as a pointer: what is read anew may be other norms
    std::string rules_file;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp_;
  std::optional<QuestionAnswer> answer_;
  std::uint64_t revision_ = 0;
  JobSlot job_;
};

// Selects these actors and agreements and nothing else, the first for the inspector; keys of nothing are left out.
void select_keys(Session& session, const std::vector<Key>& keys);

// Looks at what the answer is about: its filter, day and tab, and what it names selected and in the picture. Groups
// that were switched off are on again, and nothing is put away.
void show_answer(Session& session, const ShowTarget& target);

}  // namespace samverka
