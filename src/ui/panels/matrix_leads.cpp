// Where a click on a cell of the tab Matris leads: to its sub-network, in the network or on the map.
#include <algorithm>

#include "ui/panels/matrix_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {
namespace {

void replace_clause(Filter& filter, const std::string& key, const std::string& value) {
  std::erase_if(filter.clauses, [&](const FilterClause& c) { return c.key == key && !c.negated; });
  if (!value.empty()) filter.clauses.push_back({key, {value}, false});
}

void ask_for_area(Filter& filter, const AreaCode& area) {
  if (area.empty()) return;
  std::erase_if(filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
  replace_clause(filter, "area", area);
}

// The area that a need speaks of; of a combination the first that any part names.
AreaCode area_of(const RuleNeed& need) {
  if (!need.agreement.area.empty()) return need.agreement.area;
  for (const RuleNeed& part : need.parts) {
    if (AreaCode area = area_of(part); !area.empty()) return area;
  }
  return {};
}

void add_to_focus(ViewState& view, const Key& key) {
  if (std::find(view.focus.of.begin(), view.focus.of.end(), key) == view.focus.of.end()) view.focus.of.push_back(key);
}

// The agreements counted for a kind of partner: a filter on actors would hide the other side of each.
void focus_on_partners(UiContext& ui, const std::string& group, const MatrixState::Line* line) {
  Session& session = ui.session;
  const Network& network = session.network();
  const auto is_of_line = [&](const Actor& actor) {
    if (!line || line->of == MatrixState::Line::Of::group) return true;  // the group is in the filter
    const std::string& of = actor.type == "municipality" ? municipality_code(actor) : actor.municipality;
    return line->is_county() ? actor.county == line->code : of == line->code;
  };
  const auto& all = session.shown().part.participations;
  for (const Participation& p : all) {
    if (!is_of_line(network.actor(p.actor))) continue;
    const auto is_partner = [&](const Participation& q) {
      return q.agreement == p.agreement && q.actor != p.actor &&
             session.taxonomy().group_of(network.actor(q.actor).type).code == group;
    };
    if (std::any_of(all.begin(), all.end(), is_partner)) {
      add_to_focus(session.view, network.agreement(p.agreement).key);
    }
  }
}

void ask_for_column(UiContext& ui, std::size_t column) {
  const Matrix& top = state_of(ui).top;
  ViewState& view = ui.session.view;
  if (top.kind == MatrixKind::chain) {
    std::erase_if(view.filter.clauses, [](const FilterClause& c) { return c.key == "target_group" && !c.negated; });
    FilterClause targets{"target_group", {}, false};
    for (const std::string_view target : target_groups_of(view.matrix_look.chain)) targets.values.emplace_back(target);
    view.filter.clauses.push_back(std::move(targets));
    return;
  }
  if (column >= top.columns.size()) return;
  const MatrixColumn& of = top.columns[column];
  if (top.kind == MatrixKind::area) ask_for_area(view.filter, of.code);
  if (top.kind == MatrixKind::form) replace_clause(view.filter, "form", of.code);
  if (top.kind == MatrixKind::rule) {
    const RuleSet& rules = *ui.state.gaps.norms.rules();
    const auto found =
        std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) { return rule.id == of.code; });
    if (found != rules.rules.end()) ask_for_area(view.filter, area_of(found->need));
  }
}

// A county is a place to filter on; a municipality is looked at with its partners, wherever they are, since one
// municipality by itself has nobody to cooperate with.
void ask_for_line(UiContext& ui, const MatrixState::Line& line) {
  Session& session = ui.session;
  ViewState& view = session.view;
  switch (line.of) {
    case MatrixState::Line::Of::county:
      replace_clause(view.filter, "municipality", "");
      return replace_clause(view.filter, "county", line.code);
    case MatrixState::Line::Of::group:
      return replace_clause(view.filter, "municipality_group", line.code);
    case MatrixState::Line::Of::party:
      return session.select(line.code);
    case MatrixState::Line::Of::municipality:
      break;
  }
  for (const Participation& p : session.shown().part.participations) {
    const Actor& actor = session.network().actor(p.actor);
    const bool is_it =
        actor.municipality == line.code || (actor.type == "municipality" && municipality_code(actor) == line.code);
    if (is_it) add_to_focus(view, actor.key);
  }
}

}  // namespace

bool leads_anywhere(const UiContext& ui, const MatrixCell& cell) {
  const MatrixKind kind = state_of(ui).top.kind;
  if (is_matrix_of_agreements(kind)) return cell.n > 0 || cell.silent < cell.of;
  if (kind == MatrixKind::adoption) return cell.n > 0;
  return cell.of > 0 && cell.silent < cell.of;
}

void show_cell(UiContext& ui, const MatrixState::Line* line, std::size_t column) {
  const Matrix& top = state_of(ui).top;
  ViewState& view = ui.session.view;
  view.focus = {};
  if (top.kind == MatrixKind::adoption) {
    ui.session.select(view.matrix_look.columns);
    add_to_focus(view, view.matrix_look.columns);
    if (line && line->is_county()) replace_clause(view.filter, "county", line->code);
  } else {
    const bool is_partner = top.kind == MatrixKind::partner_group && column < top.columns.size();
    if (is_partner) focus_on_partners(ui, top.columns[column].code, line);
    ask_for_column(ui, column);
    const bool is_of_group = line && line->of == MatrixState::Line::Of::group;
    if (line && (!is_partner || is_of_group)) ask_for_line(ui, *line);
  }
  view.tab = state_of(ui).leads_to;
  view.map_wants_fit = view.network_wants_fit = true;
}

}  // namespace samverka::matrix
