#pragma once
#include <string>

#include "graph/all_routes.h"
#include "i18n/texts.h"

namespace samverka {

// The ways between two actors.
struct PathReport {
  const Network& network;
  Date day;
  RouteRequest request;
  Routes found;
};

// For people, with the agreements of every way. `narrowed` is the filter in words.
std::string path_text(const PathReport& report, const Texts& texts, const std::string& narrowed);
std::string path_json(const PathReport& report);

// Somebody within reach of an actor, and the reason: the agreements (or the body that an agreement founds) that join it
// to those one step nearer.
struct EgoRow {
  ActorId actor;
  std::size_t step = 0;  // 0: the actor itself
  std::vector<AgreementId> through;
  bool is_confirmed = false;  // over one of them on confirmed ties at both ends, that one step only
};

// What is around one actor.
struct EgoReport {
  const Network& network;
  Date day;
  ActorId actor;
  std::size_t steps = 1;
  std::size_t crowd = 0;
  std::vector<EgoRow> rows;  // nearest first; of one step by name in Swedish order
  std::size_t agreements = 0, crowded_agreements = 0;
};

EgoReport ego_report(const Network& network, const SubNetwork& part, Date day, ActorId actor, std::size_t steps,
                     std::size_t crowd);
std::string ego_text(const EgoReport& report, const Texts& texts, const std::string& narrowed);
std::string ego_json(const EgoReport& report);

}  // namespace samverka
