#include "analysis/lens.h"

#include <algorithm>

namespace samverka {

LensState seen_through(const Agreement& agreement, std::string_view perspective) {
  if (!agreement.perspectives) return LensState::not_recorded;
  const auto& recorded = *agreement.perspectives;
  return std::find(recorded.begin(), recorded.end(), perspective) == recorded.end() ? LensState::no : LensState::yes;
}

void LensCount::add(LensState state) {
  switch (state) {
    case LensState::yes:
      ++yes;
      break;
    case LensState::no:
      ++no;
      break;
    case LensState::not_recorded:
      ++not_recorded;
      break;
  }
}

LensCount count_through_lens(const Network& network, const SubNetwork& part, std::string_view perspective) {
  LensCount count;
  for (const AgreementId id : part.agreements) count.add(seen_through(network.agreement(id), perspective));
  return count;
}

}  // namespace samverka
