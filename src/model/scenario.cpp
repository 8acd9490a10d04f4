#include "model/scenario.h"

#include <algorithm>
#include <array>
#include <set>

namespace samverka {
namespace {

constexpr std::array<const char*, 7> kind_words = {"end", "expire", "close", "merge", "adopt", "start", "add"};

Problem refusal(const char* why, const Key& key) { return error("E_SCENARIO", {why, {{"id", key}}}); }

// The state that says most of two rows of one party.
PartyState stronger(PartyState a, PartyState b) {
  constexpr std::array<PartyState, 6> order = {PartyState::withdrawn,   PartyState::declined, PartyState::unknown,
                                               PartyState::recommended, PartyState::decided,  PartyState::adopted};
  const auto place = [&](PartyState state) { return std::find(order.begin(), order.end(), state) - order.begin(); };
  return place(a) < place(b) ? b : a;
}

class Applier {
 public:
  Applier(const Network& network, const NetworkIndex& index, Date day)
      : facts_(network), index_(index), day_(day), out_{network, {}, {}, {}, {}} {}

  AppliedScenario apply(const Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
      if (auto problem = take(scenario.steps[i])) out_.refused.push_back({i, std::move(*problem)});
    }
    out_.closed.assign(closed_.begin(), closed_.end());
    out_.ended.assign(ended_.begin(), ended_.end());
    return std::move(out_);
  }

 private:
  using Refusal = std::optional<Problem>;

  Refusal take(const ScenarioStep& step) {
    const auto kind = step_kind(step.kind);
    if (!kind) return refusal("scenario.refused.kind", step.kind);
    switch (*kind) {
      case StepKind::end:
        return end(step.agreement);
      case StepKind::expire:
        return expire(step.agreement);
      case StepKind::close:
        return close(step.actor);
      case StepKind::merge:
        return merge(step.actor, step.into);
      case StepKind::adopt:
        return adopt(step.agreement, step.actor);
      case StepKind::start:
        return start(step.agreement);
      case StepKind::add:
        return add(step.proposed);
    }
    return std::nullopt;
  }

  Network& network() { return out_.network; }

  // Agreements of earlier steps too.
  AgreementId agreement_of(const Key& key) const {
    const AgreementId known = index_.agreement(key);
    if (known.is_set()) return known;
    for (const AgreementId id : out_.added) {
      if (out_.network.agreement(id).key == key) return id;
    }
    return {};
  }

  bool is_over(AgreementId id) const {
    const Agreement& agreement = out_.network.agreement(id);
    return agreement.status == AgreementStatus::ended || (agreement.valid && agreement.valid->ended_before(day_));
  }

  Refusal end(const Key& key) {
    const AgreementId id = agreement_of(key);
    if (!id.is_set()) return refusal("scenario.refused.no_agreement", key);
    if (is_over(id)) return refusal("scenario.refused.over", key);
    end_now(id);
    return std::nullopt;
  }

  void end_now(AgreementId id) {
    Agreement& agreement = network().agreements.mutable_row(id.value);
    agreement.status = AgreementStatus::ended;
    const Date before = add_days(day_, -1);
    Validity valid = agreement.valid.value_or(Validity{});
    if (!valid.from.is_set() || valid.from.earliest() <= before) {
      valid.end = Validity::End::date;
      valid.to = partial(before);
      agreement.valid = valid;
    }
    ended_.insert(id);
  }

  Refusal expire(const Key& key) {
    const AgreementId id = agreement_of(key);
    if (!id.is_set()) return refusal("scenario.refused.no_agreement", key);
    if (is_over(id)) return refusal("scenario.refused.over", key);
    const Agreement& agreement = network().agreement(id);
    if (!agreement.valid || agreement.valid->end != Validity::End::date) {
      return refusal("scenario.refused.no_end", key);
    }
    network().agreements.mutable_row(id.value).status = AgreementStatus::ended;  // its own end stays as it is
    ended_.insert(id);
    return std::nullopt;
  }

