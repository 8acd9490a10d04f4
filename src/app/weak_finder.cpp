#include "app/weak_finder.h"

namespace samverka {

void WeakFinder::renew(const Session& session, WeakQuestion question) {
  job_.deliver();
  question.day = session.view.date;
  const bool is_fresh = document_ == session.document_revision() && question_ == question;
  if (is_fresh || !session.has_document()) return;
  document_ = session.document_revision();
  question_ = std::move(question);
  found_.reset();  // its rows would be read in another network
  ++revision_;
  const auto network = session.shared_network();
  const Taxonomy& taxonomy = session.taxonomy();  // the session outlives whoever draws it
  job_.start("weakness.job", [this, network, &taxonomy, asked = question_](Progress& progress) -> JobSlot::Deliver {
    const NetworkIndex index(*network);
    if (progress.cancelled()) return {};
    auto made = std::make_shared<WeakPoints>(weak_points(*network, index, taxonomy, asked));
    return [this, made] {
      found_ = std::move(*made);
      ++revision_;
    };
  });
}

void WeakFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
