#include "ui/describe_support.h"

#include "analysis/support.h"

namespace samverka {

std::vector<std::string> support_lines(const Session& session, ActorId actor) {
  const Network& network = session.network();
  const bool has_layer = session.view.tab == Tab::map && session.view.map_look.shows_support;
  if (!has_layer || network.actor(actor).type != "municipality") return {};
  const Texts& texts = session.texts();
  std::vector<std::string> lines;
  for (const Supporter& by : supporters_of(network, session.index(), session.taxonomy(), session.view.date, actor)) {
    const TextArgs args = {{"name", actor_name(session, {by.structure, {}})}};
    lines.push_back(by.footing == Footing::confirmed ? texts.tr("card.supported", args)
                                                     : texts.tr("card.supported_unconfirmed", args));
  }
  if (lines.empty()) lines.push_back(texts.tr("card.support_unknown"));
  return lines;
}

}  // namespace samverka
