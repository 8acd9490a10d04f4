#include "analysis/observed.h"

#include <algorithm>

namespace samverka {
namespace {

bool holds(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool holds_all_clauses(const std::vector<AreaCode>& areas, const Taxonomy& taxonomy, const AreaCode& top) {
  bool has_clauses = false;
  for (const Area& area : taxonomy.areas.rows()) {
    if (area.parent != top) continue;
    has_clauses = true;
    if (!holds(areas, area.code)) return false;
  }
  return has_clauses;
}

bool is_among(const std::vector<ActorRef>& actors, ActorId actor) {
  return std::any_of(actors.begin(), actors.end(), [actor](const ActorRef& ref) { return ref.id == actor; });
}

// Something without a day counts whenever.
bool is_by(const PartialDate& date, std::optional<Date> on) { return !on || !date.is_set() || date.earliest() <= *on; }

}  // namespace

bool is_about(const std::optional<std::vector<AreaCode>>& areas, const Taxonomy& taxonomy, const AreaCode& area) {
  if (!areas) return true;
  if (area.empty()) return false;
  if (holds(*areas, area)) return true;
  const Area* row = taxonomy.areas.find(area);
  if (row && !row->parent.empty() && holds(*areas, row->parent)) return true;
  return holds_all_clauses(*areas, taxonomy, area);
}

bool is_observed(const Network& network, const Taxonomy& taxonomy, ActorId actor, const AreaCode& area,
                 std::optional<Date> on) {
  if (!network.coverage || !actor.is_set()) return false;
  const Coverage& coverage = *network.coverage;
  const std::string& county = network.actor(actor).county;
  const auto is_answered = [&](const Survey& survey) {
    return is_by(survey.date, on) && is_about(survey.areas, taxonomy, area) && is_among(survey.answered, actor);
  };
  const auto is_listed = [&](const Register& row) {
    return row.complete.value_or(false) && is_by(row.date, on) && is_about(row.areas, taxonomy, area) &&
           (!row.counties || holds(*row.counties, county));
  };
  return std::any_of(coverage.surveys.begin(), coverage.surveys.end(), is_answered) ||
         std::any_of(coverage.registers.begin(), coverage.registers.end(), is_listed);
}

}  // namespace samverka
