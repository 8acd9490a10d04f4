#include "analysis/situation.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/observed.h"
#include "analysis/partners.h"
#include "base/collate.h"

namespace samverka {
namespace {

bool is_root_of(const Actor& actor, std::string_view place) {
  if (is_county_code(place)) return (actor.type == "municipality" || actor.type == "region") && actor.county == place;
  return actor.type == "municipality" && actor.municipality == place;
}

bool is_in(const Actor& actor, std::string_view place) {
  return is_county_code(place) ? actor.county == place : actor.municipality == place;
}

void mark_with_units(const NetworkIndex& index, ActorId root, std::vector<Belonging>& of) {
  std::vector<ActorId> open{root};
  while (!open.empty()) {
    const ActorId at = open.back();
    open.pop_back();
    if (of[at.value] == Belonging::own) continue;  // loops of parents are an error of the file, and must not hang us
    of[at.value] = Belonging::own;
    for (const ActorId unit : index.children_of(at)) open.push_back(unit);
  }
}

bool is_gone(const Party& party, Date day) {
  const PartyState state = party.state_or_unknown();
  const bool has_left = party.end == Validity::End::date && party.to.is_set() && party.to.latest() < day;
  return has_left || state == PartyState::withdrawn || state == PartyState::declined;
}

bool is_to_come(const Agreement& agreement) {
  return agreement.status == AgreementStatus::planned || agreement.status == AgreementStatus::decided;
}

bool begins_after(const Agreement& agreement, Date day) {
  return agreement.valid && agreement.valid->from.is_set() && agreement.valid->from.earliest() > day;
}

// The standing of a party of an agreement in force.
Standing standing_of(const Agreement& agreement, const Party& party, Date day) {
  if (is_tie(agreement, party, day)) return Standing::confirmed;
  return party.state_or_unknown() == PartyState::unknown ? Standing::unconfirmed : Standing::on_its_way;
}

// A place's parties in one agreement.
struct PlaceParty {
  const Party* party;
  ActorId actor;
  Belonging belonging;
};

class SituationMaker {
 public:
  SituationMaker(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, std::string_view place,
                 Date day)
      : network_(network), taxonomy_(taxonomy), belonging_(actors_of_place(network, index, place)) {
    made_.place = place;
    made_.is_county = is_county_code(place);
    made_.day = day;
    made_.actor = made_.is_county ? index.region_of_county(place) : index.municipality(place);
    for (std::size_t i = 0; i < network.actors.size(); ++i) {
      const Actor& actor = network.actors[i];
      if (actor.type == "municipality" && is_in(actor, place)) made_.municipalities.emplace_back(i);
    }
    made_.is_known = made_.actor.is_set() || !made_.municipalities.empty();
  }

  Situation make() {
    if (!made_.is_known) return std::move(made_);
    find_followed();
    add_areas();
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) add(AgreementId(i));
    add_milestones();
    sort_agreements();
    fill_areas();
    sort_by_day();
    return std::move(made_);
  }

 private:
  // Agreements that another one replaces: their end is no loss.
  void find_followed() {
    is_followed_.assign(network_.agreements.size(), false);
    for (const Agreement& agreement : network_.agreements) {
      for (const AgreementRef& before : agreement.supersedes) {
        if (before.id.is_set()) is_followed_[before.id.value] = true;
      }
    }
  }

  void add_areas() {
    for (const Area& area : taxonomy_.areas.rows()) {
      if (!area.parent.empty() || area.is_outside) continue;
      made_.areas.emplace_back();
      made_.areas.back().area = area.code;
    }
  }

  std::vector<PlaceParty> parties_of_place(const Agreement& agreement) const {
    std::vector<PlaceParty> found;
    const auto add_if = [&](const Party& party, ActorId actor) {
      if (actor.is_set() && belonging_[actor.value] != Belonging::none) {
        found.push_back({&party, actor, belonging_[actor.value]});
      }
    };
    for (const Party& party : agreement.parties) {
      if (is_gone(party, made_.day)) continue;
      add_if(party, party.actor.id);
      for (const ActorRef& other : party.on_behalf_of) add_if(party, other.id);
    }
    return found;
  }

