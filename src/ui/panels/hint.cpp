// The first start: three things to try, one at a time, in a corner of the picture.
#include <imgui.h>

#include <algorithm>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Hint = ViewState::Hint;

struct Step {
  Hint hint, next;
  const char* title;
  const char* words;
  bool (*is_done)(const Session&);
};

bool has_place(const Session& session) { return !session.view.own_place.empty(); }
bool has_area(const Session& session) {
  const FilterClause* area = session.view.filter.find("area");
  return area && !area->negated;
}
bool has_actor(const Session& session) { return session.view.selection.kind == PickId::Kind::actor; }

constexpr Step steps[] = {
    {Hint::place, Hint::area, "hint.place", "hint.place.words", has_place},
    {Hint::area, Hint::actor, "hint.area", "hint.area.words", has_area},
    {Hint::actor, Hint::seen, "hint.actor", "hint.actor.words", has_actor},
};

const Step* step_of(Hint hint) {
  const auto found = std::find_if(std::begin(steps), std::end(steps), [hint](const Step& s) { return s.hint == hint; });
  return found == std::end(steps) ? nullptr : found;
}

void draw_step(UiContext& ui, const Step& step) {
  ViewState& view = ui.session.view;
  const auto number = static_cast<long long>(&step - steps) + 1;
  muted(ui, ui.session.texts().tr("hint.step", {{"n", std::to_string(number)}, {"all", "3"}}));
  ImGui::PushFont(ui.fonts.bold);
  text(ui, ui.tr(step.title));
  ImGui::PopFont();
  muted(ui, ui.tr(step.words));
  ImGui::Dummy({0, ui.px(2)});
  if (step.hint == Hint::place) {
    if (button(ui, "hint.choose", ui.tr("hint.place.do"), Look::accent)) view.dialog = ViewState::Dialog::place;
    ImGui::SameLine();
  }
  if (button(ui, "hint.next", ui.tr(step.next == Hint::seen ? "hint.done" : "hint.next"))) view.hint = step.next;
  if (step.next == Hint::seen) return;
  ImGui::SameLine();
  if (button(ui, "hint.close", ui.tr("hint.close"), Look::quiet)) view.hint = Hint::seen;
}

}  // namespace

void draw_hint(UiContext& ui, const Rect& over) {
  ViewState& view = ui.session.view;
  const Step* step = step_of(view.hint);
  if (!step || !ui.session.has_document()) return;
  if (step->is_done(ui.session)) {
    view.hint = step->next;
    return;
  }
  const Vec2 size{ui.px(300), ui.px(150)};
  if (over.width() < size.x + ui.px(40) || over.height() < size.y + ui.px(40)) return;
  const float edge = ui.px(16);
  ImGui::SetCursorScreenPos({over.min.x + edge, over.max.y - size.y - edge - ui.px(26)});
  ImGui::PushStyleColor(ImGuiCol_Border, colour_u32(ui.session.theme().accent));
  ImGui::BeginChild("hint", {size.x, size.y}, true,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
  draw_step(ui, *step);
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

}  // namespace samverka
