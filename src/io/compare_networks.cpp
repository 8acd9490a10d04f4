#include "io/compare_networks.h"

#include <algorithm>
#include <map>

#include "io/json_pieces.h"
#include "io/row_writer.h"

namespace samverka {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

// A row's members as they are written: at depth 0 each begins on a line with two spaces, and deeper lines have more.
Members members_of(const std::string& written_row) {
  Members members;
  for (std::size_t at = 0; at < written_row.size();) {
    const std::size_t end = std::min(written_row.find('\n', at), written_row.size());
    const std::string_view line(written_row.data() + at, end - at);
    at = end + 1;
    if (line.size() < 3) continue;  // the brackets of the row itself
    if (line.substr(0, 3) == "  \"") {
      const std::size_t quote = line.find("\":", 3);
      const std::size_t colon = quote == std::string_view::npos ? line.size() : quote;
      std::string value(line.substr(std::min(colon + 2, line.size())));
      if (value.ends_with(',')) value.pop_back();  // only what stands last has none
      members.emplace_back(line.substr(3, colon - 3), std::move(value));
    } else if (!members.empty()) {
      members.back().second += line;
    }
  }
  for (auto& [name, value] : members) {
    if (value.ends_with(',')) value.pop_back();
  }
  return members;
}

const std::string* find(const Members& members, const std::string& name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.first == name; });
  return found == members.end() ? nullptr : &found->second;
}

// Names in the order of the first, then those that only the second has.
std::vector<std::string> fields_apart(const Members& a, const Members& b) {
  std::vector<std::string> fields;
  for (const auto& [name, value] : a) {
    const std::string* other = find(b, name);
    if (!other || *other != value) fields.push_back(name);
  }
  for (const auto& [name, value] : b) {
    if (!find(a, name)) fields.push_back(name);
  }
  std::sort(fields.begin(), fields.end());
  return fields;
}

template <class Row>
std::string written_row(const Network& network, const Row& row) {
  std::string out;
  RowWriter::write(out, 0, network, row);
  return out;
}

template <class Row>
std::map<Key, const Row*> by_key(const Table<Row>& rows) {
  std::map<Key, const Row*> found;
  for (const Row& row : rows) found.try_emplace(row.key, &row);
  return found;
}

// `told_apart` has a list of its own in the answer.
template <class Row>
RowsApart compare_rows(const Network& before, const Network& after, const Table<Row>& rows_before,
                       const Table<Row>& rows_after, std::string Row::*name, std::string_view name_member,
                       std::string_view told_apart) {
  const auto a = by_key(rows_before);
  const auto b = by_key(rows_after);
  RowsApart apart;
  for (const auto& [key, row] : b) {
    if (!a.contains(key)) apart.only_after.push_back(key);
  }
  for (const auto& [key, row] : a) {
    const auto other = b.find(key);
    if (other == b.end()) {
      apart.only_before.push_back(key);
      continue;
    }
    const std::string now = written_row(before, *row);
    const std::string then = written_row(after, *other->second);
    if (now == then) continue;
    std::vector<std::string> fields = fields_apart(members_of(now), members_of(then));
    std::erase_if(fields, [&](const std::string& field) { return field == name_member || field == told_apart; });
    if (!fields.empty()) apart.changed.push_back({key, std::move(fields)});
    if (row->*name != other->second->*name) apart.renamed.push_back({key, row->*name, other->second->*name});
  }
  return apart;
}

const Key& key_of(const Network& network, const ActorRef& ref) {
  return ref.id.is_set() ? network.actor(ref.id).key : ref.unresolved;
}

using PartyKey = std::tuple<Key, std::string, std::string>;
PartyKey key_of(const Network& network, const Party& party) {
  return {key_of(network, party.actor), party.role, party.service};
}

PartiesApart compare_parties(const Network& before, const Network& after, const Agreement& a, const Agreement& b) {
  std::map<PartyKey, std::string> of_a;
  std::map<PartyKey, std::string> of_b;
  for (const Party& party : a.parties) of_a.try_emplace(key_of(before, party), written_row(before, party));
  for (const Party& party : b.parties) of_b.try_emplace(key_of(after, party), written_row(after, party));
  PartiesApart apart{a.key, {}, {}, {}};
  for (const auto& [key, text] : of_b) {
    if (!of_a.contains(key)) apart.only_after.push_back(std::get<0>(key));
  }
  for (const auto& [key, text] : of_a) {
    const auto other = of_b.find(key);
    if (other == of_b.end()) {
      apart.only_before.push_back(std::get<0>(key));
    } else if (other->second != text) {
      apart.changed.push_back(std::get<0>(key));
    }
  }
  return apart;
}

std::vector<PartiesApart> all_parties(const Network& before, const Network& after) {
  const auto a = by_key(before.agreements);
  const auto b = by_key(after.agreements);
  std::vector<PartiesApart> all;
  for (const auto& [key, row] : a) {
    const auto other = b.find(key);
    if (other == b.end()) continue;
    PartiesApart apart = compare_parties(before, after, *row, *other->second);
    if (!apart.only_after.empty() || !apart.only_before.empty() || !apart.changed.empty()) {
      all.push_back(std::move(apart));
    }
  }
  return all;
}

// The network's own members, without its tables.
Members header_of(const Network& network) {
  Network bare = network;
  bare.actors = {};
  bare.agreements = {};
  return members_of(written_row(network, bare));
}

template <class Row>
std::vector<FieldChange> changes_of(const Network& before, const Row& a, const Network& after, const Row& b) {
  const std::string then = written_row(before, a), now = written_row(after, b);
  const std::vector<JsonMember> members_then = json_members(then), members_now = json_members(now);
  const auto value = [](const std::vector<JsonMember>& members, const std::string& name) -> std::optional<std::string> {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.name == name; });
    if (found == members.end()) return std::nullopt;
    return json_on_one_line(found->raw);
  };
  std::vector<FieldChange> changes;
  for (const std::string& name : fields_apart(members_of(then), members_of(now))) {
    if (name != "parties") changes.push_back({name, value(members_then, name), value(members_now, name)});
  }
  return changes;
}

}  // namespace

std::vector<FieldChange> fields_between(const Network& before, const Actor& a, const Network& after, const Actor& b) {
  return changes_of(before, a, after, b);
}
std::vector<FieldChange> fields_between(const Network& before, const Agreement& a, const Network& after,
                                        const Agreement& b) {
  return changes_of(before, a, after, b);
}

NetworksApart compare_networks(const Network& before, const Network& after) {
  NetworksApart apart;
  apart.actors = compare_rows(before, after, before.actors, after.actors, &Actor::name, "name", "");
  apart.agreements =
      compare_rows(before, after, before.agreements, after.agreements, &Agreement::title, "title", "parties");
  apart.parties = all_parties(before, after);
  apart.header = fields_apart(header_of(before), header_of(after));
  return apart;
}

}  // namespace samverka
