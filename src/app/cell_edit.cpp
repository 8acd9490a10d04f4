#include "app/cell_edit.h"

#include <algorithm>

#include "app/record_words.h"
#include "app/sheet_names.h"
#include "base/collate.h"
#include "io/json_text.h"
#include "io/row_text.h"
#include "model/network_index.h"

namespace samverka {
namespace {

using CellHolds = CellSpec::Holds;

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

template <class Change>
std::string each_of(std::string_view rest, Change&& change) {
  std::string out;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(",;");
    const std::string item(without_blanks(rest.substr(0, end)));
    if (!item.empty()) out += (out.empty() ? "" : ", ") + change(item);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return out;
}

template <class Row>
std::optional<std::size_t> place_of(const Table<Row>& rows, const Key& key) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].key == key) return i;
  }
  return std::nullopt;
}

// By id, "Name [id]", or a name that one alone has; else the words, which lead nowhere and are told so.
template <class Row>
Key key_in(const Table<Row>& rows, const std::string& words, std::string Row::*name) {
  std::string key = words;
  const std::size_t open = words.rfind('[');
  if (open != std::string::npos && words.ends_with(']')) key = words.substr(open + 1, words.size() - open - 2);
  if (place_of(rows, key)) return key;
  Key found;
  const std::string wanted = folded(words);
  for (const Row& row : rows) {
    if (folded(row.*name) != wanted) continue;
    if (!found.empty()) return words;
    found = row.key;
  }
  return found.empty() ? words : found;
}

// "20240401" as people type it.
std::string day_typed(const std::string& typed) {
  const bool is_digits = typed.size() == 8 && typed.find_first_not_of("0123456789") == std::string::npos;
  return is_digits ? typed.substr(0, 4) + "-" + typed.substr(4, 2) + "-" + typed.substr(6) : typed;
}

template <class T>
void add_choices(std::vector<FormChoice>& choices, const Terms<T>& terms, const std::string& language) {
  for (const T& term : terms.rows()) choices.push_back({term.code, term.label.in(language)});
}

std::string start_of(const CellOwner& owner) {
  return owner.sheet == RowSheet::parties ? "parties/" + std::to_string(owner.party) + "/" : "";
}

Edit cell_set(const CellOwner& owner, const std::string& member, const std::string& raw) {
  Edit edit;
  edit.kind = raw.empty() ? Edit::Kind::unset : Edit::Kind::set;
  edit.row = owner.sheet == RowSheet::actors ? RowKind::actor : RowKind::agreement;
  edit.key = owner.key;
  edit.member = member;
  edit.value = raw;
  return edit;
}

}  // namespace

RowSheet sheet_of(TableKind kind) {
  if (kind == TableKind::actors) return RowSheet::actors;
  return kind == TableKind::agreements ? RowSheet::agreements : RowSheet::parties;
}

std::optional<std::size_t> edited_cell(TableKind kind, std::string_view column) {
  const RowSheet sheet = sheet_of(kind);
  if (column == "id" || column == "agreement") return std::nullopt;
  if (sheet == RowSheet::parties && column == "county") return std::nullopt;  // the actor's own
  if (column == "method") return cell_spec(sheet, "provenance/method");
  if (column == "recorded") return cell_spec(sheet, "provenance/recorded");
  if (column == "source") return cell_spec(sheet, "provenance/source");
  if (column == "confidence") return cell_spec(sheet, "provenance/confidence");
  if (sheet == RowSheet::agreements && column == "from") return cell_spec(sheet, "valid/from");
  if (sheet == RowSheet::agreements && column == "to") return cell_spec(sheet, "valid/to");
  return cell_spec(sheet, column);
}

std::optional<CellOwner> owner_of(const Network& facts, TableKind kind, const TableRow& row, const Network& looked_at) {
  if (kind == TableKind::actors) {
    const bool is_fact =
        row.index < facts.actors.size() && facts.actors[row.index].key == looked_at.actors[row.index].key;
    if (!is_fact) return std::nullopt;
    return CellOwner{RowSheet::actors, facts.actors[row.index].key, 0};
  }
  const bool is_fact =
      row.index < facts.agreements.size() && facts.agreements[row.index].key == looked_at.agreements[row.index].key;
  if (!is_fact) return std::nullopt;
  const Agreement& agreement = facts.agreements[row.index];
  if (kind == TableKind::agreements) return CellOwner{RowSheet::agreements, agreement.key, 0};
  const auto& seen = looked_at.agreements[row.index].parties;
  const bool is_same =
      row.party < agreement.parties.size() && agreement.parties[row.party].actor == seen[row.party].actor;
  if (!is_same) return std::nullopt;
  return CellOwner{RowSheet::parties, agreement.key, row.party};
}

