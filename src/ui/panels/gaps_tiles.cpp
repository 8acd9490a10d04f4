// The figures over the lists: one card a class, for the classes have no common sum, and in each what is missing, what
// is on its way and what expires by themselves. One's own place comes first, its county and all of the data after it.
#include <imgui.h>

#include <algorithm>

#include "app/gap_words.h"
#include "app/places.h"
#include "ui/cards.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

using Figures = GapsState::Figures;

constexpr float padding = 14;

struct Card {
  RuleClass rule_class = RuleClass::law;
  std::string figure, words;       // the great number and what it counts
  std::vector<std::string> lines;  // small, under it
};

bool finds_out(const UiContext& ui) { return page_of(ui) == GapsState::Shows::to_find_out; }

std::string counted(const UiContext& ui, std::size_t n, Outcome outcome) {
  return number(ui, static_cast<std::int64_t>(n)) + " " + ui.tr(text_key(outcome));
}

std::string soft_figures(const UiContext& ui, const Figures& figures) {
  return counted(ui, figures.pending, Outcome::pending) + " · " + counted(ui, figures.expiring, Outcome::met_expiring);
}

// "0 saknas · 39 på väg · 2 löper ut"
std::string all_figures(const UiContext& ui, const Figures& figures) {
  if (finds_out(ui)) return counted(ui, figures.missing, Outcome::unknown);
  return counted(ui, figures.missing, Outcome::gap) + " · " + soft_figures(ui, figures);
}

// In a network of one county its figures are those of all of it.
bool has_other_county(const UiContext& ui, const std::string& county) {
  const auto& actors = ui.session.network().actors;
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    return actor.type == "municipality" && !actor.county.empty() && actor.county != county;
  });
}

Card card_of(const UiContext& ui, RuleClass rule_class) {
  const Texts& texts = ui.session.texts();
  const GapsState::ClassFigures& figures = state_of(ui).of_class[static_cast<std::size_t>(rule_class)];
  const std::string& own = ui.session.view.own_place;
  const std::string place = place_name(ui.session, own);
  const std::string class_words = ui.tr(text_key(rule_class));
  Card card;
  card.rule_class = rule_class;
  const Figures& first = place.empty() ? figures.all : figures.own;
  card.figure = number(ui, static_cast<std::int64_t>(first.missing));
  if (place.empty()) {
    card.words = texts.tr(finds_out(ui) ? "norm.tile.unknown" : "norm.tile.missing", {{"class", class_words}});
  } else {
    card.words = texts.tr(finds_out(ui) ? "norm.tile.unknown_in" : "norm.tile.missing_in",
                          {{"class", class_words}, {"place", shown_text(ui, place)}});
  }
  if (!finds_out(ui)) card.lines.push_back(soft_figures(ui, first));
  if (place.empty()) return card;
  if (own.size() > 2) {
    const ActorId municipality = ui.session.index().municipality(own);
    const std::string county =
        municipality.is_set() ? place_name(ui.session, ui.session.network().actor(municipality).county) : "";
    if (!county.empty() && has_other_county(ui, ui.session.network().actor(municipality).county)) {
      card.lines.push_back(texts.tr(
          "norm.tile.of_county", {{"county", shown_text(ui, county)}, {"figures", all_figures(ui, figures.county)}}));
    }
  }
  card.lines.push_back(texts.tr("norm.tile.of_all", {{"figures", all_figures(ui, figures.all)}}));
  return card;
}

float height_of(const UiContext& ui, const std::string& words, float width) {
  const ImFont& small = *ui.fonts.small;
  return small.CalcTextSizeA(small.FontSize, FLT_MAX, width, words.c_str()).y + ui.px(2);
}

float height_of(const UiContext& ui, const Card& card, float width) {
  float height = ui.fonts.brand->FontSize + ui.px(20) + height_of(ui, card.words, width);
  for (const std::string& line : card.lines) height += height_of(ui, line, width);
  return height;
}

void draw_words(UiContext& ui, ImVec2& at, const std::string& words, float width, Rgba colour) {
  const ImFont& small = *ui.fonts.small;
  ImGui::GetWindowDrawList()->AddText(&small, small.FontSize, at, colour_u32(colour), words.c_str(), nullptr, width);
  record(ui, words, "text");
  at.y += height_of(ui, words, width);
}

bool draw_card(UiContext& ui, const Card& card, ImVec2 size, bool is_on) {
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = ImGui::InvisibleButton(word(card.rule_class), size);
  record(ui, card.words, "tile", is_on);
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused() || is_on;
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size.x, at.y + size.y};
  const Rgba own = class_colour(theme, card.rule_class);
  list.AddRectFilled(at, end, colour_u32(is_lit ? theme.accent_soft : theme.panel), ui.px(10));
  list.AddRect(at, end, colour_u32(is_on ? own : theme.border), ui.px(10), 0, is_on ? ui.px(2) : 1.0F);
  list.AddRectFilled({at.x + ui.px(padding), at.y + 1}, {end.x - ui.px(padding), at.y + ui.px(4)}, colour_u32(own));
  const float middle = at.y + ui.px(9) + ui.fonts.brand->FontSize * 0.5F;
  draw_outcome(ui, finds_out(ui) ? Outcome::unknown : Outcome::gap, card.rule_class,
               {at.x + ui.px(padding + 5.5F), middle}, ui.px(5.5F));
  list.AddText(ui.fonts.brand, ui.fonts.brand->FontSize, {at.x + ui.px(padding + 18), at.y + ui.px(9)},
               colour_u32(theme.text), card.figure.c_str());
  ImVec2 below{at.x + ui.px(padding), at.y + ui.px(12) + ui.fonts.brand->FontSize};
  const float width = size.x - ui.px(2 * padding);
  draw_words(ui, below, card.words, width, theme.text);
  for (const std::string& line : card.lines) draw_words(ui, below, line, width, theme.muted);
  return is_clicked;
}

std::vector<Card> cards_of(const UiContext& ui) {
  std::vector<Card> cards;
  for (const RuleClass c : {RuleClass::law, RuleClass::duty, RuleClass::local, RuleClass::ambition}) {
    const auto has_class = [&](const Rule& rule) { return rule.rule_class == c; };
    if (std::any_of(rules_of(ui).rules.begin(), rules_of(ui).rules.end(), has_class)) cards.push_back(card_of(ui, c));
  }
  return cards;
}

}  // namespace

void draw_classes(UiContext& ui) {
  GapsState& state = state_of(ui);
  const std::vector<Card> cards = cards_of(ui);
  const float space = ui.px(10);
  const float room = ImGui::GetContentRegionAvail().x;
  const auto in_a_row =
      std::clamp<std::size_t>(static_cast<std::size_t>(room / ui.px(190)), 1, std::max<std::size_t>(cards.size(), 1));
  const float width = (room - space * static_cast<float>(in_a_row - 1)) / static_cast<float>(in_a_row);
  float height = 1;
  for (const Card& card : cards) height = std::max(height, height_of(ui, card, width - ui.px(2 * padding)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space, space});
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i % in_a_row != 0) ImGui::SameLine();
    const bool is_on = state.only == cards[i].rule_class;
    if (!draw_card(ui, cards[i], {width, height}, is_on)) continue;
    if (is_on) {
      state.only.reset();
    } else {
      state.only = cards[i].rule_class;
    }
  }
  ImGui::PopStyleVar();
  gap(ui, 2);
}

}  // namespace samverka::gaps
