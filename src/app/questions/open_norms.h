#pragma once
// Norms that one actor is not known to meet: what a proposal can start from. Used by src/app/questions alone.
#include <vector>

#include "app/questions/answer_maker.h"

namespace samverka {

struct OpenNorm {
  const Rule* rule = nullptr;
  SubjectFinding finding;  // missing, or not known

  bool is_gap() const { return finding.outcome == Outcome::gap; }
  // The simple need that is open: of a combination the first part that is as open as the whole.
  const RuleNeed& need() const;
};

// Of the actor that is asked about: what is missing before what nobody knows, within each law before duty before what
// is local or wished, then by severity. Left out are norms that are told as numbers only, and those that ask for
// something not to be, since no partner can help there.
std::vector<OpenNorm> open_norms(AnswerMaker& made);

}  // namespace samverka
