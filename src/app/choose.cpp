#include "app/choose.h"

#include <charconv>

#include "app/selection.h"

namespace samverka {
namespace {

void select_shown(Session& session, PickId pick) {
  set_selection(session, {pick});
  session.view.wants_fit_selection = true;
}

ActorId only_municipality_in(const Network& network, const std::string& county) {
  ActorId only;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    if (actor.type != "municipality" || actor.county != county) continue;
    if (only.is_set()) return {};
    only = ActorId(i);
  }
  return only;
}

// Whoever answers for the place; where nobody does, its land.
PickId pick_of(const Session& session, const FoundPlace& place) {
  const bool is_county = place.code.size() == 2;
  ActorId actor = is_county ? session.index().region_of_county(place.code) : session.index().municipality(place.code);
  if (is_county && !actor.is_set()) actor = only_municipality_in(session.network(), place.code);
  if (actor.is_set()) return {PickId::Kind::actor, actor.value};
  std::uint32_t code = 0;
  std::from_chars(place.code.data(), place.code.data() + place.code.size(), code);
  return {is_county ? PickId::Kind::county_area : PickId::Kind::municipality_area, code};
}

void filter_by_area(Session& session, const AreaCode& area) {
  std::vector<FilterClause>& clauses = session.view.filter.clauses;
  std::erase_if(clauses, [](const FilterClause& clause) { return clause.key == "area"; });
  clauses.insert(clauses.begin(), FilterClause{"area", {area}, false});
}

}  // namespace

PickId pick_of(const SearchHit& hit) {
  if (hit.kind == FoundKind::actor) return {PickId::Kind::actor, hit.index};
  if (hit.kind == FoundKind::agreement) return {PickId::Kind::agreement, hit.index};
  return {};
}

void choose(Session& session, const SearchHit& hit, const std::vector<FoundPlace>& places) {
  ViewState& view = session.view;
  switch (hit.kind) {
    case FoundKind::actor:
    case FoundKind::agreement:
      if (!view.is_picture() && view.tab != Tab::table) view.tab = Tab::map;
      return select_shown(session, pick_of(hit));
    case FoundKind::place:
      view.tab = Tab::map;
      return select_shown(session, pick_of(session, places[hit.index]));
    case FoundKind::area:
      return filter_by_area(session, session.taxonomy().areas.rows()[hit.index].code);
  }
}

}  // namespace samverka
