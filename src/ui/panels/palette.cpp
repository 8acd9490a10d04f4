// The palette: everything that can be done or asked, found by its words in either language, and below it what the
// search finds.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "analysis/text_index.h"
#include "ui/panels.h"
#include "ui/panels/finding.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float palette_width = 600;
constexpr float action_height = 30;
constexpr std::size_t hits_of_each = 4;
constexpr std::size_t all_of_them = 1000;

std::uint32_t recency(const FindingState& state, const Action& action) {
  const auto found = std::find(state.recent_actions.begin(), state.recent_actions.end(), action.id);
  return static_cast<std::uint32_t>(state.recent_actions.end() - found);
}

std::string words_of(const Action& action, const Texts& texts) {
  const auto subject =
      std::find_if(subjects().begin(), subjects().end(), [&](const Subject& s) { return s.id == subject_of(action); });
  return texts.tr(action.text) + " " + (subject == subjects().end() ? "" : texts.tr(subject->text));
}

// In the order of the table, but the last used ones first.
std::vector<const Action*> all_actions(const FindingState& state) {
  std::vector<const Action*> all;
  for (const Action& action : actions()) {
    if (action.id != "help.palette") all.push_back(&action);  // it is open
  }
  std::stable_sort(all.begin(), all.end(),
                   [&](const Action* a, const Action* b) { return recency(state, *a) > recency(state, *b); });
  return all;
}

std::vector<const Action*> matching_actions(const UiContext& ui, std::string_view typed) {
  const std::vector<const Action*> all = all_actions(ui.state.finding);
  if (typed.empty()) return all;
  const Assets& assets = ui.session.assets();
  std::vector<IndexedThing> things;
  for (const Action* action : all) {
    const std::uint32_t size = recency(ui.state.finding, *action);
    const std::string& other = ui.session.view.language == "en" ? "sv" : "en";
    things.push_back(
        {0,
         size,
         ui.tr(action->text),
         {{0, true, words_of(*action, ui.session.texts())}, {0, true, words_of(*action, assets.texts(other))}}});
  }
  std::vector<const Action*> found;
  const auto groups = TextIndex(things, 1).find(typed, all_of_them);
  for (const TextHit& hit : groups.front().hits) found.push_back(all[hit.thing]);
  return found;
}

std::vector<const PlannerQuestion*> matching_questions(const UiContext& ui, std::string_view typed) {
  std::vector<const PlannerQuestion*> found;
  if (!ui.session.has_document()) return found;
  const Assets& assets = ui.session.assets();
  std::vector<IndexedThing> things;
  for (const PlannerQuestion& question : planner_questions()) {
    if (typed.empty()) found.push_back(&question);
    IndexedThing thing{0, 0, ui.tr(question.text), {}};
    for (const Texts* texts : {&assets.sv, &assets.en}) {
      thing.texts.push_back({0, true, texts->tr(question.text) + " " + texts->tr("question.word")});
    }
    things.push_back(std::move(thing));
  }
  if (typed.empty()) return found;
  const auto groups = TextIndex(things, 1).find(typed, all_of_them);
  for (const TextHit& hit : groups.front().hits) found.push_back(&planner_questions()[hit.thing]);
  return found;
}

void answer(UiContext& ui) {
  FindingState& state = ui.state.finding;
  PickList& list = state.palette;
  state.searcher.renew(ui.session);
  const bool is_fresh = !list.is_stale && list.answered == list.typed && list.revision == state.searcher.revision();
  if (is_fresh) return;
  list.is_stale = false;
  list.answered = list.typed;
  list.revision = state.searcher.revision();
  list.row = 0;
  state.palette_actions = matching_actions(ui, list.typed);
  state.palette_questions = matching_questions(ui, list.typed);
  state.palette_found = state.searcher.find(list.typed, hits_of_each);
  list.rows = state.palette_actions.size() + state.palette_questions.size() + state.palette_found.hits.size();
}

std::string keys_of(const Action& action) {
  std::string keys;
  for (const Chord chord : chords_of(action)) keys += (keys.empty() ? "" : "   ") + chord_text(chord);
  return keys;
}

void draw_words(ImFont& font, Vec2 at, Rgba colour, const std::string& words) {
  ImGui::GetWindowDrawList()->AddText(&font, font.FontSize, {at.x, at.y}, colour_u32(colour), words.c_str());
}

