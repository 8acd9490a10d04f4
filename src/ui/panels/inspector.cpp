// The facts of what is selected, each with where it came from.
#include <imgui.h>

#include <algorithm>
#include <map>

#include "analysis/partners.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t first_rows = 60;  // of a long list; the rest are counted

std::string language(const UiContext& ui) { return ui.session.texts().language(); }

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

void fact_if(UiContext& ui, std::string_view key, const std::string& value) {
  if (!value.empty()) fact(ui, ui.tr(key), shown_text(ui, value));
}

// Words of our own, which are never cut.
void fact_in_words(UiContext& ui, std::string_view key, const std::string& value) {
  if (!value.empty()) fact(ui, ui.tr(key), value);
}

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
  std::string words;
  for (const AreaCode& code : shown) {
    const bool is_short = shown.size() > 3;
    words += (words.empty() ? "" : ", ") + code + " " +
             (is_short ? taxonomy.areas.short_label(code, ui.session.texts().language())
                       : taxonomy.areas.label(code, ui.session.texts().language()));
  }
  return words;
}

template <class T>
std::string labels(const UiContext& ui, const Terms<T>& terms, const std::vector<std::string>& codes) {
  std::string words;
  for (const std::string& code : codes) words += (words.empty() ? "" : ", ") + terms.label(code, language(ui));
  return words;
}

void rest_of(UiContext& ui, std::size_t count) {
  if (count > first_rows) muted(ui, ui.session.texts().tr("inspector.more", {{"n", number(ui, count - first_rows)}}));
}

void select_actor(UiContext& ui, ActorId actor) { ui.session.view.selection = {PickId::Kind::actor, actor.value}; }

// ---- where it came from ----

void draw_source(UiContext& ui, const Source& source) {
  text(ui, shown_text(ui, source.title.empty() ? source.key : source.title));
  if (!source.url.empty()) muted(ui, shown_text(ui, source.url));
}

void draw_provenance(UiContext& ui, const std::optional<Provenance>& provenance) {
  heading(ui, ui.tr("inspector.sources"));
  if (!provenance || provenance->source.empty()) return muted(ui, ui.tr("inspector.no_source"));
  for (const SourceRef& ref : provenance->source) {
    if (ref.id.is_set()) draw_source(ui, ui.session.network().sources[ref.id.value]);
  }
  std::string how = ui.session.taxonomy().methods.label(provenance->method, language(ui));
  if (provenance->recorded.is_set()) {
    how += " · " + ui.session.texts().tr("inspector.recorded", {{"date", to_string(provenance->recorded)}});
  }
  if (provenance->confidence) {
    how += " · " + ui.session.texts().tr("inspector.confidence",
                                         {{"value", ui.session.texts().decimal(*provenance->confidence, 2)}});
  }
  muted(ui, how);
}

// ---- an actor ----

void draw_actor_facts(UiContext& ui, const Actor& actor) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  if (actor.population) fact(ui, ui.tr("fact.population"), ui.session.texts().number(*actor.population));
  fact_if(ui, "fact.group",
          actor.municipality_group.empty()
              ? ""
              : taxonomy.municipality_groups.label(actor.municipality_group, language(ui)));
  if (actor.ids) {
    fact_if(ui, "fact.municipality_code", actor.ids->municipality_code);
    fact_if(ui, "fact.school_unit_code", actor.ids->school_unit_code);
    fact_if(ui, "fact.org_number", actor.ids->org_number);
  }
  fact_if(ui, "fact.ownership",
          actor.ownership.empty() ? "" : taxonomy.ownerships.label(actor.ownership, language(ui)));
  fact_in_words(ui, "fact.functions", labels(ui, taxonomy.functions, actor.functions));
  fact_if(ui, "fact.flags", labels(ui, taxonomy.flags, actor.flags));
  fact_if(ui, "fact.web", actor.web);
}