  // What is told of it: nothing (empty) where it has not begun, or was replaced.
  std::optional<Standing> standing_in(AgreementId id, const Agreement& agreement,
                                      const std::vector<PlaceParty>& parties) const {
    const bool has_ended = agreement.valid && agreement.valid->ended_before(made_.day);
    if (agreement.status == AgreementStatus::ended) return Standing::earlier;
    if (agreement.status == AgreementStatus::unknown) {
      if (begins_after(agreement, made_.day)) return std::nullopt;
      return has_ended ? Standing::earlier : Standing::unknown;
    }
    if (has_ended) {
      const bool was_in_force = !is_to_come(agreement) && !is_followed_[id.value];
      return was_in_force ? Standing::expired : Standing::earlier;
    }
    if (is_to_come(agreement)) return Standing::on_its_way;
    if (begins_after(agreement, made_.day)) return std::nullopt;
    if (agreement.is_internal()) return Standing::internal;
    Standing best = Standing::unconfirmed;
    for (const PlaceParty& p : parties) best = std::min(best, standing_of(agreement, *p.party, made_.day));
    return best;
  }

  bool is_left_out(const Agreement& agreement) const {
    const Form* form = taxonomy_.forms.find(agreement.form);
    if (form && form->is_off_by_default) return true;
    return std::all_of(agreement.areas.begin(), agreement.areas.end(),
                       [&](const AreaCode& area) { return taxonomy_.is_outside(area); });
  }

  void add(AgreementId id) {
    const Agreement& agreement = network_.agreement(id);
    std::vector<PlaceParty> parties = parties_of_place(agreement);
    add_duties(id, agreement, !parties.empty());
    if (parties.empty()) return;
    const bool is_own =
        std::any_of(parties.begin(), parties.end(), [](const auto& p) { return p.belonging == Belonging::own; });
    if (is_own) std::erase_if(parties, [](const PlaceParty& p) { return p.belonging != Belonging::own; });
    const std::optional<Standing> standing = standing_in(id, agreement, parties);
    if (!standing) return;
    if (is_left_out(agreement)) {
      if (*standing != Standing::earlier) ++made_.left_out;
      return;
    }
    PlaceAgreement row{id, *standing, is_own, agreement.parties.size() > crowd_parties, 0, 0};
    count_municipalities(agreement, parties, row);
    made_.agreements.push_back(row);
    if (const auto deadline = deadline_of(agreement, id, made_.day, horizon_months)) {
      made_.deadlines.push_back(*deadline);
    }
  }

  void count_municipalities(const Agreement& agreement, const std::vector<PlaceParty>& parties,
                            PlaceAgreement& row) const {
    for (const auto& [actor, is_confirmed] : municipalities_in(agreement, parties)) {
      (is_confirmed ? row.municipalities_confirmed : row.municipalities_other) += 1;
    }
  }

  std::map<ActorId, bool> municipalities_in(const Agreement& agreement, const std::vector<PlaceParty>& parties) const {
    std::map<ActorId, bool> found;
    for (const PlaceParty& p : parties) {
      if (network_.actor(p.actor).type != "municipality") continue;
      found[p.actor] = found[p.actor] || is_tie(agreement, *p.party, made_.day);
    }
    return found;
  }

  void add_duties(AgreementId id, const Agreement& agreement, bool is_of_place) {
    for (std::size_t i = 0; i < agreement.duties.size(); ++i) {
      const Duty& duty = agreement.duties[i];
      if (!duty.due.is_set() || agreement.status == AgreementStatus::ended) continue;
      const auto is_ours = [&](ActorId actor) { return actor.is_set() && belonging_[actor.value] != Belonging::none; };
      const bool is_owed = is_ours(duty.by.id);
      if (is_of_place || is_owed || is_ours(duty.to.id)) made_.dues.push_back({duty.due.latest(), id, i, is_owed});
    }
  }

