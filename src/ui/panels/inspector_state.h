#pragma once
#include <set>
#include <string>
#include <vector>

#include "analysis/actor_facts.h"
#include "app/advice_finder.h"
#include "scene/scene.h"
#include "ui/panels/beside_state.h"

namespace samverka {

// What the inspector keeps between frames: which sections a person has opened or closed, and what it has worked out
// about the selection, until the scene is another.
struct InspectorState {
  std::set<std::string> flipped;  // sections that are not as they begin

  PickId of;
  std::vector<PickId> also;
  std::uint64_t scene = 0;
  std::vector<OwnAgreement> agreements;
  std::size_t not_shown = 0;  // of them, outside the filter or the day
  std::vector<AreaAgreements> areas;
  std::vector<GroupedPartners> partners;
  std::size_t partner_count = 0, crowded = 0;
  Comparison comparison;

  BesideState beside;  // of two actors, one of them held fast

  AdviceFinder advice;   // of the selected actor, once one has asked
  AreaCode advice_area;  // kept from one actor to the next
};

}  // namespace samverka