void draw_actor_links(UiContext& ui, const Actor& actor) {
  if (actor.parent.id.is_set()) {
    heading(ui, ui.tr("inspector.parent"));
    if (link(ui, "parent", actor_name(ui.session, actor.parent))) select_actor(ui, actor.parent.id);
  }
  if (actor.members.empty()) return;
  heading(ui, ui.session.texts().plural("inspector.members", static_cast<long long>(actor.members.size())));
  for (std::size_t i = 0; i < std::min(actor.members.size(), first_rows); ++i) {
    const bool clicked = link(ui, "member" + std::to_string(i), actor_name(ui.session, actor.members[i]));
    if (clicked && actor.members[i].id.is_set()) select_actor(ui, actor.members[i].id);
  }
  rest_of(ui, actor.members.size());
}

// An actor's part in one agreement, in all its roles.
struct OwnAgreement {
  AgreementId id;
  std::vector<const Party*> parties;
  bool is_confirmed = false;
};

// Confirmed ones first, then those whose validity is known, then in the file's order: what holds now is read first.
std::vector<OwnAgreement> agreements_of(const Session& session, ActorId actor) {
  std::vector<OwnAgreement> found;
  for (const PartyPlace& place : session.index().parties_of(actor)) {
    const Agreement& agreement = session.network().agreement(place.agreement);
    if (found.empty() || found.back().id != place.agreement) found.push_back({place.agreement, {}, false});
    const Party& party = agreement.parties[place.party];
    found.back().parties.push_back(&party);
    found.back().is_confirmed |= is_tie(agreement, party, session.view.date);
  }
  const auto rank = [&](const OwnAgreement& own) {
    if (own.is_confirmed) return 0;
    return session.network().agreement(own.id).status == AgreementStatus::unknown ? 2 : 1;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const OwnAgreement& a, const OwnAgreement& b) { return rank(a) < rank(b); });
  return found;
}

std::string agreement_line(const UiContext& ui, const OwnAgreement& own) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  const Agreement& agreement = ui.session.network().agreement(own.id);
  std::string line = taxonomy.forms.short_label(agreement.form, language(ui));
  std::string roles;
  for (const Party* party : own.parties) {
    if (party->role.empty()) continue;
    const std::string role = taxonomy.roles.label(party->role, language(ui));
    if (roles.find(role) == std::string::npos) roles += (roles.empty() ? "" : ", ") + role;
  }
  if (!roles.empty()) line += " · " + roles;
  return line + " · " +
         (own.is_confirmed ? ui.tr("inspector.tie") : why_unconfirmed(ui.session, agreement, *own.parties.front()));
}

// How many of these the picture leaves out: outside the filter, or not standing on the day.
std::size_t count_not_shown(const Session& session, const std::vector<OwnAgreement>& own) {
  const std::vector<AgreementId>& shown = session.shown().part.agreements;
  return static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const OwnAgreement& a) {
    return !std::binary_search(shown.begin(), shown.end(), a.id);
  }));
}

void draw_agreements_of(UiContext& ui, ActorId actor) {
  const std::vector<OwnAgreement> own = agreements_of(ui.session, actor);
  const Texts& texts = ui.session.texts();
  heading(ui, texts.plural("inspector.agreements", static_cast<long long>(own.size())));
  if (own.empty()) return muted(ui, ui.tr("inspector.no_agreement"));
  if (const std::size_t out = count_not_shown(ui.session, own); out > 0) {
    muted(ui, texts.plural("inspector.not_shown", static_cast<long long>(out)));
  }
  for (std::size_t i = 0; i < std::min(own.size(), first_rows); ++i) {
    const Agreement& agreement = ui.session.network().agreement(own[i].id);
    const bool clicked = link(ui, "a" + std::to_string(i), shown_text(ui, agreement.title), agreement_line(ui, own[i]));
    if (clicked) ui.session.view.selection = {PickId::Kind::agreement, own[i].id.value};
  }
  rest_of(ui, own.size());
}

