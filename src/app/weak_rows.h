#pragma once
// Weak points as lines that people read and act on, kind by kind, with what each speaks of.
#include <string>
#include <vector>

#include "analysis/weak_points.h"
#include "i18n/texts.h"

namespace samverka {

struct WeakRow {
  std::string words;            // names from the file are made safe
  std::string more;             // muted under it; may be empty
  std::vector<ActorId> actors;  // what it speaks of, the first of all first
  std::vector<AgreementId> agreements;
  bool is_own = false;              // somebody of one's own place is among them
  bool is_agreement_first = false;  // what it is about is the first agreement, else the first actor
};

struct WeakKind {
  enum class Id : std::uint8_t {
    only_links,
    only_ties,
    sole_partners,
    footholds,
    ways,
    loners,
    umbrella_only,  // tied, but only by an umbrella that is left out
    expiring,
    expired,
    titled_ends,
    stale,
    perspectives
  } id = Id::only_links;
  std::string title, about;   // about: how to read it; may be empty
  std::size_t count = 0;      // all there are
  std::vector<WeakRow> rows;  // one's own first, then as analysis/weak_points.h orders them; at most `most`
};

// Every kind, also those with nothing in them. `own_place`: a county or a municipality, or empty.
std::vector<WeakKind> weak_rows(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                const WeakQuestion& question, const WeakPoints& found, const Texts& texts,
                                const std::string& own_place, std::size_t most = 500);

}  // namespace samverka
