#pragma once
// What the reports have in common: the place, what is found of it (each once, when somebody asks), words and blocks.
// Used by src/app/reports alone.
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/census.h"
#include "analysis/closing_set.h"
#include "analysis/gaps.h"
#include "analysis/matrix.h"
#include "analysis/weak_points.h"
#include "app/questions/answer.h"
#include "app/reports/reports.h"
#include "graph/subnetwork.h"

namespace samverka {

class ReportMaker {
 public:
  // `shared` is what may be shared; all references outlive the maker.
  ReportMaker(const Network& shared, const Assets& assets, const Texts& texts, const ReportRequest& ask,
              Progress& progress);

  const Network& network;
  const NetworkIndex index;
  const Assets& assets;
  const Taxonomy& taxonomy;
  const Texts& texts;
  const ReportRequest& ask;
  const RuleSet& rules;
  const Date day;
  const std::string place;   // code
  const std::string county;  // that the place is or lies in; of the whole, its only one; empty where it has several
  const ActorId actor;       // the municipality, where the place is one
  const Filter filter;       // the asked one, and the place
  Filter told_filter;        // what the paper says it is of: `filter`, unless what it tells has one of its own
  Paper paper;
  ReportNumbers numbers;

  bool is_whole() const { return place.empty(); }
  bool is_municipality() const { return actor.is_set(); }

  // ---- words ----
  std::string tr(std::string_view key, const TextArgs& args = {}) const { return texts.tr(key, args); }
  std::string number(std::size_t n) const { return texts.number(static_cast<long long>(n)); }
  std::string plural(std::string_view key, std::size_t n, const TextArgs& args = {}) const;
  std::string name(ActorId of) const;
  std::string names(std::span<const ActorId> of, std::size_t most) const;
  std::string title(AgreementId of) const;
  std::string area_words(const AreaCode& area) const;
  std::string share(std::size_t some, std::size_t all) const;  // "7 av 12 (58 %)"
  std::string place_words() const;                             // "Dalarnas län", "Falun", else the network's title
  std::string filter_words(const Filter& of) const;            // "Urval: inte område A0 Utanför"
  std::string year() const { return std::to_string(day.year); }

  // ---- what is found ----
  const std::vector<ActorId>& municipalities();  // of the place, by Swedish order
  const SubNetwork& part();
  const Census& census();
  const GapAnalysis& whole_gaps();  // of everybody: what closing_set is asked with
  const GapAnalysis& gaps();        // of the place's subjects
  const WeakPoints& weak();
  const Matrix& areas();  // counties, or municipalities of a county, by area; of a municipality its county's
  const std::vector<std::string>& area_rows();
  Filter filter_of_county() const;  // the asked one, and the county
  QuestionAnswer answer(int question);

  // ---- blocks ----
  void heading(int level, std::string words, bool starts_page = false);
  void say(std::string words);
  void say_key(std::string_view key, const TextArgs& args = {}) { say(tr(key, args)); }
  void list(std::vector<std::string> items, bool is_numbered = false);
  void add(PaperBlock block) { paper.blocks.push_back(std::move(block)); }
  PaperTable table(std::string caption, std::initializer_list<std::string_view> columns) const;
  // The first `most` rows, and under it how many there are. Columns of nothing but numbers are aligned as such.
  void add_table(PaperTable table, std::size_t most);
  // What a question is answered with: its sentences, its tables, who was asked, and what it does not say.
  void tell(const QuestionAnswer& answer, std::size_t most);
  void tell_tables(const QuestionAnswer& answer, std::size_t most);
  void blank(std::string_view key) { add(PaperBlank{tr(key)}); }

  // ---- progress ----
  void step(float fraction) { progress_.report(fraction); }
  bool is_cancelled() const { return progress_.cancelled(); }

 private:
  Progress& progress_;
  std::optional<std::vector<ActorId>> municipalities_;
  std::optional<SubNetwork> part_;
  std::optional<Census> census_;
  std::optional<GapAnalysis> whole_gaps_, gaps_;
  std::optional<WeakPoints> weak_;
  std::optional<Matrix> areas_;
  std::vector<std::string> area_rows_;
};

PaperTable paper_table(const QuestionTable& from);

// ---- sections that several reports have (sections.cpp) ----
void add_opening(ReportMaker& made, const std::string& title, const std::string& subtitle);
void add_sentences(ReportMaker& made);  // three, and the four numbers
void add_largest_gaps(ReportMaker& made);
void add_deadlines(ReportMaker& made, std::size_t most);
void add_proposal(ReportMaker& made);
void add_weak_points(ReportMaker& made, std::size_t most);
void add_method(ReportMaker& made);

// ---- pictures (figures.cpp) ----
void add_map(ReportMaker& made);
void add_heat_map(ReportMaker& made);
void add_network(ReportMaker& made);

// ---- the reports ----
void compose_meeting(ReportMaker& made);
void compose_county(ReportMaker& made);
void compose_annual(ReportMaker& made);
void compose_activity(ReportMaker& made);

}  // namespace samverka
