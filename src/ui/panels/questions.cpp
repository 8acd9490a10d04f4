// The drawer Frågor: the questions that planners ask, in groups; one of them with its place and its answer, and the
// button that looks at it in the window.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/places.h"
#include "ui/panels.h"
#include "ui/panels/place_chooser.h"
#include "ui/panels/questions_answer.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float drawer_height = 300;
constexpr float least_column = 380;  // of the list of questions
constexpr std::array<std::string_view, 5> groups = {"question.group.own", "question.group.weak", "question.group.gaps",
                                                    "question.group.county", "question.group.follow"};
// Which groups stand under each other, in three columns, two or one.
constexpr std::array<std::array<int, 5>, 3> columns_of_groups = {
    std::array<int, 5>{0, 0, 0, 0, 0}, std::array<int, 5>{0, 0, 1, 0, 1}, std::array<int, 5>{0, 0, 1, 2, 2}};

QuestionsState& state_of(UiContext& ui) { return ui.state.questions; }

bool choice(UiContext& ui, std::string_view id, const std::string& label, bool is_on) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool is_chosen = ImGui::Selectable((label + "###choice").c_str(), is_on);
  ImGui::PopID();
  record(ui, label, "choice", is_on);
  return is_chosen;
}

// ---- the list ----

void draw_group(UiContext& ui, std::string_view group) {
  heading(ui, ui.tr(group));
  for (const PlannerQuestion& question : planner_questions()) {
    if (question.group != group) continue;
    if (link(ui, question.text, ui.tr(question.text))) ask_question(ui, question.number);
  }
}

void draw_list(UiContext& ui) {
  const float width = ImGui::GetContentRegionAvail().x;
  const auto columns =
      std::clamp(static_cast<std::size_t>(width / ui.px(least_column)), std::size_t{1}, columns_of_groups.size());
  ImGui::BeginChild("list", {0, 0}, false);
  if (ImGui::BeginTable("groups", static_cast<int>(columns), ImGuiTableFlags_NoSavedSettings)) {
    ImGui::TableNextRow();
    for (std::size_t column = 0; column < columns; ++column) {
      ImGui::TableSetColumnIndex(static_cast<int>(column));
      for (std::size_t i = 0; i < groups.size(); ++i) {
        if (columns_of_groups[columns - 1][i] == static_cast<int>(column)) draw_group(ui, groups[i]);
      }
    }
    ImGui::EndTable();
  }
  ImGui::EndChild();
}

// ---- what is asked besides ----

// One's own place, until another is chosen; none that the network does not have. Without one, and where the network is
// of one county, a question about a county is about that.
std::string place_of(UiContext& ui) {
  const QuestionsState& state = state_of(ui);
  const std::string place = state.place.value_or(ui.session.view.own_place);
  if (has_place(ui.session, place)) return place;
  const PlannerQuestion* question = find_question(state.number);
  return question && question->place == PlaceNeed::county ? state.only_county : std::string();
}

// The county of all municipalities; empty where there are several.
std::string only_county_of(const Network& network) {
  std::string found;
  for (const Actor& actor : network.actors) {
    if (actor.type != "municipality" || actor.county == found) continue;
    if (!found.empty()) return {};
    found = actor.county;
  }
  return found;
}

QuestionAsk ask_of(UiContext& ui, const PlannerQuestion& question) {
  const QuestionsState& state = state_of(ui);
  QuestionAsk ask;
  ask.day = ui.session.view.date;
  ask.actor = state.actor;
  if (question.takes_agreement) ask.agreement = state.agreement;
  if (!ask.actor.is_set()) ask.place = place_of(ui);
  if (question.takes_area) ask.area = state.area;
  const NormChoice& norms = ui.state.gaps.norms;
  if (!norms.file().empty()) {
    ask.rules = norms.rules();
    ask.rules_file = norms.file();
  }
  return ask;
}

std::string place_words(UiContext& ui, const PlannerQuestion& question) {
  const Network& network = ui.session.network();
  if (question.takes_agreement && state_of(ui).agreement.is_set()) {
    return shown_text(ui, network.agreement(state_of(ui).agreement).title);
  }
  if (state_of(ui).actor.is_set()) return shown_text(ui, ui.session.network().actor(state_of(ui).actor).shown_name());
  const std::string place = place_of(ui);
  return place.empty() ? ui.tr("question.everything") : shown_text(ui, place_name(ui.session, place));
}

void choose_place(UiContext& ui, const std::string& place) {
  state_of(ui).place = place;
  state_of(ui).actor = {};
  state_of(ui).agreement = {};
}

// What is selected can be asked about too: an actor, or an agreement where the question takes one. True if it is
// chosen.
bool draw_selected_choice(UiContext& ui, const PlannerQuestion& question) {
  const PickId selection = ui.session.view.selection;
  const Network& network = ui.session.network();
  QuestionsState& state = state_of(ui);
  const bool is_agreement = selection.kind == PickId::Kind::agreement && question.takes_agreement;
  if (selection.kind != PickId::Kind::actor && !is_agreement) return false;
  const std::string name =
      is_agreement ? network.agreements[selection.index].title : network.actors[selection.index].shown_name();
  const std::string words = ui.session.texts().tr("question.selected", {{"name", shown_text(ui, name)}});
  const bool is_on =
      is_agreement ? state.agreement == AgreementId(selection.index) : state.actor == ActorId(selection.index);
  if (!choice(ui, "selected", words, is_on)) return false;
  choose_place(ui, place_of(ui));
  if (is_agreement) {
    state.agreement = AgreementId(selection.index);
  } else {
    state.actor = ActorId(selection.index);
  }
  return true;
}

