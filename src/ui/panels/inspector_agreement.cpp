// The facts of one agreement: how long it holds, what it is about, who stands in it and how, money and duties.
#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

bool has_all_clauses(const Taxonomy& taxonomy, const std::vector<AreaCode>& areas, const AreaCode& top) {
  const auto is_among = [&](const AreaCode& code) {
    return std::find(areas.begin(), areas.end(), code) != areas.end();
  };
  const auto& rows = taxonomy.areas.rows();
  const bool has_clauses = std::any_of(rows.begin(), rows.end(), [&](const Area& a) { return a.parent == top; });
  return has_clauses &&
         std::all_of(rows.begin(), rows.end(), [&](const Area& a) { return a.parent != top || is_among(a.code); });
}

// "A4.2 Hälso- och sjukvård"; an area with all its clauses once, by its own name.
std::string areas_in_words(const UiContext& ui, const std::vector<AreaCode>& areas) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  std::vector<AreaCode> shown;
  for (const AreaCode& code : areas) {
    const Area* area = taxonomy.areas.find(code);
    const bool is_whole = area && !area->parent.empty() && has_all_clauses(taxonomy, areas, area->parent);
    const AreaCode& told = is_whole ? area->parent : code;
    if (std::find(shown.begin(), shown.end(), told) == shown.end()) shown.push_back(told);
  }
  const bool is_short = shown.size() > 3;
  std::vector<std::string> words;
  for (const AreaCode& code : shown) {
    words.push_back(
        code + " " +
        (is_short ? taxonomy.areas.short_label(code, language_of(ui)) : taxonomy.areas.label(code, language_of(ui))));
  }
  return joined(words);
}

void draw_facts(UiContext& ui, const Agreement& agreement) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  fact(ui, ui.tr("fact.status"), status_in_words(ui.session, agreement));
  if (agreement.valid) fact_in_words(ui, "fact.valid", validity_in_words(ui.session.texts(), *agreement.valid));
  fact_in_words(ui, "fact.areas", areas_in_words(ui, agreement.areas));
  fact_in_words(ui, "fact.service_areas", labels(ui, taxonomy.service_areas, agreement.service_areas));
  fact_in_words(ui, "fact.target_groups", labels(ui, taxonomy.target_groups, agreement.target_groups));
  fact_if(ui, "fact.legal_basis", joined(agreement.legal_basis));
  if (agreement.covers) fact(ui, ui.tr("fact.covers"), taxonomy.covers.label(word(*agreement.covers), language_of(ui)));
}

// Yes, no and not recorded differ in mark, word and colour.
void draw_perspective(UiContext& ui, const Term& perspective, const Agreement& agreement) {
  const Theme& theme = ui.session.theme();
  const bool is_recorded = agreement.perspectives.has_value();
  const bool is_yes = is_recorded && std::find(agreement.perspectives->begin(), agreement.perspectives->end(),
                                               perspective.code) != agreement.perspectives->end();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Vec2 centre{at.x + ui.px(6), at.y + ui.fonts.small->FontSize * 0.5F};
  if (is_recorded) {
    draw_symbol(is_yes ? Symbol::disc : Symbol::ring, centre, ui.px(4.5F), is_yes ? theme.accent : theme.muted, is_yes);
  } else {
    ImGui::GetWindowDrawList()->AddLine({centre.x - ui.px(4), centre.y}, {centre.x + ui.px(4), centre.y},
                                        colour_u32(theme.muted), ui.px(1.5F));
  }
  ImGui::SetCursorScreenPos({at.x + ui.px(18), at.y});
  const char* key = !is_recorded ? "inspector.not_recorded" : is_yes ? "inspector.yes" : "inspector.no";
  figure(ui, perspective.label.in(language_of(ui)), ui.tr(key));
}

void draw_perspectives(UiContext& ui, const Agreement& agreement) {
  const auto& rows = ui.session.taxonomy().perspectives.rows();
  if (rows.empty()) return;
  heading(ui, ui.tr("fact.perspectives"));
  for (const Term& perspective : rows) draw_perspective(ui, perspective, agreement);
}

std::string party_line(const UiContext& ui, const Agreement& agreement, const Party& party) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  std::string line = party.role.empty() ? "" : taxonomy.roles.label(party.role, language_of(ui));
  const bool is_confirmed = is_tie(agreement, party, ui.session.view.date);
  const bool is_told_above = agreement.status == AgreementStatus::unknown;
  if (is_confirmed || !is_told_above) {
    line += line.empty() ? "" : " · ";
    line += is_confirmed ? ui.tr("inspector.tie") : why_unconfirmed(ui.session, agreement, party);
  }
  if (party.from.is_set()) line += " " + to_string(party.from);
  if (!party.service.empty()) line += " · " + taxonomy.services.label(party.service, language_of(ui));
  if (!party.sub_body.empty()) line += " · " + shown_text(ui, party.sub_body);
  return line;
}

