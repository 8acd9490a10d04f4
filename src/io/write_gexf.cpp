#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "base/check.h"
#include "io/exports.h"
#include "io/graph_ids.h"
#include "io/xml_text.h"

namespace samverka {
namespace {

struct GexfKey {
  const char* name;  // its id as well
  const char* type;
};
constexpr auto gexf_node_keys = std::to_array<GexfKey>({
    {"kind", "string"},      {"key", "string"},      {"short_name", "string"},    {"type", "string"},
    {"subtype", "string"},   {"county", "string"},   {"municipality", "string"},  {"population", "long"},
    {"ownership", "string"}, {"form", "string"},     {"areas", "string"},         {"status", "string"},
    {"active", "boolean"},   {"covers", "string"},   {"target_groups", "string"}, {"perspectives", "string"},
    {"method", "string"},    {"recorded", "string"}, {"note", "string"},
});
constexpr auto gexf_edge_keys = std::to_array<GexfKey>({
    {"role", "string"},
    {"state", "string"},
    {"tie", "boolean"},
    {"service", "string"},
    {"sub_body", "string"},
});
constexpr double pixels_per_unit = 50;  // Gephi's nodes are about ten across

struct Span {
  std::optional<Date> from, to;  // unset: not bounded
};

Span span_of(PartialDate from, Validity::End end, PartialDate to) {
  Span span;
  if (from.is_set()) span.from = from.earliest();
  if (end == Validity::End::date && to.is_set()) span.to = to.latest();
  return span;
}

Span span_of(const std::optional<Validity>& valid) {
  return valid ? span_of(valid->from, valid->end, valid->to) : Span{};
}

// What the two share; the first alone where they share no day.
Span within(Span span, const Span& other) {
  Span both = span;
  if (other.from) both.from = both.from ? std::max(*both.from, *other.from) : *other.from;
  if (other.to) both.to = both.to ? std::min(*both.to, *other.to) : *other.to;
  return both.from && both.to && *both.from > *both.to ? span : both;
}

class GexfWriter {
 public:
  GexfWriter(const Network& network, Date day, const std::vector<GexfLook>& looks)
      : network_(network), day_(day), looks_(looks), ids_(graph_ids(network)) {
    SAM_CHECK(looks.empty() || looks.size() == ids_.size(), "a look for each actor and agreement");
  }

  WrittenData write(const std::string& about) {
    begin(about);
    xml_.begin("nodes");
    for (std::size_t i = 0; i < network_.actors.size(); ++i) put_actor(i);
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) put_agreement(i);
    xml_.end().begin("edges");
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) put_parties(i);
    xml_.end().end().end();
    written_.replaced = xml_.replaced();
    // A name that is written as a node and again with its parties is told once.
    std::set<std::string> told;
    std::erase_if(written_.replaced, [&](const std::string& name) { return !told.insert(name).second; });
    written_.bytes = std::move(xml_).finished();
    return std::move(written_);
  }

 private:
  void begin(const std::string& about) {
    xml_.begin("gexf").attribute("xmlns", "http://www.gexf.net/1.2draft");
    xml_.attribute("xmlns:viz", "http://www.gexf.net/1.2draft/viz").attribute("version", "1.2");
    xml_.speak_of(network_.title);
    xml_.begin("meta").attribute("lastmodifieddate", to_string(network_.as_of));
    xml_.element("creator", "Samverka").element("description", about).end();
    xml_.begin("graph").attribute("defaultedgetype", "undirected");
    xml_.attribute("mode", "dynamic").attribute("timeformat", "date");
    declare("node", gexf_node_keys);
    declare("edge", gexf_edge_keys);
  }

  template <class Keys>
  void declare(const char* of, const Keys& keys) {
    xml_.begin("attributes").attribute("class", of).attribute("mode", "static");
    for (const GexfKey& key : keys) {
      xml_.begin("attribute").attribute("id", key.name).attribute("title", key.name);
      xml_.attribute("type", key.type).end();
    }
    xml_.end();
  }

  void put(const char* key, std::string_view value) {
    if (!value.empty()) xml_.begin("attvalue").attribute("for", key).attribute("value", value).end();
  }

