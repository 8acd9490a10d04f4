#pragma once
// Writes what answers say into a copy of a network, a fact at a time.
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/answer_agreement.h"
#include "analysis/answer_areas.h"
#include "analysis/answers.h"

namespace samverka {

class AnswerNetwork {
 public:
  AnswerNetwork(const Network& base, Date day, std::string title);

  // The subject has adopted the document that the network has, and so have `partners` that were not on record as
  // anything; a document of status unknown is in force.
  void confirm(const Answer& answer, std::span<const ActorId> partners);
  // The document as an agreement of its own. The same document of the same subject is one agreement for several norms.
  void add(const Answer& answer, std::span<const ActorId> partners, const AgreementTerms& terms);
  // The document that the network has is what the norm asks for, though its row has another form or says nothing: an
  // agreement of its own under it, which lasts as long. One for all subjects that say so.
  void add_part(const Answer& answer, std::span<const ActorId> partners, const AgreementTerms& terms);
  // One survey of one area. Nobody asked: none.
  void add_survey(const SurveyArea& area, const std::vector<ActorId>& asked, const std::vector<ActorId>& answered);

  Network take() && { return std::move(network_); }

 private:
  void adopt(Agreement& agreement, ActorId actor, const Answer& answer, bool is_subject);
  AgreementId part_with(AgreementId whole, const AgreementTerms& terms) const;
  Provenance provenance_of(const Answer& answer);
  SourceId source_of(const std::string& text);
  Key new_key(const std::string& words);

  Network network_;
  Date day_;
  std::string title_;
  std::set<Key> keys_;  // of actors and agreements, which share them
  std::map<std::pair<ActorId, std::string>, std::vector<AgreementId>> made_;
  std::map<AgreementId, AgreementTerms> terms_;  // of those
  std::map<std::string, SourceId> sources_;
};

}  // namespace samverka
