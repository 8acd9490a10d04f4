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

bool shows_one(const UiContext& ui) {
  const std::vector<MatrixState::Line>& lines = state_of(ui).lines;
  return std::any_of(lines.begin(), lines.end(), [](const MatrixState::Line& line) { return line.is_one(); });
}

void draw_signs(UiContext& ui) {
  ImGui::Dummy({0, 0});
  for (const MatrixSign& sign : signs_of_matrix(paint_of(ui), shows_one(ui))) {
    sign_with_words(ui, sign.words, sign.looks);
  }
}

bool is_narrowed(const ViewState& view) {
  return view.filter != default_filter() || !view.focus.of.empty() || !view.hidden.empty();
}

std::string ground_in_words(const UiContext& ui) {
  const Session& session = ui.session;
  const Texts& texts = session.texts();
  return matrix_ground_in_words(paint_of(ui), date_in_words(session.network(), texts, session.view.date),
                                filter_in_plain_words(session.view.filter, session.assets(), texts));
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
  std::string words = ui.tr(key_of_explanation(paint_of(ui)));
  if (is_matrix_of_agreements(state.top.kind) && is_narrowed(ui.session.view)) words += " " + ui.tr("matrix.narrowed");
  if (const std::size_t out = state.top.left_out; out > 0) {
    words += " " + texts.plural("matrix.left_out", static_cast<long long>(out), {{"limit", number(ui, crowd_parties)}});
  }
  muted(ui, ground_in_words(ui));
  muted(ui, words);
  state_of(ui).legend_height = ImGui::GetCursorPosY() - top;
}

}  // namespace samverka::matrix
