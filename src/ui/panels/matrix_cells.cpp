// The cells of the tab Matris: what stands in them, what their colour means, and what they say in words.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/gap_words.h"
#include "ui/panels/gaps_parts.h"
#include "ui/panels/matrix_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {
namespace {

void draw_hatching(const UiContext& ui, const Rect& at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const unsigned colour = colour_u32(with_alpha(ui.session.theme().muted, 0.55F));
  const float gap = ui.px(6);
  list.PushClipRect({at.min.x, at.min.y}, {at.max.x, at.max.y}, true);
  // Lines of all cells lie in one pattern, so that neighbouring cells hang together.
  const float first = std::floor((at.min.x + at.min.y) / gap) * gap;
  for (float sum = first; sum < at.max.x + at.max.y; sum += gap) {
    list.AddLine({sum - at.max.y, at.max.y}, {sum - at.min.y, at.min.y}, colour, ui.px(1.2F));
  }
  list.PopClipRect();
}

float corner(const UiContext& ui, RuleClass rule_class) {
  const bool is_square = rule_class == RuleClass::law || rule_class == RuleClass::duty;
  return ui.px(is_square ? 2 : 9);
}

}  // namespace

CellLook look_of(const UiContext& ui, const MatrixState::Line* line, std::size_t column, const MatrixCell& cell) {
  return look_of_cell(paint_of(ui), line && line->is_one(), column, cell);
}

namespace {

// The mark, and the word beside it where there is room for it whole.
void draw_mark(UiContext& ui, const Rect& at, const CellLook& look) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = ui.px(5);
  const ImVec2 size = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e6F, 0, look.words.c_str());
  const float whole = 2 * radius + ui.px(6) + size.x;
  const bool has_words = whole + ui.px(8) < at.width();
  const float left = at.centre().x - (has_words ? whole : 2 * radius) * 0.5F;
  const Vec2 centre{left + radius, at.centre().y};
  const float air = ui.px(3);  // no hatching runs through the mark or the word
  const float right = has_words ? left + whole : left + 2 * radius;
  list.AddRectFilled({left - air, centre.y - radius - air}, {right + air, centre.y + radius + air},
                     colour_u32(look.ground), ui.px(3));
  gaps::draw_outcome(ui, *look.mark, look.rule_class, centre, radius);
  if (!has_words) return;
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left + 2 * radius + ui.px(6), centre.y - size.y * 0.5F},
               colour_u32(theme.text), look.words.c_str());
}

// In the corner, so that no nought of which all are on their way is read as a gap.
void draw_pending(UiContext& ui, const Rect& at, const CellLook& look) {
  const float radius = ui.px(3.5F), margin = ui.px(3);
  gaps::draw_outcome(ui, Outcome::pending, look.rule_class, {at.max.x - margin - radius, at.min.y + margin + radius},
                     radius);
}

void draw_number(const UiContext& ui, const Rect& at, const CellLook& look) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImFont* font = look.is_small ? ui.fonts.small : ui.fonts.body;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6F, 0, look.words.c_str());
  const Vec2 text{at.centre().x - size.x * 0.5F, at.centre().y - size.y * 0.5F};
  const float margin = ui.px(3);
  if (look.is_small && size.x + 2 * margin > at.width()) return;  // the hatching says it
  list.AddRectFilled({text.x - margin, text.y}, {text.x + size.x + margin, text.y + size.y}, colour_u32(look.ground),
                     ui.px(3));  // no line runs through the number
  list.AddText(font, font->FontSize, {text.x, text.y},
               colour_u32(look.is_pale ? theme.muted : ink_on(theme, look.ground)), look.words.c_str());
}

}  // namespace

