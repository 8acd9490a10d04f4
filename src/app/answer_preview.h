#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/answer_sheet.h"
#include "app/session.h"

namespace samverka {

// Answers as they would change the open network, found beside the window and taken only when somebody says so.
class AnswerPreview {
 public:
  struct UnknownOf {
    std::size_t rule = 0;               // in the rule set
    std::size_t before = 0, after = 0;  // subjects of whom it is not known
  };
  struct Found {
    TakenSheet taken;
    std::vector<UnknownOf> norms;  // those with something unknown before or after, in the rule set's order
  };

  void read(const Session& session, const std::shared_ptr<const RuleSet>& rules, const std::string& path);
  void forget();
  bool deliver() { return job_.deliver(); }
  bool is_running() const { return job_.is_running(); }
  void wait() { job_.wait(); }

  const std::string& file() const { return file_; }
  const std::shared_ptr<const RuleSet>& rules() const { return rules_; }
  const Found* found() const { return found_ ? &*found_ : nullptr; }  // null while it is being read
  const std::optional<Problem>& problem() const { return problem_; }  // why it is no table of answers
  bool is_of(const Session& session) const { return document_ == session.shared_document(); }

  // The document becomes the one with the answers in it, and the preview is forgotten. False, and nothing is done,
  // where there is none or the document is another since it was read.
  bool take(Session& session);

 private:
  std::string file_;
  std::shared_ptr<const RuleSet> rules_;
  std::shared_ptr<const Document> document_;
  std::optional<Found> found_;
  std::optional<Problem> problem_;
  JobSlot job_;
};

}  // namespace samverka
