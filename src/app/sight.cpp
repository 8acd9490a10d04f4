#include "app/sight.h"

#include <algorithm>

#include "app/narrowing.h"
#include "app/selection.h"
#include "base/utf8.h"
#include "graph/standing.h"
#include "graph/subnetwork.h"

namespace samverka {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

const Fold* fold_of(const Session& session, ActorId unit) {
  for (const Fold& fold : session.shown().folding.folds) {
    if (std::binary_search(fold.units.begin(), fold.units.end(), unit)) return &fold;
  }
  return nullptr;
}

std::string legend_code(const Session& session, PickId pick) {
  if (pick.kind == PickId::Kind::agreement) return "agreement";
  return session.taxonomy().group_of(session.network().actor(ActorId(pick.index)).type).code;
}

bool stands_on_day(const Session& session, PickId pick) {
  const Date day = session.view.date;
  if (pick.kind == PickId::Kind::agreement) return stands_on(session.network().agreement(AgreementId(pick.index)), day);
  return exists_on(session.network().actor(ActorId(pick.index)), day);
}

bool has_known_party(const Session& session, AgreementId agreement) {
  const std::vector<Party>& parties = session.network().agreement(agreement).parties;
  return std::any_of(parties.begin(), parties.end(), [](const Party& party) { return party.actor.id.is_set(); });
}

bool is_in_graph(const Session& session, PickId pick) {
  const ShownGraph& shown = session.shown();
  if (pick.kind == PickId::Kind::agreement) {
    return std::binary_search(shown.part.agreements.begin(), shown.part.agreements.end(), AgreementId(pick.index));
  }
  return std::binary_search(shown.folding.shown.begin(), shown.folding.shown.end(), ActorId(pick.index));
}

// Only the units of its own host: the rest of the country stays folded.
void unfold_host_of(Session& session, ActorId unit) {
  const Fold* fold = fold_of(session, unit);
  if (fold && fold->host.is_set()) {
    session.view.unfolded_hosts.push_back(session.network().actor(fold->host).key);
  } else {
    session.view.is_unfolded = true;
  }
}

void undo(Session& session, PickId pick, Sight sight) {
  ViewState& view = session.view;
  if (sight == Sight::hidden) std::erase(view.hidden, session.key_of(pick));
  if (sight == Sight::switched_off) std::erase(view.hidden_groups, legend_code(session, pick));
  if (sight == Sight::folded) unfold_host_of(session, ActorId(pick.index));
  if (sight == Sight::outside_focus) clear_focus(session);
  // What is outside the agreement is left out by the default filter itself.
  if (sight == Sight::filtered) view.filter = view.filter == default_filter() ? Filter{} : default_filter();
}

}  // namespace

Sight sight_of(const Session& session, PickId pick) {
  const bool is_row = pick.kind == PickId::Kind::actor || pick.kind == PickId::Kind::agreement;
  if (!is_row) return Sight::shown;
  if (!stands_on_day(session, pick)) return Sight::not_on_day;
  if (contains(session.view.hidden, session.key_of(pick))) return Sight::hidden;
  if (is_in_graph(session, pick)) {
    return contains(session.view.hidden_groups, legend_code(session, pick)) ? Sight::switched_off : Sight::shown;
  }
  if (pick.kind == PickId::Kind::actor && fold_of(session, ActorId(pick.index))) return Sight::folded;
  if (pick.kind == PickId::Kind::agreement && !has_known_party(session, AgreementId(pick.index)))
    return Sight::no_parties;
  return session.view.focus.of.empty() ? Sight::filtered : Sight::outside_focus;
}

bool can_be_shown(Sight sight) { return sight != Sight::not_on_day && sight != Sight::no_parties; }

std::string sight_in_words(const Session& session, PickId pick, Sight sight) {
  const Texts& texts = session.texts();
  switch (sight) {
    case Sight::shown:
      return {};
    case Sight::not_on_day:
      return texts.tr("sight.not_on_day", {{"date", to_string(session.view.date)}});
    case Sight::no_parties:
      return texts.tr("sight.no_parties");
    case Sight::hidden:
      return texts.tr("sight.hidden");
    case Sight::switched_off:
      return texts.tr("sight.switched_off");
    case Sight::outside_focus:
      return texts.tr("sight.outside_focus");
    case Sight::filtered:
      return texts.tr("sight.filtered");
    case Sight::folded:
      break;
  }
  const Fold* fold = fold_of(session, ActorId(pick.index));
  if (!fold || !fold->host.is_set()) return texts.tr("sight.folded_alone");
  const std::string& host = session.network().actor(fold->host).shown_name();
  return texts.tr("sight.folded", {{"host", displayable(shortened(host, 40))}});
}

bool show_anyway(Session& session, PickId pick) {
  // Each pass undoes one thing; a filter that also hid a fold is found on the next.
  constexpr int things_in_the_way = 6;
  for (int pass = 0; pass < things_in_the_way; ++pass) {
    const Sight sight = sight_of(session, pick);
    if (sight == Sight::shown) return true;
    if (!can_be_shown(sight)) return false;
    undo(session, pick, sight);
    session.tick();
  }
  return sight_of(session, pick) == Sight::shown;
}

}  // namespace samverka
