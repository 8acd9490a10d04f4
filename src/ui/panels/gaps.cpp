// The tab Luckor: what the rules say of every municipality and county, as something to act on or to find out. All of
// the data on the chosen day, whatever the filter: a norm is not met by looking away.
#include <imgui.h>

#include <algorithm>
#include <iterator>

#include "app/gap_words.h"
#include "app/pictures.h"
#include "app/places.h"
#include "base/collate.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace gaps {

GapsState& state_of(const UiContext& ui) { return ui.state.gaps; }
const RuleSet& rules_of(const UiContext& ui) { return *ui.state.gaps.norms.rules(); }
std::string number(const UiContext& ui, std::int64_t n) { return ui.session.texts().number(n); }

std::string response_words(const UiContext& ui, const Response& response) {
  if (response.asked == 0) return ui.tr("answers.nobody_asked");
  return ui.session.texts().tr("answers.responded",
                               {{"asked", number(ui, static_cast<std::int64_t>(response.asked))},
                                {"answered", number(ui, static_cast<std::int64_t>(response.answered))}});
}

std::string plural(const UiContext& ui, std::string_view key, std::size_t n, TextArgs args) {
  return ui.session.texts().plural(key, static_cast<long long>(n), std::move(args));
}

GapsState::Shows page_of(const UiContext& ui) {
  const GapsState& state = state_of(ui);
  if (state.shows != GapsState::Shows::as_fits) return state.shows;
  const GapAnalysis* found = state.finder.found();
  const bool is_mostly_unknown = found && known_share(*found).is_mostly_unknown();
  return is_mostly_unknown ? GapsState::Shows::to_find_out : GapsState::Shows::to_act_on;
}

}  // namespace gaps

