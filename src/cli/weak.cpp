// samverka weak: where cooperation hangs on one agreement, one partner or one date.
#include "analysis/area_record.h"
#include "analysis/situation.h"
#include "analysis/weak_points.h"
#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/weak_report.h"

namespace samverka {
namespace {

constexpr std::size_t most_months = 1200;

Result<WeakQuestion> question_of(const Words& words, const Taxonomy& taxonomy) {
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return filter.problem();
  const auto area = area_of(words, taxonomy);
  if (!area) return area.problem();
  const auto place = place_of(words);
  if (!place) return place.problem();
  const auto months = count_of(words, "--months", most_months, 12);
  if (!months) return months.problem();
  const auto stale = count_of(words, "--stale", most_months, 24);
  if (!stale) return stale.problem();
  WeakQuestion question;
  // An area that is asked for by name is not left out, be it A0.
  question.filter = area->empty() ? shown_filter(*filter) : filter->value_or(Filter{});
  question.area = *area;
  question.place = *place;
  question.with_umbrellas = words.has("--umbrellas");
  question.months = static_cast<int>(*months);
  question.stale_months = static_cast<int>(*stale);
  return question;
}

// The filter, the area and the place, as people say them.
std::string narrowed(const WeakQuestion& question, const Assets& assets, const Texts& texts) {
  Filter all = with_area(question.filter, question.area);
  for (const FilterClause& clause : filter_for_place(question.place).clauses) all.clauses.push_back(clause);
  return filter_in_words(all, assets, texts);
}

}  // namespace

Exit run_weak(Terminal& terminal, const Words& words) {
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  auto question = question_of(words, taxonomy);
  if (!question) return terminal.tell(question.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto top = count_of(words, "--top", 1'000'000, 10);
  if (!top) return terminal.tell(top.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const NetworkIndex index(network);
  const Result<Done> is_there = check_place(network, index, question->place);
  if (!is_there) return terminal.tell(is_there.problem());
  question->day = day->value_or(network.as_of);
  const WeakPoints found = weak_points(network, index, taxonomy, *question);
  const WeakReport report{network, taxonomy, *question, found};
  const std::string result = words.has("--json") ? weak_json(report)
                                                 : weak_text(report, terminal.texts(), *top,
                                                             narrowed(*question, terminal.assets(), terminal.texts()));
  return worse(file->exit, terminal.print(result));
}

}  // namespace samverka
