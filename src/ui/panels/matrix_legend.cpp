// What stands under the matrix: what its colours and marks mean, on what it rests, and what was left last.
#include <imgui.h>

#include <algorithm>

#include "analysis/partners.h"
#include "app/filter_words.h"
#include "app/gap_words.h"
#include "app/pictures.h"
#include "ui/panels/gaps_parts.h"
#include "ui/panels/matrix_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {
namespace {

// Several looks share the sign, side by side.
void sign_with_words(UiContext& ui, const std::string& words, const std::vector<CellLook>& looks) {
  const float height = ui.fonts.small->FontSize + ui.px(4);
  const float block = height * 1.5F;
  const float gap = ui.px(5);
  const float text_width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e6F, 0, words.c_str()).x;
  flow(ui, block + gap + text_width, ui.px(12));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({block + gap + text_width, height});
  record(ui, words, "text");
  const float part = block / static_cast<float>(looks.size());
  float left = at.x;
  for (const CellLook& look : looks) {
    draw_block(ui, {{left, at.y}, {left + part, at.y + height}}, look, false);
    left += part;
  }
  ImGui::GetWindowDrawList()->AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + block + gap, at.y + ui.px(2)},
                                      colour_u32(ui.session.theme().muted), words.c_str());
}

void sign_with_words(UiContext& ui, const std::string& words, const CellLook& look) {
  sign_with_words(ui, words, std::vector<CellLook>{look});
}

CellLook patch(const UiContext& ui, std::size_t step, RuleClass rule_class = RuleClass::law) {
  CellLook look;
  look.ground = step_colour(ui.session.theme(), step, rule_class);
  look.rule_class = rule_class;
  return look;
}

void hatched(UiContext& ui, std::string_view key) {
  CellLook look = patch(ui, 0);
  look.unknown = 1;
  sign_with_words(ui, ui.tr(key), look);
}

void draw_counts(UiContext& ui) {
  for (std::size_t step = 0; step < matrix_steps.size(); ++step) {
    const std::size_t from = matrix_steps[step].from;
    std::string words = number(ui, from);
    if (step + 1 == matrix_steps.size()) {
      words = ui.session.texts().tr("matrix.or_more", {{"n", words}});
    } else if (matrix_steps[step + 1].from - 1 != from) {
      words += "–" + number(ui, matrix_steps[step + 1].from - 1);
    }
    sign_with_words(ui, words, patch(ui, step));
  }
  hatched(ui, "matrix.hatched_unknown");
}

// "0 %", "1–19 %" … "80 % eller mer"
std::string share_in_words(const UiContext& ui, std::size_t step) {
  const Texts& texts = ui.session.texts();
  if (step == 0) return texts.tr("matrix.nobody_met");
  const std::string from = texts.number(share_steps[step]);
  if (step + 1 == share_steps.size()) return texts.tr("matrix.share_or_more", {{"share", from}});
  return texts.tr("gaps.share", {{"share", from + "–" + texts.number(share_steps[step + 1] - 1)}});
}

void draw_shares(UiContext& ui, RuleClass rule_class) {
  for (std::size_t step = 0; step < share_steps.size(); ++step) {
    sign_with_words(ui, share_in_words(ui, step), patch(ui, step, rule_class));
  }
  CellLook few = patch(ui, 0, rule_class);
  few.ground = few_colour(ui.session.theme());
  sign_with_words(ui, ui.session.texts().tr("matrix.few", {{"n", number(ui, least_for_percent)}}), few);
}

bool shows_one(const UiContext& ui) {
  const std::vector<MatrixState::Line>& lines = state_of(ui).lines;
  return std::any_of(lines.begin(), lines.end(), [](const MatrixState::Line& line) { return line.is_one(); });
}

void mark_with_words(UiContext& ui, Outcome outcome, const std::string& words) {
  CellLook look;
  look.ground = ui.session.theme().panel;
  look.mark = outcome;
  look.rule_class = state_of(ui).top.kind == MatrixKind::rule ? RuleClass::law : RuleClass::ambition;
  sign_with_words(ui, words, look);
}

void draw_outcomes(UiContext& ui) {
  for (const Outcome outcome : {Outcome::met, Outcome::met_expiring, Outcome::pending, Outcome::gap, Outcome::exempt}) {
    mark_with_words(ui, outcome, ui.tr(text_key(outcome)));
  }
}

// One row of colours a class, each with its name before it: they are never read as one.
void draw_classes(UiContext& ui) {
  const Matrix& top = state_of(ui).top;
  for (const RuleClass rule_class : {RuleClass::law, RuleClass::duty, RuleClass::ambition, RuleClass::local}) {
    const auto is_of_it = [&](const MatrixColumn& column) { return column.rule_class == rule_class; };
    if (std::none_of(top.columns.begin(), top.columns.end(), is_of_it)) continue;
    const std::string words = ui.tr(text_key(rule_class));
    // From pale to full, since one colour alone would be a step of the shares.
    sign_with_words(ui, words, {patch(ui, 1, rule_class), patch(ui, 3, rule_class), patch(ui, 5, rule_class)});
  }
  draw_shares(ui, RuleClass::law);
  hatched(ui, "matrix.hatched_unknown");
}

