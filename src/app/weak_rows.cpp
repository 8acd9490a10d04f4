#include "app/weak_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/situation.h"
#include "base/utf8.h"
#include "model/titled_end.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t names_in_a_row = 6;

class WeakRowMaker {
 public:
  WeakRowMaker(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
               const WeakQuestion& question, const WeakPoints& found, const Texts& texts, const std::string& own_place,
               std::size_t most)
      : network_(network), taxonomy_(taxonomy), question_(question), found_(found), texts_(texts), most_(most) {
    if (!own_place.empty()) belonging_ = actors_of_place(network, index, own_place);
  }

  std::vector<WeakKind> make() {
    return {only_links(),    only_ties(), sole_partners(), footholds(),   ways(),  loners(),
            umbrella_only(), expiring(),  expired(),       titled_ends(), stale(), perspectives()};
  }

 private:
  using Id = WeakKind::Id;

  bool is_own(ActorId actor) const { return !belonging_.empty() && belonging_[actor.value] != Belonging::none; }
  bool has_own_party(AgreementId id) const {
    const std::vector<Party>& parties = network_.agreement(id).parties;
    return std::any_of(parties.begin(), parties.end(),
                       [this](const Party& party) { return party.actor.id.is_set() && is_own(party.actor.id); });
  }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }
  std::string name(ActorId id) const { return told_name(network_, id); }
  std::string name(AgreementId id) const {
    const Agreement& agreement = network_.agreement(id);
    return displayable(agreement.title.empty() ? agreement.key : agreement.title);
  }
  std::string names(std::vector<ActorId> actors) const {
    return told_names(network_, municipalities_first(network_, std::move(actors)), names_in_a_row, texts_);
  }

  WeakKind finished(WeakKind kind) const {
    for (WeakRow& row : kind.rows) {
      row.is_own =
          std::any_of(row.actors.begin(), row.actors.end(), [this](ActorId a) { return is_own(a); }) ||
          std::any_of(row.agreements.begin(), row.agreements.end(), [this](AgreementId a) { return has_own_party(a); });
    }
    std::stable_partition(kind.rows.begin(), kind.rows.end(), [](const WeakRow& row) { return row.is_own; });
    kind.count = kind.rows.size();
    if (kind.rows.size() > most_) kind.rows.resize(most_);
    return kind;
  }

  // Those who still have each other stand in parentheses.
  std::string cut_off(const CutOff& cut) const {
    std::string words;
    std::size_t left = names_in_a_row, untold = 0;
    for (const auto& part : told_parts(network_, cut.parts)) {
      if (left == 0) {
        untold += part.size();
        continue;
      }
      const std::string who = told_names(network_, municipalities_first(network_, part), left, texts_);
      words += (words.empty() ? "" : ", ") + (part.size() > 1 ? "(" + who + ")" : who);
      left -= std::min(left, part.size());
    }
    return untold == 0 ? words : words + " " + texts_.tr("told.and_more", {{"n", number(untold)}});
  }

  WeakRow row_of(const CutOff& cut) const {
    WeakRow row;
    if (cut.actor.is_set()) row.actors.push_back(cut.actor);
    if (cut.agreement.is_set()) row.agreements.push_back(cut.agreement);
    row.is_agreement_first = !cut.actor.is_set();
    for (const auto& part : cut.parts) row.actors.insert(row.actors.end(), part.begin(), part.end());
    return row;
  }

  WeakKind only_links() const {
    WeakKind kind{Id::only_links, texts_.tr("weakness.only_links"), texts_.tr("weakness.only_links.about"), 0, {}};
    for (const CutOff& cut : found_.links.points) {
      WeakRow row = row_of(cut);
      const TextArgs args = {{"what", cut.actor.is_set() ? name(cut.actor) : name(cut.agreement)},
                             {"who", cut_off(cut)},
                             {"rest", number(cut.rest)}};
      if (cut.actor.is_set()) {
        row.words = texts_.tr(cut.rest > 0 ? "weakness.actor_leaves" : "weakness.actor_leaves_all", args);
      } else {
        row.words = texts_.tr(cut.rest > 0 ? "weakness.agreement_ends" : "weakness.agreement_ends_all", args);
      }
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  // Who falls off alone with its one agreement stands among the sole partners; here those who take others with them.
  WeakKind only_ties() const {
    WeakKind kind{Id::only_ties, texts_.tr("weakness.only_ties"), texts_.tr("weakness.only_ties.about"), 0, {}};
    for (const CutOff& cut : found_.links.bridges) {
      if (cut.count() < 2 || cut.rest == 0) continue;
      WeakRow row = row_of(cut);
      row.words = texts_.tr("weakness.bridge", {{"actor", name(cut.actor)},
                                                {"agreement", name(cut.agreement)},
                                                {"who", cut_off(cut)},
                                                {"rest", number(cut.rest)}});
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  std::string what_hangs_on(const Burden& burden) const {
    std::string words;
    for (const auto& [actors, kinds] : burden.kinds) {
      words += (words.empty() ? "" : "; ") +
               texts_.tr(burden.agreement.is_set() ? "weakness.only_way_to" : "weakness.only_partner_of",
                         {{"kinds", told_kinds(taxonomy_, kinds, texts_.language())},
                          {"who", names({actors.begin(), actors.end()})}});
    }
    return words;
  }

  WeakKind sole_partners() const {
    WeakKind kind{Id::sole_partners, texts_.tr("weakness.sole"), texts_.tr("weakness.sole.about"), 0, {}};
    for (const Burden& burden : burdens_of(found_.sole)) {
      WeakRow row;
      row.is_agreement_first = burden.agreement.is_set();
      std::string areas;
      for (const AreaCode& area : burden.areas) areas += (areas.empty() ? "" : ", ") + displayable(area);
      row.words = (burden.agreement.is_set() ? name(burden.agreement) : name(burden.partner)) + " · " + areas;
      row.more = what_hangs_on(burden);
      if (burden.partner.is_set()) row.actors.push_back(burden.partner);
      if (burden.agreement.is_set()) row.agreements.push_back(burden.agreement);
      row.actors.insert(row.actors.end(), burden.actors.begin(), burden.actors.end());
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  WeakKind footholds() const {
    WeakKind kind{Id::footholds, texts_.tr("weakness.footholds"), texts_.tr("weakness.footholds.about"), 0, {}};
    for (const AreaFootholds& area : found_.footholds) {
      const FootholdCount count = count_of(area);
      WeakRow row;
      for (const Footholds& of : area.rows) {
        if (of.independent == 1) row.actors.push_back(of.municipality);
      }
      row.words = told_area(taxonomy_, area.area, texts_.language());
      row.more = texts_.tr("weakness.foothold_counts", {{"two", number(count.two_or_more)},
                                                        {"one", number(count.one)},
                                                        {"umbrella", number(count.umbrella_only)},
                                                        {"none", number(count.observed_none)},
                                                        {"unknown", number(count.no_record)}});
      kind.rows.push_back(std::move(row));
    }
    kind.count = kind.rows.size();  // in the areas' order
    return kind;
  }

  WeakKind ways() const {
    WeakKind kind{Id::ways, texts_.tr("weakness.ways"), texts_.tr("weakness.ways.about"), 0, {}};
    for (std::size_t ways = 1; ways != static_cast<std::size_t>(-1); --ways) {
      for (const WaysToRegion& way : found_.ways) {
        if (way.ways != ways) continue;
        WeakRow row;
        row.words = texts_.tr(ways == 1 ? "weakness.one_way" : "weakness.no_way",
                              {{"name", name(way.municipality)}, {"region", name(way.region)}});
        row.actors = {way.municipality, way.region};
        kind.rows.push_back(std::move(row));
      }
    }
    return finished(std::move(kind));
  }

  WeakKind loners() const {
    WeakKind kind{Id::loners, texts_.tr("weakness.loners"), texts_.tr("weakness.loners.about"), 0, {}};
    return with_loners(std::move(kind), false);
  }

  WeakKind umbrella_only() const {
    WeakKind kind{
        Id::umbrella_only, texts_.tr("weakness.umbrella_only"), texts_.tr("weakness.umbrella_only.about"), 0, {}};
    return with_loners(std::move(kind), true);
  }

  // Those who are party of an umbrella that was left out, or those who are party of nothing.
  WeakKind with_loners(WeakKind kind, bool has_umbrella) const {
    std::vector<ActorId> alone;
    std::map<ActorId, const Loner*> row_of_actor;
    for (const Loner& loner : found_.loners) {
      if (loner.is_founded || loner.has_umbrella != has_umbrella) continue;  // its founders are tied
      alone.push_back(loner.actor);
      row_of_actor[loner.actor] = &loner;
    }
    for (const ActorId actor : municipalities_first(network_, alone)) {
      const Loner& loner = *row_of_actor.at(actor);
      WeakRow row;
      row.words = name(actor);
      row.more = taxonomy_.actor_types.label(network_.actor(actor).type, texts_.language());
      if (loner.is_observed) {
        row.more += " · " + texts_.tr("weakness.loner_observed");
      } else if (!has_umbrella) {
        row.more += " · " + texts_.tr("weakness.loner_unknown");
      }
      row.actors = {actor};
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  std::string words_of(const Deadline& row) const {
    const TextArgs args = {{"date", texts_.date(partial(row.on))},
                           {"ends", row.ends ? texts_.date(partial(*row.ends)) : ""},
                           {"what", name(row.agreement)}};
    if (row.kind == Deadline::Kind::notice) return texts_.tr("weak.notice", args);
    return texts_.tr(row.kind == Deadline::Kind::end ? "weak.end" : "weak.review", args);
  }

  WeakKind expiring() const {
    WeakKind kind{Id::expiring,
                  texts_.tr("weakness.expiring", {{"months", std::to_string(question_.months)}}),
                  texts_.tr("weakness.expiring.about",
                            {{"active", number(found_.upkeep.active)}, {"with_end", number(found_.upkeep.with_end)}}),
                  0,
                  {}};
    for (const Expiring& of : found_.expiring) {
      WeakRow row;
      row.is_agreement_first = true;
      row.words = words_of(of.deadline);
      row.agreements = {of.deadline.agreement};
      for (const Burden& burden : burdens_of(of.leaves)) {
        row.more += (row.more.empty() ? "" : "; ") + what_hangs_on(burden);
        row.actors.insert(row.actors.end(), burden.actors.begin(), burden.actors.end());
      }
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  template <class Words>
  WeakKind of_agreements(Id id, const std::string& words, const std::string& about,
                         const std::vector<AgreementId>& agreements, Words more) const {
    WeakKind kind{id, words, about, 0, {}};
    for (const AgreementId agreement : agreements) {
      WeakRow row;
      row.is_agreement_first = true;
      row.words = name(agreement);
      row.more = more(network_.agreement(agreement));
      row.agreements = {agreement};
      kind.rows.push_back(std::move(row));
    }
    return finished(std::move(kind));
  }

  WeakKind expired() const {
    return of_agreements(Id::expired, texts_.tr("weakness.expired"), texts_.tr("weakness.expired.about"),
                         found_.upkeep.expired, [this](const Agreement& agreement) {
                           return texts_.tr("weakness.ended", {{"date", texts_.date(agreement.valid->to)}});
                         });
  }

  WeakKind titled_ends() const {
    return of_agreements(
        Id::titled_ends, texts_.tr("weakness.titled_end"), texts_.tr("weakness.titled_end.about"),
        found_.upkeep.titled_ends, [this](const Agreement& agreement) {
          return texts_.tr("weakness.titled_year", {{"year", std::to_string(titled_end_of(agreement)->year)}});
        });
  }

  WeakKind stale() const {
    return of_agreements(
        Id::stale, texts_.tr("weakness.stale", {{"months", std::to_string(question_.stale_months)}}),
        texts_.tr("weakness.stale.about", {{"n", number(found_.upkeep.not_dated)}}), found_.upkeep.stale,
        [this](const Agreement& agreement) {
          return texts_.tr("weakness.learned", {{"date", texts_.date(agreement.provenance->recorded)}});
        });
  }

  WeakKind perspectives() const {
    return of_agreements(
        Id::perspectives, texts_.tr("weakness.perspectives"),
        texts_.tr("weakness.perspectives.about",
                  {{"n", number(found_.upkeep.perspectives_none.size())}, {"active", number(found_.upkeep.active)}}),
        found_.upkeep.perspectives_not_recorded,
        [this](const Agreement& agreement) { return taxonomy_.forms.label(agreement.form, texts_.language()); });
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const WeakQuestion& question_;
  const WeakPoints& found_;
  const Texts& texts_;
  std::size_t most_;
  std::vector<Belonging> belonging_;  // empty: no place is one's own
};

}  // namespace

std::vector<WeakKind> weak_rows(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                const WeakQuestion& question, const WeakPoints& found, const Texts& texts,
                                const std::string& own_place, std::size_t most) {
  return WeakRowMaker(network, index, taxonomy, question, found, texts, own_place, most).make();
}

}  // namespace samverka
