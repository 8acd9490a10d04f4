#include "io/sheet_import.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_set>

#include "base/collate.h"
#include "io/json_edit.h"
#include "io/json_scan.h"
#include "io/json_text.h"
#include "io/place_in_text.h"
#include "io/put_rows.h"
#include "io/row_text.h"
#include "io/sheet_network.h"
#include "io/sheet_rows.h"

namespace samverka {
namespace {

using Fate = SheetRow::Fate;
using Holds = CellSpec::Holds;

// Who is called what, among rows of the network and of the tables.
class NamedRows {
 public:
  void add(const Key& key, const std::string& name) {
    keys_.insert(key);
    add_name(folded(name), key);
  }
  bool has(const Key& key) const { return keys_.contains(key); }
  bool is_ambiguous(const std::string& name) const {
    const auto found = by_name_.find(folded(name));
    return found != by_name_.end() && found->second.empty();
  }
  // By id, "Name [id]", or a name that one alone has; empty: nobody.
  Key find(const std::string& words) const {
    if (has(words)) return words;
    const std::size_t open = words.rfind('[');
    if (open != std::string::npos && words.ends_with(']')) {
      const Key key = words.substr(open + 1, words.size() - open - 2);
      if (has(key)) return key;
    }
    const auto found = by_name_.find(folded(words));
    return found == by_name_.end() ? Key() : found->second;
  }

