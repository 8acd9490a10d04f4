#include "app/advice_finder.h"

namespace samverka {
namespace {

AdviceFinder::Found find(const Network& network, const Taxonomy& taxonomy, Date day, ActorId actor,
                         const AreaCode& area) {
  const SubNetwork part = restrict(network, taxonomy, default_filter(), day);
  const Ties ties = ties_of(network, taxonomy, part);
  AdviceFinder::Found found;
  if (!area.empty()) found.advice = advise(network, NetworkIndex(network), taxonomy, part, ties, {actor, area});
  if (network.actor(actor).type != "municipality") return found;
  found.peers = peers_of(network, actor, usual_peers);
  found.lacking = lacking_practices(network, taxonomy, part, ties, actor, found.peers, {});
  return found;
}

}  // namespace

void AdviceFinder::renew(const Session& session, ActorId actor, const AreaCode& area) {
  job_.deliver();
  const Stamp stamp{session.document_revision(), session.view.date, actor, area};
  if (stamp_ == stamp) return;
  stamp_ = stamp;
  found_.reset();
  const auto network = session.shared_network();
  const Taxonomy& taxonomy = session.taxonomy();  // the session outlives whoever draws it
  job_.start("advice.job", [this, network, &taxonomy, stamp](Progress& progress) -> JobSlot::Deliver {
    auto made = std::make_shared<Found>(find(*network, taxonomy, stamp.day, stamp.actor, stamp.area));
    if (progress.cancelled()) return {};
    return [this, made] { found_ = std::move(*made); };
  });
}

void AdviceFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
