#pragma once
// Reports: documents that say what a network holds about a place, for a committee, a council or a ministry. Pure: the
// same network and request give the same paper. What may not leave the planner's file is left out first
// (io/shareable.h), so that nothing in a report can lead to it.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/assets.h"
#include "base/progress.h"
#include "model/filter.h"
#include "model/network.h"
#include "model/rules.h"
#include "report/paper.h"

namespace samverka {

enum class ReportKind : std::uint8_t {
  meeting,   // one page and four: for who decides
  county,    // situation and needs of one county
  annual,    // a municipality's contract cooperation for its council (KL 9:38)
  activity,  // annex to the activity report to the Government Offices
};
inline constexpr std::string_view report_kind_words[] = {"meeting", "county", "annual", "activity"};
std::string_view word(ReportKind kind);
std::optional<ReportKind> report_kind_of(std::string_view word);

struct ReportRequest {
  ReportKind kind = ReportKind::meeting;
  std::string place;  // code of a county or a municipality; empty: all of the network
  Filter filter = default_filter();
  std::optional<Date> on;  // else the network's as_of
  std::string language = "sv";
  bool hides_small = false;  // counts from 1 to 4 are not told
  // The norms that are asked about, and the file they are read from; null: those that come with the program.
  std::shared_ptr<const RuleSet> rules;
  std::string rules_file;
  // What the activity report tells changes since: an earlier state of the network, and what people call it.
  std::shared_ptr<const Network> since;
  std::string since_title;
  std::string file_hash;  // SHA-256 of the network's file; empty: not known
};

// The numbers that a report begins with, for programs. Each is in the JSON of the command line too.
struct ReportNumbers {
  std::size_t actors = 0, agreements = 0;  // of the place; agreements in force (`info`)
  std::size_t municipalities = 0, asked = 0, answered = 0;
  std::string rule;  // the law's norm that covers fewest for certain; empty: none (`gaps`)
  std::optional<double> low, high;
  std::size_t deadlines = 0;  // within a year (`weak`)
  std::size_t actors_left_out = 0;
};

struct MadeReport {
  Paper paper;
  ReportNumbers numbers;
};

// Why there can be no such report: a text key; empty if there can.
std::string_view report_lacks(const Network& network, const ReportRequest& request);

// Nothing is lacking. Empty where the work was cancelled. About a second on Sweden, most of it the pictures.
std::optional<MadeReport> make_report(const Network& network, const Assets& assets, const ReportRequest& request,
                                      Progress& progress);

// As a file: "html" or "md".
std::string report_bytes(const Paper& paper, std::string_view format, const Texts& texts);

// The agreements and actors that a report would count and whose file names no source, by key.
struct FactWithoutSource {
  Key key;
  std::string name;
  bool is_actor = false;
};
std::vector<FactWithoutSource> facts_without_source(const Network& network, const Taxonomy& taxonomy,
                                                    const ReportRequest& request);

// The counties that a municipality of the network lies in, by code: what `--each county` goes through.
std::vector<std::string> counties_to_report(const Network& network);

}  // namespace samverka