void draw_signs(UiContext& ui) {
  ImGui::Dummy({0, 0});
  switch (state_of(ui).top.kind) {
    case MatrixKind::rule:
      draw_classes(ui);
      if (shows_one(ui)) return draw_outcomes(ui);
      return mark_with_words(ui, Outcome::pending, ui.tr(text_key(Outcome::pending)));
    case MatrixKind::adoption:
      draw_shares(ui, RuleClass::law);
      return hatched(ui, "matrix.hatched_unknown");
    case MatrixKind::chain:
      draw_shares(ui, RuleClass::law);
      hatched(ui, "matrix.hatched_unknown");
      mark_with_words(ui, Outcome::pending, ui.tr("chain.state.pending"));
      if (!shows_one(ui)) return;
      mark_with_words(ui, Outcome::met, ui.tr("chain.state.joined"));
      return mark_with_words(ui, Outcome::gap, ui.tr("chain.state.missing"));
    case MatrixKind::area:
    case MatrixKind::form:
    case MatrixKind::partner_group:
      break;
  }
  if (!has_lens(ui)) return draw_counts(ui);
  draw_shares(ui, RuleClass::law);
  hatched(ui, "lens.not_recorded");
}

std::string_view explanation(const UiContext& ui) {
  switch (state_of(ui).top.kind) {
    case MatrixKind::rule:
      return "matrix.what_rules";
    case MatrixKind::adoption:
      return "matrix.what_adoption";
    case MatrixKind::chain:
      return "chain.what";
    case MatrixKind::partner_group:
    case MatrixKind::area:
    case MatrixKind::form:
      break;
  }
  if (has_lens(ui)) return "lens.what_matrix";
  return state_of(ui).top.kind == MatrixKind::partner_group ? "matrix.what_group" : "matrix.what";
}

bool is_narrowed(const ViewState& view) {
  return view.filter != default_filter() || !view.focus.of.empty() || !view.hidden.empty();
}

// Day, filter, and how many were asked and have answered: no figure goes without.
std::string ground_in_words(const UiContext& ui) {
  const Session& session = ui.session;
  const Texts& texts = session.texts();
  const MatrixState& state = state_of(ui);
  std::string words = date_in_words(session.network(), texts, session.view.date);
  if (is_of_agreements(state.top.kind)) {
    const std::string filter = filter_in_plain_words(session.view.filter, session.assets(), texts);
    if (!filter.empty()) words += " · " + texts.tr("caption.filter", {{"filter", filter}});
  } else {
    words += " · " + texts.tr("matrix.all_but_places");
  }
  const MatrixRow& sum = state.top.sum;
  words += " · ";
  if (sum.asked == 0) return words + texts.tr("matrix.nobody_asked", {{"all", number(ui, sum.municipalities)}});
  return words + texts.tr("matrix.asked", {{"asked", number(ui, sum.asked)},
                                           {"answered", number(ui, sum.answered)},
                                           {"all", number(ui, sum.municipalities)}});
}

// Which were left last, and why: an order by need would otherwise rank silence.
std::string unranked_in_words(const UiContext& ui) {
  const MatrixState& state = state_of(ui);
  if (state.unranked.empty()) return {};
  const Texts& texts = ui.session.texts();
  if (state.unranked.size() == state.top.rows.size()) return texts.tr("matrix.none_ranked");
  constexpr std::size_t most_names = 6;
  std::string names;
  for (std::size_t i = 0; i < std::min(most_names, state.unranked.size()); ++i) {
    names += (i == 0 ? "" : ", ") + shown_text(ui, state.unranked[i]);
  }
  if (state.unranked.size() > most_names) {
    names += " " + texts.tr("told.and_more", {{"n", number(ui, state.unranked.size() - most_names)}});
  }
  return texts.tr("matrix.left_last", {{"names", names}});
}

}  // namespace

float legend_height(const UiContext& ui) {
  const float measured = state_of(ui).legend_height;
  return (measured > 0 ? measured : 7 * ui.fonts.small->FontSize) + ui.px(10);
}

void draw_legend_of_matrix(UiContext& ui) {
  const float top = ImGui::GetCursorPosY();
  draw_signs(ui);
  const Texts& texts = ui.session.texts();
  const MatrixState& state = state_of(ui);
  if (const std::string words = unranked_in_words(ui); !words.empty()) text(ui, words);
  std::string words = ui.tr(explanation(ui));
  if (is_of_agreements(state.top.kind) && is_narrowed(ui.session.view)) words += " " + ui.tr("matrix.narrowed");
  if (const std::size_t out = state.top.left_out; out > 0) {
    words += " " + texts.plural("matrix.left_out", static_cast<long long>(out), {{"limit", number(ui, crowd_parties)}});
  }
  muted(ui, ground_in_words(ui));
  muted(ui, words);
  state_of(ui).legend_height = ImGui::GetCursorPosY() - top;
}

}  // namespace samverka::matrix