  void put_spell(const Span& span) {
    if (!span.from && !span.to) return;
    xml_.begin("spells").begin("spell");
    if (span.from) xml_.attribute("start", to_string(*span.from));
    if (span.to) xml_.attribute("end", to_string(*span.to));
    xml_.end().end();
  }

  void put_look(std::size_t node, const char* shape, float size) {
    if (looks_.empty()) return;
    const GexfLook& look = looks_[node];
    xml_.begin("viz:color").attribute("r", std::to_string(look.red)).attribute("g", std::to_string(look.green));
    xml_.attribute("b", std::to_string(look.blue)).end();
    xml_.begin("viz:position").attribute("x", coordinate(look.position.x));
    xml_.attribute("y", coordinate(-look.position.y)).attribute("z", "0").end();
    xml_.begin("viz:size").attribute("value", XmlText::digits(size)).end();
    xml_.begin("viz:shape").attribute("value", shape).end();
  }
  static std::string coordinate(float value) {
    return XmlText::digits(std::round(static_cast<double>(value) * pixels_per_unit * 100) / 100 + 0.0);  // no "-0"
  }

  void begin_node(std::size_t node, const std::string& label) {
    xml_.speak_of(label);
    xml_.begin("node").attribute("id", ids_[node]).attribute("label", label);
    ++written_.nodes;
  }

  void put_actor(std::size_t i) {
    const Actor& row = network_.actors[i];
    begin_node(i, row.name);
    xml_.begin("attvalues");
    put("kind", "actor");
    if (ids_[i] != row.key) put("key", row.key);
    put("short_name", row.short_name);
    put("type", row.type);
    put("subtype", row.subtype);
    put("county", row.county);
    put("municipality", row.municipality);
    if (row.population) put("population", std::to_string(*row.population));
    put("ownership", row.ownership);
    put_origin(row.provenance);
    put("note", row.note);
    xml_.end();
    put_spell(span_of(row.valid));
    put_look(i, "disc", 8);
    xml_.end();
  }

  void put_agreement(std::size_t i) {
    const Agreement& row = network_.agreements[i];
    const std::size_t node = network_.actors.size() + i;
    begin_node(node, row.title);
    xml_.begin("attvalues");
    put("kind", "agreement");
    if (ids_[node] != row.key) put("key", row.key);
    put("form", row.form);
    put("areas", joined_words(row.areas));
    put("status", word(row.status));
    put("active", row.is_active_on(day_) ? "true" : "false");
    if (row.covers) put("covers", word(*row.covers));
    put("target_groups", joined_words(row.target_groups));
    put("perspectives", perspectives_words(row));
    put_origin(row.provenance);
    put("note", row.note);
    xml_.end();
    put_spell(span_of(row.valid));
    put_look(node, "diamond", 4);
    xml_.end();
  }

  void put_origin(const std::optional<Provenance>& provenance) {
    if (!provenance) return;
    put("method", provenance->method);
    put("recorded", to_string(provenance->recorded));
  }

  void put_parties(std::size_t i) {
    const Agreement& row = network_.agreements[i];
    const Span whole = span_of(row.valid);
    xml_.speak_of(row.title);
    for (const Party& party : row.parties) {
      if (!party.actor.id.is_set()) continue;
      xml_.begin("edge").attribute("id", std::to_string(written_.edges++));
      xml_.attribute("source", ids_[party.actor.id.value]);
      xml_.attribute("target", ids_[network_.actors.size() + i]);
      xml_.begin("attvalues");
      put("role", party.role);
      put("state", word(party.state_or_unknown()));
      put("tie", is_tie(row, party, day_) ? "true" : "false");
      put("service", party.service);
      put("sub_body", party.sub_body);
      xml_.end();
      put_spell(within(span_of(party.from, party.end, party.to), whole));
      xml_.end();
    }
  }

  const Network& network_;
  Date day_;
  const std::vector<GexfLook>& looks_;
  std::vector<std::string> ids_;
  XmlText xml_;
  WrittenData written_;
};

}  // namespace

WrittenData gexf_text(const Network& network, Date day, const std::string& about, const std::vector<GexfLook>& looks) {
  return GexfWriter(network, day, looks).write(about);
}

}  // namespace samverka
