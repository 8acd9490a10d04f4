#include "ui/describe_support.h"

#include <algorithm>

#include "base/collate.h"

namespace samverka {
namespace {

std::vector<Supporter> supporters_in(const std::vector<CountySupport>& counties, ActorId municipality) {
  std::vector<Supporter> found;
  for (const CountySupport& county : counties) {
    for (const SupportStructure& structure : county.structures) {
      for (const ServedMunicipality& served : structure.served) {
        if (served.municipality == municipality) found.push_back({structure.actor, served.footing});
      }
    }
  }
  return found;
}

}  // namespace

void renew_support(const Session& session, SupportState& support) {
  const std::pair stamp{session.document_revision(), session.view.date};
  if (support.stamp == stamp) return;
  support.stamp = stamp;
  support.counties = support_by_county(session.network(), session.index(), session.taxonomy(), session.view.date);
  const auto title = [&](const CountySupport& county) {
    return county.county.empty() ? session.texts().tr("support.no_county") : county_name(session, county.county);
  };
  std::stable_sort(support.counties.begin(), support.counties.end(),
                   [&](const auto& a, const auto& b) { return swedish_less(title(a), title(b)); });
}

std::vector<std::string> support_lines(const Session& session, SupportState& support, PickId pick) {
  const bool has_layer = session.has_document() && session.view.tab == Tab::map && session.view.map_look.shows_support;
  if (!has_layer) return {};
  const PickId what = selectable(session, pick);
  if (what.kind != PickId::Kind::actor) return {};
  const ActorId actor(what.index);
  if (session.network().actor(actor).type != "municipality") return {};
  renew_support(session, support);
  const Texts& texts = session.texts();
  std::vector<std::string> lines;
  const std::vector<Supporter> supporters = supporters_in(support.counties, actor);
  const auto is_confirmed = [](const Supporter& by) { return by.footing == Footing::confirmed; };
  const auto confirmed = std::count_if(supporters.begin(), supporters.end(), is_confirmed);
  const auto all = static_cast<std::ptrdiff_t>(supporters.size());
  // The map's one colour for several does not tell it.
  if (confirmed > 0 && confirmed < all) lines.push_back(texts.tr("card.supported_partly"));
  for (const Supporter& by : supporters) {
    const TextArgs args = {{"name", actor_name(session, {by.structure, {}})}};
    lines.push_back(texts.tr(is_confirmed(by) ? "card.supported" : "card.supported_unconfirmed", args));
  }
  if (lines.empty()) lines.push_back(texts.tr("card.support_unknown"));
  return lines;
}

}  // namespace samverka