  void add_milestones() {
    for (std::size_t i = 0; i < network_.milestones.size(); ++i) {
      const PartialDate date = network_.milestones[i].date;
      if (date.is_set()) made_.dues.push_back({date.latest(), AgreementId(), i, false});
    }
  }

  void sort_agreements() {
    const auto comes_before = [&](const PlaceAgreement& a, const PlaceAgreement& b) {
      if (a.standing != b.standing) return a.standing < b.standing;
      if (a.is_crowd != b.is_crowd) return b.is_crowd;
      const std::string& a_title = network_.agreement(a.id).title;
      const std::string& b_title = network_.agreement(b.id).title;
      if (swedish_less(a_title, b_title)) return true;
      if (swedish_less(b_title, a_title)) return false;
      return a.id < b.id;
    };
    std::sort(made_.agreements.begin(), made_.agreements.end(), comes_before);
  }

  void sort_by_day() {
    std::stable_sort(made_.deadlines.begin(), made_.deadlines.end(),
                     [](const Deadline& a, const Deadline& b) { return a.on < b.on; });
    std::stable_sort(made_.dues.begin(), made_.dues.end(), [](const Due& a, const Due& b) { return a.date < b.date; });
  }

  bool is_about(const Agreement& agreement, const AreaCode& top) const {
    return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                       [&](const AreaCode& area) { return taxonomy_.area_matches(top, area); });
  }

  void fill_areas() {
    for (AreaSituation& area : made_.areas) {
      std::map<ActorId, bool> known;  // municipality: has a tie
      for (std::size_t i = 0; i < made_.agreements.size(); ++i) add_to(area, i, known);
      for (const ActorId municipality : made_.municipalities) {
        const auto found = known.find(municipality);
        if (found != known.end()) {
          (found->second ? area.municipalities_confirmed : area.municipalities_other) += 1;
        } else if (is_observed(network_, taxonomy_, municipality, area.area, made_.day)) {
          ++area.municipalities_observed;
        }
      }
    }
  }

  void add_to(AreaSituation& area, std::size_t place, std::map<ActorId, bool>& known) const {
    const PlaceAgreement& row = made_.agreements[place];
    const Agreement& agreement = network_.agreement(row.id);
    if (!is_about(agreement, area.area)) return;
    if (row.is_crowd) {
      area.crowds += row.standing == Standing::earlier ? 0U : 1U;
      return;
    }
    ++area.count[static_cast<std::size_t>(row.standing)];
    if (row.standing == Standing::earlier) return;
    area.agreements.push_back(place);
    for (const auto& [actor, is_confirmed] : municipalities_in(agreement, parties_of_place(agreement))) {
      if (belonging_[actor.value] == Belonging::own) known[actor] = known[actor] || is_confirmed;
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  std::vector<Belonging> belonging_;
  std::vector<bool> is_followed_;
  Situation made_;
};

}  // namespace

bool is_county_code(std::string_view place) { return place.size() == 2; }

std::size_t Situation::count(Standing standing) const {
  return static_cast<std::size_t>(std::count_if(agreements.begin(), agreements.end(), [&](const PlaceAgreement& a) {
    return a.standing == standing && !a.is_crowd;
  }));
}

std::vector<Belonging> actors_of_place(const Network& network, const NetworkIndex& index, std::string_view place) {
  std::vector<Belonging> of(network.actors.size(), Belonging::none);
  if (place.empty()) return of;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (is_root_of(network.actors[i], place)) mark_with_units(index, ActorId(i), of);
  }
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of[i] == Belonging::none && is_in(network.actors[i], place)) of[i] = Belonging::local;
  }
  return of;
}

Situation situation_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       std::string_view place, Date day) {
  return SituationMaker(network, index, taxonomy, place, day).make();
}

}  // namespace samverka
