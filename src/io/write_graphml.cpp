#include <array>
#include <optional>
#include <set>

#include "io/actor_pairs.h"
#include "io/exports.h"
#include "io/graph_ids.h"
#include "io/xml_text.h"

namespace samverka {
namespace {

struct GraphmlKey {
  const char* name;  // its id as well, after a prefix for some
  const char* type;
};

constexpr auto of_graph = std::to_array<GraphmlKey>({
    {"title", "string"},
    {"network", "string"},
    {"as_of", "string"},
    {"day", "string"},
    {"license", "string"},
    {"synthetic", "boolean"},
});
constexpr auto of_actor = std::to_array<GraphmlKey>({
    {"kind", "string"},     {"key", "string"},          {"name", "string"},      {"short_name", "string"},
    {"name_en", "string"},  {"type", "string"},         {"subtype", "string"},   {"county", "string"},
    {"parent", "string"},   {"municipality", "string"}, {"ownership", "string"}, {"population", "long"},
    {"lat", "double"},      {"lon", "double"},          {"web", "string"},       {"sensitive", "boolean"},
    {"from", "string"},     {"to", "string"},           {"note", "string"},      {"method", "string"},
    {"recorded", "string"}, {"confidence", "double"},   {"source", "string"},
});
constexpr auto of_agreement = std::to_array<GraphmlKey>({
    {"key", "string"},      {"title", "string"},         {"form", "string"},         {"areas", "string"},
    {"status", "string"},   {"active", "boolean"},       {"from", "string"},         {"to", "string"},
    {"covers", "string"},   {"target_groups", "string"}, {"perspectives", "string"}, {"legal_basis", "string"},
    {"under", "string"},    {"founds", "string"},        {"note", "string"},         {"method", "string"},
    {"recorded", "string"}, {"confidence", "double"},    {"source", "string"},       {"missing", "string"},
});
constexpr auto of_pair = std::to_array<GraphmlKey>({
    {"weight", "double"},
    {"agreement_count", "int"},
    {"agreements", "string"},
});

class GraphmlWriter {
 public:
  GraphmlWriter(const Network& network, Date day) : network_(network), day_(day), ids_(graph_ids(network)) {}

  WrittenData with_hyperedges(const std::string& about) {
    has_hyperedges_ = true;
    begin(about);
    for (std::size_t i = 0; i < network_.actors.size(); ++i) put_actor(i);
    prefix_ = hyperedge_prefix;
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) put_hyperedge(i);
    return finished();
  }

  WrittenData with_pairs(const std::string& about) {
    const ActorPairs pairs = actor_pairs(network_, day_);
    begin(about);
    for (std::size_t i = 0; i < network_.actors.size(); ++i) put_actor(i);
    for (const AgreementHub& hub : pairs.hubs) put_hub(hub);
    for (const ActorPair& pair : pairs.pairs) {
      put_edge(ids_[pair.a.value], ids_[pair.b.value], pair.weight, pair.agreements);
    }
    for (const AgreementHub& hub : pairs.hubs) {
      for (const ActorId actor : hub.actors) {
        put_edge(ids_[actor.value], id_of(hub.agreement), hub.weight, {hub.agreement});
      }
    }
    return finished();
  }

 private:
  static constexpr const char* hyperedge_prefix = "h_";

  const std::string& id_of(AgreementId id) const { return ids_[network_.actors.size() + id.value]; }

