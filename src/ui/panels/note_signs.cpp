// Where in the picture somebody has written a note. It stands over the picture and is no part of it: what is exported
// has no notes.
#include <imgui.h>

#include <set>
#include <utility>

#include "ui/panels/filter_panel.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Noted = std::set<std::pair<PickId::Kind, std::uint32_t>>;

Noted noted_picks(const Session& session) {
  Noted noted;
  for (const PlannerNote& note : session.document().notes) {
    if (const ActorId actor = session.index().actor(note.about); actor.is_set()) {
      noted.insert({PickId::Kind::actor, actor.value});
    }
    if (const AgreementId agreement = session.index().agreement(note.about); agreement.is_set()) {
      noted.insert({PickId::Kind::agreement, agreement.value});
    }
  }
  return noted;
}

}  // namespace

void draw_note_sign(const UiContext& ui, Vec2 centre) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float w = ui.px(4), h = ui.px(5), fold = ui.px(3);
  const ImVec2 sheet[] = {{centre.x - w, centre.y - h},
                          {centre.x + w - fold, centre.y - h},
                          {centre.x + w, centre.y - h + fold},
                          {centre.x + w, centre.y + h},
                          {centre.x - w, centre.y + h}};
  list.AddConvexPolyFilled(sheet, 5, colour_u32(theme.panel));
  list.AddPolyline(sheet, 5, colour_u32(theme.accent), ImDrawFlags_Closed, ui.px(1.4F));
  for (const float y : {-ui.px(1), ui.px(2)}) {
    list.AddLine({centre.x - w + ui.px(2), centre.y + y}, {centre.x + w - ui.px(2), centre.y + y},
                 colour_u32(theme.accent), ui.px(1));
  }
}

void draw_note_signs(UiContext& ui, const Rect& area) {
  if (ui.session.document().notes.empty()) return;
  const Noted noted = noted_picks(ui.session);
  const Camera& camera = ui.session.view.camera();
  for (const Mark& mark : ui.session.scene().marks) {
    if (!noted.contains({mark.pick.kind, mark.pick.index})) continue;
    const float away = mark.radius_px * camera.mark_scale * 0.7F + ui.px(5);
    const Vec2 at = area.min + camera.screen_from_world(mark.centre) + Vec2{away, -away};
    if (area.contains(at)) draw_note_sign(ui, at);
  }
}

void draw_note_legend(UiContext& ui) {
  const auto& notes = ui.session.document().notes;
  if (notes.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string count = ui.session.texts().number(static_cast<long long>(notes.size()));
  const bool is_open = ui.session.view.drawer == ViewState::Drawer::notes;
  const bool clicked =
      panel_row(ui, {"notes", ui.tr("deep_notes.legend"), count, ui.tr("deep_notes.legend_help"), true, false});
  draw_note_sign(ui, {at.x + ui.px(8), at.y + panel_row_height(ui) * 0.5F});
  if (clicked && !is_open) run_action(ui.session, "view.notes");
}

}  // namespace samverka
