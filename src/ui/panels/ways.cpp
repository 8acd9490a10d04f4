// The drawer Vägar: every way between two actors in what is shown, the shortest first, each a click from the picture.
#include <imgui.h>

#include <algorithm>

#include "ui/panels.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr int all_marked = -2, none_marked = -1;
constexpr std::size_t most_way_steps = 6;

// The two last selected: together, or one after the other.
void follow_selection(UiContext& ui) {
  WaysState& state = ui.state.ways;
  std::vector<ActorId> actors;
  for (const PickId pick : ui.session.view.selected()) {
    if (pick.kind == PickId::Kind::actor) actors.emplace_back(pick.index);
  }
  const ActorId before_from = state.from, before_to = state.to;
  if (actors.size() == 2) {
    if (!(state.from == actors[0] && state.to == actors[1])) {
      state.from = actors[1];
      state.to = actors[0];
    }
  } else if (actors.size() == 1 && actors[0] != state.to && actors[0] != state.from) {
    if (state.to.is_set()) state.from = state.to;
    state.to = actors[0];
  }
  const std::size_t count = ui.session.network().actors.size();
  if (state.from.is_set() && state.from.value >= count) state.from = {};
  if (state.to.is_set() && state.to.value >= count) state.to = {};
  if (!(before_from == state.from && before_to == state.to)) state.marked = none_marked;
}

std::string way_in_words(const UiContext& ui, const Route& route) {
  const Network& network = ui.session.network();
  std::string words = shown_text(ui, network.actor(route.actors.front()).shown_name());
  for (std::size_t i = 0; i < route.steps(); ++i) {
    words += " – " + shown_text(ui, network.agreement(route.agreements[i]).title) + " – " +
             shown_text(ui, network.actor(route.actors[i + 1]).shown_name());
  }
  return words;
}

void mark(UiContext& ui, const Routes& routes, int which) {
  WaysState& state = ui.state.ways;
  std::vector<Key>& path = ui.session.view.path;
  path.clear();
  state.marked = state.marked == which ? none_marked : which;
  if (state.marked == none_marked) return;
  if (!ui.session.view.is_picture()) ui.session.view.tab = Tab::network;
  for (std::size_t i = 0; i < routes.routes.size(); ++i) {
    if (which != all_marked && which != static_cast<int>(i)) continue;
    if (!path.empty()) path.emplace_back();
    for (Key& key : way_keys(ui.session.network(), routes.routes[i])) path.push_back(std::move(key));
  }
}

void choose_steps(UiContext& ui, WaysState& state) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr("deep_ways.steps").c_str());
  for (std::size_t steps = 1; steps <= most_way_steps; ++steps) {
    ImGui::SameLine(0, ui.px(4));
    const std::string words = std::to_string(steps);
    if (button(ui, "steps" + words, words, Look::plain, state.steps == steps)) state.steps = steps;
  }
}

void draw_ways_head(UiContext& ui, WaysState& state, const FoundWays* found) {
  const Network& network = ui.session.network();
  const auto name = [&](ActorId id) { return shown_text(ui, network.actor(id).shown_name()); };
  choose_steps(ui, state);
  ImGui::SameLine(0, ui.px(14));
  if (button(ui, "turn", ui.tr("deep_ways.turn"), Look::quiet)) {
    std::swap(state.from, state.to);
    state.marked = none_marked;
    ui.session.view.path.clear();
  }
  if (state.finder.is_running()) {
    ImGui::SameLine(0, ui.px(8));
    if (button(ui, "stop", ui.tr("deep_ways.stop"))) state.finder.stop();
  }
  if (found && !found->routes.routes.empty()) {
    ImGui::SameLine(0, ui.px(8));
    if (button(ui, "all", ui.tr("deep_ways.mark_all"), Look::plain, state.marked == all_marked)) {
      mark(ui, found->routes, all_marked);
    }
  }
  ImGui::SameLine(0, ui.px(14));
  ImGui::AlignTextToFramePadding();
  text(ui, ui.session.texts().tr("deep_ways.between", {{"from", name(state.from)}, {"to", name(state.to)}}));
}