  void begin(const std::string& about) {
    xml_.begin("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_.attribute("xsi:schemaLocation",
                   "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
    declare("graph", "g_", of_graph);
    declare("node", "", of_actor);
    if (has_hyperedges_) declare("hyperedge", hyperedge_prefix, of_agreement);
    if (!has_hyperedges_) declare("node", "", of_agreement);
    if (!has_hyperedges_) declare("edge", "", of_pair);
    xml_.begin("graph").attribute("id", "network").attribute("edgedefault", "undirected");
    xml_.speak_of(network_.title);
    if (!about.empty()) xml_.element("desc", about);
    prefix_ = "g_";
    put("title", network_.title);
    put("network", network_.id);
    put("as_of", to_string(network_.as_of));
    put("day", to_string(day_));
    put("license", network_.license);
    if (network_.synthetic) put("synthetic", *network_.synthetic);
    prefix_.clear();
  }

  // Once a kind of element and name; tools that know no hyperedges complain of keys that are theirs.
  template <class Keys>
  void declare(const char* of, const char* prefix, const Keys& keys) {
    for (const GraphmlKey& key : keys) {
      const std::string id = std::string(prefix) + key.name;
      if (!declared_.insert(id).second) continue;
      xml_.begin("key").attribute("id", id).attribute("for", of);
      xml_.attribute("attr.name", key.name).attribute("attr.type", key.type).end();
    }
  }

  WrittenData finished() {
    xml_.end().end();
    written_.replaced = xml_.replaced();
    written_.bytes = std::move(xml_).finished();
    return std::move(written_);
  }

  void put(const char* key, std::string_view value) {
    if (!value.empty()) xml_.begin("data").attribute("key", prefix_ + key).text(value).end();
  }
  void put(const char* key, const char* value) { put(key, std::string_view(value)); }
  void put(const char* key, bool value) { put(key, value ? "true" : "false"); }
  void put(const char* key, double value) { put(key, XmlText::digits(value)); }
  void put(const char* key, std::int64_t value) { put(key, std::to_string(value)); }
  template <class T>
  void put(const char* key, const std::optional<T>& value) {
    if (value) put(key, *value);
  }
  // The row's own id, where the graph had to call it something else.
  void put_key(const std::string& id, const Key& key) {
    if (id != key) put("key", key);
  }
  void put_time(const std::optional<Validity>& valid) {
    if (!valid) return;
    put("from", to_string(valid->from));
    put("to", end_words(valid->end, valid->to));
  }
  void put_origin(const std::optional<Provenance>& provenance) {
    if (!provenance) return;
    put("method", provenance->method);
    put("recorded", to_string(provenance->recorded));
    put("confidence", provenance->confidence);
    std::vector<std::string> sources;
    for (const SourceRef& ref : provenance->source) {
      sources.push_back(ref.id.is_set() ? network_.sources[ref.id.value].key : ref.unresolved);
    }
    put("source", joined_words(sources));
  }
  const Key& key_of(const ActorRef& ref) const { return ref.id.is_set() ? network_.actor(ref.id).key : ref.unresolved; }
  const Key& key_of(const AgreementRef& ref) const {
    return ref.id.is_set() ? network_.agreement(ref.id).key : ref.unresolved;
  }

  void put_actor(std::size_t i) {
    const Actor& row = network_.actors[i];
    xml_.speak_of(row.name);
    xml_.begin("node").attribute("id", ids_[i]);
    put_key(ids_[i], row.key);
    put("kind", "actor");
    put("name", row.name);
    put("short_name", row.short_name);
    put("name_en", row.name_en);
    put("type", row.type);
    put("subtype", row.subtype);
    put("county", row.county);
    put("municipality", row.municipality);
    put("parent", key_of(row.parent));
    put("ownership", row.ownership);
    put("population", row.population);
    if (row.position && is_on_earth(*row.position)) {
      put("lat", row.position->lat);
      put("lon", row.position->lon);
    }
    put("web", row.web);
    put("sensitive", row.sensitive);
    put_time(row.valid);
    put("note", row.note);
    put_origin(row.provenance);
    xml_.end();
    ++written_.nodes;
  }

  void put_agreement(const Agreement& row) {
    put("title", row.title);
    put("form", row.form);
    put("areas", joined_words(row.areas));
    put("status", word(row.status));
    put("active", row.is_active_on(day_));
    put_time(row.valid);
    if (row.covers) put("covers", word(*row.covers));
    put("target_groups", joined_words(row.target_groups));
    put("perspectives", perspectives_words(row));
    put("legal_basis", joined_list(row.legal_basis));
    put("under", key_of(row.under));
    put("founds", key_of(row.founds));
    put("note", row.note);
    put_origin(row.provenance);
  }

  // Places in the law are several words each.
  static std::string joined_list(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& each : texts) out += (out.empty() ? "" : "; ") + each;
    return out;
  }

  void put_hyperedge(std::size_t i) {
    const Agreement& row = network_.agreements[i];
    const std::string& id = ids_[network_.actors.size() + i];
    xml_.speak_of(row.title);
    xml_.begin("hyperedge").attribute("id", id);
    put_key(id, row.key);
    put_agreement(row);
    std::vector<std::string> missing;
    for (const Party& party : row.parties) {
      if (!party.actor.id.is_set()) missing.push_back(party.actor.unresolved);
    }
    put("missing", joined_words(missing));
    for (const Party& party : row.parties) {
      if (party.actor.id.is_set()) put_endpoint(party);
    }
    xml_.end();
    ++written_.edges;
  }

  void put_endpoint(const Party& party) {
    xml_.begin("endpoint").attribute("node", ids_[party.actor.id.value]).attribute("type", "undir");
    std::vector<std::string> words;
    const auto say = [&](const char* member, std::string_view value) {
      if (!value.empty()) words.push_back(std::string(member).append("=").append(value));
    };
    say("role", party.role);
    if (party.state) say("state", word(*party.state));
    say("from", to_string(party.from));
    say("to", end_words(party.end, party.to));
    say("service", party.service);
    for (const ActorRef& other : party.on_behalf_of) say("on_behalf_of", key_of(other));
    if (!words.empty()) xml_.element("desc", joined_words(words));
    xml_.end();
  }

  void put_hub(const AgreementHub& hub) {
    const Agreement& row = network_.agreement(hub.agreement);
    xml_.speak_of(row.title);
    xml_.begin("node").attribute("id", id_of(hub.agreement));
    put_key(id_of(hub.agreement), row.key);
    put("kind", "agreement");
    put("name", row.title);
    put_agreement(row);
    xml_.end();
    ++written_.nodes;
  }

  void put_edge(const std::string& from, const std::string& to, double weight, const std::vector<AgreementId>& behind) {
    xml_.begin("edge").attribute("id", "e" + std::to_string(++written_.edges));
    xml_.attribute("source", from).attribute("target", to);
    put("weight", weight);
    put("agreement_count", static_cast<std::int64_t>(behind.size()));
    std::vector<std::string> keys;
    for (const AgreementId id : behind) keys.push_back(network_.agreement(id).key);
    put("agreements", joined_words(keys));
    xml_.end();
  }

  const Network& network_;
  Date day_;
  std::vector<std::string> ids_;
  bool has_hyperedges_ = false;
  std::string prefix_;  // of the keys of what is being written
  std::set<std::string> declared_;
  XmlText xml_;
  WrittenData written_;
};

}  // namespace

WrittenData graphml_text(const Network& network, Date day, const std::string& about) {
  return GraphmlWriter(network, day).with_hyperedges(about);
}

WrittenData graphml_pairs_text(const Network& network, Date day, const std::string& about) {
  return GraphmlWriter(network, day).with_pairs(about);
}

}  // namespace samverka
