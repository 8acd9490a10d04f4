#pragma once
// The members of a workspace file in the order they are written; see network_members.h.
#include "io/network_members.h"
#include "model/workspace.h"

namespace samverka {

template <class Archive>
void members(Archive& ar, RowOf<Archive, Pin>& p) {
  ar.text("id", p.key, Need::required);
  ar.decimal("x", p.x);
  ar.decimal("y", p.y);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, SavedCamera>& c) {
  ar.decimal("x", c.x);
  ar.decimal("y", c.y);
  ar.decimal("scale", c.scale);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, SavedMatrix>& m) {
  ar.text("rows", m.rows);
  ar.text("columns", m.columns);
  ar.text("people", m.people);
  ar.text("sort", m.sort);
  ar.flag("ranks_all", m.ranks_all);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, SavedView>& v) {
  ar.text("title", v.title);
  ar.text("tab", v.tab);
  ar.text("filter", v.filter);
  ar.date("date", v.date);
  ar.texts("hidden_groups", v.hidden_groups);
  ar.texts("hidden", v.hidden);
  ar.texts("focus", v.focus);
  ar.count("focus_steps", v.focus_steps);
  ar.texts("selected", v.selected);
  ar.flag("unfolded", v.unfolded);
  ar.texts("unfolded_hosts", v.unfolded_hosts);
  ar.text("map_fill", v.map_fill);
  ar.flag("support", v.support);
  ar.text("lens", v.lens);
  ar.flag("actors_only", v.actors_only);
  ar.text("collapse", v.collapse);
  ar.texts("expanded", v.expanded);
  ar.flag("rings", v.rings);
  ar.text("ring_centre", v.ring_centre);
  ar.object("map", v.map);
  ar.object("network", v.network);
  ar.text("mode", v.mode);
  ar.count("scenario", v.scenario);
  ar.object("matrix", v.matrix);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, AcceptedFinding>& a) {
  ar.text("finding", a.finding, Need::required);
  ar.text("reason", a.reason);
  ar.date("date", a.date);
}

// The agreement that a step adds is written as in a network file; what it refers to are keys.
template <class Archive>
void members(Archive& ar, RowOf<Archive, ScenarioStep>& s) {
  ar.text("kind", s.kind, Need::required);
  ar.text("agreement", s.agreement);
  ar.text("actor", s.actor);
  ar.text("into", s.into);
  ar.object("proposed", s.proposed);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Scenario>& s) {
  ar.text("title", s.title);
  ar.text("note", s.note);
  ar.rows("steps", s.steps);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, PlannerNote>& n) {
  ar.text("about", n.about);
  ar.text("text", n.text);
  ar.date("date", n.date);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, NamedFilter>& f) {
  ar.text("name", f.name, Need::required);
  ar.text("filter", f.filter);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Snapshot>& s) {
  ar.text("title", s.title);
  ar.date("date", s.date);
  ar.text("note", s.note);
  ar.text("hash", s.hash);
  ar.text("file", s.file);
  ar.text("picture", s.picture);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Workspace>& w) {
  ar.constant("format", "samverka-workspace");
  ar.text("format_version", w.format_version, Need::required);
  ar.text("network", w.network);
  ar.text("own_place", w.own_place);
  ar.rows("pins", w.pins);
  ar.object("view", w.view);
  ar.rows("views", w.views);
  ar.rows("notes", w.notes);
  ar.rows("filters", w.filters);
  ar.rows("accepted", w.accepted);
  ar.rows("scenarios", w.scenarios);
  ar.rows("snapshots", w.snapshots);
}

}  // namespace samverka