void draw_partners(UiContext& ui, ActorId actor) {
  const Partners found = partners_of(ui.session.network(), ui.session.shown().part, actor);
  if (found.partners.empty()) return;
  heading(ui, ui.session.texts().plural("inspector.partners", static_cast<long long>(found.partners.size())));
  for (std::size_t i = 0; i < std::min(found.partners.size(), first_rows); ++i) {
    const Partner& partner = found.partners[i];
    std::string line = ui.session.texts().plural("inspector.shared", static_cast<long long>(partner.agreements.size()));
    if (!partner.is_confirmed) line += " · " + ui.tr("inspector.not_confirmed");
    const Actor& other = ui.session.network().actor(partner.actor);
    if (link(ui, "p" + std::to_string(i), shown_text(ui, other.name), line)) select_actor(ui, partner.actor);
  }
  rest_of(ui, found.partners.size());
  if (found.crowded_agreements > 0) {
    muted(ui, ui.session.texts().plural("inspector.crowded", static_cast<long long>(found.crowded_agreements),
                                        {{"limit", number(ui, crowd_parties)}}));
  }
}

void draw_units(UiContext& ui, ActorId actor) {
  for (const Fold& fold : ui.session.shown().folding.folds) {
    if (fold.host != actor) continue;
    heading(ui, ui.session.texts().plural("card.folded", static_cast<long long>(fold.units.size())));
    for (std::size_t i = 0; i < std::min(fold.units.size(), first_rows); ++i) {
      const Actor& unit = ui.session.network().actor(fold.units[i]);
      const std::string kind = ui.session.taxonomy().actor_types.label(unit.type, language(ui));
      if (link(ui, "u" + std::to_string(i), shown_text(ui, unit.name), kind)) select_actor(ui, fold.units[i]);
    }
    rest_of(ui, fold.units.size());
  }
}

void draw_actor(UiContext& ui, ActorId id) {
  const Actor& actor = ui.session.network().actor(id);
  title(ui, shown_text(ui, actor.name));
  muted(ui, kind_and_place(ui.session, actor));
  ImGui::Separator();
  draw_actor_facts(ui, actor);
  if (!actor.note.empty()) muted(ui, shown_text(ui, actor.note));
  draw_agreements_of(ui, id);
  draw_partners(ui, id);
  draw_actor_links(ui, actor);
  draw_units(ui, id);
  draw_provenance(ui, actor.provenance);
}

// ---- an agreement ----

std::string perspectives_in_words(const UiContext& ui, const Agreement& agreement) {
  if (!agreement.perspectives) return ui.tr("inspector.perspectives_not_recorded");
  if (agreement.perspectives->empty()) return ui.tr("inspector.perspectives_none");
  return labels(ui, ui.session.taxonomy().perspectives, *agreement.perspectives);
}

void draw_agreement_facts(UiContext& ui, const Agreement& agreement) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  fact(ui, ui.tr("fact.status"), status_in_words(ui.session, agreement));
  if (agreement.valid) fact_in_words(ui, "fact.valid", validity_in_words(ui.session.texts(), *agreement.valid));
  fact_in_words(ui, "fact.areas", areas_in_words(ui, agreement.areas));
  fact_in_words(ui, "fact.service_areas", labels(ui, taxonomy.service_areas, agreement.service_areas));
  fact_in_words(ui, "fact.target_groups", labels(ui, taxonomy.target_groups, agreement.target_groups));
  fact(ui, ui.tr("fact.perspectives"), perspectives_in_words(ui, agreement));
  std::string basis;
  for (const std::string& law : agreement.legal_basis) basis += (basis.empty() ? "" : ", ") + law;
  fact_if(ui, "fact.legal_basis", basis);
}

std::string party_line(const UiContext& ui, const Agreement& agreement, const Party& party) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  std::string line = party.role.empty() ? "" : taxonomy.roles.label(party.role, language(ui));
  const auto separate = [&line] { line += line.empty() ? "" : " · "; };
  const bool is_confirmed = is_tie(agreement, party, ui.session.view.date);
  const bool is_told_above = agreement.status == AgreementStatus::unknown;
  if (is_confirmed || !is_told_above) {
    separate();
    line += is_confirmed ? ui.tr("inspector.tie") : why_unconfirmed(ui.session, agreement, party);
  }
  if (party.from.is_set()) line += " " + to_string(party.from);
  if (!party.service.empty()) line += " · " + taxonomy.services.label(party.service, language(ui));
  if (!party.sub_body.empty()) line += " · " + shown_text(ui, party.sub_body);
  return line;
}

