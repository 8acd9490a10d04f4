#pragma once
// What the questions have in common: the place and what belongs to it, words, tables, and the counts that every answer
// ends with. Used by src/app/questions alone.
#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/actor_facts.h"
#include "analysis/gaps.h"
#include "app/questions/questions.h"
#include "graph/subnetwork.h"
#include "model/rules.h"

namespace samverka {

class AnswerMaker {
 public:
  AnswerMaker(const PlannerQuestion& question, const Network& network, const Assets& assets, const Texts& texts,
              const QuestionAsk& ask);

  const Network& network;
  const NetworkIndex index;
  const Assets& assets;
  const Taxonomy& taxonomy;
  const Texts& texts;
  const QuestionAsk& ask;
  const RuleSet& rules;  // the asked ones
  const Date day;
  const std::string place;   // the code that the question is about: of the county, where it asks for one
  const std::string county;  // of the place; empty where there is none
  const ActorId actor;       // asked about: the one given, else the place's municipality; may be unset
  QuestionAnswer answer;

  // ---- words ----
  std::string tr(std::string_view key, const TextArgs& args = {}) const { return texts.tr(key, args); }
  std::string number(std::size_t n) const { return texts.number(static_cast<long long>(n)); }
  std::string plural(std::string_view key, std::size_t n, const TextArgs& args = {}) const;
  std::string name(ActorId of) const;
  std::string title(AgreementId of) const;
  std::string area_words(const AreaCode& area) const;      // "A4.1 Förskola och skola"
  std::string areas_of(const Agreement& agreement) const;  // "A3, A4.1"
  std::string until(const Agreement& agreement) const;     // its end, "tills vidare" or "inte noterat"
  std::string date(const PartialDate& date) const;         // "inte noterat" where it is not set
  std::string names(std::span<const ActorId> actors, std::size_t most = 3) const;
  // "7 av 12 (58 %)", or "7 av 12 (58–75 %)" where of two it is not known; without the percentage where there are fewer
  // than least_for_percent.
  std::string share(std::size_t some, std::size_t all, std::size_t unknown = 0) const;

  void say(std::string_view key, const TextArgs& args = {}) { answer.sentences.push_back(tr(key, args)); }
  void note(std::string_view key, const TextArgs& args = {}) { answer.notes.push_back(tr(key, args)); }

  // ---- the place ----
  // Municipalities of it that exist on the day, in Swedish order; all where there is none.
  const std::vector<ActorId>& municipalities() const { return municipalities_; }
  bool is_of_place(ActorId actor) const;  // itself, its units, and what is there; anybody where there is no place
  const SubNetwork& part();               // of the asked filter, on the day
  // Agreements of part() that concern somebody of the place, ascending.
  std::vector<AgreementId> agreements_of_place();
  // The actor's own that the filter lets through and that stand on the day.
  std::vector<OwnAgreement> own_agreements();

  // ---- tables ----
  QuestionTable& table(std::string_view title_key, std::initializer_list<std::string_view> columns);
  QuestionRow row(ActorId about, std::vector<std::string> cells, std::span<const AgreementId> on = {}) const;
  QuestionRow row(AgreementId about, std::vector<std::string> cells, std::span<const ActorId> on = {}) const;

  // ---- counts ----
  // Of the place's municipalities by surveys about the area (empty: about anything).
  void count_answers(const AreaCode& area);
  void count_partly_asked(const AreaCode& area);  // count_answers does it
  void count_unknown(std::size_t n, std::string_view unit_key);
  // Of an answer that puts some before others: notes that fewer than half of the municipalities have answered.
  void warn_of_silence();

  // Notes which norms it answers by, where they are not those that come with the program.
  void tell_norms();
  // What norms say of the subjects of the place that exist on the day. They read the whole network, so that the place
  // is all that narrows it.
  GapAnalysis judged(const RuleSet& by);

 private:
  template <class Speaks>
  std::pair<std::size_t, std::size_t> asked_by(Speaks speaks) const;

  std::vector<ActorId> municipalities_;
  std::vector<bool> is_of_place_;
  std::optional<SubNetwork> part_;
};

// ---- the questions, by number ----
void answer_child_health(AnswerMaker& made);        // 1
void answer_brokers(AnswerMaker& made);             // 2
void answer_structure_ends(AnswerMaker& made);      // 3
void answer_expiring(AnswerMaker& made);            // 4
void answer_peers(AnswerMaker& made);               // 5
void answer_neighbour_counties(AnswerMaker& made);  // 6
void answer_changes(AnswerMaker& made);             // 7
void answer_whom_to_ask(AnswerMaker& made);         // 8
void answer_partners(AnswerMaker& made);            // 9
void answer_without(AnswerMaker& made);             // 10
void answer_people_covered(AnswerMaker& made);      // 11
void answer_only_links(AnswerMaker& made);          // 12
void answer_independent(AnswerMaker& made);         // 13
void answer_schools_reach(AnswerMaker& made);       // 14
void answer_schools_covered(AnswerMaker& made);     // 15
void answer_perspectives(AnswerMaker& made);        // 16
void answer_council_report(AnswerMaker& made);      // 17
void answer_adoption(AnswerMaker& made);            // 18
void answer_communities(AnswerMaker& made);         // 19
void answer_busiest(AnswerMaker& made);             // 20
void answer_money(AnswerMaker& made);               // 21
void answer_hanging_on_one(AnswerMaker& made);      // 22
void answer_law(AnswerMaker& made);                 // 23
void answer_completeness(AnswerMaker& made);        // 24
void answer_added(AnswerMaker& made);               // 25

}  // namespace samverka
