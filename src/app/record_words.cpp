#include "app/record_words.h"

namespace samverka {

std::string county_name(const Assets& assets, const Network& network, const NetworkIndex& index, const Texts& texts,
                        const std::string& county) {
  for (const MapShapes::Place& place : assets.shapes.counties) {
    if (place.code == county) return place.name;
  }
  const ActorId region = index.region_of_county(county);
  if (region.is_set() && !network.actor(region).name.empty()) return network.actor(region).name;
  return county.empty() ? "" : texts.tr("ui.county_code", {{"code", county}});
}

std::string status_in_words(const Agreement& agreement, Date day, const Taxonomy& taxonomy, const Texts& texts) {
  if (agreement.status == AgreementStatus::active && agreement.valid && agreement.valid->ended_before(day)) {
    return texts.tr("status.expired", {{"date", texts.date(agreement.valid->to)}});
  }
  return taxonomy.statuses.label(word(agreement.status), texts.language());
}

}  // namespace samverka