void draw_none(UiContext& ui, const FoundWays& found) {
  const Texts& texts = ui.session.texts();
  text(ui, texts.plural("deep_ways.none", static_cast<long long>(found.of.steps)));
  if (found.nearest.is_found()) {
    muted(ui, texts.plural("deep_ways.nearest", static_cast<long long>(found.nearest.steps())));
    if (link(ui, "nearest", way_in_words(ui, found.nearest))) {
      ui.session.view.path = way_keys(ui.session.network(), found.nearest);
    }
  } else if (found.over_crowds.is_found()) {
    muted(ui, ui.tr("deep_ways.only_crowds"));
    if (link(ui, "crowds", way_in_words(ui, found.over_crowds))) {
      ui.session.view.path = way_keys(ui.session.network(), found.over_crowds);
    }
  } else {
    muted(ui, ui.tr("deep_ways.no_way"));
  }
}

// A line of the list: a heading where the steps grow, or a way.
struct WayLine {
  std::size_t steps = 0, count = 0;  // of a heading
  int way = none_marked;
};

std::vector<WayLine> lines_of(const Routes& routes) {
  std::vector<WayLine> lines;
  for (std::size_t i = 0; i < routes.routes.size(); ++i) {
    const std::size_t steps = routes.routes[i].steps();
    if (i == 0 || routes.routes[i - 1].steps() != steps) {
      const auto count = std::count_if(routes.routes.begin(), routes.routes.end(),
                                       [&](const Route& route) { return route.steps() == steps; });
      lines.push_back({steps, static_cast<std::size_t>(count), none_marked});
    }
    lines.push_back({steps, 0, static_cast<int>(i)});
  }
  return lines;
}

void draw_line(UiContext& ui, const Routes& routes, const WayLine& line) {
  const Texts& texts = ui.session.texts();
  if (line.way == none_marked) {
    const std::string steps = texts.plural("deep_ways.of_steps", static_cast<long long>(line.steps));
    muted(ui, steps + ": " + texts.plural("deep_ways.count", static_cast<long long>(line.count)));
    return;
  }
  const auto way = static_cast<std::size_t>(line.way);
  std::string words = way_in_words(ui, routes.routes[way]);
  if (routes.unconfirmed[way] > 0) {
    words += "  (" + texts.plural("deep_ways.unconfirmed", static_cast<long long>(routes.unconfirmed[way])) + ")";
  }
  ImGui::PushID(line.way);
  const bool is_on = ui.state.ways.marked == line.way || ui.state.ways.marked == all_marked;
  const std::string shown = fitting(words, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = ImGui::Selectable("###way", is_on, 0, {0, ImGui::GetTextLineHeight()});
  record(ui, words, "link", is_on);
  tooltip(ui, words);
  ImGui::GetWindowDrawList()->AddText(at, colour_u32(ui.session.theme().text), shown.c_str());
  ImGui::PopID();
  if (is_clicked) mark(ui, routes, line.way);
}

void draw_found(UiContext& ui, const FoundWays& found) {
  const Texts& texts = ui.session.texts();
  const Routes& routes = found.routes;
  ImGui::BeginChild("ways", {0, 0});
  if (routes.is_cut) {
    text(ui, texts.tr("deep_ways.cut", {{"n", number(ui, routes.routes.size())}}));
  }
  if (routes.crowded_agreements > 0) {
    muted(ui, texts.plural("way.crowded", static_cast<long long>(routes.crowded_agreements),
                           {{"limit", number(ui, crowd_parties)}}));
  }
  if (routes.routes.empty() && !routes.is_cut) draw_none(ui, found);
  const std::vector<WayLine> lines = lines_of(routes);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lines.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      draw_line(ui, routes, lines[static_cast<std::size_t>(i)]);
    }
  }
  ImGui::EndChild();
}

}  // namespace

void draw_way_list(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  WaysState& state = ui.state.ways;
  follow_selection(ui);
  if (!state.from.is_set() || !state.to.is_set()) return muted(ui, ui.tr("deep_ways.choose"));
  state.finder.renew(ui.session, {state.from, state.to, state.steps});
  const FoundWays* found = state.finder.found();
  draw_ways_head(ui, state, found);
  if (found) return draw_found(ui, *found);
  muted(ui, ui.tr(state.finder.is_stopped() ? "deep_ways.stopped" : "deep_ways.finding"));
}

}  // namespace samverka
