// The facts of what is selected, each with where it came from; of nothing: what the file knows and what it does not.
#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/beside_parts.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

std::size_t count_not_shown(const Session& session, const std::vector<OwnAgreement>& own) {
  const std::vector<AgreementId>& shown = session.shown().part.agreements;
  return static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const OwnAgreement& a) {
    return !std::binary_search(shown.begin(), shown.end(), a.id);
  }));
}

void work_out_actor(const Session& session, InspectorState& state, ActorId actor) {
  const Network& network = session.network();
  state.agreements = agreements_of(network, session.index(), actor, session.view.date);
  state.not_shown = count_not_shown(session, state.agreements);
  state.areas = by_area(network, session.taxonomy(), state.agreements);
  Partners found = partners_of(network, session.shown().part, actor);
  state.crowded = found.crowded_agreements;
  state.partner_count = found.partners.size();
  state.partners = by_group(network, session.taxonomy(), std::move(found.partners));
}

void work_out_comparison(const Session& session, InspectorState& state) {
  constexpr std::size_t most_compared = 50;  // of more, what all share says nothing
  std::vector<ActorId> actors;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind == PickId::Kind::actor) actors.emplace_back(pick.index);
  }
  state.comparison = {};
  if (actors.size() < 2 || actors.size() > most_compared) return;
  state.comparison =
      compare(session.network(), session.index(), session.taxonomy(), session.shown().part, actors, session.view.date);
}

// Once for a selection and a scene: a partner list is linear in all that is shown.
void renew(UiContext& ui) {
  const Session& session = ui.session;
  InspectorState& state = inspector_state(ui);
  const bool is_same = state.of == session.view.selection && state.also == session.view.also_selected &&
                       state.scene == session.scene_revision();
  if (is_same) return;
  state.of = session.view.selection;
  state.also = session.view.also_selected;
  state.scene = session.scene_revision();
  if (!state.also.empty()) return work_out_comparison(session, state);
  if (state.of.kind == PickId::Kind::actor) work_out_actor(session, state, ActorId(state.of.index));
}

void draw_overview(UiContext& ui) {
  const Session& session = ui.session;
  const Census& census = session.census();
  title(ui, shown_text(ui, session.network().title.empty() ? session.network().id : session.network().title));
  muted(ui, date_in_words(session.network(), session.texts(), session.view.date));
  ImGui::Separator();
  figure(ui, ui.tr("overview.actors"), number(ui, census.actors));
  figure(ui, ui.tr("overview.agreements"),
         session.texts().tr("overview.of",
                            {{"part", number(ui, census.agreements_active)}, {"all", number(ui, census.agreements)}}));
  figure(ui, ui.tr("overview.ties"),
         session.texts().tr("overview.of", {{"part", number(ui, census.ties)}, {"all", number(ui, census.parties)}}));
  const auto municipalities = census.actors_by_type.find("municipality");
  const std::size_t all_municipalities = municipalities == census.actors_by_type.end() ? 0 : municipalities->second;
  figure(ui, ui.tr("overview.municipalities"),
         session.texts().tr("overview.of", {{"part", number(ui, census.municipalities_with_tie)},
                                            {"all", number(ui, all_municipalities)}}));
  muted(ui, ui.tr("overview.whole_file"));
  heading(ui, ui.tr("overview.not_known"));
  figure(ui, ui.tr("overview.without_agreement"), number(ui, census.actors_without_agreement));
  figure(ui, ui.tr("overview.without_end"), number(ui, census.agreements - census.agreements_with_to));
  ImGui::Dummy({0, ui.px(4)});
  muted(ui, ui.tr("overview.unknown_is_not_missing"));
  if (!session.network().milestones.empty()) heading(ui, ui.tr("overview.milestones"));
  for (const Milestone& milestone : session.network().milestones) {
    const bool is_past = milestone.date.is_set() && milestone.date.latest() < session.view.date;
    text(ui, shown_text(ui, milestone.title));
    muted(ui, to_string(milestone.date) + (is_past ? " · " + ui.tr("overview.past") : ""));
  }
  heading(ui, ui.tr("overview.next"));
  muted(ui, ui.tr("overview.hint"));
}

}  // namespace

void draw_inspector(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  renew(ui);
  const PickId selection = ui.session.view.selection;
  ImGui::PushID(static_cast<int>(selection.kind));
  ImGui::PushID(static_cast<int>(selection.index));
  if (!ui.session.view.also_selected.empty()) {
    draw_inspected_several(ui);
  } else if (draw_beside(ui)) {
    // the held actor beside the selected one
  } else if (selection.kind == PickId::Kind::actor) {
    draw_inspected_actor(ui, ActorId(selection.index));
  } else if (selection.kind == PickId::Kind::agreement) {
    draw_inspected_agreement(ui, AgreementId(selection.index));
  } else if (selection.kind == PickId::Kind::county_pair) {
    draw_county_pair(ui, selection);
  } else if (selection.kind == PickId::Kind::cluster) {
    draw_inspected_cluster(ui, selection);
  } else {
    draw_overview(ui);
  }
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace samverka