std::string typed_in(const Network& facts, const CellOwner& owner, std::size_t cell) {
  if (owner.sheet == RowSheet::actors) {
    const auto at = place_of(facts.actors, owner.key);
    return at ? cells_of(owner.sheet, row_text(facts, facts.actors[*at]))[cell] : std::string();
  }
  const auto at = place_of(facts.agreements, owner.key);
  if (!at) return {};
  const std::string text = row_text(facts, facts.agreements[*at]);
  if (owner.sheet == RowSheet::agreements) return cells_of(owner.sheet, text)[cell];
  const std::vector<std::string> parties = party_texts(text);
  return owner.party < parties.size() ? cells_of(owner.sheet, parties[owner.party])[cell] : std::string();
}

std::vector<FormChoice> cell_choices(RowSheet sheet, std::size_t cell, const Assets& assets,
                                     const std::string& language) {
  const CellSpec& spec = cell_specs(sheet)[cell];
  const std::string_view member = spec.member;
  const Taxonomy& taxonomy = assets.taxonomy;
  std::vector<FormChoice> choices;
  if (member == "type") add_choices(choices, taxonomy.actor_types, language);
  if (member == "form") add_choices(choices, taxonomy.forms, language);
  if (member == "areas") add_choices(choices, taxonomy.areas, language);
  if (const Terms<Term>* terms = terms_of(spec, taxonomy)) add_choices(choices, *terms, language);
  if (member == "county") {
    for (const MapShapes::Place& place : assets.shapes.counties) choices.push_back({place.code, place.name});
  }
  return choices;
}

bool takes_several(RowSheet sheet, std::size_t cell) {
  const CellHolds holds = cell_specs(sheet)[cell].holds;
  return holds == CellHolds::codes || holds == CellHolds::list || holds == CellHolds::actors ||
         holds == CellHolds::agreements || holds == CellHolds::sources;
}

std::string cell_words(const Network& facts, const Assets& assets, const Texts& texts, RowSheet sheet, std::size_t cell,
                       const std::string& typed) {
  const CellSpec& spec = cell_specs(sheet)[cell];
  if (typed.empty()) return {};
  if (spec.holds == CellHolds::last_day && typed == open_end) return texts.tr("valid.open");
  const auto name = [&](const auto& rows, const std::string& key, auto member) {
    const auto at = place_of(rows, key);
    return at ? rows[*at].*member : key;
  };
  if (spec.holds == CellHolds::actor) return name(facts.actors, typed, &Actor::name);
  if (spec.holds == CellHolds::agreement) return name(facts.agreements, typed, &Agreement::title);
  const std::vector<FormChoice> choices = cell_choices(sheet, cell, assets, texts.language());
  if (choices.empty() || spec.holds == CellHolds::codes) return typed;
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const FormChoice& choice) { return choice.code == typed; });
  return found == choices.end() ? typed : found->words;
}

Key CellEditor::key_of_actor(const std::string& words) const { return key_in(facts_.actors, words, &Actor::name); }
Key CellEditor::key_of_agreement(const std::string& words) const {
  return key_in(facts_.agreements, words, &Agreement::title);
}

std::string CellEditor::understood(const CellSpec& spec, const std::string& typed) const {
  const std::string plain(without_blanks(typed));
  switch (spec.holds) {
    case CellHolds::code:
    case CellHolds::word:
      return code_of(spec, assets_.taxonomy, plain);
    case CellHolds::codes:
      return each_of(plain, [&](const std::string& item) { return code_of(spec, assets_.taxonomy, item); });
    case CellHolds::actor:
      return key_of_actor(plain);
    case CellHolds::agreement:
      return key_of_agreement(plain);
    case CellHolds::actors:
      return each_of(plain, [&](const std::string& item) { return key_of_actor(item); });
    case CellHolds::agreements:
      return each_of(plain, [&](const std::string& item) { return key_of_agreement(item); });
    case CellHolds::sources:
      return each_of(plain, [&](const std::string& item) {
        const auto found = std::find_if(facts_.sources.begin(), facts_.sources.end(), [&](const Source& row) {
          return row.key == item || folded(row.title) == folded(item);
        });
        return found == facts_.sources.end() ? item : found->key;
      });
    case CellHolds::day:
    case CellHolds::last_day:
      return day_typed(plain);
    default:
      break;
  }
  const std::string_view member = spec.member;
  const bool is_place = spec.digits > 0 && plain.find_first_not_of("0123456789") != std::string::npos;
  if (!is_place || (member != "county" && member != "municipality")) return plain;
  const SheetNames names = sheet_names(assets_, facts_);
  const auto& places = member == "county" ? names.counties : names.municipalities;
  const auto found = places.find(folded(plain));
  return found == places.end() ? plain : found->second;
}

std::vector<Edit> CellEditor::edits(const CellOwner& owner, std::size_t cell, const std::string& typed,
                                    Date recorded) const {
  const CellSpec& spec = cell_specs(owner.sheet)[cell];
  const std::string start = start_of(owner);
  std::vector<Edit> all = {cell_set(owner, start + spec.member, raw_of(spec, understood(spec, typed)))};
  const bool is_provenance = std::string_view(spec.member).starts_with("provenance/");
  if (!is_provenance) all.push_back(cell_set(owner, "provenance/recorded", json_quoted(to_string(recorded))));
  return all;
}

}  // namespace samverka
