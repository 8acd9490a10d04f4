#include "ui/describe.h"

#include <algorithm>
#include <cstdio>

#include "analysis/county_ties.h"
#include "app/record_words.h"
#include "base/utf8.h"
#include "ui/describe_network.h"

namespace samverka {
namespace {

std::string safe(const Session& session, const std::string& name) {
  if (name.empty()) return session.texts().tr("ui.no_name");
  return displayable(normalized_nfc(shortened(name, 200)));
}

std::string padded(std::uint32_t code, int digits) {
  char text[16];
  std::snprintf(text, sizeof text, "%0*u", digits, code);
  return text;
}

std::size_t count_ties(const Session& session, ActorId actor, bool confirmed) {
  std::size_t count = 0;
  for (const Participation& p : session.shown().part.participations) {
    count += p.actor == actor && p.is_confirmed == confirmed ? 1U : 0U;
  }
  return count;
}

Described describe_actor(const Session& session, ActorId id) {
  const Actor& actor = session.network().actor(id);
  const Texts& texts = session.texts();
  Described card{safe(session, actor.name), {kind_and_place(session, actor)}};
  if (actor.population) card.lines.push_back(texts.tr("card.population", {{"n", texts.number(*actor.population)}}));
  const auto confirmed = static_cast<long long>(count_ties(session, id, true));
  const auto others = static_cast<long long>(count_ties(session, id, false));
  if (confirmed + others == 0) {
    card.lines.push_back(texts.tr("card.no_record"));
  } else {
    card.lines.push_back(texts.plural("card.confirmed", confirmed));
    if (others > 0) card.lines.push_back(texts.plural("card.unconfirmed", others));
  }
  for (const Fold& fold : session.shown().folding.folds) {
    if (fold.host == id) card.lines.push_back(texts.plural("card.folded", static_cast<long long>(fold.units.size())));
  }
  return card;
}

Described describe_agreement(const Session& session, AgreementId id) {
  const Agreement& agreement = session.network().agreement(id);
  const Texts& texts = session.texts();
  Described card{
      safe(session, agreement.title),
      {session.taxonomy().forms.label(agreement.form, texts.language()), status_in_words(session, agreement)}};
  card.lines.push_back(texts.plural("card.parties", static_cast<long long>(agreement.parties.size())));
  std::string areas;
  for (const AreaCode& area : agreement.areas) {
    areas += (areas.empty() ? "" : ", ") + session.taxonomy().areas.short_label(area, texts.language());
  }
  if (!areas.empty()) card.lines.push_back(areas);
  return card;
}

// ---- the map from far out ----

CountyTies shown_county_ties(const Session& session) {
  const auto shown =
      switched_on(session.network(), session.taxonomy(), session.shown().part, session.view.hidden_groups);
  return county_ties(session.network(), shown);
}

std::string short_name_of_county(const Session& session, std::string_view code) {
  return short_county_name(county_name(session, std::string(code)));
}

long long signed_size(const std::vector<AgreementId>& agreements) { return static_cast<long long>(agreements.size()); }

Described describe_county(const Session& session, const std::string& code) {
  const Texts& texts = session.texts();
  const CountyTies ties = shown_county_ties(session);
  Described card{county_name(session, code), {}};
  if (const CountyTies::Within* within = ties.find(code)) {
    card.lines.push_back(texts.plural("card.within_county", signed_size(within->agreements)));
    card.lines.push_back(texts.plural("card.of_them_confirmed", static_cast<long long>(within->confirmed)));
  } else {
    card.lines.push_back(texts.tr("card.no_record"));
  }
  for (const CountyTies::Between& pair : ties.between) {
    if (pair.first != code && pair.second != code) continue;
    const std::string& other = pair.first == code ? pair.second : pair.first;
    card.lines.push_back(texts.plural("card.with_county", signed_size(pair.agreements),
                                      {{"county", short_name_of_county(session, other)}}));
  }
  card.lines.push_back(texts.tr("card.zoom_to_county"));
  return card;
}

Described describe_county_pair(const Session& session, PickId pick) {
  constexpr std::size_t most_titles = 3;
  const CountyPair pair = county_pair_of(session, pick);
  const Texts& texts = session.texts();
  if (pair.agreements.empty()) return {};
  Described card{county_pair_in_words(session, pair), {}};
  card.lines.push_back(texts.plural("card.of_them_confirmed", static_cast<long long>(pair.confirmed)));
  for (std::size_t i = 0; i < std::min(pair.agreements.size(), most_titles); ++i) {
    card.lines.push_back(safe(session, session.network().agreement(pair.agreements[i]).title));
  }
  if (pair.agreements.size() > most_titles) card.lines.push_back("…");
  return card;
}

// Gotland has no region: its one municipality stands for it.
ActorId who_answers_for_county(const Session& session, const std::string& code) {
  if (const ActorId region = session.index().region_of_county(code); region.is_set()) return region;
  ActorId only;
  for (std::size_t i = 0; i < session.network().actors.size(); ++i) {
    const Actor& actor = session.network().actors[i];
    if (actor.type != "municipality" || actor.county != code) continue;
    if (only.is_set()) return {};
    only = ActorId(i);
  }
  return only;
}

}  // namespace

CountyPair county_pair_of(const Session& session, PickId pick) {
  CountyPair pair{padded(pick.index / 100, 2), padded(pick.index % 100, 2), {}, 0};
  if (pick.kind != PickId::Kind::county_pair) return pair;
  const CountyTies ties = shown_county_ties(session);
  if (const CountyTies::Between* found = ties.find(pair.first, pair.second)) {
    pair.agreements = found->agreements;
    pair.confirmed = found->confirmed;
  }
  return pair;
}

std::string county_pair_in_words(const Session& session, const CountyPair& pair) {
  return session.texts().plural(
      "card.between_counties", signed_size(pair.agreements),
      {{"first", short_name_of_county(session, pair.first)}, {"second", short_name_of_county(session, pair.second)}});
}

std::string why_unconfirmed(const Session& session, const Agreement& agreement, const Party& party) {
  const Texts& texts = session.texts();
  std::string why;
  const auto add = [&why](const std::string& more) { why += (why.empty() ? "" : ", ") + more; };
  const PartyState state = party.state_or_unknown();
  if (agreement.status == AgreementStatus::unknown) {
    add(texts.tr("tie.status_unknown"));
  } else if (!agreement.is_active_on(session.view.date)) {
    add(texts.tr("tie.agreement_is", {{"status", status_in_words(session, agreement)}}));
  }
  if (state == PartyState::unknown) {
    if (agreement.status != AgreementStatus::unknown) add(texts.tr("tie.state_unknown"));
  } else if (state != PartyState::adopted) {
    add(texts.tr("tie.party_is", {{"state", session.taxonomy().states.label(word(state), texts.language())}}));
  } else if (why.empty()) {
    add(texts.tr(agreement.is_internal() ? "tie.internal" : "tie.own_dates"));
  }
  return texts.tr("tie.not_confirmed", {{"why", why}});
}

std::string county_name(const Session& session, const std::string& county) {
  const std::string name = county_name(session.assets(), session.network(), session.index(), session.texts(), county);
  return name.empty() ? name : safe(session, name);
}

std::string actor_name(const Session& session, const ActorRef& actor) {
  if (!actor.id.is_set())
    return actor.unresolved.empty() ? "" : session.texts().tr("ui.unresolved", {{"key", actor.unresolved}});
  return safe(session, session.network().actor(actor.id).name);
}

std::string kind_and_place(const Session& session, const Actor& actor) {
  const Taxonomy& taxonomy = session.taxonomy();
  const std::string& language = session.texts().language();
  std::string words = taxonomy.actor_subtypes.has(actor.subtype)
                          ? taxonomy.actor_subtypes.label(actor.subtype, language)
                          : taxonomy.actor_types.label(actor.type, language);
  const ActorId municipality = session.index().municipality(actor.municipality);
  if (municipality.is_set() && actor.type != "municipality") {
    words += " · " + safe(session, session.network().actor(municipality).shown_name());
  }
  const std::string county = county_name(session, actor.county);
  if (!county.empty()) words += " · " + county;
  return words;
}

std::string validity_in_words(const Texts& texts, const Validity& valid) {
  std::string words;
  const auto add = [&words](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
  if (valid.from.is_set()) add(texts.tr("valid.from", {{"date", texts.date(valid.from)}}));
  if (valid.end == Validity::End::date) add(texts.tr("valid.to", {{"date", texts.date(valid.to)}}));
  if (valid.end == Validity::End::open) add(texts.tr("valid.open"));
  if (valid.end == Validity::End::not_known) add(texts.tr("valid.end_not_known"));
  if (valid.notice_months) add(texts.plural("valid.notice", *valid.notice_months));
  if (valid.review.is_set()) add(texts.tr("valid.review", {{"date", texts.date(valid.review)}}));
  return words;
}

std::string status_in_words(const Session& session, const Agreement& agreement) {
  return status_in_words(agreement, session.view.date, session.taxonomy(), session.texts());
}

Described describe(const Session& session, PickId pick) {
  if (!session.has_document()) return {};
  if (pick.kind == PickId::Kind::county_pair) return describe_county_pair(session, pick);
  if (pick.kind == PickId::Kind::county_area) return describe_county(session, padded(pick.index, 2));
  if (pick.kind == PickId::Kind::tie) return describe_tie(session, pick);
  if (pick.kind == PickId::Kind::cluster) return describe_cluster(session, pick);
  const PickId what = selectable(session, pick);
  if (what.kind == PickId::Kind::actor) return describe_actor(session, ActorId(what.index));
  if (what.kind == PickId::Kind::agreement) return describe_agreement(session, AgreementId(what.index));
  return {};
}

PickId selectable(const Session& session, PickId pick) {
  const NetworkIndex& index = session.index();
  ActorId actor;
  switch (pick.kind) {
    case PickId::Kind::actor:
    case PickId::Kind::agreement:
    case PickId::Kind::county_pair:
    case PickId::Kind::cluster:
      return pick;
    case PickId::Kind::party: {
      const auto& parties = session.shown().part.participations;
      if (pick.index >= parties.size()) return {};
      return {PickId::Kind::agreement, parties[pick.index].agreement.value};
    }
    case PickId::Kind::fold:
      return {PickId::Kind::actor, pick.index};
    case PickId::Kind::municipality_area:
      actor = index.municipality(padded(pick.index, 4));
      break;
    case PickId::Kind::county_area:
      actor = who_answers_for_county(session, padded(pick.index, 2));
      break;
    case PickId::Kind::tie:
      return closest_agreement(session, pick);
    case PickId::Kind::none:
      break;
  }
  return actor.is_set() ? PickId{PickId::Kind::actor, actor.value} : PickId{};
}

}  // namespace samverka
