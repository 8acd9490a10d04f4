#pragma once
// What the pages that are read (home, the agreement) remember between frames: what they tell, with the stamp of what
// it was made from, and which of their lists are open.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/area_record.h"
#include "analysis/cooperation.h"
#include "analysis/next_steps.h"
#include "analysis/situation.h"
#include "app/norm_steps.h"
#include "app/places.h"

namespace samverka {

struct PagesStamp {
  std::uint64_t document = 0;
  std::string place;
  Date day;
  std::string language;
  bool operator==(const PagesStamp&) const = default;
};

struct NormsStamp {
  std::uint64_t found = 0;
  std::string place;
  std::vector<AcceptedFinding> accepted;
  bool operator==(const NormsStamp&) const = default;
};

struct HomeState {
  std::optional<PagesStamp> stamp;
  std::string place_name;  // empty: no place chosen, or one that the network does not have
  Situation situation;
  Cooperation cooperation;
  std::vector<NextStep> steps;
  std::vector<NormStep> norm_steps;    // before the others
  std::optional<NormsStamp> norms_of;  // what they were made of
  std::string opened;  // the list that is open: "standing", "area.A4", "partners.in.civil" ...; empty: none
};

struct AgreementPageState {
  std::optional<PagesStamp> stamp;
  std::string place_name;                                 // the planner's own; empty where the network does not have it
  bool wants_own_place = false, is_of_own_place = false;  // count that place instead of everything: wished, and done
  std::vector<AgreementId> agreements;                    // with the state, newest first
  std::vector<AreaRecord> records;
};

struct PlaceChooserState {
  std::string typed, found_for;
  std::optional<PagesStamp> stamp;
  std::vector<PlaceChoice> choices, found;
  std::size_t marked = 0;  // in `found`: what Enter chooses
  bool wants_focus = false;
};

struct PagesState {
  HomeState home;
  AgreementPageState agreement;
  PlaceChooserState chooser;
};

}  // namespace samverka
