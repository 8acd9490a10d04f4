#pragma once
// The parts of check_soundness, one file per kind of question.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/soundness.h"

namespace samverka {

// Collects what the parts find.
class Findings {
 public:
  using Args = std::vector<std::pair<std::string, std::string>>;
  void error(std::string code, std::string key, Args args, RowPlace place) {
    found_.push_back({samverka::error(std::move(code), {std::move(key), std::move(args)}), std::move(place)});
  }
  void warning(std::string code, std::string key, Args args, RowPlace place) {
    found_.push_back({samverka::warning(std::move(code), {std::move(key), std::move(args)}), std::move(place)});
  }
  void add(RowProblem problem) { found_.push_back(std::move(problem)); }
  std::vector<RowProblem> take() { return std::move(found_); }

 private:
  std::vector<RowProblem> found_;
};

inline RowPlace in_network(std::string where) { return {RowPlace::In::network, 0, std::move(where)}; }
inline RowPlace in_source(std::size_t row, std::string where) { return {RowPlace::In::source, row, std::move(where)}; }
inline RowPlace in_actor(std::size_t row, std::string where) { return {RowPlace::In::actor, row, std::move(where)}; }
inline RowPlace in_agreement(std::size_t row, std::string where) {
  return {RowPlace::In::agreement, row, std::move(where)};
}

void check_keys(const Network& network, Findings& findings);     // E_DUPID, W_SAMEID, W_NORM
void check_loops(const Network& network, Findings& findings);    // E_CYCLE
void check_rows(const Network& network, Findings& findings);     // E_DATE, E_CODE, E_COORD, W_COUNTY, W_EXPIRED, W_END
void check_parties(const Network& network, Findings& findings);  // E_PARTY, E_MISSING, W_PARTIES
void check_terms(const Network& network, const Taxonomy& taxonomy, Findings& findings);  // W_UNKNOWN, W_FORM
void check_personal(const Network& network, Findings& findings);                         // W_PERSONAL

// Does the text hold something like a personal identity number (YYMMDD-NNNN or YYYYMMDD-NNNN with a possible date, also
// coordination numbers) or an e-mail address?
bool looks_personal(std::string_view text);

}  // namespace samverka
