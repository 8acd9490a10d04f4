#include "app/table_rows.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "analysis/partners.h"
#include "app/table_columns.h"
#include "base/collate.h"

namespace samverka {
namespace {

// ---- which rows ----

std::vector<TableRow> numbered(std::size_t count) {
  std::vector<TableRow> rows(count);
  for (std::size_t i = 0; i < count; ++i) rows[i].index = static_cast<std::uint32_t>(i);
  return rows;
}

std::vector<TableRow> every_row(const Network& network, TableKind kind) {
  if (kind == TableKind::actors) return numbered(network.actors.size());
  if (kind == TableKind::agreements) return numbered(network.agreements.size());
  std::vector<TableRow> rows;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    for (std::size_t p = 0; p < network.agreements[i].parties.size(); ++p) {
      rows.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(p)});
    }
  }
  return rows;
}

class HiddenGroups {
 public:
  HiddenGroups(const TableSource& source, const std::vector<std::string>& hidden) : source_(source), hidden_(hidden) {}
  bool hides(ActorId actor) const {
    if (hidden_.empty()) return false;
    const std::string& group = source_.assets.taxonomy.group_of(source_.network.actor(actor).type).code;
    return std::find(hidden_.begin(), hidden_.end(), group) != hidden_.end();
  }

 private:
  const TableSource& source_;
  const std::vector<std::string>& hidden_;
};

// ---- counts ----

void count_agreements(const SubNetwork& part, std::size_t actors, TableRows::Counts& counts) {
  counts.confirmed.assign(actors, 0);
  counts.unconfirmed.assign(actors, 0);
  const std::span<const Participation> all(part.participations);
  std::unordered_map<std::uint32_t, bool> seen;  // an actor that is party twice has one agreement
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    seen.clear();
    for (end = begin; end < all.size() && all[end].agreement == all[begin].agreement; ++end) {
      bool& is_confirmed = seen[all[end].actor.value];
      is_confirmed = is_confirmed || all[end].is_confirmed;
    }
    for (const auto& [actor, is_confirmed] : seen) ++(is_confirmed ? counts.confirmed : counts.unconfirmed)[actor];
  }
}

// The participations of `part` as compressed rows by actor: where each agreement's begin.
struct GroupsOfActors {
  std::vector<std::uint32_t> start, group_begin;
};

GroupsOfActors groups_of_actors(const SubNetwork& part, std::size_t actors) {
  GroupsOfActors groups{std::vector<std::uint32_t>(actors + 1, 0), {}};
  for (const Participation& p : part.participations) ++groups.start[p.actor.value + 1];
  for (std::size_t i = 1; i <= actors; ++i) groups.start[i] += groups.start[i - 1];
  groups.group_begin.resize(part.participations.size());
  std::vector<std::uint32_t> next(groups.start.begin(), groups.start.end() - 1);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < part.participations.size(); ++i) {
    if (part.participations[i].agreement != part.participations[begin].agreement) begin = i;
    groups.group_begin[next[part.participations[i].actor.value]++] = begin;
  }
  return groups;
}

// For all actors at once what partners_of() tells of one (tests/app/table_rows_test.cpp holds them together).
void count_partners(const Network& network, const SubNetwork& part, TableRows::Counts& counts) {
  const std::size_t actors = network.actors.size();
  const GroupsOfActors groups = groups_of_actors(part, actors);
  const std::vector<Participation>& all = part.participations;
  counts.partners.assign(actors, 0);
  std::vector<std::uint32_t> last_met(actors, std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t actor = 0; actor < actors; ++actor) {
    for (std::uint32_t g = groups.start[actor]; g < groups.start[actor + 1]; ++g) {
      const AgreementId agreement = all[groups.group_begin[g]].agreement;
      if (network.agreement(agreement).parties.size() > crowd_parties) continue;
      for (std::size_t i = groups.group_begin[g]; i < all.size() && all[i].agreement == agreement; ++i) {
        const std::uint32_t other = all[i].actor.value;
        if (other == actor || last_met[other] == actor) continue;
        last_met[other] = actor;
        ++counts.partners[actor];
      }
    }
  }
}

