#include "analysis/weak_points.h"

#include <algorithm>

#include "analysis/observed.h"
#include "analysis/situation.h"
#include "base/collate.h"

namespace samverka {
namespace {

class WeakPointFinder {
 public:
  WeakPointFinder(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                  const WeakQuestion& question)
      : network_(network),
        index_(index),
        taxonomy_(taxonomy),
        question_(question),
        part_(restrict(network, taxonomy, question.filter, question.day)),
        ties_(ties_of(network, taxonomy, part_)),
        belonging_(actors_of_place(network, index, question.place)) {
    found_.has_umbrellas = question.with_umbrellas || asks_for_structures(question.area);
  }

  WeakPoints find() {
    choose_agreements();
    const TieGraph graph = tie_graph_of(ties_, chosen_, part_.actors);
    tell_cuts(graph);
    const TieGraph local = tie_graph_of(ties_, agreements_that_join(), actors_that_join(graph));
    tell_links(local);
    const std::vector<ActorId> municipalities = municipalities_of_place();
    const std::vector<AreaCode> areas = areas_asked();
    found_.sole = sole_partners(network_, taxonomy_, ties_, actors_of_place_shown(), areas, found_.has_umbrellas);
    found_.footholds = footholds_by_area(network_, taxonomy_, ties_, municipalities, areas, found_.has_umbrellas);
    found_.ways = ways_to_region(network_, index_, local, municipalities);
    find_loners(graph);
    find_upkeep();
    return std::move(found_);
  }

 private:
  bool is_here(ActorId actor) const { return question_.place.empty() || belonging_[actor.value] != Belonging::none; }
  bool is_here(const std::vector<ActorId>& actors) const {
    return std::any_of(actors.begin(), actors.end(), [this](ActorId actor) { return is_here(actor); });
  }
  bool has_party_here(AgreementId id) const {
    const std::vector<Party>& parties = network_.agreement(id).parties;
    return question_.place.empty() || std::any_of(parties.begin(), parties.end(), [this](const Party& party) {
             return party.actor.id.is_set() && is_here(party.actor.id);
           });
  }

  // What is asked about, umbrellas apart.
  void choose_agreements() {
    is_under_umbrella_.assign(network_.actors.size(), false);
    for (std::uint32_t i = 0; i < ties_.agreements.size(); ++i) {
      const TiedAgreement& agreement = ties_.agreements[i];
      if (!is_about(network_.agreement(agreement.id), taxonomy_, question_.area)) continue;
      if (agreement.is_umbrella) found_.umbrellas.push_back(agreement.id);
      if (!agreement.is_umbrella || found_.has_umbrellas) {
        chosen_.push_back(i);
      } else {
        for (const ActorId actor : agreement.actors) is_under_umbrella_[actor.value] = true;
      }
    }
  }

  void tell_cuts(const TieGraph& graph) {
    found_.tied_actors = graph.actors;
    found_.tied_agreements = chosen_.size();
    found_.ties = graph.ties;
    found_.cuts = graph_cuts(graph);
    std::erase_if(found_.cuts.actors, [this](ActorId actor) { return !is_here(actor); });
    std::erase_if(found_.cuts.agreements, [this](AgreementId id) { return !has_party_here(id); });
    std::erase_if(found_.cuts.bridges,
                  [this](const auto& bridge) { return !is_here(bridge.first) && !has_party_here(bridge.second); });
  }

  std::vector<std::uint32_t> agreements_that_join() {
    std::vector<std::uint32_t> joining;
    for (const std::uint32_t at : chosen_) {
      const TiedAgreement& agreement = ties_.agreements[at];
      if (agreement.is_grant) found_.grants.push_back(agreement.id);
      if (!agreement.is_grant) joining.push_back(at);
    }
    return joining;
  }

