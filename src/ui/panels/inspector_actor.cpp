// The facts of one actor: what it is, its agreements by area, whom it works with by type, where it belongs.
#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/panels/beside_parts.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void draw_facts(UiContext& ui, const Actor& actor) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  if (actor.population) fact(ui, ui.tr("fact.population"), ui.session.texts().number(*actor.population));
  const std::string& group = actor.municipality_group;
  fact_if(ui, "fact.group", group.empty() ? "" : taxonomy.municipality_groups.label(group, language_of(ui)));
  if (actor.ids) {
    fact_if(ui, "fact.municipality_code", actor.ids->municipality_code);
    fact_if(ui, "fact.county_code", actor.ids->county_code);
    fact_if(ui, "fact.school_unit_code", actor.ids->school_unit_code);
    fact_if(ui, "fact.org_number", actor.ids->org_number);
  }
  fact_if(ui, "fact.ownership",
          actor.ownership.empty() ? "" : taxonomy.ownerships.label(actor.ownership, language_of(ui)));
  fact_in_words(ui, "fact.functions", labels(ui, taxonomy.functions, actor.functions));
  fact_if(ui, "fact.flags", labels(ui, taxonomy.flags, actor.flags));
  if (actor.valid) fact_in_words(ui, "fact.exists", validity_in_words(ui.session.texts(), *actor.valid));
  fact_if(ui, "fact.web", actor.web);
}

// "3 bekräftade av 7": what is firm comes first.
std::string confirmed_of(const UiContext& ui, std::size_t confirmed, std::size_t all) {
  if (confirmed == all) return number(ui, all);
  return ui.session.texts().tr("inspector.confirmed_of", {{"n", number(ui, confirmed)}, {"all", number(ui, all)}});
}

void draw_area(UiContext& ui, const AreaAgreements& area, bool begins_open) {
  const InspectorState& state = inspector_state(ui);
  const Taxonomy& taxonomy = ui.session.taxonomy();
  const std::string id = "area/" + area.area;
  const std::string words = area.area + " " + taxonomy.areas.short_label(area.area, language_of(ui));
  if (!section(ui, {id, words, confirmed_of(ui, area.confirmed, area.rows.size()), begins_open})) return;
  const std::size_t rows = rows_shown(ui, id, area.rows.size());
  for (std::size_t i = 0; i < rows; ++i) {
    draw_agreement_row(ui, id + "/" + std::to_string(i), state.agreements[area.rows[i]]);
  }
  rest_of(ui, id, area.rows.size());
  ImGui::Dummy({0, ui.px(2)});
}

void draw_agreements(UiContext& ui) {
  constexpr std::size_t few = 8;  // all areas of so few agreements are open from the beginning
  const InspectorState& state = inspector_state(ui);
  const Texts& texts = ui.session.texts();
  heading(ui, texts.plural("inspector.agreements", static_cast<long long>(state.agreements.size())));
  if (state.agreements.empty()) return muted(ui, ui.tr("inspector.no_agreement"));
  if (state.not_shown > 0) {
    muted(ui, texts.plural("inspector.not_shown", static_cast<long long>(state.not_shown)));
  }
  for (std::size_t i = 0; i < state.areas.size(); ++i) {
    draw_area(ui, state.areas[i], state.agreements.size() <= few || i == 0);
  }
}

void draw_partner_group(UiContext& ui, const GroupedPartners& found, bool begins_open) {
  const std::string id = "partners/" + found.group->code;
  const std::string words = found.group->label.in(language_of(ui));
  if (!section(ui, {id, words, number(ui, found.partners.size()), begins_open, found.group})) return;
  const std::size_t rows = rows_shown(ui, id, found.partners.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const Partner& partner = found.partners[i];
    std::string line = ui.session.texts().plural("inspector.shared", static_cast<long long>(partner.agreements.size()));
    if (!partner.is_confirmed) line += " · " + ui.tr("inspector.not_confirmed");
    const Actor& other = ui.session.network().actor(partner.actor);
    if (link(ui, id + "/" + std::to_string(i), shown_text(ui, other.name), line)) select_actor(ui, partner.actor);
  }
  rest_of(ui, id, found.partners.size());
  ImGui::Dummy({0, ui.px(2)});
}