void draw_parties(UiContext& ui, const Agreement& agreement) {
  const std::size_t count = agreement.parties.size();
  heading(ui, ui.session.texts().plural("card.parties", static_cast<long long>(count)));
  if (agreement.status == AgreementStatus::unknown) muted(ui, ui.tr("inspector.validity_unknown"));
  const std::size_t rows = rows_shown(ui, "parties", count);
  for (std::size_t i = 0; i < rows; ++i) {
    const Party& party = agreement.parties[i];
    const bool clicked =
        link(ui, "parties/" + std::to_string(i), actor_name(ui.session, party.actor), party_line(ui, agreement, party));
    if (clicked && party.actor.id.is_set()) select_actor(ui, party.actor.id);
  }
  rest_of(ui, "parties", count);
}

std::string from_to(const UiContext& ui, const ActorRef& from, const ActorRef& to) {
  const std::string giver = actor_name(ui.session, from);
  const std::string taker = actor_name(ui.session, to);
  if (giver.empty() || taker.empty()) return giver + taker;
  return ui.session.texts().tr("inspector.from_to", {{"from", giver}, {"to", taker}});
}

void draw_money(UiContext& ui, const Agreement& agreement) {
  if (agreement.funding.empty()) return;
  heading(ui, ui.tr("inspector.money"));
  for (const Funding& funding : agreement.funding) {
    std::string line = funding.amount ? ui.session.texts().number(*funding.amount) + " " + funding.currency
                                      : ui.tr("inspector.amount_not_known");
    const std::string& period = funding.period;
    if (!period.empty()) line += " · " + ui.session.taxonomy().funding_periods.label(period, language_of(ui));
    if (funding.year) line += " (" + std::to_string(*funding.year) + ")";
    text(ui, line);
    muted(ui, from_to(ui, funding.from, funding.to));
  }
}

void draw_duties(UiContext& ui, const Agreement& agreement) {
  if (agreement.duties.empty()) return;
  heading(ui, ui.tr("inspector.duties"));
  for (const Duty& duty : agreement.duties) {
    if (!duty.text.empty()) text(ui, shown_text(ui, duty.text));
    std::string line = ui.session.taxonomy().duty_kinds.label(duty.kind, language_of(ui));
    const std::string parties = from_to(ui, duty.by, duty.to);
    if (!parties.empty()) line += " · " + parties;
    if (duty.due.is_set()) {
      const bool is_past = duty.due.latest() < ui.session.view.date;
      line += " · " +
              ui.session.texts().tr(is_past ? "inspector.due_past" : "inspector.due", {{"date", to_string(duty.due)}});
    }
    muted(ui, line);
  }
}

void draw_lineage(UiContext& ui, const Agreement& agreement) {
  const auto row = [&](const char* key, const AgreementRef& ref, const std::string& id) {
    if (!ref.id.is_set()) return;
    heading(ui, ui.tr(key));
    if (link(ui, id, shown_text(ui, ui.session.network().agreement(ref.id).title))) select_agreement(ui, ref.id);
  };
  row("inspector.under", agreement.under, "under");
  for (std::size_t i = 0; i < agreement.supersedes.size(); ++i) {
    row("inspector.supersedes", agreement.supersedes[i], "supersedes" + std::to_string(i));
  }
  if (!agreement.founds.id.is_set()) return;
  heading(ui, ui.tr("inspector.founds"));
  if (link(ui, "founds", actor_name(ui.session, agreement.founds))) select_actor(ui, agreement.founds.id);
}

}  // namespace

void draw_inspected_agreement(UiContext& ui, AgreementId id) {
  const Agreement& agreement = ui.session.network().agreement(id);
  title(ui, shown_text(ui, agreement.title));
  muted(ui, ui.session.taxonomy().forms.label(agreement.form, language_of(ui)));
  draw_edit_button(ui);
  ImGui::Separator();
  draw_facts(ui, agreement);
  if (!agreement.note.empty()) muted(ui, shown_text(ui, agreement.note));
  draw_notes_of_selected(ui);
  draw_perspectives(ui, agreement);
  draw_parties(ui, agreement);
  draw_lineage(ui, agreement);
  draw_money(ui, agreement);
  draw_duties(ui, agreement);
  draw_provenance(ui, agreement.provenance);
}

}  // namespace samverka
