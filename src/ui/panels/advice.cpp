// Whom an actor could ask, and which municipalities are like it: in the inspector, worked out when somebody opens it.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/describe.h"
#include "ui/panels/area_chooser.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t reasons_in_a_list = 3;

std::string actor_words(const UiContext& ui, ActorId id) {
  return shown_text(ui, ui.session.network().actor(id).shown_name());
}

std::string agreement_words(const UiContext& ui, AgreementId id) {
  const Agreement& agreement = ui.session.network().agreement(id);
  return shown_text(ui, agreement.title.empty() ? agreement.key : agreement.title);
}

// "a; b; och 3 till"
std::string some(const UiContext& ui, const std::vector<std::string>& reasons) {
  std::string words;
  for (std::size_t i = 0; i < std::min(reasons_in_a_list, reasons.size()); ++i) {
    words += (words.empty() ? "" : "; ") + reasons[i];
  }
  if (reasons.size() <= reasons_in_a_list) return words;
  return words + "; " + ui.session.texts().tr("told.and_more", {{"n", number(ui, reasons.size() - reasons_in_a_list)}});
}

std::string kind_words(const UiContext& ui, const std::string& kind) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  if (taxonomy.actor_subtypes.has(kind)) return taxonomy.actor_subtypes.label(kind, language_of(ui));
  if (taxonomy.actor_types.has(kind)) return taxonomy.actor_types.label(kind, language_of(ui));
  return taxonomy.groups.label(kind, language_of(ui));
}

// ---- whom to ask ----

std::string where_words(const UiContext& ui, const Suggestion& s) {
  const Texts& texts = ui.session.texts();
  std::string words = kind_words(ui, s.kind);
  if (s.is_same_municipality) return words + " · " + ui.tr("suggest.same_municipality");
  if (s.is_same_county) words += " · " + ui.tr("suggest.same_county");
  if (!s.distance_km) return words;
  return words + " · " + texts.tr("suggest.distance", {{"km", texts.number(std::llround(*s.distance_km))}});
}

void draw_reason(UiContext& ui, std::string_view key, const std::vector<std::string>& reasons) {
  if (reasons.empty()) return;
  muted(ui, "– " + ui.session.texts().tr(key, {{"which", some(ui, reasons)}}));
}

void draw_reasons(UiContext& ui, const Suggestion& s) {
  std::vector<std::string> known, common, experience, peers;
  for (const AgreementId id : s.known) known.push_back(agreement_words(ui, id));
  for (const CommonPartner& partner : s.common) common.push_back(actor_words(ui, partner.actor));
  for (const AgreementId id : s.experience) experience.push_back(agreement_words(ui, id));
  for (const Practice::Evidence& e : s.peers_with_it) {
    peers.push_back(actor_words(ui, e.peer) + " (" + agreement_words(ui, e.agreement) + ")");
  }
  draw_reason(ui, "suggest.known", known);
  if (!common.empty()) {
    const std::string words = ui.session.texts().plural("suggest.common", static_cast<long long>(common.size()),
                                                        {{"which", some(ui, common)}});
    muted(ui, "– " + words);
  }
  draw_reason(ui, "suggest.experience", experience);
  draw_reason(ui, "suggest.peers", peers);
}

void draw_needs(UiContext& ui, const Advice& advice) {
  const Texts& texts = ui.session.texts();
  muted(ui, ui.tr("advice.lacks"));
  for (const NeededKind& need : advice.needs) {
    const bool has_one = need.own == NeededKind::Own::one;
    muted(ui,
          "– " + texts.tr(has_one ? "suggest.has_one" : "suggest.has_none", {{"kind", kind_words(ui, need.kind)},
                                                                             {"n", number(ui, need.others)},
                                                                             {"all", number(ui, advice.same_type)}}));
  }
}

void draw_suggestions(UiContext& ui, const Advice& advice) {
  if (advice.needs.empty()) return muted(ui, ui.tr("advice.lacks_nothing"));
  draw_needs(ui, advice);
  if (advice.suggestions.empty()) return muted(ui, ui.tr("suggest.nobody"));
  ImGui::Dummy({0, ui.px(3)});
  for (std::size_t i = 0; i < advice.suggestions.size(); ++i) {
    const Suggestion& s = advice.suggestions[i];
    const std::string name = shown_text(ui, ui.session.network().actor(s.candidate).name);
    if (link(ui, "advice/" + std::to_string(i), name, where_words(ui, s))) select_actor(ui, s.candidate);
    draw_reasons(ui, s);
    ImGui::Dummy({0, ui.px(2)});
  }
  muted(ui, ui.tr("suggest.on_record"));
}

// The area that is looked at already, where it is one.
AreaCode area_of_filter(const Session& session) {
  for (const FilterClause& clause : session.view.filter.clauses) {
    if (clause.key == "area" && !clause.negated && clause.values.size() == 1) return clause.values.front();
  }
  return {};
}