void draw_place_choice(UiContext& ui, const PlannerQuestion& question) {
  if (drop_button(ui, "question.place", place_words(ui, question), ui.px(220), Look::plain)) {
    ImGui::OpenPopup("question_place");
    ui.state.pages.chooser.typed.clear();
    ui.state.pages.chooser.wants_focus = true;
  }
  ImGui::SetNextWindowSize({ui.px(320), 0});
  if (!ImGui::BeginPopup("question_place")) return;
  if (draw_selected_choice(ui, question)) ImGui::CloseCurrentPopup();
  if (choice(ui, "everything", ui.tr("question.everything"), false)) choose_place(ui, {});
  std::string place = place_of(ui);
  if (draw_place_chooser(ui, ui.px(260), place)) {
    choose_place(ui, place);
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

std::string area_words(const UiContext& ui, const AreaCode& code) {
  const Area* area = ui.session.taxonomy().areas.find(code);
  return area ? code + " " + area->short_label.in(ui.session.view.language) : ui.tr("question.any_area");
}

void draw_area_choice(UiContext& ui) {
  AreaCode& chosen = state_of(ui).area;
  if (drop_button(ui, "question.area", area_words(ui, chosen), ui.px(220), Look::plain)) {
    ImGui::OpenPopup("question_area");
  }
  if (!ImGui::BeginPopup("question_area")) return;
  if (choice(ui, "any", ui.tr("question.any_area"), chosen.empty())) chosen.clear();
  for (const Area& area : ui.session.taxonomy().areas.rows()) {
    if (area.is_outside) continue;
    if (choice(ui, area.code, area_words(ui, area.code), chosen == area.code)) chosen = area.code;
  }
  ImGui::EndPopup();
}

// ---- a question ----

void draw_question_choice(UiContext& ui, const PlannerQuestion& asked) {
  const float most = std::max(ui.px(200), ImGui::GetContentRegionAvail().x - ui.px(560));
  ImGui::PushFont(ui.fonts.bold);
  const bool is_opened = drop_button(ui, "question.which", ui.tr(asked.text), most, Look::quiet);
  ImGui::PopFont();
  if (is_opened) ImGui::OpenPopup("question_which");
  if (!ImGui::BeginPopup("question_which")) return;
  for (const std::string_view group : groups) {
    heading(ui, ui.tr(group));
    for (const PlannerQuestion& question : planner_questions()) {
      if (question.group != group) continue;
      if (choice(ui, question.text, ui.tr(question.text), question.number == asked.number)) {
        ask_question(ui, question.number);
      }
    }
  }
  ImGui::EndPopup();
}

void draw_head(UiContext& ui, const PlannerQuestion& question, const QuestionAnswer* answer) {
  if (button(ui, "question.all", ui.tr("question.all"))) state_of(ui).number = 0;
  ImGui::SameLine(0, ui.px(6));
  draw_question_choice(ui, question);
  if (question.place != PlaceNeed::none) {
    flow(ui, ui.px(220), ui.px(8));
    draw_place_choice(ui, question);
  }
  if (question.takes_area) {
    flow(ui, ui.px(220), ui.px(8));
    draw_area_choice(ui);
  }
  const std::string show = ui.tr("question.show");
  flow(ui, button_width(show), ui.px(8));
  ImGui::BeginDisabled(!answer);
  if (button(ui, "question.show", show, Look::accent) && answer) show_answer(ui.session, answer->show);
  ImGui::EndDisabled();
  tooltip(ui, ui.tr("question.show_help"));
}

// What cannot be answered yet, and the places to choose among.
void draw_missing(UiContext& ui, const PlannerQuestion& question, std::string_view missing) {
  text(ui, ui.tr(missing));
  std::string place = place_of(ui);
  ImGui::BeginChild("missing", {ui.px(360), 0}, false);
  draw_selected_choice(ui, question);
  const float height = std::max(ui.px(60), ImGui::GetContentRegionAvail().y - ui.px(44));
  if (draw_place_chooser(ui, height, place)) choose_place(ui, place);
  ImGui::EndChild();
}

void draw_asked(UiContext& ui, const PlannerQuestion& question) {
  QuestionsState& state = state_of(ui);
  const QuestionAsk ask = ask_of(ui, question);
  const std::string_view missing = lacking(question, ui.session.network(), ask);
  if (missing.empty()) state.asker.ask(ui.session, question, ask);
  const QuestionAnswer* answer = missing.empty() ? state.asker.answer() : nullptr;
  draw_head(ui, question, answer);
  ImGui::Dummy({0, ui.px(2)});
  if (!missing.empty()) return draw_missing(ui, question, missing);
  answer ? draw_question_answer(ui, *answer) : muted(ui, ui.tr("question.wait"));
}

}  // namespace

void ask_question(UiContext& ui, int number) {
  ViewState& view = ui.session.view;
  view.drawer = ViewState::Drawer::questions;
  view.panels.drawer = std::max(view.panels.drawer, drawer_height);
  state_of(ui).number = number;
}

void draw_questions(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  QuestionsState& state = state_of(ui);
  if (state.document != ui.session.document_revision()) {  // an actor's number is of one network
    state.document = ui.session.document_revision();
    state.actor = {};
    state.agreement = {};
    state.only_county = only_county_of(ui.session.network());
  }
  ui.state.gaps.norms.renew(ui.session);
  const PlannerQuestion* question = find_question(state.number);
  question ? draw_asked(ui, *question) : draw_list(ui);
}

}  // namespace samverka
