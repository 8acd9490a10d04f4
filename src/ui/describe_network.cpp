#include "ui/describe_network.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t most_titles = 6;

std::string safe(const std::string& name) { return displayable(normalized_nfc(shortened(name, 200))); }

const ProjectedTie* tie_of(const Session& session, PickId pick) {
  const NetworkPicture& picture = session.network_picture();
  const auto& ties = picture.joined.projection.ties;
  const bool is_tie = pick.kind == PickId::Kind::tie && picture.is_joined && pick.index < ties.size();
  return is_tie ? &ties[pick.index] : nullptr;
}

std::vector<AgreementId> agreements_behind(const Session& session, const ProjectedTie& tie) {
  return agreements_of(tie, session.shown().part, session.network_picture().joined.nodes, umbrella_parties);
}

std::string name_of_node(const Session& session, std::uint32_t node) {
  const PickId pick = pick_of_node(session, node);
  if (pick.kind == PickId::Kind::cluster) return class_in_words(session, pick.index);
  return safe(session.network().actor(ActorId(pick.index)).shown_name());
}

// Two digits tell 0,07 from 0,5; more would say more than is known.
std::string strength_in_words(const Texts& texts, float strength) {
  const long hundredths = std::lround(strength * 100);
  const std::string point = texts.language() == "en" ? "." : ",";
  std::string decimals = std::to_string(100 + hundredths % 100).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return std::to_string(hundredths / 100) + (decimals.empty() ? "" : point + decimals);
}

}  // namespace

PickId pick_of_node(const Session& session, std::uint32_t node) {
  const Nodes& nodes = session.network_picture().joined.nodes;
  if (node >= nodes.size()) return {};
  if (nodes.is_cluster(node)) return {PickId::Kind::cluster, nodes.cluster(node).number};
  return {PickId::Kind::actor, nodes.actors[node].value};
}

std::optional<std::pair<PickId, PickId>> ends_of_tie(const Session& session, PickId pick) {
  const ProjectedTie* tie = tie_of(session, pick);
  if (!tie) return {};
  return std::pair{pick_of_node(session, tie->a), pick_of_node(session, tie->b)};
}

PickId closest_agreement(const Session& session, PickId pick) {
  const ProjectedTie* tie = tie_of(session, pick);
  if (!tie) return {};
  const std::vector<AgreementId> agreements = agreements_behind(session, *tie);
  const auto closest = std::min_element(agreements.begin(), agreements.end(), [&](AgreementId a, AgreementId b) {
    return session.network().agreement(a).parties.size() < session.network().agreement(b).parties.size();
  });
  return closest == agreements.end() ? PickId{} : PickId{PickId::Kind::agreement, closest->value};
}

const Cluster* drawn_cluster(const Session& session, PickId pick) {
  if (pick.kind != PickId::Kind::cluster) return nullptr;
  const std::vector<Cluster>& clusters = session.network_picture().joined.nodes.clusters;
  const auto found =
      std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& c) { return c.number == pick.index; });
  return found == clusters.end() ? nullptr : &*found;
}

std::string class_in_words(const Session& session, std::uint32_t number) {
  const std::string name = class_name(session.network(), session.index(), session.taxonomy(), &session.assets().shapes,
                                      session.network_picture().classes, number, session.texts().language());
  return name.empty() ? session.texts().tr("ui.no_name") : safe(name);
}

Described describe_tie(const Session& session, PickId pick) {
  const ProjectedTie* tie = tie_of(session, pick);
  if (!tie) return {};
  const Texts& texts = session.texts();
  const auto count = static_cast<long long>(tie->agreements);
  Described card{name_of_node(session, tie->a) + " – " + name_of_node(session, tie->b), {}};
  card.lines.push_back(texts.plural(tie->is_confirmed ? "card.tie_confirmed" : "card.tie_unconfirmed", count) + " · " +
                       texts.tr("card.strength", {{"n", strength_in_words(texts, tie->strength)}}));
  const std::vector<AgreementId> agreements = agreements_behind(session, *tie);
  for (std::size_t i = 0; i < std::min(agreements.size(), most_titles); ++i) {
    card.lines.push_back("– " + safe(session.network().agreement(agreements[i]).title));
  }
  if (agreements.size() > most_titles) {
    const auto more = static_cast<long long>(agreements.size() - most_titles);
    card.lines.push_back(texts.tr("inspector.more", {{"n", texts.number(more)}}));
  }
  return card;
}

Described describe_cluster(const Session& session, PickId pick) {
  const Cluster* cluster = drawn_cluster(session, pick);
  if (!cluster) return {};
  const Texts& texts = session.texts();
  const JoinedNodes& joined = session.network_picture().joined;
  const std::uint32_t node = joined.nodes.node_of_actor[cluster->members.front().value];
  Described card{class_in_words(session, pick.index), {}};
  for (const ActorGroup& group : session.taxonomy().groups.rows()) {
    const auto count = std::count_if(cluster->members.begin(), cluster->members.end(), [&](ActorId id) {
      return session.taxonomy().group_of(session.network().actor(id).type).code == group.code;
    });
    if (count > 0) card.lines.push_back(group.short_label.in(texts.language()) + ": " + texts.number(count));
  }
  card.lines.push_back(texts.plural("card.class_agreements", static_cast<long long>(joined.projection.all[node])));
  card.lines.push_back(texts.plural("card.class_inside", static_cast<long long>(joined.projection.inside[node])));
  card.lines.push_back(texts.tr("card.class_opens"));
  return card;
}

}  // namespace samverka
