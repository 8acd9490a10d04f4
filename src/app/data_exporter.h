#pragma once
#include <optional>
#include <string>

#include "app/exports.h"
#include "app/session.h"

namespace samverka {

// The open network as data, made and written beside the window. Its facts: nothing of what somebody only tries.
class DataExporter {
 public:
  void write(const Session& session, ExportRequest request, std::string path);  // replaces what is there
  // Takes in that it is written, or is not: a notice says which, and what was left out. Call once a frame.
  void deliver(Session& session);
  bool is_running() const { return job_.is_running(); }
  void wait() { job_.wait(); }
  JobSlot& job() { return job_; }  // to show, and to cancel

 private:
  std::optional<Notice> told_;
  JobSlot job_;
};

// Would the export be written over the file that is open? It lacks the contacts, and may lack more.
bool is_open_file(const Session& session, const std::string& path);

}  // namespace samverka
