#include "io/shareable.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/change_references.h"
#include "io/secret_words.h"

namespace samverka {
namespace {

Extra without_member_named(const Extra& extra, std::string_view name) {
  if (!extra.find(name)) return extra;
  Extra::Members others;
  for (const auto& member : *extra.members) {
    if (member.first != name) others.push_back(member);
  }
  return others.empty() ? Extra{} : Extra{std::make_shared<const Extra::Members>(std::move(others))};
}

// Contacts of a wrong type, and those that somebody has put into a row, are kept with what is not known.
void leave_contacts_out(Network& network) {
  constexpr std::string_view name = "contacts";
  network.contacts.clear();
  network.extra = without_member_named(network.extra, name);
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    if (!network.actors[i].extra.find(name)) continue;
    Actor& row = network.actors.mutable_row(i);
    row.extra = without_member_named(row.extra, name);
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& found = network.agreements[i];
    const bool has_any = found.extra.find(name) || std::any_of(found.parties.begin(), found.parties.end(),
                                                               [&](const Party& p) { return p.extra.find(name); });
    if (!has_any) continue;
    Agreement& row = network.agreements.mutable_row(i);
    row.extra = without_member_named(row.extra, name);
    for (Party& party : row.parties) party.extra = without_member_named(party.extra, name);
  }
}

std::size_t coarsen(Network& network) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    const bool has_place = actor.position || actor.extra.find("position");
    if (!actor.sensitive.value_or(false) || !has_place) continue;
    Actor& changed = network.actors.mutable_row(i);
    changed.position.reset();
    changed.position_extra = {};
    changed.extra = without_member_named(changed.extra, "position");
    ++count;
  }
  return count;
}

// Rows without the chosen ones; where each row is now.
template <class Tag, class Row>
std::vector<Id<Tag>> drop_rows(Table<Row>& rows, const std::vector<bool>& is_gone) {
  std::vector<Id<Tag>> now(rows.size());
  Table<Row> kept;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (is_gone[i]) continue;
    now[i] = Id<Tag>(kept.size());
    kept.push_back(rows[i]);
  }
  rows = std::move(kept);
  return now;
}

// Money and duties with one side left would still say that there is another.
void drop_dealings(Network& network, const std::vector<bool>& is_gone) {
  const auto speaks = [&](const ActorRef& ref) { return ref.id.is_set() && is_gone[ref.id.value]; };
  const auto of_money = [&](const Funding& row) { return speaks(row.from) || speaks(row.to); };
  const auto of_duty = [&](const Duty& row) { return speaks(row.by) || speaks(row.to); };
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& found = network.agreements[i];
    if (std::none_of(found.funding.begin(), found.funding.end(), of_money) &&
        std::none_of(found.duties.begin(), found.duties.end(), of_duty)) {
      continue;
    }
    Agreement& row = network.agreements.mutable_row(i);
    row.funding.erase(std::remove_if(row.funding.begin(), row.funding.end(), of_money), row.funding.end());
    row.duties.erase(std::remove_if(row.duties.begin(), row.duties.end(), of_duty), row.duties.end());
  }
}

// Agreements that had parties, and whose every party goes.
std::vector<bool> agreements_of_gone(const Network& network, const std::vector<bool>& is_gone) {
  std::vector<bool> out(network.agreements.size(), false);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::vector<Party>& parties = network.agreements[i].parties;
    out[i] = !parties.empty() && std::all_of(parties.begin(), parties.end(), [&](const Party& party) {
      return party.actor.id.is_set() && is_gone[party.actor.id.value];
    });
  }
  return out;
}

// An id that holds the id of somebody who went: another that nobody has.
template <class Rows, class Change>
void rename_keys(const Rows& rows, const SecretWords& words, std::unordered_set<Key>& taken, Change&& change) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Key key = words.without_ids(rows[i].key);
    if (key == rows[i].key) continue;
    const Key stem = key;
    for (std::size_t number = 2; !taken.insert(key).second; ++number) key = stem + "-" + std::to_string(number);
    change(i, key);
  }
}

void rename_keys(Network& network, const SecretWords& words) {
  std::unordered_set<Key> taken;
  const auto take = [&](const auto& rows) {
    for (const auto& row : rows) taken.insert(row.key);
  };
  take(network.actors);
  take(network.agreements);
  take(network.sources);
  const auto in_table = [&](auto& rows) {
    rename_keys(rows, words, taken, [&](std::size_t i, const Key& key) { rows.mutable_row(i).key = key; });
  };
  in_table(network.actors);
  in_table(network.agreements);
  in_table(network.sources);
  network.id = words.without_ids(network.id);
  if (!network.coverage) return;
  take(network.coverage->surveys);
  take(network.coverage->registers);
  const auto in_list = [&](auto& rows) {
    rename_keys(rows, words, taken, [&](std::size_t i, const Key& key) { rows[i].key = key; });
  };
  in_list(network.coverage->surveys);
  in_list(network.coverage->registers);
}

void leave_out(ShareableNetwork& out, const std::vector<bool>& is_gone) {
  Network& network = out.network;
  const SecretWords words = secret_words(network, is_gone);
  const std::vector<bool> agreements = agreements_of_gone(network, is_gone);
  drop_dealings(network, is_gone);
  renumber_references(network, drop_rows<ActorTag>(network.actors, is_gone));
  renumber_references(network, drop_rows<AgreementTag>(network.agreements, agreements));
  rename_keys(network, words);
  out.texts_changed = take_words_out(network, words);
  out.actors_left_out = static_cast<std::size_t>(std::count(is_gone.begin(), is_gone.end(), true));
  out.agreements_left_out = static_cast<std::size_t>(std::count(agreements.begin(), agreements.end(), true));
}

}  // namespace

ShareableNetwork shareable(const Network& network, Sensitive sensitive) {
  ShareableNetwork out;
  out.network = network;
  leave_contacts_out(out.network);
  if (sensitive == Sensitive::coarsened) {
    out.positions_left_out = coarsen(out.network);
    return out;
  }
  std::vector<bool> is_gone;
  for (const Actor& actor : network.actors) is_gone.push_back(actor.sensitive.value_or(false));
  if (std::find(is_gone.begin(), is_gone.end(), true) != is_gone.end()) leave_out(out, is_gone);
  return out;
}

}  // namespace samverka
