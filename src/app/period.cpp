#include "app/period.h"

#include <algorithm>

namespace samverka {

std::optional<DaySpan> shown_period(const Session& session) { return period_of(session.view.filter); }

bool with_period(const Session& session) { return session.view.filter.find("during") != nullptr; }

void set_period(Session& session, std::optional<DaySpan> period) {
  std::vector<FilterClause>& clauses = session.view.filter.clauses;
  std::erase_if(clauses, [](const FilterClause& clause) { return clause.key == "during"; });
  if (!period) return;
  clauses.push_back({"during", {to_string(period->from) + ".." + to_string(period->to)}});
}

bool play_on(Session& session, Date last, int months) {
  Date& day = session.view.date;
  if (day >= last) return false;
  day = std::min(add_months(day, months), last);
  return day < last;
}

}  // namespace samverka