  std::vector<ActorId> actors_that_join(const TieGraph& graph) {
    std::vector<ActorId> joining;
    for (std::uint32_t v = 0; v < graph.incidence.actors.size(); ++v) {
      const ActorId actor = graph.incidence.actors[v];
      const bool is_national_one = is_national(network_.actor(actor), taxonomy_);
      if (is_national_one && !graph.incidence.graph.neighbours(v).empty()) found_.national.push_back(actor);
      if (!is_national_one || found_.has_umbrellas) joining.push_back(actor);
    }
    return joining;
  }

  void tell_links(const TieGraph& graph) {
    found_.links = only_links(graph);
    const auto is_elsewhere = [this](const CutOff& cut) {
      if (cut.actor.is_set() ? is_here(cut.actor) : has_party_here(cut.agreement)) return false;
      return std::none_of(cut.parts.begin(), cut.parts.end(), [this](const auto& part) { return is_here(part); });
    };
    std::erase_if(found_.links.points, is_elsewhere);
    std::erase_if(found_.links.bridges, is_elsewhere);
  }

  std::vector<AreaCode> areas_asked() const {
    if (!question_.area.empty()) return {question_.area};
    std::vector<AreaCode> tops;
    for (const Area& area : taxonomy_.areas.rows()) {
      if (area.parent.empty() && !area.is_outside) tops.push_back(area.code);
    }
    return tops;
  }

  std::vector<ActorId> actors_of_place_shown() const {
    std::vector<ActorId> actors = part_.actors;
    std::erase_if(actors, [this](ActorId actor) { return !is_here(actor); });
    return actors;
  }

  std::vector<ActorId> municipalities_of_place() const {
    std::vector<ActorId> actors = actors_of_place_shown();
    std::erase_if(actors, [this](ActorId actor) { return network_.actor(actor).type != "municipality"; });
    std::stable_sort(actors.begin(), actors.end(), [this](ActorId a, ActorId b) {
      return swedish_less(network_.actor(a).shown_name(), network_.actor(b).shown_name());
    });
    return actors;
  }

  bool is_founded(ActorId actor) const {
    return std::any_of(part_.foundings.begin(), part_.foundings.end(),
                       [actor](const Founding& founding) { return founding.actor == actor; });
  }

  void find_loners(const TieGraph& graph) {
    for (std::uint32_t v = 0; v < graph.incidence.actors.size(); ++v) {
      const ActorId actor = graph.incidence.actors[v];
      if (!graph.incidence.graph.neighbours(v).empty() || !is_here(actor)) continue;
      const bool is_seen = !question_.area.empty() && is_observed(network_, taxonomy_, actor, question_.area);
      found_.loners.push_back({actor, is_founded(actor), is_under_umbrella_[actor.value], is_seen});
    }
  }

  void find_upkeep() {
    std::vector<AgreementId> agreements;
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      if (question_.filter.accepts(agreement, taxonomy_, &network_) && is_about(agreement, taxonomy_, question_.area) &&
          has_party_here(AgreementId(i))) {
        agreements.push_back(AgreementId(i));
      }
    }
    found_.upkeep = upkeep_of(network_, agreements, question_.day, question_.months, question_.stale_months);
    for (const Deadline& deadline : found_.upkeep.deadlines) {
      found_.expiring.push_back({deadline, {}});
      for (const SolePartner& sole : found_.sole) {
        if (sole.agreement == deadline.agreement) found_.expiring.back().leaves.push_back(sole);
      }
    }
  }

  const Network& network_;
  const NetworkIndex& index_;
  const Taxonomy& taxonomy_;
  const WeakQuestion& question_;
  SubNetwork part_;
  Ties ties_;
  std::vector<Belonging> belonging_;
  std::vector<std::uint32_t> chosen_;    // places in ties_
  std::vector<bool> is_under_umbrella_;  // by ActorId
  WeakPoints found_;
};

}  // namespace

WeakPoints weak_points(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const WeakQuestion& question) {
  return WeakPointFinder(network, index, taxonomy, question).find();
}

}  // namespace samverka