  Refusal start(const Key& key) {
    const AgreementId id = agreement_of(key);
    if (!id.is_set()) return refusal("scenario.refused.no_agreement", key);
    if (network().agreement(id).is_active_on(day_)) return refusal("scenario.refused.active", key);
    Agreement& agreement = network().agreements.mutable_row(id.value);
    agreement.status = AgreementStatus::active;
    if (!agreement.valid) return std::nullopt;
    Validity& valid = *agreement.valid;
    if (valid.from.is_set() && valid.from.earliest() > day_) valid.from = partial(day_);
    if (valid.ended_before(day_)) {
      valid.end = Validity::End::not_known;
      valid.to = {};
    }
    return std::nullopt;
  }

  Refusal close(const Key& key) {
    const ActorId actor = index_.actor(key);
    if (!actor.is_set()) return refusal("scenario.refused.no_actor", key);
    if (closed_.count(actor) > 0) return refusal("scenario.refused.closed", key);
    close_row(actor);
    for_each_party_row(actor, [](Agreement&, Party& party) { party.state = PartyState::withdrawn; });
    forget_on_behalf_of(actor);
    for (std::size_t i = 0; i < network().agreements.size(); ++i) {
      const AgreementId id(i);
      if (network().agreement(id).founds.id == actor && !is_over(id)) end_now(id);
    }
    forget_member(actor);
    return std::nullopt;
  }

  Refusal merge(const Key& key, const Key& into_key) {
    const ActorId actor = index_.actor(key);
    const ActorId into = index_.actor(into_key);
    if (!actor.is_set()) return refusal("scenario.refused.no_actor", key);
    if (!into.is_set()) return refusal("scenario.refused.no_actor", into_key);
    if (actor == into) return refusal("scenario.refused.itself", key);
    if (closed_.count(actor) > 0) return refusal("scenario.refused.closed", key);
    if (closed_.count(into) > 0) return refusal("scenario.refused.closed", into_key);
    close_row(actor);
    take_over_people(actor, into);
    take_over_rows(actor, into);
    take_over_agreements(actor, into);
    return std::nullopt;
  }

  Refusal adopt(const Key& key, const Key& actor_key) {
    const AgreementId id = agreement_of(key);
    const ActorId actor = index_.actor(actor_key);
    if (!id.is_set()) return refusal("scenario.refused.no_agreement", key);
    if (!actor.is_set()) return refusal("scenario.refused.no_actor", actor_key);
    if (closed_.count(actor) > 0) return refusal("scenario.refused.closed", actor_key);
    Agreement& agreement = network().agreements.mutable_row(id.value);
    bool is_party = false;
    for (Party& party : agreement.parties) {
      if (party.actor.id != actor) continue;
      is_party = true;
      if (party.state_or_unknown() == PartyState::adopted && party.includes(day_)) {
        return refusal("scenario.refused.adopted", actor_key);
      }
      adopt_now(party);
    }
    if (!is_party) agreement.parties.push_back(new_party(agreement, actor));
    return std::nullopt;
  }

  void adopt_now(Party& party) const {
    party.state = PartyState::adopted;
    if (party.includes(day_)) return;
    party.from = {};
    party.end = Validity::End::not_known;
    party.to = {};
  }

  // In the role of those who are like it.
  Party new_party(const Agreement& agreement, ActorId actor) const {
    Party party;
    party.actor.id = actor;
    party.state = PartyState::adopted;
    party.role = "participant";
    for (const Party& other : agreement.parties) {
      if (other.actor.id.is_set() && facts_.actor(other.actor.id).type == facts_.actor(actor).type) {
        party.role = other.role;
        break;
      }
    }
    return party;
  }

  Refusal add(const std::optional<Agreement>& proposed) {
    if (!proposed) return refusal("scenario.refused.nothing", "");
    if (agreement_of(proposed->key).is_set() || index_.actor(proposed->key).is_set()) {
      return refusal("scenario.refused.taken", proposed->key);
    }
    Agreement agreement = *proposed;
    for (Party& party : agreement.parties) {
      if (auto refused = resolve(party.actor)) return refused;
      for (ActorRef& ref : party.on_behalf_of) {
        if (auto refused = resolve(ref)) return refused;
      }
    }
    if (agreement.parties.empty()) return refusal("scenario.refused.no_parties", agreement.key);
    resolve_rest(agreement);
    out_.added.emplace_back(network().agreements.size());
    network().agreements.push_back(std::move(agreement));
    return std::nullopt;
  }

