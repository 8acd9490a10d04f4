#include "analysis/area_record.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/observed.h"
#include "analysis/partners.h"
#include "analysis/situation.h"

namespace samverka {
namespace {

bool is_about(const Taxonomy& taxonomy, const Agreement& agreement, const AreaCode& wanted) {
  return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                     [&](const AreaCode& area) { return taxonomy.area_matches(wanted, area); });
}

class AreaCounter {
 public:
  AreaCounter(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part, Date day)
      : network_(network), taxonomy_(taxonomy), part_(part), day_(day) {
    for (const ActorId id : part.actors) {
      if (network.actor(id).type == "municipality") municipalities_.push_back(id);
    }
  }

  AreaRecord count(const AreaCode& area) const {
    AreaRecord record;
    record.area = area;
    record.municipalities = municipalities_.size();
    std::set<AgreementId> about;
    for (const AgreementId id : part_.agreements) {
      if (!is_about(taxonomy_, network_.agreement(id), area)) continue;
      about.insert(id);
      count_agreement(network_.agreement(id), record);
    }
    count_structures(about, record);
    count_municipalities(about, record);
    return record;
  }

 private:
  void count_agreement(const Agreement& agreement, AreaRecord& record) const {
    ++record.agreements;
    if (agreement.is_active_on(day_)) ++record.active;
    if (agreement.status == AgreementStatus::unknown) ++record.not_known;
  }

  void count_structures(const std::set<AgreementId>& about, AreaRecord& record) const {
    std::set<ActorId> found;
    const auto add = [&](AgreementId agreement, ActorId actor) {
      const std::string& group = taxonomy_.group_of(network_.actor(actor).type).code;
      if (about.count(agreement) > 0 && (group == "rss" || group == "support")) found.insert(actor);
    };
    for (const Participation& p : part_.participations) add(p.agreement, p.actor);
    for (const Founding& f : part_.foundings) add(f.agreement, f.actor);
    record.structures = found.size();
  }

  void count_municipalities(const std::set<AgreementId>& about, AreaRecord& record) const {
    std::map<ActorId, bool> has_tie;
    for (const Participation& p : part_.participations) {
      if (about.count(p.agreement) == 0 || network_.actor(p.actor).type != "municipality") continue;
      if (network_.agreement(p.agreement).parties.size() > crowd_parties) continue;
      has_tie[p.actor] = has_tie[p.actor] || p.is_confirmed;
    }
    for (const ActorId id : municipalities_) {
      const auto found = has_tie.find(id);
      if (found != has_tie.end()) {
        (found->second ? record.confirmed : record.unconfirmed) += 1;
      } else if (is_observed(network_, taxonomy_, id, record.area)) {
        ++record.observed_none;
      }
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const SubNetwork& part_;
  Date day_;
  std::vector<ActorId> municipalities_;
};

}  // namespace

Filter filter_for_place(std::string_view place) {
  if (place.empty()) return {};
  return {{FilterClause{is_county_code(place) ? "county" : "municipality", {std::string(place)}, false}}};
}

std::vector<AreaRecord> record_by_area(const Network& network, const Taxonomy& taxonomy, Date day,
                                       std::string_view place) {
  const SubNetwork part = restrict(network, taxonomy, filter_for_place(place), day);
  const AreaCounter counter(network, taxonomy, part, day);
  std::vector<AreaRecord> records;
  for (const Area& area : taxonomy.areas.rows()) {
    if (!area.is_outside) records.push_back(counter.count(area.code));
  }
  return records;
}

}  // namespace samverka