 private:
  void add_name(const std::string& name, const Key& key) {
    if (name.empty()) return;
    const auto [at, is_new] = by_name_.emplace(name, key);
    if (!is_new && at->second != key) at->second.clear();
  }
  std::unordered_set<Key> keys_;
  std::unordered_map<std::string, Key> by_name_;  // empty: several
};

std::string_view trimmed_cell(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// The items of a list, each made another.
template <class Change>
std::string each_item(const std::string& cell, Change&& change) {
  std::string out;
  std::string_view rest = cell;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(",;\n");
    const std::string item(trimmed_cell(rest.substr(0, end)));
    if (!item.empty()) out += (out.empty() ? "" : ", ") + change(item);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return out;
}

std::size_t spec_at(RowSheet sheet, std::string_view member) { return *cell_spec(sheet, member); }

class SheetImporter {
 public:
  SheetImporter(const Network* base, const Taxonomy& taxonomy, const SheetNames& names, const SheetWish& wish)
      : taxonomy_(taxonomy), names_(names), wish_(wish), has_base_(base != nullptr) {
    if (base) base_ = *base;
  }

  Result<SheetImport> import(const std::vector<SheetFile>& files) {
    for (std::size_t f = 0; f < files.size(); ++f) {
      Result<CsvTable> table = read_csv(files[f].text, files[f].name);
      if (!table) return table.problem();
      Result<HeadedSheet> sheet = headed(f, std::move(*table), names_, wish_.most_likely);
      if (!sheet) {
        Problem problem = sheet.problem();
        problem.file = files[f].name;
        problem.line = problem.column = 1;
        return problem;
      }
      for (std::size_t i = 0; i < sheet->problems.size(); ++i) {
        tell(std::move(sheet->problems[i]), f, sheet->problem_offsets[i]);
      }
      std::vector<DraftRow> rows = draft_rows(*sheet, pieces_);
      drafts_.insert(drafts_.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    if (auto missing = take_network(files)) return *missing;
    understand();
    put();
    finish(files);
    return std::move(out_);
  }

 private:
  void tell(Problem problem, std::size_t file, std::size_t offset) {
    out_.problems.push_back(std::move(problem));
    problem_places_.push_back({file, offset});
  }

  // ---- the network itself ----

  std::optional<Problem> take_network(const std::vector<SheetFile>& files) {
    if (has_base_) {
      index();
      return std::nullopt;
    }
    if (pieces_.empty()) {
      Problem problem = error("E_MISSING", {"sheet_problem.no_network", {}}, Exit::usage);
      if (!files.empty()) problem.file = files.front().name;
      return problem;
    }
    NetworkFromPieces read = network_of(pieces_, taxonomy_);
    for (std::size_t i = 0; i < read.problems.size(); ++i) {
      const NetworkPiece& piece = pieces_[read.pieces[i]];
      Problem& problem = read.problems[i];
      problem.line = problem.column = 0;
      if (!read.is_usable)
        return placed(std::move(problem), files[piece.file].text, files[piece.file].name, piece.offset);
      tell(std::move(problem), piece.file, piece.offset);
    }
    base_ = std::move(read.network);
    others_ = std::move(read.rows);
    for (const std::size_t piece : read.piece_of_row)
      other_places_.push_back({pieces_[piece].file, pieces_[piece].offset});
    index();
    return std::nullopt;
  }

  void index() {
    for (std::size_t i = 0; i < base_.actors.size(); ++i) {
      const Actor& row = base_.actors[i];
      actors_.add(row.key, row.name);
      if (!row.short_name.empty() && row.short_name != row.name) actors_.add(row.key, row.short_name);
      actor_at_.emplace(row.key, i);
    }
    for (std::size_t i = 0; i < base_.agreements.size(); ++i) {
      agreements_.add(base_.agreements[i].key, base_.agreements[i].title);
      agreement_at_.emplace(base_.agreements[i].key, i);
    }
  }

  // ---- what the cells say ----

  void understand() {
    for (DraftRow& row : drafts_) mend_codes(row);
    for (DraftRow& row : drafts_) {
      if (row.out.sheet == RowSheet::actors) identify(row, actors_, actor_at_, "name");
      if (row.out.sheet == RowSheet::agreements) identify(row, agreements_, agreement_at_, "title");
    }
    find_repeated();
    for (DraftRow& row : drafts_) {
      if (row.out.sheet == RowSheet::parties) identify_party(row);
    }
    for (DraftRow& row : drafts_) {
      if (row.is_live) make_raws(row);
    }
    find_repeated_parties();
    for (DraftRow& row : drafts_) {
      if (row.is_live && row.at) compare(row);
    }
  }

  std::string place_code(const CellSpec& spec, const std::string& cell) const {
    const std::string_view member = spec.member;
    const auto& places = member == "county" ? names_.counties : names_.municipalities;
    const auto found = places.find(folded(trimmed_cell(cell)));
    return found == places.end() ? cell : found->second;
  }

  void mend_codes(DraftRow& row) {
    const auto specs = cell_specs(row.out.sheet);
    for (std::size_t i = 0; i < specs.size(); ++i) {
      std::string& cell = row.cells[i];
      if (cell.empty()) continue;
      const std::string_view member = specs[i].member;
      if (member == "county" || member == "municipality") cell = place_code(specs[i], cell);
      if (!has_lost_zeros(specs[i], cell)) continue;
      ++out_.lost_zeros;
      if (wish_.restores_zeros) {
        cell = with_zeros(specs[i], cell);
        continue;
      }
      const Message message{"sheet_problem.zeros", {{"value", cell}, {"maybe", with_zeros(specs[i], cell)}}};
      row.refuse(error("E_CODE", message), row.offsets[i]);
    }
  }

  void identify(DraftRow& row, NamedRows& named, const std::unordered_map<Key, std::size_t>& places, const char* name) {
    std::string& id = row.cells[spec_at(row.out.sheet, "id")];
    row.out.name = row.cells[spec_at(row.out.sheet, name)];
    if (id.empty() && named.is_ambiguous(row.out.name)) {
      return row.refuse(error("E_REF", {"sheet_problem.several", {{"name", row.out.name}}}), row.offset);
    }
    if (id.empty()) id = named.find(row.out.name);
    if (id.empty()) id = new_key(row);
    row.out.key = id;
    const auto at = places.find(id);
    if (at != places.end()) row.at = at->second;
    if (!row.is_live) refused_.emplace(id, &row);
    if (row.is_live && !id.empty()) named.add(id, row.out.name);
  }

  Key new_key(const DraftRow& row) const {
    constexpr std::size_t longest = 60;
    std::string start = id_from_name(row.out.name).substr(0, longest);
    while (start.ends_with('-')) start.pop_back();
    if (start.empty()) return {};
    if (row.out.sheet == RowSheet::agreements) start = "a-" + start;
    Key key = start;
    for (int n = 2; actors_.has(key) || agreements_.has(key); ++n) key = start + "-" + std::to_string(n);
    return key;
  }

  // The same row twice is one; another with the same id is refused.
  void find_repeated() {
    std::unordered_map<Key, const DraftRow*> first;
    for (DraftRow& row : drafts_) {
      if (!row.is_live || row.out.sheet == RowSheet::parties || row.out.key.empty()) continue;
      const auto [at, is_new] = first.emplace(row.out.key, &row);
      if (!is_new) repeat(row, *at->second);
    }
  }
  void repeat(DraftRow& row, const DraftRow& first) {
    if (row.cells == first.cells && row.out.sheet == first.out.sheet) {
      row.is_live = false;
      row.out.fate = Fate::unchanged;
      return;
    }
    row.refuse(error("E_DUPID", {"sheet_problem.twice", {{"id", row.out.key}}}), row.offset);
  }

  void identify_party(DraftRow& row) {
    std::string& agreement = row.cells[spec_at(RowSheet::parties, "agreement")];
    std::string& actor = row.cells[spec_at(RowSheet::parties, "actor")];
    row.out.name = actor;
    const Key found = agreements_.find(std::string(trimmed_cell(agreement)));
    row.out.key = found;
    if (!row.is_live) return;
    if (found.empty()) {
      const Message message =
          agreement.empty() ? Message{"sheet_problem.no_agreement", {}} : agreement_message(agreement);
      return row.refuse(error("E_REF", message), row.offset_of("/agreement"));
    }
    agreement = found;
  }
  Message agreement_message(const std::string& words) const {
    const bool was_refused = refused_.contains(words);
    return {was_refused ? "sheet_problem.refused_row" : "sheet_problem.agreement", {{"id", words}}};
  }

  std::string actor_key(const std::string& words) const {
    const Key key = actors_.find(words);
    return key.empty() ? words : key;
  }
  std::string agreement_key(const std::string& words) const {
    const Key key = agreements_.find(words);
    return key.empty() ? words : key;
  }

  // The cell in the format's own words.
  std::string meant(const CellSpec& spec, const std::string& cell) const {
    switch (spec.holds) {
      case Holds::code:
      case Holds::word:
        return code_of(spec, taxonomy_, cell);
      case Holds::codes:
        return each_item(cell, [&](const std::string& item) { return code_of(spec, taxonomy_, item); });
      case Holds::actor:
        return actor_key(std::string(trimmed_cell(cell)));
      case Holds::actors:
        return each_item(cell, [&](const std::string& item) { return actor_key(item); });
      case Holds::agreement:
        return agreement_key(std::string(trimmed_cell(cell)));
      case Holds::agreements:
        return each_item(cell, [&](const std::string& item) { return agreement_key(item); });
      default:
        return cell;
    }
  }

  void make_raws(DraftRow& row) {
    const auto specs = cell_specs(row.out.sheet);
    row.raws.resize(specs.size());
    for (std::size_t i = 0; i < specs.size(); ++i) {
      if (row.cells[i].empty()) continue;
      row.cells[i] = meant(specs[i], row.cells[i]);
      row.raws[i] = raw_of(specs[i], row.cells[i]);
      if (specs[i].holds == Holds::word && cell_of(specs[i], row.raws[i]).empty()) {
        row.refuse(error("E_CODE", {"sheet_problem.word", {{"value", row.cells[i]}}}), row.offsets[i]);
      }
    }
    const std::string& rest = row.raws.back();
    const bool is_text = !rest.empty() && rest.front() == '"' && trimmed_cell(row.cells.back()).front() != '"';
    if (is_text) row.refuse(error("E_PARSE", {"sheet_problem.json", {}}), row.offsets.back());
  }

  // ---- parties ----

  std::string party_name(const DraftRow& row) const {
    const auto cell = [&](const char* member) { return row.cells[spec_at(RowSheet::parties, member)] + "\n"; };
    return row.out.key + "\n" + cell("actor") + cell("role") + cell("service");
  }

  // Of the parties that the agreement has: the one in that role and service, or the actor's only one where the row
  // says neither.
  void find_repeated_parties() {
    std::unordered_map<std::string, const DraftRow*> first;
    for (DraftRow& row : drafts_) {
      if (!row.is_live || row.out.sheet != RowSheet::parties) continue;
      row.out.name = row.cells[spec_at(RowSheet::parties, "actor")];
      const auto [at, is_new] = first.emplace(party_name(row), &row);
      if (!is_new) {
        if (row.cells == at->second->cells) {
          row.is_live = false;
        } else {
          row.refuse(error("E_PARTY", {"sheet_problem.party_twice", {{"id", row.out.name}}}), row.offset);
        }
        continue;
      }
      place_party(row);
    }
  }

  const std::vector<std::vector<std::string>>& parties_of(const Key& agreement) {
    const auto [at, is_new] = parties_.try_emplace(agreement);
    const auto place = agreement_at_.find(agreement);
    if (!is_new || place == agreement_at_.end()) return at->second;
    party_texts_[agreement] = party_texts(row_text(base_, base_.agreements[place->second]));
    for (const std::string& text : party_texts_[agreement]) at->second.push_back(cells_of(RowSheet::parties, text));
    return at->second;
  }

  void place_party(DraftRow& row) {
    const auto& parties = parties_of(row.out.key);
    const auto same = [&](const std::vector<std::string>& cells, const char* member) {
      const std::size_t i = spec_at(RowSheet::parties, member);
      return cells[i] == row.cells[i];
    };
    const auto says = [&](const char* member) { return !row.cells[spec_at(RowSheet::parties, member)].empty(); };
    std::vector<std::size_t> of_actor;
    for (std::size_t i = 0; i < parties.size(); ++i) {
      if (!same(parties[i], "actor")) continue;
      of_actor.push_back(i);
      if (same(parties[i], "role") && same(parties[i], "service")) row.at = i;
    }
    if (row.at || of_actor.empty() || says("role") || says("service")) return;
    if (of_actor.size() == 1) {
      row.at = of_actor.front();
    } else {
      row.refuse(error("E_PARTY", {"sheet_problem.which_party", {{"id", row.out.name}}}), row.offset);
    }
  }

  // ---- what is new ----

  std::vector<std::string> known_cells(const DraftRow& row) {
    if (row.out.sheet == RowSheet::parties) return parties_of(row.out.key)[*row.at];
    if (row.out.sheet == RowSheet::actors) {
      return cells_of(RowSheet::actors, row_text(base_, base_.actors[*row.at]));
    }
    return cells_of(RowSheet::agreements, row_text(base_, base_.agreements[*row.at]));
  }

  // What the row says that the network says already is no change.
  void compare(DraftRow& row) {
    const auto specs = cell_specs(row.out.sheet);
    const std::vector<std::string> known = known_cells(row);
    for (std::size_t i = 0; i < specs.size(); ++i) {
      if (row.raws[i].empty() || std::string_view(specs[i].member) == "agreement") continue;
      const std::string said = cell_of(specs[i], row.raws[i]);
      if (!said.empty() && said == known[i]) {
        row.raws[i].clear();
      } else {
        row.out.changes.push_back({specs[i].member, known[i], said.empty() ? row.cells[i] : said});
      }
    }
    row.out.fate = row.out.changes.empty() && row.parties.empty() ? Fate::unchanged : Fate::changed;
  }

  bool changes(const DraftRow& row) const { return row.is_live && (!row.at || row.out.fate == Fate::changed); }

  // ---- into the network ----

  struct Gathered {
    std::vector<PutRow> rows;
    std::vector<DraftRow*> draft_of;                   // null: an agreement whose parties alone are others
    std::vector<std::vector<DraftRow*>> party_drafts;  // by place among the row's parties
  };

  Gathered gather() {
    Gathered all;
    std::unordered_map<Key, std::size_t> agreement_row;
    for (const PutRow& row : others_) add(all, row, nullptr);
    for (DraftRow& row : drafts_) {
      if (row.out.sheet == RowSheet::parties || !changes(row)) continue;
      if (row.out.sheet == RowSheet::agreements) agreement_row.emplace(row.out.key, all.rows.size());
      add(all, put_row(row), &row);
    }
    std::map<Key, std::vector<DraftRow*>> parties;
    for (DraftRow& row : drafts_) {
      if (row.out.sheet == RowSheet::parties && changes(row)) parties[row.out.key].push_back(&row);
    }
    for (const auto& [key, of_agreement] : parties) {
      if (!agreement_row.contains(key)) {
        const auto at = agreement_at_.find(key);
        if (at == agreement_at_.end()) continue;  // its own row has been refused: told in refuse_orphans()
        agreement_row.emplace(key, all.rows.size());
        add(all, {RowKind::agreement, at->second, row_text(base_, base_.agreements[at->second]), key}, nullptr);
      }
      put_parties(all, agreement_row.at(key), key, of_agreement);
    }
    return all;
  }

  static void add(Gathered& all, PutRow row, DraftRow* draft) {
    all.rows.push_back(std::move(row));
    all.draft_of.push_back(draft);
    all.party_drafts.emplace_back();
  }

  PutRow put_row(DraftRow& row) {
    const RowKind kind = row.out.sheet == RowSheet::actors ? RowKind::actor : RowKind::agreement;
    PutRow put{kind, row.at, {}, row.out.key};
    if (!row.at) {
      put.text = json_of(row.out.sheet, row.raws);
    } else {
      const std::string text =
          kind == RowKind::actor ? row_text(base_, base_.actors[*row.at]) : row_text(base_, base_.agreements[*row.at]);
      put.text = with_cells(row.out.sheet, text, row.raws);
    }
    if (!row.parties.empty()) add_named_parties(row, put.text);
    return put;
  }

  // Of the column "parties": those who are not in it yet.
  void add_named_parties(const DraftRow& row, std::string& text) const {
    std::vector<std::string> all = party_texts(text);
    each_item(row.parties, [&](const std::string& item) {
      const std::string actor = "\"actor\":" + json_quoted(actor_key(item));
      const bool is_there = std::any_of(all.begin(), all.end(), [&](const std::string& party) {
        return compact_json(party).find(actor) != std::string::npos;
      });
      if (!is_there) all.push_back("{" + actor + "}");
      return item;
    });
    set_parties(text, all);
  }

  static void set_parties(std::string& text, const std::vector<std::string>& all) {
    std::string list = "[";
    for (const std::string& party : all) list += (list.size() > 1 ? "," : "") + party;
    if (auto changed = with_member(text, "parties", list + "]")) text = std::move(*changed);
  }

  void put_parties(Gathered& all, std::size_t row, const Key& key, const std::vector<DraftRow*>& drafts) {
    std::vector<std::string> texts = party_texts(all.rows[row].text);
    std::vector<DraftRow*>& places = all.party_drafts[row];
    places.assign(texts.size(), nullptr);
    for (DraftRow* draft : drafts) {
      if (draft->at && *draft->at < texts.size()) {
        texts[*draft->at] = with_cells(RowSheet::parties, party_texts_[key][*draft->at], draft->raws);
        places[*draft->at] = draft;
      } else {
        texts.push_back(json_of(RowSheet::parties, draft->raws));
        places.push_back(draft);
      }
    }
    set_parties(all.rows[row].text, texts);
  }

  void put() {
    const RowPutter putter(base_, taxonomy_);
    const std::size_t told = out_.problems.size();
    while (true) {
      out_.problems.resize(told);
      problem_places_.resize(told);
      refuse_orphans();
      Gathered all = gather();
      PutRows result = putter.put(all.rows);
      if (refuse_wrong(all, result)) continue;
      out_.network = std::move(result.network);
      return;
    }
  }

  // Parties of an agreement that is not going to be there.
  void refuse_orphans() {
    std::unordered_set<Key> coming;
    for (const DraftRow& row : drafts_) {
      const bool is_agreement = row.out.sheet == RowSheet::agreements;
      if (is_agreement && row.out.fate != Fate::refused) coming.insert(row.out.key);
    }
    for (DraftRow& row : drafts_) {
      if (row.out.sheet != RowSheet::parties || !row.is_live) continue;
      if (coming.contains(row.out.key) || agreement_at_.contains(row.out.key)) continue;
      row.refuse(error("E_REF", {"sheet_problem.refused_row", {{"id", row.out.key}}}), row.offset_of("/agreement"));
    }
  }

  bool refuse_wrong(Gathered& all, PutRows& result) {
    bool was_any = false;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      for (Problem& problem : result.problems[i]) was_any = blame(all, i, std::move(problem)) || was_any;
    }
    if (was_any || result.elsewhere.empty()) return was_any;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      if (all.draft_of[i]) was_any = blame(all, i, result.elsewhere.front()) || was_any;
      for (DraftRow* draft : all.party_drafts[i])
        was_any = (draft && refuse(*draft, result.elsewhere.front(), "")) || was_any;
    }
    return was_any;
  }

  bool refuse(DraftRow& row, Problem problem, std::string_view pointer) {
    if (row.out.problems.size() >= most_told) return false;
    const bool was_live = row.is_live;
    std::string id;
    for (const auto& [name, value] : problem.message.args) id = name == "id" ? value : id;
    const auto refused = problem.code == "E_REF" ? refused_.find(id) : refused_.end();
    if (refused != refused_.end()) problem.message = {"sheet_problem.refused_row", {{"id", id}}};
    problem.pointer.clear();
    row.refuse(std::move(problem), row.offset_of(pointer));
    if (row.out.sheet != RowSheet::parties) refused_.emplace(row.out.key, &row);
    return was_live;
  }

  // True where a row that was to come in does not.
  bool blame(Gathered& all, std::size_t i, Problem problem) {
    const std::string pointer = problem.pointer;
    constexpr std::string_view start = "/parties/";
    if (pointer.starts_with(start)) {
      std::size_t place = 0;
      const char* const end = pointer.data() + pointer.size();
      const auto read = std::from_chars(pointer.data() + start.size(), end, place);
      DraftRow* draft =
          read.ec == std::errc() && place < all.party_drafts[i].size() ? all.party_drafts[i][place] : nullptr;
      if (draft)
        return refuse(*draft, std::move(problem), std::string_view(read.ptr, static_cast<std::size_t>(end - read.ptr)));
    }
    if (all.draft_of[i]) return refuse(*all.draft_of[i], std::move(problem), pointer);
    bool was_any = false;
    for (DraftRow* draft : all.party_drafts[i]) was_any = (draft && refuse(*draft, problem, "")) || was_any;
    if (was_any || i >= others_.size()) return was_any;
    tell(std::move(problem), other_places_[i].file, other_places_[i].offset);  // a source, survey or register stays
    return false;
  }

  // ---- told ----

  void finish(const std::vector<SheetFile>& files) {
    std::vector<std::vector<std::size_t>> offsets(files.size());
    for (const DraftRow& row : drafts_) {
      auto& of_file = offsets[row.out.file];
      of_file.push_back(row.offset);
      of_file.insert(of_file.end(), row.problem_offsets.begin(), row.problem_offsets.end());
    }
    for (const auto& place : problem_places_) offsets[place.file].push_back(place.offset);
    std::vector<std::vector<LineColumn>> places(files.size());
    for (std::size_t f = 0; f < files.size(); ++f) places[f] = places_in_text(files[f].text, offsets[f]);
    std::vector<std::size_t> next(files.size(), 0);
    const auto put_place = [&](Problem& problem, std::size_t file) {
      const LineColumn place = places[file][next[file]++];
      problem.file = files[file].name;
      problem.line = place.line;
      problem.column = place.column;
    };
    for (DraftRow& row : drafts_) {
      const std::size_t file = row.out.file;
      row.out.line = places[file][next[file]++].line;
      for (Problem& problem : row.out.problems) put_place(problem, file);
      count(row);
      out_.rows.push_back(std::move(row.out));
    }
    for (std::size_t i = 0; i < out_.problems.size(); ++i) put_place(out_.problems[i], problem_places_[i].file);
  }

  void count(DraftRow& row) {
    if (row.is_live && !row.at) row.out.fate = Fate::added;
    ++out_.read;
    switch (row.out.fate) {
      case Fate::added:
        ++out_.added;
        break;
      case Fate::changed:
        ++out_.changed;
        break;
      case Fate::unchanged:
        ++out_.unchanged;
        break;
      case Fate::refused:
        ++out_.refused;
        break;
    }
  }

  static constexpr std::size_t most_told = 5;  // of one row

  struct FilePlace {
    std::size_t file = 0, offset = 0;
  };
  const Taxonomy& taxonomy_;
  const SheetNames& names_;
  const SheetWish& wish_;
  bool has_base_;
  Network base_;
  std::vector<PutRow> others_;  // sources, surveys and registers of the network's own rows
  std::vector<FilePlace> other_places_;
  std::vector<NetworkPiece> pieces_;
  std::vector<DraftRow> drafts_;
  NamedRows actors_, agreements_;
  std::unordered_map<Key, std::size_t> actor_at_, agreement_at_;
  std::unordered_map<Key, const DraftRow*> refused_;
  std::unordered_map<Key, std::vector<std::vector<std::string>>> parties_;  // cells of those of the network
  std::unordered_map<Key, std::vector<std::string>> party_texts_;
  std::vector<FilePlace> problem_places_;
  SheetImport out_;
};

}  // namespace

Result<SheetImport> import_sheets(const Network* base, const Taxonomy& taxonomy, const std::vector<SheetFile>& files,
                                  const SheetNames& names, const SheetWish& wish) {
  return SheetImporter(base, taxonomy, names, wish).import(files);
}

}  // namespace samverka
