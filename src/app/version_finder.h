#pragma once
// Holds two versions of the open network, or two days of it, against each other beside the window.
#include <memory>
#include <optional>
#include <string>

#include "app/comparison.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// A version: the network as it is open, a snapshot of it, or another file.
struct VersionChoice {
  enum class Kind { present, snapshot, file } kind = Kind::present;
  std::size_t snapshot = 0;  // its place in the document
  std::string file;
  bool operator==(const VersionChoice&) const = default;
};

struct VersionQuestion {
  bool is_two_days = false;
  VersionChoice before, after;
  Date day_before, day_after;
  bool operator==(const VersionQuestion&) const = default;
  bool is_same_twice() const { return is_two_days ? day_before == day_after : before == after; }
};

// What is worth asking first: the newest snapshot against the present network, or a year of it.
VersionQuestion first_question(const Session& session);
std::string version_title(const Session& session, const VersionChoice& choice);

// What a job needs to read one.
struct VersionSource {
  VersionChoice choice;
  std::string title, network_path;
  std::shared_ptr<const Document> document;
};
VersionSource version_source(const Session& session, const VersionChoice& choice);
Result<ComparedSide> read_version(const VersionSource& source, const Taxonomy& taxonomy, Progress& progress);

class VersionFinder {
 public:
  // Call once a frame while it is looked at: gives the session the comparison when it is found, and asks again when the
  // document is another.
  void renew(Session& session, const VersionQuestion& question);
  bool is_running() const { return job_.is_running(); }
  void wait();
  const std::string& problem() const { return problem_; }  // why one of the two could not be read; for people

 private:
  JobSlot job_;
  std::shared_ptr<const Document> document_;
  VersionQuestion question_;
  std::string problem_;
};

}  // namespace samverka
