// Lists under a field: walked with the keys while one types, each row with what matched in it.
#include "ui/panels/finding.h"

#include <imgui.h>

#include <algorithm>

#include "app/choose.h"
#include "app/sight.h"
#include "base/utf8.h"
#include "ui/describe.h"

namespace samverka {
namespace {

constexpr float row_height = 40;
constexpr float heading_height = 24;
constexpr float symbol_radius = 5;
constexpr float text_indent = 26;

Vec2 vec(ImVec2 v) { return {v.x, v.y}; }

float width_of(ImFont& font, std::string_view words) {
  return font.CalcTextSizeA(font.FontSize, 1e9F, 0, words.data(), words.data() + words.size()).x;
}

void draw_words(ImFont& font, Vec2 at, Rgba colour, std::string_view words) {
  ImGui::GetWindowDrawList()->AddText(&font, font.FontSize, {at.x, at.y}, colour_u32(colour), words.data(),
                                      words.data() + words.size());
}

// Where it matched, when that is not the name that stands as the title: "kommunkod 9901".
std::string where_in_words(const UiContext& ui, const SearchHit& hit) {
  const auto words = [&](std::string_view key) {
    return ui.session.texts().tr(key, {{"text", shown_text(ui, hit.text)}});
  };
  switch (hit.in) {
    case FoundIn::short_name:
      return words("found.short_name");
    case FoundIn::english_name:
      return words("found.english_name");
    case FoundIn::municipality_code:
      return words("found.municipality_code");
    case FoundIn::county_code:
      return words("found.county_code");
    case FoundIn::school_unit_code:
      return words("found.school_unit_code");
    case FoundIn::org_number:
      return words("found.org_number");
    case FoundIn::name:
    case FoundIn::title:
    case FoundIn::area_code:
    case FoundIn::area_name:
      break;
  }
  return {};
}

void join(std::string& line, const std::string& more) {
  if (!more.empty()) line += (line.empty() ? "" : " · ") + more;
}

HitLines lines_of_actor(const UiContext& ui, const SearchHit& hit) {
  const Actor& actor = ui.session.network().actor(ActorId(hit.index));
  const bool is_name = hit.in == FoundIn::name;
  HitLines lines{is_name ? hit.text : actor.name, is_name ? hit.marked : std::vector<TextHit::Span>{}, ""};
  join(lines.about, kind_and_place(ui.session, actor));
  join(lines.about, where_in_words(ui, hit));
  return lines;
}

HitLines lines_of_agreement(const UiContext& ui, const SearchHit& hit) {
  const Agreement& agreement = ui.session.network().agreement(AgreementId(hit.index));
  HitLines lines{hit.text, hit.marked, ""};
  join(lines.about, ui.session.taxonomy().forms.short_label(agreement.form, ui.session.view.language));
  join(lines.about, ui.session.texts().plural("card.parties", static_cast<long long>(agreement.parties.size())));
  return lines;
}

HitLines lines_of_place(const UiContext& ui, const SearchHit& hit) {
  const FoundPlace& place = ui.state.finding.searcher.places()[hit.index];
  const bool is_name = hit.in == FoundIn::name;
  HitLines lines{is_name ? hit.text : place.name, is_name ? hit.marked : std::vector<TextHit::Span>{}, ""};
  join(lines.about, ui.tr(place.code.size() == 2 ? "found.county" : "found.municipality"));
  join(lines.about, where_in_words(ui, hit));
  return lines;
}

HitLines lines_of_area(const UiContext& ui, const SearchHit& hit) {
  const Area& area = ui.session.taxonomy().areas.rows()[hit.index];
  const bool is_name = hit.in == FoundIn::area_name;
  const std::string& own = area.label.in(ui.session.view.language);
  HitLines lines{is_name ? hit.text : own, is_name ? hit.marked : std::vector<TextHit::Span>{}, ""};
  join(lines.about, area.code);
  if (lines.title != own) join(lines.about, own);
  return lines;
}

// The sign that the thing has in the pictures.
void draw_sign(UiContext& ui, const SearchHit& hit, Vec2 centre) {
  const Theme& theme = ui.session.theme();
  const auto in_legend = [&](std::string_view code, Symbol otherwise) {
    for (const LegendRow& row : ui.session.scene().legend) {
      if (row.code == code) return draw_symbol(row.symbol, centre, ui.px(symbol_radius), row.colour);
    }
    draw_symbol(otherwise, centre, ui.px(symbol_radius), theme.muted);
  };
  switch (hit.kind) {
    case FoundKind::actor:
      return in_legend(ui.session.taxonomy().group_of(ui.session.network().actor(ActorId(hit.index)).type).code,
                       Symbol::disc);
    case FoundKind::agreement:
      return in_legend("agreement", Symbol::square);
    case FoundKind::place:
      return draw_symbol(Symbol::ring, centre, ui.px(symbol_radius), theme.accent);
    case FoundKind::area:
      return draw_symbol(Symbol::diamond, centre, ui.px(symbol_radius), theme.accent, false);
  }
}

void draw_hit(UiContext& ui, const SearchHit& hit, const HitLines& lines, Vec2 at, float width) {
  draw_sign(ui, hit, at + Vec2{ui.px(13), ui.px(row_height / 2)});
  const Vec2 words = at + Vec2{ui.px(text_indent), ui.px(3)};
  const float room = width - ui.px(text_indent + 8);
  draw_marked(ui, words, room, lines.title, lines.marked);
  ImGui::PushFont(ui.fonts.small);
  draw_words(*ui.fonts.small, words + Vec2{0, ui.px(18)}, ui.session.theme().muted, fitting(lines.about, room));
  ImGui::PopFont();
}

void draw_heading(UiContext& ui, FoundKind kind, std::size_t count) {
  const std::string words = ui.tr(heading_key(kind)) + "  " + ui.session.texts().number(static_cast<long long>(count));
  const Vec2 at = vec(ImGui::GetCursorScreenPos());
  ImGui::Dummy({1, ui.px(heading_height)});
  record(ui, words, "text");
  draw_words(*ui.fonts.small_bold, at + Vec2{ui.px(6), ui.px(6)}, ui.session.theme().muted, words);
}

bool draw_show_anyway(UiContext& ui, std::size_t row, Vec2 at) {
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::PushID(static_cast<int>(row));
  ImGui::PushFont(ui.fonts.small);
  const bool clicked = button(ui, "anyway", ui.tr("search.show_anyway"));
  ImGui::PopFont();
  ImGui::PopID();
  return clicked;
}

HitChoice draw_row(UiContext& ui, PickList& list, const SearchHit& hit, std::size_t row) {
  const PickId pick = pick_of(hit);
  const Sight sight = sight_of(ui.session, pick);
  const bool may_show = sight != Sight::shown && can_be_shown(sight);
  ImGui::PushFont(ui.fonts.small);
  const float button_room = may_show ? button_width(ui.tr("search.show_anyway")) + ui.px(12) : 0;
  ImGui::PopFont();
  const HitLines lines = lines_of(ui, hit);
  const Vec2 at = vec(ImGui::GetCursorScreenPos());
  const float width = ImGui::GetContentRegionAvail().x;
  const bool clicked = list_row(ui, list, row, shown_text(ui, lines.title), ui.px(row_height), button_room);
  const Vec2 below = vec(ImGui::GetCursorScreenPos());
  HitChoice choice;
  if (clicked || (list.wants_choice && list.row == row)) choice = {&hit, !clicked && list.wants_to_show};
  draw_hit(ui, hit, lines, at, width - button_room);
  if (may_show && draw_show_anyway(ui, row, at + Vec2{width - button_room + ui.px(6), ui.px(7)})) choice = {&hit, true};
  ImGui::SetCursorScreenPos({below.x, below.y});
  return choice;
}

}  // namespace

bool take_list_key(PickList& list, Chord chord) {
  constexpr int page = 8;
  constexpr int all = 1 << 20;
  const auto move = [&](int rows) {
    list.wanted_move += rows;
    return true;
  };
  switch (chord.key) {
    case Chord::up:
      return move(-1);
    case Chord::down:
      return move(1);
    case Chord::page_up:
      return move(-page);
    case Chord::page_down:
      return move(page);
    case Chord::home:
      return chord.ctrl && move(-all);  // alone it is for the field
    case Chord::end:
      return chord.ctrl && move(all);
    case Chord::enter:
      list.wants_choice = true;
      list.wants_to_show = chord.shift;
      return true;
    default:
      return false;
  }
}

void move_in_list(PickList& list) {
  const auto last = static_cast<std::ptrdiff_t>(list.rows) - 1;
  const std::ptrdiff_t wanted = static_cast<std::ptrdiff_t>(list.row) + list.wanted_move;
  list.is_moved = list.wanted_move != 0;
  list.row = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, std::max<std::ptrdiff_t>(last, 0)));
  list.wanted_move = 0;
}

