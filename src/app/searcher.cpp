#include "app/searcher.h"

namespace samverka {

void Searcher::renew(const Session& session) {
  job_.deliver();
  const bool is_fresh = document_ == session.document_revision() && language_ == session.view.language;
  if (is_fresh || !session.has_document()) return;
  const bool is_another_network = document_ != session.document_revision();
  if (is_another_network) index_.reset();  // its rows would be read in the new network
  document_ = session.document_revision();
  language_ = session.view.language;
  ++revision_;
  const auto network = std::make_shared<const Network>(session.network());  // cheap: tables share their pages
  const Assets& assets = session.assets();                                  // the session outlives whoever draws it
  job_.start("job.search", [this, network, &assets, language = language_](Progress& progress) -> JobSlot::Deliver {
    const NetworkIndex rows(*network);
    if (progress.cancelled()) return {};
    auto made = std::make_shared<const SearchIndex>(*network, rows, assets.taxonomy, assets.shapes, language);
    return [this, made] {
      index_ = made;
      ++revision_;
    };
  });
}

void Searcher::wait() {
  job_.wait();
  job_.deliver();
}

SearchResult Searcher::find(std::string_view typed, std::size_t at_most_each) const {
  return index_ ? index_->find(typed, at_most_each) : SearchResult{};
}

const std::vector<FoundPlace>& Searcher::places() const {
  static const std::vector<FoundPlace> none;
  return index_ ? index_->places() : none;
}

}  // namespace samverka
