#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/session.h"
#include "io/sheet_import.h"

namespace samverka {

// What a table from a spreadsheet would do to the open network, found beside the window and done only when somebody
// says so, as one step of undo.
class SheetPreview {
 public:
  // The clipboard's text; `likely` is the table that is looked at, where the headings do not say.
  void read(const Session& session, std::string text, RowSheet likely, bool restores_zeros);
  void forget();
  bool deliver() { return job_.deliver(); }
  bool is_running() const { return job_.is_running(); }
  void wait() { job_.wait(); }

  const SheetImport* found() const { return found_ ? &*found_ : nullptr; }  // null while it is being read
  const std::optional<Problem>& problem() const { return problem_; }        // why it is no table
  bool is_of(const Session& session) const { return document_ == session.shared_document(); }
  bool restores_zeros() const { return restores_zeros_; }
  const std::string& text() const { return text_; }

  // False, and nothing is done, where there is nothing to do or the document is another since it was read.
  bool take(Session& session);

 private:
  std::string text_;
  bool restores_zeros_ = false;
  std::shared_ptr<const Document> document_;
  std::optional<SheetImport> found_;
  std::optional<Problem> problem_;
  JobSlot job_;
};

}  // namespace samverka