void draw_partners(UiContext& ui) {
  constexpr std::size_t few = 10;
  const InspectorState& state = inspector_state(ui);
  const Texts& texts = ui.session.texts();
  if (state.partner_count > 0) {
    heading(ui, texts.plural("inspector.partners", static_cast<long long>(state.partner_count)));
  }
  for (const GroupedPartners& group : state.partners) draw_partner_group(ui, group, state.partner_count <= few);
  if (state.crowded == 0) return;
  muted(ui, texts.plural("inspector.crowded", static_cast<long long>(state.crowded),
                         {{"limit", number(ui, crowd_parties)}}));
}

// Actors that belong to this one in some way, as rows that lead to them.
void draw_actors(UiContext& ui, const std::string& id, const std::string& words, std::vector<ActorId> actors) {
  if (actors.empty()) return;
  ImGui::Dummy({0, ui.px(3)});
  if (!section(ui, {id, words, number(ui, actors.size()), false})) return;
  const std::size_t rows = rows_shown(ui, id, actors.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const Actor& actor = ui.session.network().actor(actors[i]);
    const std::string kind = ui.session.taxonomy().actor_types.label(actor.type, language_of(ui));
    if (link(ui, id + "/" + std::to_string(i), shown_text(ui, actor.name), kind)) select_actor(ui, actors[i]);
  }
  rest_of(ui, id, actors.size());
}

std::vector<ActorId> known(const std::vector<ActorRef>& refs) {
  std::vector<ActorId> ids;
  for (const ActorRef& ref : refs) {
    if (ref.id.is_set()) ids.push_back(ref.id);
  }
  return ids;
}

std::vector<ActorId> served(const UiContext& ui, const Actor& actor) {
  std::vector<ActorId> ids;
  for (const std::string& code : actor.serves) {
    if (const ActorId id = ui.session.index().municipality(code); id.is_set()) ids.push_back(id);
  }
  return ids;
}

void draw_belonging(UiContext& ui, ActorId id, const Actor& actor) {
  const NetworkIndex& index = ui.session.index();
  if (actor.parent.id.is_set()) {
    heading(ui, ui.tr("inspector.parent"));
    if (link(ui, "parent", actor_name(ui.session, actor.parent))) select_actor(ui, actor.parent.id);
  }
  const auto list = [](std::span<const ActorId> ids) { return std::vector<ActorId>(ids.begin(), ids.end()); };
  draw_actors(ui, "members", ui.tr("inspector.members"), known(actor.members));
  draw_actors(ui, "member_in", ui.tr("inspector.member_in"), list(index.member_in(id)));
  draw_actors(ui, "serves", ui.tr("inspector.serves"), served(ui, actor));
  draw_actors(ui, "units", ui.tr("inspector.units"), list(index.children_of(id)));
  for (const Fold& fold : ui.session.shown().folding.folds) {
    if (fold.host == id) draw_actors(ui, "folded", ui.tr("inspector.folded"), fold.units);
  }
}

}  // namespace

void draw_inspected_actor(UiContext& ui, ActorId id) {
  const Actor& actor = ui.session.network().actor(id);
  title(ui, shown_text(ui, actor.name));
  muted(ui, kind_and_place(ui.session, actor));
  draw_edit_button(ui);
  ImGui::SameLine(0, ui.px(4));
  draw_pin_button(ui);
  ImGui::Separator();
  draw_facts(ui, actor);
  if (!actor.note.empty()) muted(ui, shown_text(ui, actor.note));
  draw_notes_of_selected(ui);
  draw_agreements(ui);
  draw_partners(ui);
  draw_advice(ui, id);
  if (actor.type == "municipality") draw_chains(ui, id);
  draw_belonging(ui, id, actor);
  draw_provenance(ui, actor.provenance);
}

}  // namespace samverka