// The number on its colour; the hatched part, from the right, is as broad as the unknown share.
void draw_block(UiContext& ui, const Rect& at, const CellLook& look, bool is_lit) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (look.is_empty && look.words.empty() && !is_lit) return;
  const float round = corner(ui, look.rule_class);
  list.AddRectFilled({at.min.x, at.min.y}, {at.max.x, at.max.y}, colour_u32(look.ground), round);
  const float begins = at.max.x - at.width() * static_cast<float>(look.unknown);
  const float inset = look.unknown >= 1 ? 0 : ui.px(1);
  if (look.unknown > 0) draw_hatching(ui, {{begins, at.min.y + inset}, {at.max.x - inset, at.max.y - inset}});
  const Rgba border = is_lit ? theme.accent : look.is_empty ? with_alpha(theme.border, 0.5F) : theme.border;
  list.AddRect({at.min.x, at.min.y}, {at.max.x, at.max.y}, colour_u32(border), round, 0, is_lit ? ui.px(2) : 1.0F);
  if (look.mark) return draw_mark(ui, at, look);
  if (!look.words.empty()) draw_number(ui, at, look);
  if (look.has_pending) draw_pending(ui, at, look);
}

// ---- in words ----

std::string line_name(const UiContext& ui, const MatrixState::Line* line) {
  if (line) return shown_text(ui, line->name);
  switch (state_of(ui).top.by) {
    case MatrixRows::counties:
      return ui.tr("matrix.all_counties");
    case MatrixRows::municipalities:
      // With how many: those of one's own county may stand next below, and it is not their sum.
      return ui.session.texts().plural("matrix.all_municipalities",
                                       static_cast<long long>(state_of(ui).top.rows.size()));
    case MatrixRows::groups:
      break;
  }
  return ui.tr("matrix.all_groups");
}