namespace {

using namespace gaps;

// ---- the list, made anew when it is of something else ----

// What is told as numbers and never by name has no place in a list of a county or of one's own.
bool would_name(const GapsState& state, const Rule& rule) {
  return rule.is_counts_only && (state.is_own_only || state.grouped == GapsState::Grouped::by_county);
}

bool is_wanted(const GapsState& state, const RuleSet& rules, const GapRow& row) {
  if (would_name(state, rules.rules[row.rule])) return false;
  if (state.is_own_only && !row.is_own) return false;
  if (!state.only_rule.empty() && rules.rules[row.rule].id != state.only_rule) return false;
  return !state.only || *state.only == row.rule_class;
}

std::string county_of(const UiContext& ui, const GapRow& row) { return ui.session.network().actor(row.actor).county; }

GapsState::Group& group_for(UiContext& ui, const GapRow& row) {
  GapsState& state = state_of(ui);
  const bool is_by_rule = state.grouped == GapsState::Grouped::by_rule;
  const std::string id = is_by_rule ? rules_of(ui).rules[row.rule].id : "county." + county_of(ui, row);
  const auto found =
      std::find_if(state.groups.begin(), state.groups.end(), [&](const GapsState::Group& g) { return g.id == id; });
  if (found != state.groups.end()) return *found;
  GapsState::Group group;
  group.id = id;
  group.rule = row.rule;
  const std::string name = place_name(ui.session, county_of(ui, row));
  group.words = is_by_rule     ? rules_of(ui).rules[row.rule].title.in(ui.session.view.language)
                : name.empty() ? ui.tr("support.no_county")
                               : name;
  state.groups.push_back(std::move(group));
  return state.groups.back();
}

void count_people(const UiContext& ui, GapsState::Group& group) {
  std::vector<ActorId> counted;
  for (const GapRow& row : group.rows) counted.push_back(row.actor);
  std::sort(counted.begin(), counted.end());
  counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
  for (const ActorId actor : counted) group.people += ui.session.network().actor(actor).population.value_or(0);
}

bool is_accepted(const UiContext& ui, const GapRow& row) {
  const std::string key = finding_key(ui.session.network(), rules_of(ui).rules[row.rule], row.actor);
  const std::vector<AcceptedFinding>& accepted = ui.session.document().accepted;
  return std::any_of(accepted.begin(), accepted.end(), [&](const AcceptedFinding& a) { return a.finding == key; });
}

bool is_rankable(const std::map<std::string, Response>& responses, const std::string& county) {
  const auto found = responses.find(county);
  return found != responses.end() && !found->second.is_low();
}

// Where too few have answered, who has most to do is not known: there the order is that of names, after the others. A
// planner's own place stands first all the same.
void rank(UiContext& ui, const GapAnalysis& analysis) {
  GapsState& state = state_of(ui);
  const Network& network = ui.session.network();
  const auto responses = response_by_county(network, analysis);
  const auto is_ranked = [&](const GapRow& row) {
    return state.ranks_all || row.is_own || is_rankable(responses, network.actor(row.actor).county);
  };
  const auto by_name = [&](const GapRow& a, const GapRow& b) {
    return swedish_less(network.actor(a.actor).name, network.actor(b.actor).name);
  };
  state.unranked = 0;
  for (GapsState::Group& group : state.groups) {
    const auto rest = std::stable_partition(group.rows.begin(), group.rows.end(), is_ranked);
    std::stable_sort(rest, group.rows.end(), by_name);
    group.ranked = static_cast<std::size_t>(rest - group.rows.begin());
    state.unranked += group.rows.size() - group.ranked;
    if (const auto county = responses.find(county_of(ui, group.rows.front())); county != responses.end()) {
      group.response = county->second;
    }
  }
  if (state.grouped == GapsState::Grouped::by_rule) return;
  const auto rest = std::stable_partition(state.groups.begin(), state.groups.end(),
                                          [](const GapsState::Group& group) { return group.ranked > 0; });
  std::stable_sort(rest, state.groups.end(),
                   [](const auto& a, const auto& b) { return swedish_less(a.words, b.words); });
}

void count(GapsState::Figures& figures, Outcome outcome) {
  if (outcome == Outcome::pending) {
    ++figures.pending;
  } else if (outcome == Outcome::met_expiring) {
    ++figures.expiring;
  } else {
    ++figures.missing;
  }
}

void count(GapsState::ClassFigures& figures, const GapRow& row) {
  count(figures.all, row.outcome);
  if (row.is_own_county) count(figures.county, row.outcome);
  if (row.is_own) count(figures.own, row.outcome);
}

// What is alike is told once; those that are ranked and those that are not are never one line.
void tell_alike(const UiContext& ui, const GapAnalysis& analysis, GapsState::Group& group) {
  const Network& network = ui.session.network();
  const auto rest = group.rows.begin() + static_cast<std::ptrdiff_t>(group.ranked);
  const std::vector<GapRow> ranked(group.rows.begin(), rest);
  const std::vector<GapRow> others(rest, group.rows.end());
  const auto alike = [&](const std::vector<GapRow>& rows) {
    return alike_gaps(network, ui.session.texts(), rules_of(ui), analysis, rows);
  };
  const auto name = [&](const AlikeGaps& line) {
    const Actor& actor = network.actor(line.rows.front().actor);
    return line.is_one() ? actor.name : place_name(ui.session, actor.county);
  };
  group.lines = alike(ranked);
  group.ranked_lines = group.lines.size();
  std::vector<AlikeGaps> by_name = alike(others);
  std::stable_sort(by_name.begin(), by_name.end(),
                   [&](const AlikeGaps& a, const AlikeGaps& b) { return swedish_less(name(a), name(b)); });
  std::move(by_name.begin(), by_name.end(), std::back_inserter(group.lines));
}

void fill(UiContext& ui, const GapAnalysis& analysis, GapsState::Shows page) {
  GapsState& state = state_of(ui);
  const Network& network = ui.session.network();
  const auto rows_of = page == GapsState::Shows::to_find_out ? what_to_find_out : what_to_act_on;
  state.groups.clear();
  state.accepted.clear();
  state.of_class = {};
  state.known = known_share(analysis);
  state.places = own_places(ui, analysis);
  for (const GapRow& row : rows_of(network, rules_of(ui), analysis, ui.session.view.own_place)) {
    if (is_accepted(ui, row)) {
      if (is_wanted(state, rules_of(ui), row)) state.accepted.push_back(row);
      continue;
    }
    count(state.of_class[static_cast<std::size_t>(row.rule_class)], row);
    if (is_wanted(state, rules_of(ui), row)) group_for(ui, row).rows.push_back(row);
  }
  for (GapsState::Group& group : state.groups) count_people(ui, group);
  state.response = response_of(ui.session.network());
  state.unranked = 0;
  if (page == GapsState::Shows::to_act_on) {
    rank(ui, analysis);
  } else {
    for (GapsState::Group& group : state.groups) group.ranked = group.rows.size();
  }
  for (GapsState::Group& group : state.groups) tell_alike(ui, analysis, group);
  const auto is_open = [&](const GapsState::Group& group) { return state.open.contains(group.id); };
  const bool has_open = std::any_of(state.groups.begin(), state.groups.end(), is_open);
  if (!has_open && !state.groups.empty()) state.open.insert(state.groups.front().id);
}

void renew(UiContext& ui) {
  GapsState& state = state_of(ui);
  state.norms.renew(ui.session);
  state.finder.renew(ui.session, state.norms.rules());
  const GapAnalysis* found = state.finder.found();
  if (!found) return;
  const Session& session = ui.session;
  const GapsState::Shows page = page_of(ui);
  const GapsState::Stamp stamp{state.finder.revision(),
                               page,
                               state.grouped,
                               state.is_own_only,
                               state.only,
                               state.only_rule,
                               session.view.own_place,
                               session.view.language,
                               state.ranks_all,
                               session.document().accepted};
  if (state.stamp == stamp) return;
  state.stamp = stamp;
  fill(ui, *found, page);
}

// ---- tools ----

void page_button(UiContext& ui, GapsState::Shows page, std::string_view key) {
  const std::string words = ui.tr(key);
  if (page != GapsState::Shows::to_act_on) flow(ui, button_width(words), ui.px(4));
  if (button(ui, key, words, Look::plain, page_of(ui) == page)) state_of(ui).shows = page;
}

void draw_grouping(UiContext& ui) {
  GapsState& state = state_of(ui);
  const auto choice = [&](GapsState::Grouped grouped, std::string_view key, float space) {
    const std::string words = ui.tr(key);
    flow(ui, button_width(words), ui.px(space));
    if (button(ui, key, words, Look::plain, state.grouped == grouped)) state.grouped = grouped;
  };
  choice(GapsState::Grouped::by_rule, "norm.by_rule", 14);
  choice(GapsState::Grouped::by_county, "norm.by_county", 4);
}

void draw_own(UiContext& ui) {
  GapsState& state = state_of(ui);
  const std::string place = place_name(ui.session, ui.session.view.own_place);
  if (place.empty()) {
    state.is_own_only = false;
    return;
  }
  const std::string words = ui.session.texts().tr("norm.own_only", {{"place", shown_text(ui, place)}});
  flow(ui, button_width(words), ui.px(14));
  if (button(ui, "norm.own_only", words, Look::plain, state.is_own_only)) state.is_own_only = !state.is_own_only;
}

void draw_ranking(UiContext& ui) {
  GapsState& state = state_of(ui);
  if (page_of(ui) != GapsState::Shows::to_act_on || (state.unranked == 0 && !state.ranks_all)) return;
  const std::string words = ui.tr("answers.rank_all");
  flow(ui, button_width(words), ui.px(14));
  if (button(ui, "rank_all", words, Look::plain, state.ranks_all)) state.ranks_all = !state.ranks_all;
  tooltip(ui, ui.tr("answers.rank_all.about"));
}

// ---- the page ----

void page_title(UiContext& ui, std::string_view key) {
  page_heading(ui, ui.tr(key));
  if (ui.session.network().is_synthetic()) {
    ImGui::SameLine(0, ui.px(8));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(4));
    chip(ui, ui.tr("caption.illustrative"), Tone::warning);
  }
}