  Refusal resolve(ActorRef& ref) const {
    if (ref.id.is_set()) return std::nullopt;
    const ActorId actor = index_.actor(ref.unresolved);
    if (!actor.is_set()) return refusal("scenario.refused.no_actor", ref.unresolved);
    if (closed_.count(actor) > 0) return refusal("scenario.refused.closed", ref.unresolved);
    ref = {actor, {}};
    return std::nullopt;
  }

  // What is no party says nothing of ties: a reference to nothing stays so.
  void resolve_rest(Agreement& agreement) const {
    const auto actor = [this](ActorRef& ref) {
      if (const ActorId id = index_.actor(ref.unresolved); id.is_set()) ref = {id, {}};
    };
    const auto other = [this](AgreementRef& ref) {
      if (const AgreementId id = agreement_of(ref.unresolved); id.is_set()) ref = {id, {}};
    };
    for (Funding& funding : agreement.funding) {
      actor(funding.from);
      actor(funding.to);
    }
    for (Duty& duty : agreement.duties) {
      actor(duty.by);
      actor(duty.to);
    }
    for (AgreementRef& ref : agreement.supersedes) other(ref);
    other(agreement.under);
    actor(agreement.founds);
  }

  void close_row(ActorId actor) {
    Actor& row = network().actors.mutable_row(actor.value);
    Validity valid = row.valid.value_or(Validity{});
    const Date before = add_days(day_, -1);
    if (valid.from.is_set() && valid.from.earliest() > before) valid.from = {};
    valid.end = Validity::End::date;
    valid.to = partial(before);
    row.valid = valid;
    closed_.insert(actor);
  }

  // Every party row of it, in agreements of earlier steps too.
  template <class Change>
  void for_each_party_row(ActorId actor, const Change& change) {
    for (std::size_t i = 0; i < network().agreements.size(); ++i) {
      const std::vector<Party>& parties = network().agreements[i].parties;
      const auto is_it = [actor](const Party& party) { return party.actor.id == actor; };
      if (std::none_of(parties.begin(), parties.end(), is_it)) continue;
      Agreement& agreement = network().agreements.mutable_row(i);
      for (Party& party : agreement.parties) {
        if (is_it(party)) change(agreement, party);
      }
    }
  }

  void forget_on_behalf_of(ActorId actor) {
    for (std::size_t i = 0; i < network().agreements.size(); ++i) {
      const std::vector<Party>& parties = network().agreements[i].parties;
      const auto signs_for_it = [actor](const Party& party) { return speaks_of(party.on_behalf_of, actor); };
      if (std::none_of(parties.begin(), parties.end(), signs_for_it)) continue;
      for (Party& party : network().agreements.mutable_row(i).parties) erase(party.on_behalf_of, actor);
    }
  }

  // Of the network as earlier steps have left it.
  void forget_member(ActorId actor) {
    for (std::size_t i = 0; i < network().actors.size(); ++i) {
      if (speaks_of(network().actors[i].members, actor)) erase(network().actors.mutable_row(i).members, actor);
    }
  }

  static bool speaks_of(const std::vector<ActorRef>& refs, ActorId actor) {
    return std::any_of(refs.begin(), refs.end(), [actor](const ActorRef& ref) { return ref.id == actor; });
  }
  static void erase(std::vector<ActorRef>& refs, ActorId actor) {
    std::erase_if(refs, [actor](const ActorRef& ref) { return ref.id == actor; });
  }
  static void replace(std::vector<ActorRef>& refs, ActorId actor, ActorId into) {
    if (!speaks_of(refs, actor)) return;
    erase(refs, actor);
    if (!speaks_of(refs, into)) refs.push_back({into, {}});
  }

  void take_over_people(ActorId actor, ActorId into) {
    const auto people = network().actor(actor).population;
    if (!people) return;
    Actor& row = network().actors.mutable_row(into.value);
    if (row.population) row.population = *row.population + *people;
  }

