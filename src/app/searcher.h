#pragma once
#include <memory>
#include <string>

#include "analysis/search.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// The session's search index: made beside the program when it is first wanted and whenever the document or the language
// is another.
class Searcher {
 public:
  // Call once a frame while somebody searches.
  void renew(const Session& session);
  bool is_ready() const { return index_ != nullptr && !job_.is_running(); }
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is ready (tests)
  // Nothing while it is not ready. The index of the document that is shown, or of the one before while that is made.
  SearchResult find(std::string_view typed, std::size_t at_most_each) const;
  const std::vector<FoundPlace>& places() const;
  // Grows each time the index is another, so that answers can be kept.
  std::uint64_t revision() const { return revision_; }

 private:
  std::shared_ptr<const SearchIndex> index_;
  std::uint64_t document_ = 0;  // what the index, or the job under way, is of
  std::string language_;
  std::uint64_t revision_ = 0;
  JobSlot job_;
};

}  // namespace samverka
