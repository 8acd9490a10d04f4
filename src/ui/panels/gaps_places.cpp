// What the rules say of one's own place, and the way from findings to the network.
#include <algorithm>

#include "app/gap_words.h"
#include "app/places.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

std::string share_in_words(const UiContext& ui, std::string_view key, const KnownShare& known, TextArgs args = {}) {
  args.emplace_back("known", number(ui, static_cast<std::int64_t>(known.known)));
  args.emplace_back("asked", number(ui, static_cast<std::int64_t>(known.asked)));
  return ui.session.texts().tr(key, args);
}

bool is_same(const GapAnalysis& a, const GapAnalysis& b) {
  return std::equal(
      a.rules.begin(), a.rules.end(), b.rules.begin(), b.rules.end(),
      [](const RuleFindings& x, const RuleFindings& y) { return x.subjects.size() == y.subjects.size(); });
}

}  // namespace

std::vector<GapsState::Place> own_places(const UiContext& ui, const GapAnalysis& analysis) {
  const Network& network = ui.session.network();
  const std::string& own = ui.session.view.own_place;
  std::vector<GapsState::Place> places;
  const auto add = [&](const std::string& code, bool is_own, const auto& keeps) {
    const std::string name = place_name(ui.session, code);
    if (name.empty()) return;
    GapAnalysis found = only_subjects(analysis, network, rules_of(ui), keeps);
    if (is_same(found, analysis)) return;  // a network of one county
    const KnownShare known = known_share(found);
    places.push_back({name, std::move(found), known, is_own});
  };
  const auto add_county = [&](const std::string& code, bool is_own) {
    add(code, is_own, [&](const Actor& actor) { return actor.county == code; });
  };
  if (own.size() == 2) add_county(own, true);
  if (own.size() <= 2) return places;
  add(own, true, [&](const Actor& actor) { return actor.municipality == own; });
  const ActorId municipality = ui.session.index().municipality(own);
  if (municipality.is_set()) add_county(network.actor(municipality).county, false);
  return places;
}

std::string known_in_words(const UiContext& ui) {
  const GapsState& state = state_of(ui);
  if (state.places.empty()) return share_in_words(ui, "norm.known", state.known);
  const GapsState::Place& own = state.places.front();
  return share_in_words(ui, "norm.known_in", own.known, {{"place", shown_text(ui, own.name)}}) + " · " +
         share_in_words(ui, "norm.known_of_all", state.known);
}

void show_findings(UiContext& ui, const std::vector<const SubjectFinding*>& findings) {
  constexpr std::size_t most_selected = 400;
  if (findings.empty()) return;
  Session& session = ui.session;
  std::vector<PickId> picks;
  for (const SubjectFinding* finding : findings) picks.push_back({PickId::Kind::actor, finding->subject.value});
  const auto add = [&](AgreementId agreement) {
    const PickId pick{PickId::Kind::agreement, agreement.value};
    if (std::find(picks.begin(), picks.end(), pick) == picks.end()) picks.push_back(pick);
  };
  for (const SubjectFinding* finding : findings) {
    for (const AgreementId agreement : agreements_of(session.network(), *finding)) add(agreement);
    for (const NearAgreement& near : near_agreements_of(*finding)) add(near.agreement);
  }
  if (picks.size() > most_selected) picks.resize(most_selected);
  session.view.selection = picks.front();
  session.view.also_selected.assign(picks.begin() + 1, picks.end());
  session.view.tab = Tab::network;
  session.view.wants_fit_selection = true;
}

}  // namespace samverka::gaps