  // Units and memberships.
  void take_over_rows(ActorId actor, ActorId into) {
    // Where it goes into one of its own units, that one takes its place, so that no unit comes to belong to itself.
    if (belongs_to(into, actor)) {
      network().actors.mutable_row(into.value).parent = network().actor(actor).parent;
    }
    for (std::size_t i = 0; i < network().actors.size(); ++i) {
      const Actor& row = network().actors[i];
      const bool is_member = speaks_of(row.members, actor);
      if (row.parent.id == actor && ActorId(i) != into) network().actors.mutable_row(i).parent = {into, {}};
      if (is_member) replace(network().actors.mutable_row(i).members, actor, into);
    }
  }

  bool belongs_to(ActorId unit, ActorId whole) {
    constexpr int most_levels = 64;  // a loop is an error of the file
    for (int level = 0; level < most_levels && unit.is_set(); ++level) {
      unit = network().actor(unit).parent.id;
      if (unit == whole) return true;
    }
    return false;
  }

  void take_over_agreements(ActorId actor, ActorId into) {
    for (std::size_t i = 0; i < network().agreements.size(); ++i) {
      if (!is_named_in(network().agreements[i], actor)) continue;
      Agreement& agreement = network().agreements.mutable_row(i);
      if (agreement.founds.id == actor) agreement.founds.id = into;
      take_over_parties(agreement.parties, actor, into);
      for (Funding& funding : agreement.funding) {
        if (funding.from.id == actor) funding.from.id = into;
        if (funding.to.id == actor) funding.to.id = into;
      }
      for (Duty& duty : agreement.duties) {
        if (duty.by.id == actor) duty.by.id = into;
        if (duty.to.id == actor) duty.to.id = into;
      }
    }
  }

  static bool is_named_in(const Agreement& agreement, ActorId actor) {
    const auto is_party = [actor](const Party& p) { return p.actor.id == actor || speaks_of(p.on_behalf_of, actor); };
    const auto pays = [actor](const Funding& f) { return f.from.id == actor || f.to.id == actor; };
    const auto owes = [actor](const Duty& d) { return d.by.id == actor || d.to.id == actor; };
    return agreement.founds.id == actor || std::any_of(agreement.parties.begin(), agreement.parties.end(), is_party) ||
           std::any_of(agreement.funding.begin(), agreement.funding.end(), pays) ||
           std::any_of(agreement.duties.begin(), agreement.duties.end(), owes);
  }

  // A row of the day says more than one that is over, whatever it said.
  bool is_firmer(const Party& party, const Party& than) const {
    if (party.includes(day_) != than.includes(day_)) return party.includes(day_);
    return stronger(than.state_or_unknown(), party.state_or_unknown()) != than.state_or_unknown();
  }

  void take_over_parties(std::vector<Party>& parties, ActorId actor, ActorId into) const {
    for (std::size_t i = 0; i < parties.size(); ++i) {
      replace(parties[i].on_behalf_of, actor, into);
      if (parties[i].actor.id == into || parties[i].actor.id == actor) erase(parties[i].on_behalf_of, into);
      if (parties[i].actor.id != actor) continue;
      const auto own = std::find_if(parties.begin(), parties.end(), [&](const Party& other) {
        return other.actor.id == into && other.role == parties[i].role && other.service == parties[i].service;
      });
      if (own == parties.end()) {
        parties[i].actor.id = into;
        continue;
      }
      if (is_firmer(parties[i], *own)) {
        const ActorRef kept = own->actor;
        *own = parties[i];
        own->actor = kept;
      }
      parties.erase(parties.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
    }
  }

  const Network& facts_;
  const NetworkIndex& index_;
  Date day_;
  AppliedScenario out_;
  std::set<ActorId> closed_;
  std::set<AgreementId> ended_;
};

}  // namespace

const char* word(StepKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<StepKind> step_kind(std::string_view word) {
  const auto found = std::find(kind_words.begin(), kind_words.end(), word);
  if (found == kind_words.end()) return std::nullopt;
  return static_cast<StepKind>(found - kind_words.begin());
}

AppliedScenario apply(const Network& network, const NetworkIndex& index, const Scenario& scenario, Date day) {
  return Applier(network, index, day).apply(scenario);
}

}  // namespace samverka