// Its words at the left, its keys at the right; what cannot be done now is grey. True if it was chosen.
bool draw_action(UiContext& ui, PickList& list, std::size_t row, const Action& action) {
  const Theme& theme = ui.session.theme();
  const bool is_enabled = action.is_enabled(ui.session);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string words = ui.tr(action.text);
  const bool clicked = list_row(ui, list, row, words, ui.px(action_height));
  const Vec2 at{corner.x + ui.px(8), corner.y + ui.px(6)};
  draw_words(*ui.fonts.body, at, is_enabled ? theme.text : theme.muted, words);
  const std::string keys = keys_of(action);
  ImFont& small = *ui.fonts.small;
  const float keys_width = small.CalcTextSizeA(small.FontSize, 1e9F, 0, keys.c_str()).x;
  draw_words(small, {corner.x + width - keys_width - ui.px(8), at.y + ui.px(2)}, theme.muted, keys);
  return clicked || (list.wants_choice && list.row == row);
}

// A question, with the word for one at the right. True if it was chosen.
bool draw_question(UiContext& ui, PickList& list, std::size_t row, const PlannerQuestion& question) {
  const Theme& theme = ui.session.theme();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string words = ui.tr(question.text), kind = ui.tr("question.word");
  const bool clicked = list_row(ui, list, row, words, ui.px(action_height));
  ImFont& small = *ui.fonts.small;
  const float kind_width = small.CalcTextSizeA(small.FontSize, 1e9F, 0, kind.c_str()).x;
  const Vec2 at{corner.x + ui.px(8), corner.y + ui.px(6)};
  draw_words(*ui.fonts.body, at, theme.text, fitting(words, width - kind_width - ui.px(30)));
  draw_words(small, {corner.x + width - kind_width - ui.px(8), at.y + ui.px(2)}, theme.muted, kind);
  return clicked || (list.wants_choice && list.row == row);
}

void draw_field(UiContext& ui) {
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  ImGui::SetNextItemWidth(-1);
  const auto keep_up_and_down = [](ImGuiInputTextCallbackData*) { return 0; };
  ImGui::InputTextWithHint("###typed", ui.tr("palette.hint").c_str(), &ui.state.finding.palette.typed,
                           ImGuiInputTextFlags_CallbackHistory, keep_up_and_down);
  record(ui, ui.tr("palette.hint"), "input");
}

void close(UiContext& ui) {
  ui.session.view.dialog = ViewState::Dialog::none;
  ImGui::CloseCurrentPopup();
}

void draw_rows(UiContext& ui) {
  FindingState& state = ui.state.finding;
  PickList& list = state.palette;
  const Action* chosen = nullptr;
  for (std::size_t i = 0; i < state.palette_actions.size(); ++i) {
    if (draw_action(ui, list, i, *state.palette_actions[i])) chosen = state.palette_actions[i];
  }
  const PlannerQuestion* asked = nullptr;
  for (std::size_t i = 0; i < state.palette_questions.size(); ++i) {
    if (draw_question(ui, list, state.palette_actions.size() + i, *state.palette_questions[i])) {
      asked = state.palette_questions[i];
    }
  }
  const HitChoice choice =
      draw_hits(ui, list, state.palette_found, state.palette_actions.size() + state.palette_questions.size());
  if (list.rows == 0) muted(ui, ui.tr("search.nothing"));
  list.wants_choice = list.wants_to_show = false;
  // Closed first: what is chosen may open another dialog.
  if (chosen && chosen->is_enabled(ui.session)) {
    close(ui);
    use_action(ui, *chosen);
  } else if (asked) {
    close(ui);
    ask_question(ui, asked->number);
  } else if (choice.hit) {
    close(ui);
    take_choice(ui, choice);
  }
}

}  // namespace

void draw_palette(UiContext& ui) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen("###palette")) {
    ImGui::OpenPopup("###palette");
    ui.state.finding.palette = {};
  }
  const float width = std::min(ui.px(palette_width), display.x - ui.px(20));
  ImGui::SetNextWindowPos({display.x * 0.5F, display.y * 0.12F}, ImGuiCond_Always, {0.5F, 0});
  ImGui::SetNextWindowSize({width, 0});
  const auto flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove;
  if (!ImGui::BeginPopupModal("###palette", nullptr, flags)) return;
  draw_field(ui);
  answer(ui);
  move_in_list(ui.state.finding.palette);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  float& height = ui.state.finding.palette_height;
  const float most = std::min(ui.px(430), display.y * 0.6F);
  ImGui::BeginChild("rows", {0, std::clamp(height, ui.px(action_height), most)}, false, ImGuiWindowFlags_NoNav);
  const float top = ImGui::GetCursorPosY();
  draw_rows(ui);
  height = ImGui::GetCursorPosY() - top + ui.px(2);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  muted(ui, ui.tr("palette.keys"));
  ImGui::EndPopup();
}

bool take_palette_key(UiContext& ui, Chord chord) {
  return ui.session.view.dialog == ViewState::Dialog::palette && take_list_key(ui.state.finding.palette, chord);
}

}  // namespace samverka