// ---- distinct words ----

// Gives each value a number, from 1 up; 0 is what is not known.
class Distinct {
 public:
  // Values in a narrow range (indices, counts) are looked up in an array, others by hash.
  explicit Distinct(std::span<const CellValue> values) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (const CellValue& value : values) {
      if (!value.is_known) continue;
      least = std::min(least, value.number);
      most = std::max(most, value.number);
    }
    const bool is_narrow = least <= most && static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least) <
                                                values.size() * 4 + 1024;
    if (is_narrow) by_place_.resize(static_cast<std::size_t>(most - least) + 1, 0);
    least_ = least;
  }

  std::uint32_t& number_of(std::int64_t value) {
    return by_place_.empty() ? by_hash_[value] : by_place_[static_cast<std::size_t>(value - least_)];
  }

 private:
  std::int64_t least_ = 0;
  std::vector<std::uint32_t> by_place_;
  std::unordered_map<std::int64_t, std::uint32_t> by_hash_;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The first of the words is what is not known; it needs no rank.
std::vector<std::uint32_t> ranks_by_text(const std::vector<std::string>& words) {
  std::vector<std::uint32_t> ranks = swedish_ranks(std::span(words).subspan(1));
  ranks.insert(ranks.begin(), 0);
  return ranks;
}

std::vector<std::uint32_t> ranks_by_value(const std::vector<std::int64_t>& values) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 1; i < values.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  std::vector<std::uint32_t> ranks(values.size(), 0);
  for (std::uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
  return ranks;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  const std::string all = folded(text);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    if (end > at) words.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// ---- as text to copy ----

// What a spreadsheet would take for a formula is made text by an apostrophe, as in CSV (OWASP; "+46 ..." is one too).
bool looks_like_formula(const std::string& words) {
  return !words.empty() && std::string_view("=+-@").find(words.front()) != std::string_view::npos;
}

void append_cell(std::string& out, const std::string& words) {
  if (looks_like_formula(words)) out += '\'';
  const std::size_t begin = out.size();
  out += words;
  const auto breaks_cell = [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\0'; };
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), breaks_cell, ' ');
}

}  // namespace

std::span<const TableColumn> table_columns(TableKind kind) {
  static const auto columns_of = [](TableKind of) {
    std::vector<TableColumn> columns;
    for (const ColumnReader& reader : column_readers(of)) columns.push_back(reader.column);
    return columns;
  };
  static const std::vector<TableColumn> all[] = {columns_of(TableKind::actors), columns_of(TableKind::agreements),
                                                 columns_of(TableKind::parties)};
  return all[static_cast<std::size_t>(kind)];
}

std::optional<std::size_t> table_column(TableKind kind, std::string_view id) {
  const auto columns = table_columns(kind);
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& c) { return c.id == id; });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::vector<TableRow> table_rows(const TableSource& source, const Folding& folding, TableKind kind, TableScope scope,
                                 const std::vector<std::string>& hidden_groups) {
  if (scope == TableScope::everything) return every_row(source.network, kind);
  const HiddenGroups groups(source, hidden_groups);
  std::vector<TableRow> rows;
  if (kind == TableKind::actors) {
    for (const ActorId actor : scope == TableScope::shown ? folding.shown : source.part.actors) {
      if (!groups.hides(actor)) rows.push_back({actor.value, 0});
    }
  } else if (kind == TableKind::agreements) {
    for (const AgreementId agreement : source.part.agreements) rows.push_back({agreement.value, 0});
  } else {
    for (const Participation& p : source.part.participations) {
      if (!groups.hides(p.actor)) rows.push_back({p.agreement.value, p.party});
    }
  }
  return rows;
}