void draw_marked(UiContext& ui, Vec2 at, float width, std::string_view text, const std::vector<TextHit::Span>& marked) {
  const float end = at.x + width;
  const auto draw = [&](std::string_view part, bool is_marked) {
    if (part.empty() || at.x >= end) return;
    ImFont& font = is_marked ? *ui.fonts.bold : *ui.fonts.body;
    ImGui::PushFont(&font);
    const std::string words = fitting(displayable(normalized_nfc(part)), end - at.x);
    ImGui::PopFont();
    draw_words(font, at, is_marked ? ui.session.theme().accent : ui.session.theme().text, words);
    at.x += width_of(font, words);
  };
  std::size_t from = 0;
  for (const TextHit::Span& span : marked) {
    draw(text.substr(from, span.begin - from), false);
    draw(text.substr(span.begin, span.end - span.begin), true);
    from = span.end;
  }
  draw(text.substr(from), false);
  if (text.empty()) draw(ui.tr("ui.no_name"), false);
}

bool list_row(UiContext& ui, PickList& list, std::size_t row, std::string_view label, float height, float kept_free) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  ImGui::PushID(static_cast<int>(row));
  const bool clicked = ImGui::InvisibleButton("row", {std::max(width - kept_free, 1.0F), height});
  ImGui::PopID();
  const bool is_here = list.row == row;
  record(ui, label, "hit", is_here);
  const bool has_mouse_moved = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
  if (ImGui::IsItemHovered() && has_mouse_moved) list.row = row;
  if (is_here) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              colour_u32(ui.session.theme().accent_soft), ui.px(6));
    if (list.is_moved) ImGui::SetScrollHereY();
  }
  return clicked;
}

