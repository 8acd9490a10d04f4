#include "io/edit_rows.h"

#include <type_traits>

#include "io/change_references.h"
#include "io/json_edit.h"
#include "io/json_format.h"
#include "io/json_scan.h"

namespace samverka {
namespace {

constexpr RowKind all_kinds[] = {RowKind::actor, RowKind::agreement, RowKind::source, RowKind::survey,
                                 RowKind::complete_register};

template <class Row>
void put(Table<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows.mutable_row(at) = std::move(row);
}
template <class Row>
void put(std::vector<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows[at] = std::move(row);
}

template <class Tag, class Rows>
std::size_t take_out(Network& network, Rows& rows, std::size_t at, Id<Tag> instead = {}) {
  const std::size_t last = rows.size() - 1;
  const std::size_t places = change_references(network, RowMove<Tag>{Id<Tag>(at), instead, Id<Tag>(last)});
  if (at != last) put(rows, at, rows[last]);
  rows.pop_back();
  return places;
}

template <class Row>
std::size_t erase_at(std::vector<Row>& rows, std::size_t at) {
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
  return 0;
}

// Of which actor's each contact is, in their order; empty where they are no list of objects.
std::vector<Key> owners_of(const std::string& contacts) {
  JsonTree tree;
  JsonScanner scanner(contacts, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
  if (contacts.empty() || !scanner.read(tree) || tree.nodes[0].kind != JsonKind::list) return {};
  tree.text = contacts;
  std::vector<Key> owners;
  tree.each_child(0, [&](std::uint32_t row) {
    Key& owner = owners.emplace_back();
    tree.each_child(row, [&](std::uint32_t member) {
      const JsonNode& node = tree.nodes[member];
      std::string scratch;
      if (node.kind == JsonKind::text && tree.is_named(node, "actor")) owner = tree.text_of(node, scratch);
    });
  });
  return owners;
}

}  // namespace

bool has_table(const Network& network, RowKind kind) {
  return network.coverage || (kind != RowKind::survey && kind != RowKind::complete_register);
}

std::optional<RowAt> find_row(const Network& network, const Key& key) {
  for (const RowKind kind : all_kinds) {
    if (!has_table(network, kind)) continue;
    const auto found = with_table(network, kind, [&](const auto& rows) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].key == key) return i;
      }
      return std::nullopt;
    });
    if (found) return RowAt{kind, *found};
  }
  return std::nullopt;
}

std::string text_of(const Network& network, RowAt at) {
  return with_table(network, at.kind, [&](const auto& rows) { return row_text(network, rows[at.row]); });
}

const Key& key_of(const Network& network, RowAt at) {
  return *with_table(network, at.kind, [&](const auto& rows) { return &rows[at.row].key; });
}

ReadReport put_text(Network& network, RowAt at, const std::string& text, const std::string& name) {
  const auto take = [&](auto read) {
    if (read.report.is_usable) {
      with_table(network, at.kind, [&](auto& rows) {
        using Row = std::decay_t<decltype(rows[0])>;
        if constexpr (std::is_same_v<Row, decltype(read.row)>) put(rows, at.row, std::move(read.row));
      });
    }
    return std::move(read.report);
  };
  switch (at.kind) {
    case RowKind::agreement: {
      ReadReport report = take(read_agreement(text, name, network));
      if (report.is_usable) find_references(network, key_of(network, at), AgreementId(at.row));
      return report;
    }
    case RowKind::source: {
      ReadReport report = take(read_source(text, name, network));
      if (report.is_usable) find_references(network, key_of(network, at), SourceId(at.row));
      return report;
    }
    case RowKind::survey:
      return take(read_survey(text, name, network));
    case RowKind::complete_register:
      return take(read_register(text, name, network));
    case RowKind::actor:
      break;
  }
  ReadReport report = take(read_actor(text, name, network));
  if (report.is_usable) find_references(network, key_of(network, at), ActorId(at.row));
  return report;
}

std::size_t take_out(Network& network, RowAt at) {
  switch (at.kind) {
    case RowKind::agreement:
      return take_out<AgreementTag>(network, network.agreements, at.row);
    case RowKind::source:
      return take_out<SourceTag>(network, network.sources, at.row);
    case RowKind::survey:
      return erase_at(network.coverage->surveys, at.row);
    case RowKind::complete_register:
      return erase_at(network.coverage->registers, at.row);
    case RowKind::actor:
      break;
  }
  const std::size_t contacts = remove_contacts(network, key_of(network, at));
  return contacts + take_out<ActorTag>(network, network.actors, at.row);
}

std::size_t take_out_for(Network& network, ActorId gone, ActorId instead) {
  const std::size_t contacts = rename_contacts(network, network.actor(gone).key, network.actor(instead).key);
  return contacts + take_out<ActorTag>(network, network.actors, gone.value, instead);
}

std::size_t remove_contacts(Network& network, const Key& key) {
  const std::vector<Key> owners = owners_of(network.contacts);
  std::size_t count = 0;
  for (std::size_t i = owners.size(); i-- > 0;) {
    if (owners[i] != key) continue;
    if (auto changed = without_member(network.contacts, std::to_string(i))) network.contacts = std::move(*changed);
    ++count;
  }
  return count;
}

std::size_t rename_contacts(Network& network, const Key& key, const Key& to) {
  const std::vector<Key> owners = owners_of(network.contacts);
  std::string name;
  append_quoted(name, to);
  std::size_t count = 0;
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (owners[i] != key) continue;
    auto changed = with_member(network.contacts, std::to_string(i) + "/actor", name);
    if (changed) network.contacts = std::move(*changed);
    ++count;
  }
  return count;
}

}  // namespace samverka
