#pragma once
// How sure the information about a county is: who was asked and has answered, and how much of its agreements is noted.
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/network.h"

namespace samverka {

struct Completeness {
  struct AskedIn {
    std::uint32_t survey = 0;             // in Coverage::surveys
    std::size_t asked = 0, answered = 0;  // of the municipalities; who has answered counts as asked
  };
  std::vector<AskedIn> surveys;  // until the day, that asked some of them, newest first
  std::size_t municipalities = 0;
  std::size_t asked = 0, answered = 0;  // of them, by some survey until the day
  std::size_t agreements = 0;
  std::size_t with_source = 0, with_begin = 0, with_end = 0;  // an end: a date, or until further notice
  std::size_t with_perspectives = 0;                          // noted, also that there are none
  std::size_t confirmed_status = 0;                           // of a status that is known
  std::size_t with_record = 0;                                // it is noted when it was learned
  std::size_t fresh = 0;                                      // of them, within `months`
  PartialDate oldest, newest;                                 // of when they were learned
  std::map<std::string, std::size_t> methods;                 // how; empty: not told
};

// Of some municipalities and agreements (each once). Linear, times the surveys.
Completeness completeness_of(const Network& network, std::span<const ActorId> municipalities,
                             std::span<const AgreementId> agreements, Date day, int months);

}  // namespace samverka
