#pragma once
// Edits of cells of the table, made beside the window: one, or those of many rows at once. What comes of them is one
// step of undo.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cell_edit.h"
#include "app/session.h"
#include "io/put_rows.h"

namespace samverka {

// The same thing typed into one cell of each owner.
struct CellsTyped {
  std::vector<CellOwner> owners;
  std::size_t cell = 0;
  std::string typed;
};

struct CellsDone {
  struct Refused {
    CellOwner owner;
    std::vector<Problem> problems;
  };
  std::size_t changed = 0, unchanged = 0;  // owners
  std::vector<Refused> refused;
  Network network;
};

// What typing would do, with all that can be done in it. Pure; costs a check or two of the network.
CellsDone try_typed(const Network& facts, const Assets& assets, const CellsTyped& typed, Date recorded);

class TableEditor {
 public:
  // Beside the window; in a small network at once. What was under way before is given up.
  void start(const Session& session, CellsTyped typed, Date recorded);
  void forget();
  bool deliver() { return job_.deliver(); }
  void wait() { job_.wait(); }
  bool is_running() const { return job_.is_running(); }
  const CellsDone* done() const { return done_ ? &*done_ : nullptr; }
  const CellsTyped& typed() const { return typed_; }
  bool is_of(const Session& session) const { return document_ == session.shared_document(); }
  // The document becomes the one with the changes: one step. False where nothing was changed.
  bool take(Session& session, Message label);

 private:
  CellsTyped typed_;
  std::shared_ptr<const Document> document_;
  std::optional<CellsDone> done_;
  JobSlot job_;
};

}  // namespace samverka
