#include "app/pinned.h"

namespace samverka {
namespace {

bool is_one_actor(const ViewState& view) {
  return view.also_selected.empty() && view.selection.kind == PickId::Kind::actor;
}

}  // namespace

ActorId pinned_actor(const Session& session) {
  return session.view.pinned.empty() ? ActorId() : session.index().actor(session.view.pinned);
}

bool can_pin_actor(const Session& session) {
  return session.has_document() && (is_one_actor(session.view) || !session.view.pinned.empty());
}

void toggle_pinned(Session& session) {
  ViewState& view = session.view;
  view.pinned = view.pinned.empty() ? session.key_of(view.selection) : Key();
  view.panels.has_inspector = true;
}

bool can_switch_pinned(const Session& session) {
  return session.has_document() && is_one_actor(session.view) && pinned_actor(session).is_set();
}

void switch_pinned(Session& session) {
  const Key selected = session.key_of(session.view.selection);
  session.select(session.view.pinned);
  session.view.pinned = selected;
}

}  // namespace samverka