namespace {

std::string plural(const UiContext& ui, std::string_view key, std::size_t n, std::size_t all) {
  return ui.session.texts().plural(key, static_cast<long long>(n), {{"all", number(ui, all)}});
}

std::string percent(const UiContext& ui, double share) { return ui.session.texts().decimal(share * 100, 1); }

void add_lens_words(const UiContext& ui, const MatrixCell& cell, std::string& words) {
  const LensCount& lens = cell.lens;
  if (lens.all() == 0) return;
  const auto tell = [&](std::string_view key, std::size_t n) {
    words += "\n" + ui.tr(key) + ": " + part_in_words(ui.session.texts(), n, lens.all());
    if (lens.all() < least_for_share) return;
    const double share = static_cast<double>(n) / static_cast<double>(lens.all());
    words += " (" + ui.session.texts().tr("gaps.share", {{"share", percent(ui, share)}}) + ")";
  };
  tell("lens.legend_yes", lens.yes);
  tell("lens.legend_no", lens.no);
  tell("lens.not_recorded", lens.not_recorded);
}

void add_agreement_words(const UiContext& ui, const MatrixState::Line* line, const MatrixCell& cell,
                         std::string& words) {
  words += "\n" + ui.session.texts().plural("matrix.agreements", static_cast<long long>(cell.n));
  if (has_lens(ui)) return add_lens_words(ui, cell, words);
  if (line && line->is_one()) {
    if (cell.unknown > 0) words += "\n" + ui.tr(cell.silent > 0 ? "matrix.nothing_known" : "matrix.not_confirmed");
    if (cell.silent > cell.unknown) words += "\n" + ui.tr("matrix.answered_none");
    return;
  }
  if (cell.of == 0) return;
  words += "\n" + plural(ui, "matrix.reached", cell.met, cell.of);
  if (cell.unknown > 0) words += "\n" + plural(ui, "matrix.unknown", cell.unknown, cell.of);
}

// "0 av 26, 26 på väg", and below it "26 på väg" and whatever else there is any of.
void add_outcome_words(const UiContext& ui, const MatrixCell& cell, std::string& words) {
  if (cell.of > 1 && cell.pending > 0) {
    words += "\n" + ui.session.texts().tr("matrix.of_pending", {{"n", number(ui, cell.met)},
                                                                {"all", number(ui, cell.of)},
                                                                {"pending", number(ui, cell.pending)}});
  }
  const bool is_chain = state_of(ui).top.kind == MatrixKind::chain;
  const auto tell = [&](std::size_t n, Outcome outcome) {
    if (n == 0) return;
    const std::string word = is_chain ? chain_word(ui.session.texts(), outcome) : ui.tr(text_key(outcome));
    words += "\n" + number(ui, n) + " " + word;
  };
  tell(cell.met - cell.expiring, Outcome::met);
  tell(cell.expiring, Outcome::met_expiring);
  tell(cell.pending, Outcome::pending);
  tell(cell.gaps, Outcome::gap);
  tell(cell.unknown, Outcome::unknown);
  if (cell.exempt > 0) tell(cell.exempt, Outcome::exempt);
}

// Weighed by people where the norm is, and never of a handful.
void add_interval_words(const UiContext& ui, std::size_t column, const MatrixCell& cell, std::string& words) {
  const Matrix& top = state_of(ui).top;
  if (top.kind != MatrixKind::rule || column >= top.columns.size()) return;
  if (cell.of - cell.without_population < least_for_share || !cell.low()) {
    words += "\n" + ui.tr("gaps.coverage.few");
    return;
  }
  const GapAnalysis* found = ui.state.gaps.finder.found();
  const Rule& rule = ui.state.gaps.norms.rules()->rules.at(found->rules.at(top.columns[column].place).rule);
  const Texts& texts = ui.session.texts();
  const std::string low = percent(ui, *cell.low()), high = percent(ui, *cell.high());
  const std::string share = low == high ? texts.tr("gaps.share", {{"share", low}})
                                        : texts.tr("gaps.share_interval", {{"low", low}, {"high", high}});
  const bool is_people = rule.weight == RuleWeight::population;
  words += "\n" + texts.tr(is_people ? "gaps.coverage.people" : "gaps.coverage.count",
                           {{"share", share}, {"n", texts.number(cell.weighed)}});
  if (cell.without_population > 0) {
    words += "\n" + texts.tr("gaps.coverage.without", {{"n", number(ui, cell.without_population)}});
  }
}

void add_adoption_words(const UiContext& ui, const MatrixState::Line* line, std::size_t column, const MatrixCell& cell,
                        std::string& words) {
  if (line && line->is_one()) {
    if (cell.n > 0 && cell.unknown > 0) words += "\n" + ui.tr("matrix.adoption.unknown_help");
    return;
  }
  words += "\n" + plural(ui, "matrix.municipalities", cell.n, cell.of);
  const bool is_unknown_column = column + 2 >= adoption_columns.size();
  if (cell.unknown > 0 && !is_unknown_column) words += "\n" + plural(ui, "matrix.unknown", cell.unknown, cell.of);
}

// Why each of a municipality's links is as it is belongs to the inspector; here the agreements are enough.
void add_chain_words(const UiContext& ui, const MatrixState::Line* line, const MatrixCell& cell, std::string& words) {
  if (!line || !line->is_one()) return add_outcome_words(ui, cell, words);
  words += "\n" + chain_word(ui.session.texts(), outcome_in(cell));
  if (cell.unknown > 0) words += "\n" + ui.tr(cell.silent > 0 ? "chain.why.no_record" : "chain.why.not_clear");
}

}  // namespace

std::string cell_in_words(const UiContext& ui, const MatrixState::Line* line, std::size_t column,
                          const MatrixCell& cell) {
  std::string words = line_name(ui, line) + " · " + column_name(ui, column);
  if (is_untold(state_of(ui).top, line && line->is_one(), column, cell))
    return words + "\n" + ui.tr("norm.counts_only");
  switch (state_of(ui).top.kind) {
    case MatrixKind::adoption:
      add_adoption_words(ui, line, column, cell, words);
      break;
    case MatrixKind::chain:
      add_chain_words(ui, line, cell, words);
      break;
    case MatrixKind::rule:
      if (cell.of + cell.exempt == 0) return words + "\n" + ui.tr("matrix.nobody");
      add_outcome_words(ui, cell, words);
      if (!line || !line->is_one()) add_interval_words(ui, column, cell, words);
      break;
    case MatrixKind::area:
    case MatrixKind::form:
    case MatrixKind::partner_group:
      add_agreement_words(ui, line, cell, words);
      break;
  }
  return words;
}

}  // namespace samverka::matrix