void draw_whom(UiContext& ui) {
  InspectorState& state = inspector_state(ui);
  if (!section(ui, {"advice", ui.tr("advice.whom"), "", false})) return;
  if (state.advice_area.empty()) state.advice_area = area_of_filter(ui.session);
  area_chooser(ui, "advice.area", state.advice_area, false, ImGui::GetContentRegionAvail().x);
  if (state.advice_area.empty()) return muted(ui, ui.tr("advice.choose_area"));
  const AdviceFinder::Found* found = state.advice.found();
  if (!found || !found->advice) return muted(ui, ui.tr("advice.job") + " …");
  draw_suggestions(ui, *found->advice);
}

// ---- municipalities like this one ----

// Words and not a number: the weights behind it are a judgement.
std::string_view likeness_key(double difference) {
  if (difference < 0.25) return "advice.very_like";
  return difference < 0.75 ? "advice.like" : "advice.somewhat_like";
}

void draw_peer(UiContext& ui, std::size_t i, const Peer& peer) {
  const Texts& texts = ui.session.texts();
  const Actor& actor = ui.session.network().actor(peer.actor);
  std::string words = ui.tr(likeness_key(peer.difference.sum()));
  if (actor.population) words += " · " + texts.tr("card.population", {{"n", texts.number(*actor.population)}});
  if (!actor.municipality_group.empty()) {
    words += " · " +
             shown_text(ui, ui.session.taxonomy().municipality_groups.label(actor.municipality_group, language_of(ui)));
  }
  if (link(ui, "peer/" + std::to_string(i), shown_text(ui, actor.name), words)) select_actor(ui, peer.actor);
}

std::string own_words(const UiContext& ui, const Practice& practice) {
  if (practice.own == Practice::Own::observed_none) return ui.tr("peers.own_observed_none");
  if (practice.own == Practice::Own::no_record) return ui.tr("peers.own_no_record");
  return ui.session.texts().tr("peers.own_unconfirmed",
                               {{"agreement", agreement_words(ui, practice.own_unconfirmed.front())}});
}

void draw_practice(UiContext& ui, std::size_t i, const Practice& practice, std::size_t peers) {
  const Texts& texts = ui.session.texts();
  std::string areas;
  for (const AreaCode& area : practice.areas) areas += (areas.empty() ? "" : ", ") + displayable(area);
  text(ui, texts.tr("peers.practice",
                    {{"form", displayable(ui.session.taxonomy().forms.label(practice.form, language_of(ui)))},
                     {"areas", areas},
                     {"n", number(ui, practice.peers)},
                     {"all", number(ui, peers)},
                     {"own", own_words(ui, practice)}}));
  const std::string id = "practice/" + std::to_string(i);
  const std::size_t rows = rows_shown(ui, id, practice.evidence.size());
  for (std::size_t k = 0; k < rows; ++k) {
    const Practice::Evidence& evidence = practice.evidence[k];
    const std::string words = agreement_words(ui, evidence.agreement);
    if (link(ui, id + "/" + std::to_string(k), words, actor_words(ui, evidence.peer))) {
      select_agreement(ui, evidence.agreement);
    }
  }
  rest_of(ui, id, practice.evidence.size());
  ImGui::Dummy({0, ui.px(2)});
}

void draw_peers(UiContext& ui, const Actor& actor) {
  InspectorState& state = inspector_state(ui);
  if (actor.type != "municipality" || !section(ui, {"peers", ui.tr("advice.peers"), "", false})) return;
  const AdviceFinder::Found* found = state.advice.found();
  if (!found) return muted(ui, ui.tr("advice.job") + " …");
  if (found->peers.empty()) return muted(ui, ui.tr("peers.none"));
  const AdviceFinder::Found& shown = *found;
  for (std::size_t i = 0; i < shown.peers.size(); ++i) draw_peer(ui, i, shown.peers[i]);
  muted(ui, ui.tr("advice.how"));
  const std::string name = shown_text(ui, actor.shown_name());
  heading(ui, ui.session.texts().tr(shown.lacking.empty() ? "peers.lacks_nothing" : "peers.lacks", {{"name", name}}));
  for (std::size_t i = 0; i < shown.lacking.size(); ++i) draw_practice(ui, i, shown.lacking[i], shown.peers.size());
  if (!shown.lacking.empty()) muted(ui, ui.session.texts().tr("peers.on_record", {{"name", name}}));
}

}  // namespace

void draw_advice(UiContext& ui, ActorId id) {
  InspectorState& state = inspector_state(ui);
  const bool is_open = state.flipped.contains("advice") || state.flipped.contains("peers");
  if (is_open) {
    state.advice.renew(ui.session, id, state.flipped.contains("advice") ? state.advice_area : AreaCode());
  }
  ImGui::Dummy({0, ui.px(4)});
  draw_whom(ui);
  draw_peers(ui, ui.session.network().actor(id));
}

}  // namespace samverka