void draw_weakness_header(UiContext& ui) {
  page_title(ui, "weakness.title");
  muted(ui, date_in_words(ui.session.network(), ui.session.texts(), ui.session.view.date) + " · " +
                response_words(ui, response_of(ui.session.network())) + " · " + ui.tr("norm.all_data"));
  gap(ui, 2);
}

void draw_header(UiContext& ui) {
  const GapsState& state = state_of(ui);
  page_title(ui, "norm.title");
  std::string words = date_in_words(ui.session.network(), ui.session.texts(), ui.session.view.date);
  words += " · " + known_in_words(ui);
  words += " · " + response_words(ui, state.response);
  words += " · " + ui.tr("norm.all_data");
  if (!state.norms.file().empty()) {
    words += " · " + ui.session.texts().tr("own_rules.from", {{"file", displayable(name_of(state.norms.file()))}});
  }
  muted(ui, words);
  tooltip(ui, ui.tr("answers.responded_help"));
  if (state.shows == GapsState::Shows::as_fits && state.known.is_mostly_unknown())
    muted(ui, ui.tr("norm.mostly_unknown"));
  gap(ui, 2);
}

}  // namespace

void draw_gaps_tools(UiContext& ui) {
  if (!ui.session.has_document()) return;
  page_button(ui, GapsState::Shows::to_act_on, "norm.page.act");
  page_button(ui, GapsState::Shows::to_find_out, "norm.page.find_out");
  page_button(ui, GapsState::Shows::norms, "norm.page.norms");
  page_button(ui, GapsState::Shows::weakness, "weakness.page");
  if (page_of(ui) == GapsState::Shows::norms) return;
  if (page_of(ui) != GapsState::Shows::weakness) draw_grouping(ui);
  draw_own(ui);
  draw_ranking(ui);
}

void draw_gaps(UiContext& ui) {
  page_ground(ui);
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  if (page_of(ui) == GapsState::Shows::weakness) {
    draw_weakness_header(ui);
    return draw_weakness(ui);
  }
  renew(ui);
  if (!state_of(ui).finder.found()) return muted(ui, ui.tr("job.gaps") + " …");
  draw_header(ui);
  if (page_of(ui) == GapsState::Shows::norms) return draw_norms(ui);
  draw_lists(ui);
}

}  // namespace samverka