// ---- reading columns ----

const TableRows::Counts& TableRows::counts_for(const TableSource& source, std::size_t column) {
  const ColumnReader::Needs needs = column_readers(kind_)[column].needs;
  const std::size_t actors = source.network.actors.size();
  if (needs == ColumnReader::Needs::agreements && counts_.confirmed.size() != actors) {
    count_agreements(source.part, actors, counts_);
  }
  if (needs == ColumnReader::Needs::partners && counts_.partners.size() != actors) {
    count_partners(source.network, source.part, counts_);
  }
  return counts_;
}

void TableRows::read(const TableSource& source, std::size_t column, Words& into) {
  const ColumnReader& reader = column_readers(kind_)[column];
  const Counts& counts = counts_for(source, column);
  into.of_row.resize(rows_.size());
  into.words = {""};
  into.values = {0};
  std::string scratch;
  const auto add = [&](const TableRow& row, const CellValue& value) {
    into.words.push_back(reader.words({source, counts, row}));
    into.values.push_back(value.number);
    return static_cast<std::uint32_t>(into.words.size() - 1);
  };
  if (reader.has_code) {
    std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> seen;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const CellValue value = reader.value({source, counts, rows_[i]}, scratch);
      auto found = value.is_known ? seen.find(value.code) : seen.end();
      if (value.is_known && found == seen.end()) {
        found = seen.emplace(std::string(value.code), add(rows_[i], value)).first;
      }
      into.of_row[i] = value.is_known ? found->second : 0;
    }
    return;
  }
  std::vector<CellValue> values(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) values[i] = reader.value({source, counts, rows_[i]}, scratch);
  Distinct seen(values);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!values[i].is_known) continue;
    std::uint32_t& number = seen.number_of(values[i].number);
    if (number == 0) number = add(rows_[i], values[i]);
    into.of_row[i] = number;
  }
}

TableRows::Words& TableRows::words_of(const TableSource& source, std::size_t column) {
  columns_.resize(column_readers(kind_).size());
  Words& words = columns_[column];
  if (!words.is_read()) read(source, column, words);
  return words;
}

const std::vector<std::uint32_t>& TableRows::ranks_of(const TableSource& source, std::size_t column) {
  Words& words = words_of(source, column);
  if (words.rank.empty()) {
    const bool is_text = table_columns(kind_)[column].holds == TableColumn::Holds::text;
    words.rank = is_text ? ranks_by_text(words.words) : ranks_by_value(words.values);
  }
  return words.rank;
}

// ---- order ----

std::vector<std::uint32_t> TableRows::found(const TableSource& source, const TableWish& wish) {
  std::vector<char> is_left(rows_.size(), 1);
  const auto columns = table_columns(kind_);
  const auto is_searched = [&](std::size_t column) {
    const bool is_shown = std::find(wish.columns.begin(), wish.columns.end(), column) != wish.columns.end();
    return columns[column].is_name || (is_shown && columns[column].holds != TableColumn::Holds::number);
  };
  for (const std::string& wanted : words_in(wish.search)) {
    std::vector<char> has_it(rows_.size(), 0);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (!is_searched(column)) continue;
      Words& words = words_of(source, column);
      if (words.folded.empty()) {
        for (const std::string& word : words.words) words.folded.push_back(folded(word));
      }
      std::vector<char> is_match(words.folded.size(), 0);
      for (std::size_t i = 0; i < is_match.size(); ++i) is_match[i] = words.folded[i].find(wanted) != std::string::npos;
      for (std::size_t i = 0; i < rows_.size(); ++i) has_it[i] |= is_match[words.of_row[i]];
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) is_left[i] &= has_it[i];
  }
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    if (is_left[i] != 0) places.push_back(i);
  }
  return places;
}