void draw_parties(UiContext& ui, const Agreement& agreement) {
  heading(ui, ui.session.texts().plural("card.parties", static_cast<long long>(agreement.parties.size())));
  if (agreement.status == AgreementStatus::unknown) muted(ui, ui.tr("inspector.validity_unknown"));
  for (std::size_t i = 0; i < std::min(agreement.parties.size(), first_rows); ++i) {
    const Party& party = agreement.parties[i];
    const bool clicked =
        link(ui, "y" + std::to_string(i), actor_name(ui.session, party.actor), party_line(ui, agreement, party));
    if (clicked && party.actor.id.is_set()) select_actor(ui, party.actor.id);
  }
  rest_of(ui, agreement.parties.size());
}

void draw_money(UiContext& ui, const Agreement& agreement) {
  if (agreement.funding.empty()) return;
  heading(ui, ui.tr("inspector.money"));
  for (const Funding& funding : agreement.funding) {
    std::string line = funding.amount ? ui.session.texts().number(*funding.amount) + " " + funding.currency
                                      : ui.tr("inspector.amount_not_known");
    if (!funding.period.empty())
      line += " · " + ui.session.taxonomy().funding_periods.label(funding.period, language(ui));
    if (funding.year) line += " (" + std::to_string(*funding.year) + ")";
    text(ui, line);
    const std::string from = actor_name(ui.session, funding.from);
    const std::string to = actor_name(ui.session, funding.to);
    muted(ui, from.empty() || to.empty() ? from + to
                                         : ui.session.texts().tr("inspector.from_to", {{"from", from}, {"to", to}}));
  }
}

void draw_duties(UiContext& ui, const Agreement& agreement) {
  if (agreement.duties.empty()) return;
  heading(ui, ui.tr("inspector.duties"));
  for (const Duty& duty : agreement.duties) {
    if (!duty.text.empty()) text(ui, shown_text(ui, duty.text));
    std::string line = ui.session.taxonomy().duty_kinds.label(duty.kind, language(ui));
    const std::string by = actor_name(ui.session, duty.by);
    const std::string to = actor_name(ui.session, duty.to);
    if (!by.empty())
      line += " · " + (to.empty() ? by : ui.session.texts().tr("inspector.from_to", {{"from", by}, {"to", to}}));
    if (duty.due.is_set()) {
      const bool is_past = duty.due.latest() < ui.session.view.date;
      line += " · " +
              ui.session.texts().tr(is_past ? "inspector.due_past" : "inspector.due", {{"date", to_string(duty.due)}});
    }
    muted(ui, line);
  }
}

void draw_agreement(UiContext& ui, AgreementId id) {
  const Agreement& agreement = ui.session.network().agreement(id);
  title(ui, shown_text(ui, agreement.title));
  muted(ui, ui.session.taxonomy().forms.label(agreement.form, language(ui)));
  ImGui::Separator();
  draw_agreement_facts(ui, agreement);
  if (!agreement.note.empty()) muted(ui, shown_text(ui, agreement.note));
  draw_parties(ui, agreement);
  draw_money(ui, agreement);
  draw_duties(ui, agreement);
  draw_provenance(ui, agreement.provenance);
}

// ---- nothing selected: what the file knows and what it does not ----

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
  const PickId selection = ui.session.view.selection;
  ImGui::PushID(static_cast<int>(selection.kind));
  ImGui::PushID(static_cast<int>(selection.index));
  if (selection.kind == PickId::Kind::actor) {
    draw_actor(ui, ActorId(selection.index));
  } else if (selection.kind == PickId::Kind::agreement) {
    draw_agreement(ui, AgreementId(selection.index));
  } else {
    draw_overview(ui);
  }
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace samverka
