#pragma once
// The members of each object of a network file, in the order they are written (docs/format.md, section 3). Both the
// reader and the writer walk these lists, so a member is read exactly if it is written. To add a member: one line here
// and one in model/network.h.
//
// An Archive has a function for each form a member can take (RowReader, RowWriter). `required` members are reported
// where they are missing and always written.
#include <type_traits>

#include "model/network.h"

namespace samverka {

enum class Need { optional, required };

// A row as the archive may treat it: the reader fills it, the writer only looks.
template <class Archive, class Row>
using RowOf = std::conditional_t<Archive::is_writing, const Row, Row>;

template <class Archive>
void members(Archive& ar, RowOf<Archive, Provenance>& p) {
  ar.one_or_more("source", p.source, p.source_is_list);
  ar.text("method", p.method);
  ar.date("recorded", p.recorded);
  ar.share("confidence", p.confidence);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Validity>& v) {
  ar.date("from", v.from);
  ar.end("to", v.end, v.to);
  ar.count("notice_months", v.notice_months);
  ar.text("renewal", v.renewal);
  ar.date("review", v.review);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, OfficialIds>& ids) {
  ar.text("municipality_code", ids.municipality_code);
  ar.text("county_code", ids.county_code);
  ar.text("school_unit_code", ids.school_unit_code);
  ar.text("org_number", ids.org_number);
  ar.text("hsa_id", ids.hsa_id);
  ar.text("nuts", ids.nuts);
  ar.text("lau", ids.lau);
  ar.text("wikidata", ids.wikidata);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Actor>& a) {
  ar.key("id", a.key);
  ar.text("type", a.type, Need::required);
  ar.text("subtype", a.subtype);
  ar.text("name", a.name, Need::required);
  ar.text("short_name", a.short_name);
  ar.text("name_en", a.name_en);
  ar.object("ids", a.ids);
  ar.text("county", a.county);
  ar.text("municipality", a.municipality);
  ar.texts("serves", a.serves);
  ar.reference("parent", a.parent);
  ar.references("members", a.members);
  ar.text("ownership", a.ownership);
  ar.texts("functions", a.functions);
  ar.count("population", a.population);
  ar.text("municipality_group", a.municipality_group);
  ar.texts("flags", a.flags);
  ar.position("position", a.position, a.position_extra);
  ar.flag("sensitive", a.sensitive);
  ar.object("valid", a.valid);
  ar.text("web", a.web);
  ar.text("note", a.note);
  ar.object("provenance", a.provenance);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Party>& p) {
  ar.reference("actor", p.actor, Need::required);
  ar.text("role", p.role);
  ar.code("state", p.state);
  ar.date("from", p.from);
  ar.end("to", p.end, p.to);
  ar.text("sub_body", p.sub_body);
  ar.text("service", p.service);
  ar.references("on_behalf_of", p.on_behalf_of);
  ar.text("note", p.note);
  ar.object("provenance", p.provenance);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Funding>& f) {
  ar.reference("from", f.from);
  ar.reference("to", f.to);
  ar.integer("amount", f.amount);
  ar.text("currency", f.currency);
  ar.text("period", f.period);
  ar.integer("year", f.year);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Duty>& d) {
  ar.text("kind", d.kind);
  ar.reference("by", d.by);
  ar.reference("to", d.to);
  ar.date("due", d.due);
  ar.texts("perspectives", d.perspectives);
  ar.text("text", d.text);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Agreement>& a) {
  ar.key("id", a.key);
  ar.text("form", a.form, Need::required);
  ar.text("title", a.title, Need::required);
  ar.texts("legal_basis", a.legal_basis);
  ar.texts("areas", a.areas, Need::required);
  ar.texts("service_areas", a.service_areas);
  ar.texts("target_groups", a.target_groups);
  ar.texts("perspectives", a.perspectives);
  ar.object("valid", a.valid);
  ar.code("status", a.status);
  ar.code("covers", a.covers);
  ar.rows("parties", a.parties, Need::required);
  ar.rows("funding", a.funding);
  ar.rows("duties", a.duties);
  ar.one_or_more("supersedes", a.supersedes, a.supersedes_is_list);
  ar.reference("under", a.under);
  ar.reference("founds", a.founds);
  ar.text("note", a.note);
  ar.object("provenance", a.provenance);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Source>& s) {
  ar.key("id", s.key);
  ar.text("title", s.title);
  ar.text("kind", s.kind);
  ar.date("date", s.date);
  ar.text("url", s.url);
  ar.text("license", s.license);
  ar.text("note", s.note);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Survey>& s) {
  ar.key("id", s.key);
  ar.date("date", s.date);
  ar.text("method", s.method);
  ar.text("title", s.title);
  ar.texts("areas", s.areas);
  ar.references("asked", s.asked);
  ar.references("answered", s.answered);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Register>& r) {
  ar.key("id", r.key);
  ar.text("title", r.title);
  ar.texts("areas", r.areas);
  ar.texts("counties", r.counties);
  ar.flag("complete", r.complete);
  ar.date("date", r.date);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Milestone>& m) {
  ar.date("date", m.date);
  ar.text("title", m.title);
  ar.reference("source", m.source);
}

// Tables are read row by row (`table`), not as one value, since they may be most of a large file.
template <class Archive>
void members(Archive& ar, RowOf<Archive, Coverage>& c) {
  ar.raw("scope", c.scope);
  ar.table("surveys", c.surveys);
  ar.table("registers", c.registers);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Network>& n) {
  ar.constant("format", "samverka-network");
  ar.text("format_version", n.format_version, Need::required);
  ar.key("id", n.id);
  ar.text("title", n.title);
  ar.text("language", n.language);
  ar.flag("synthetic", n.synthetic);
  ar.text("license", n.license);
  ar.day("as_of", n.as_of);
  ar.text("taxonomy", n.taxonomy, Need::required);
  ar.coverage("coverage", n.coverage);
  ar.table("milestones", n.milestones);
  ar.table("sources", n.sources);
  ar.table("actors", n.actors, Need::required);
  ar.table("agreements", n.agreements, Need::required);
  ar.raw("contacts", n.contacts);
}

}  // namespace samverka