// Counts the rows of each rank and puts them where they belong: stable, and linear.
std::vector<std::uint32_t> TableRows::sorted(const TableSource& source, const std::vector<std::uint32_t>& places,
                                             std::size_t column, bool is_descending) {
  const std::vector<std::uint32_t>& ranks = ranks_of(source, column);
  const std::vector<std::uint32_t>& of_row = words_of(source, column).of_row;
  const auto distinct = static_cast<std::uint32_t>(ranks.size());
  const auto turn_of = [&](std::uint32_t place) {
    const std::uint32_t word = of_row[place];
    if (word == 0) return distinct;  // not known: last both ways
    return is_descending ? distinct - 1 - ranks[word] : ranks[word];
  };
  std::vector<std::uint32_t> next(distinct + 2, 0);
  for (const std::uint32_t place : places) ++next[turn_of(place) + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<std::uint32_t> order(places.size());
  for (const std::uint32_t place : places) order[next[turn_of(place)]++] = place;
  return order;
}

std::vector<std::uint32_t> TableRows::ordered(const TableSource& source, const TableWish& wish) {
  std::vector<std::uint32_t> places = found(source, wish);
  const std::size_t column = table_column(kind_, wish.sort_by).value_or(0);
  if (column != 0) places = sorted(source, places, 0, false);
  for (std::size_t i = wish.then_by.size(); i-- > 0;) {
    const auto next = table_column(kind_, wish.then_by[i].column);
    if (next) places = sorted(source, places, *next, wish.then_by[i].is_descending);
  }
  return sorted(source, places, column, wish.is_descending);
}

TableTotal TableRows::total(const TableSource& source, std::span<const std::uint32_t> places, std::size_t column) {
  const ColumnReader& reader = column_readers(kind_)[column];
  const Counts& counts = counts_for(source, column);
  const bool is_sum = reader.column.holds == TableColumn::Holds::number && reader.column.id != "confidence";
  const bool is_people = reader.column.id == "population";
  TableTotal total;
  std::string scratch;
  std::int64_t municipalities = 0;
  std::size_t municipality_count = 0;
  for (const std::uint32_t place : places) {
    const CellValue value = reader.value({source, counts, rows_[place]}, scratch);
    ++(value.is_known ? total.known : total.unknown);
    if (!is_sum || !value.is_known) continue;
    total.sum += value.number;
    if (!is_people || source.network.actors[rows_[place].index].type != "municipality") continue;
    municipalities += value.number;
    ++municipality_count;
  }
  total.is_of_municipalities = municipality_count > 0 && municipality_count < total.known;
  if (total.is_of_municipalities) total.sum = municipalities;
  return total;
}

// ---- words ----

std::string TableRows::cell(const TableSource& source, std::size_t place, std::size_t column) {
  const ColumnReader& reader = column_readers(kind_)[column];
  const TableCell cell{source, counts_for(source, column), rows_[place]};
  std::string scratch;
  const bool is_text = reader.column.holds == TableColumn::Holds::text;
  if (!is_text && !reader.value(cell, scratch).is_known) return {};
  return reader.words(cell);
}

std::string TableRows::as_tsv(const TableSource& source, std::span<const std::uint32_t> places,
                              const std::vector<std::size_t>& columns) {
  const auto all = table_columns(kind_);
  std::string out;
  const auto end_cell = [&](std::size_t i) { out += i + 1 < columns.size() ? '\t' : '\n'; };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    append_cell(out, source.texts.tr(all[columns[i]].text));
    end_cell(i);
  }
  for (const std::size_t column : columns) words_of(source, column);
  for (const std::uint32_t place : places) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Words& words = columns_[columns[i]];
      const std::uint32_t word = words.of_row[place];
      const bool is_count = all[columns[i]].holds == TableColumn::Holds::number && all[columns[i]].id != "confidence";
      if (is_count && word != 0) {
        out += std::to_string(words.values[word]);
      } else {
        append_cell(out, words.words[word]);
      }
      end_cell(i);
    }
  }
  return out;
}

}  // namespace samverka