const char* heading_key(FoundKind kind) {
  switch (kind) {
    case FoundKind::actor:
      return "found.actors";
    case FoundKind::agreement:
      return "found.agreements";
    case FoundKind::place:
      return "found.places";
    case FoundKind::area:
      break;
  }
  return "found.areas";
}

HitLines lines_of(const UiContext& ui, const SearchHit& hit) {
  HitLines lines;
  switch (hit.kind) {
    case FoundKind::actor:
      lines = lines_of_actor(ui, hit);
      break;
    case FoundKind::agreement:
      lines = lines_of_agreement(ui, hit);
      break;
    case FoundKind::place:
      return lines_of_place(ui, hit);
    case FoundKind::area:
      return lines_of_area(ui, hit);
  }
  const PickId pick = pick_of(hit);
  join(lines.about, sight_in_words(ui.session, pick, sight_of(ui.session, pick)));
  return lines;
}

HitChoice draw_hits(UiContext& ui, PickList& list, const SearchResult& found, std::size_t first_row) {
  HitChoice choice;
  for (std::size_t i = 0; i < found.hits.size(); ++i) {
    const SearchHit& hit = found.hits[i];
    if (i == 0 || found.hits[i - 1].kind != hit.kind) {
      draw_heading(ui, hit.kind, found.counts[static_cast<std::size_t>(hit.kind)]);
    }
    const HitChoice here = draw_row(ui, list, hit, first_row + i);
    if (here.hit) choice = here;
  }
  return choice;
}

void take_choice(UiContext& ui, const HitChoice& choice) {
  choose(ui.session, *choice.hit, ui.state.finding.searcher.places());
  if (choice.shows_anyway) show_anyway(ui.session, pick_of(*choice.hit));
}

bool use_action(UiContext& ui, const Action& action) {
  if (!run_action(ui.session, action.id)) return false;
  std::vector<std::string_view>& recent = ui.state.finding.recent_actions;
  std::erase(recent, action.id);
  recent.insert(recent.begin(), action.id);
  return true;
}

}  // namespace samverka
