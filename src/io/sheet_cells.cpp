#include "io/sheet_cells.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/collate.h"
#include "base/date.h"
#include "io/json_edit.h"
#include "io/json_scan.h"
#include "io/json_text.h"
#include "model/network.h"

namespace samverka {
namespace {

using Holds = CellSpec::Holds;

constexpr auto actor_cells = std::to_array<CellSpec>({
    {"id"},
    {"type", Holds::code},
    {"subtype", Holds::code},
    {"name"},
    {"short_name"},
    {"name_en"},
    {"county", Holds::text, 2},
    {"municipality", Holds::text, 4},
    {"parent", Holds::actor},
    {"ownership", Holds::code},
    {"population", Holds::integer},
    {"municipality_group", Holds::code},
    {"serves", Holds::list, 4},
    {"members", Holds::actors},
    {"functions", Holds::codes},
    {"flags", Holds::codes},
    {"position/lat", Holds::decimal},
    {"position/lon", Holds::decimal},
    {"sensitive", Holds::flag},
    {"ids/municipality_code", Holds::text, 4},
    {"ids/county_code", Holds::text, 2},
    {"ids/school_unit_code", Holds::text, 8},
    {"ids/org_number"},
    {"valid/from", Holds::day},
    {"valid/to", Holds::last_day},
    {"web"},
    {"note"},
    {"provenance/source", Holds::sources},
    {"provenance/method", Holds::code},
    {"provenance/recorded", Holds::day},
    {"provenance/confidence", Holds::decimal},
    {"other", Holds::rest},
});

constexpr auto agreement_cells = std::to_array<CellSpec>({
    {"id"},
    {"form", Holds::code},
    {"title"},
    {"areas", Holds::codes},
    {"status", Holds::word},
    {"valid/from", Holds::day},
    {"valid/to", Holds::last_day},
    {"valid/notice_months", Holds::integer},
    {"valid/renewal", Holds::code},
    {"valid/review", Holds::day},
    {"covers", Holds::word},
    {"legal_basis", Holds::list},
    {"service_areas", Holds::codes},
    {"target_groups", Holds::codes},
    {"perspectives", Holds::codes},
    {"under", Holds::agreement},
    {"supersedes", Holds::agreements},
    {"founds", Holds::actor},
    {"note"},
    {"provenance/source", Holds::sources},
    {"provenance/method", Holds::code},
    {"provenance/recorded", Holds::day},
    {"provenance/confidence", Holds::decimal},
    {"other", Holds::rest},
});

constexpr auto party_cells = std::to_array<CellSpec>({
    {"agreement", Holds::agreement},
    {"actor", Holds::actor},
    {"role", Holds::code},
    {"state", Holds::word},
    {"from", Holds::day},
    {"to", Holds::last_day},
    {"sub_body"},
    {"service", Holds::code},
    {"on_behalf_of", Holds::actors},
    {"note"},
    {"provenance/source", Holds::sources},
    {"provenance/method", Holds::code},
    {"provenance/recorded", Holds::day},
    {"provenance/confidence", Holds::decimal},
    {"other", Holds::rest},
});

// ---- words ----

std::string_view stripped(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string> items_in(std::string_view cell) {
  std::vector<std::string> items;
  while (!cell.empty()) {
    const std::size_t end = cell.find_first_of(",;\n");
    if (const auto item = stripped(cell.substr(0, end)); !item.empty()) items.emplace_back(item);
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return items;
}

bool is_in(const std::vector<std::string_view>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_known_word(std::string_view member, std::string_view word) {
  if (member == "status") return agreement_status(word).has_value();
  return member == "covers" ? covers(word).has_value() : party_state(word).has_value();
}

bool is_many(Holds holds) {
  return holds == Holds::list || holds == Holds::codes || holds == Holds::actors || holds == Holds::agreements ||
         holds == Holds::sources;
}

// ---- JSON to cells ----

// A text that comes back from a cell as it was: spaces at the ends and zero bytes may not.
bool may_be_cell(std::string_view text, Holds holds) {
  if (text.empty() || text.find('\0') != std::string_view::npos) return false;
  if (holds == Holds::text) return true;
  return stripped(text) == text && text.find_first_of("\r\n\t") == std::string_view::npos;
}

std::string text_cell(const CellSpec& spec, std::string_view text) {
  if (!may_be_cell(text, spec.holds) || (spec.digits > 0 && stripped(text) != text)) return {};
  if (spec.holds == Holds::word && !is_known_word(spec.member, text)) return {};
  const bool is_day = spec.holds == Holds::day || spec.holds == Holds::last_day;
  if (is_day && !parse_partial_date(text)) return {};
  if ((is_many(spec.holds) || spec.holds == Holds::actor || spec.holds == Holds::agreement) &&
      text.find_first_of(",;[]") != std::string_view::npos) {
    return {};
  }
  return std::string(text);
}

// One source is written without a list, several of anything with one.
std::string list_cell(const CellSpec& spec, const JsonTree& tree, std::uint32_t node) {
  std::string cell;
  std::size_t count = 0;
  bool is_sound = true;
  tree.each_child(node, [&](std::uint32_t i) {
    std::string scratch;
    const JsonNode& item = tree.nodes[i];
    const std::string words = item.kind == JsonKind::text ? text_cell(spec, tree.text_of(item, scratch)) : "";
    is_sound = is_sound && !words.empty();
    cell += (count++ == 0 ? "" : ", ") + words;
  });
  const bool is_other = spec.holds == Holds::sources && count == 1;
  return is_sound && !is_other ? cell : std::string();
}

std::string number_cell(const CellSpec& spec, std::string_view raw) {
  if (spec.holds == Holds::integer) {
    return raw.find_first_of(".eE") == std::string_view::npos ? std::string(raw) : std::string();
  }
  std::string cell(raw);
  std::replace(cell.begin(), cell.end(), '.', ',');
  return cell;
}

std::string cell_at(const CellSpec& spec, const JsonTree& tree, std::uint32_t node) {
  const JsonNode& value = tree.nodes[node];
  std::string scratch;
  switch (value.kind) {
    case JsonKind::text: {
      const bool takes_text = spec.holds != Holds::integer && spec.holds != Holds::decimal &&
                              spec.holds != Holds::flag && (!is_many(spec.holds) || spec.holds == Holds::sources);
      return takes_text ? text_cell(spec, tree.text_of(value, scratch)) : std::string();
    }
    case JsonKind::number:
      return spec.holds == Holds::integer || spec.holds == Holds::decimal ? number_cell(spec, tree.raw(value))
                                                                          : std::string();
    case JsonKind::yes:
    case JsonKind::no:
      return spec.holds == Holds::flag ? std::string(tree.raw(value)) : std::string();
    case JsonKind::null:
      return spec.holds == Holds::last_day ? std::string(open_end) : std::string();
    case JsonKind::list:
      return is_many(spec.holds) ? list_cell(spec, tree, node) : std::string();
    case JsonKind::object:
      break;
  }
  return {};
}

bool scan_all(std::string_view text, JsonTree& tree) {
  JsonScanner scanner(text, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
  const bool is_read = scanner.read(tree) && scanner.finish();
  tree.text = text;
  return is_read;
}

std::string_view quoted_name(const JsonTree& tree, const JsonNode& node) {
  return tree.text.substr(node.name_begin - 1, node.name_end - node.name_begin + 2);
}

// Takes a row apart: what has a column goes into its cell, all else into the rest.
class RowSplitter {
 public:
  RowSplitter(RowSheet sheet, std::string_view row) : sheet_(sheet), specs_(cell_specs(sheet)), cells_(specs_.size()) {
    if (!scan_all(row, tree_)) return;
    if (tree_.nodes[0].kind != JsonKind::object) {
      cells_.back() = compact_json(row);
      return;
    }
    std::string rest;
    tree_.each_child(0, [&](std::uint32_t i) { take(i, "", rest); });
    if (!rest.empty()) cells_.back() = "{" + rest + "}";
  }
  std::vector<std::string> take_cells() { return std::move(cells_); }

 private:
  void keep(std::uint32_t node, std::string_view value, std::string& rest) const {
    if (!rest.empty()) rest += ',';
    rest += quoted_name(tree_, tree_.nodes[node]);
    rest += ':';
    rest += value;
  }

  void take(std::uint32_t node, const std::string& start, std::string& rest) {
    const std::string member = start + tree_.name(tree_.nodes[node]);
    const bool is_list = tree_.nodes[node].kind == JsonKind::list;
    if (sheet_ == RowSheet::agreements && member == "parties" && is_list && has_items(node)) return;
    const auto column = cell_spec(sheet_, member);
    const bool is_cell = column && specs_[*column].holds != Holds::rest && member != "agreement";
    if (is_cell) cells_[*column] = cell_at(specs_[*column], tree_, node);
    if (is_cell && !cells_[*column].empty()) return;
    const bool has_columns = start.empty() && tree_.nodes[node].kind == JsonKind::object && is_group(member);
    if (!has_columns) return keep(node, compact_json(tree_.raw(tree_.nodes[node])), rest);
    std::string inside;
    bool has_any = false;
    tree_.each_child(node, [&](std::uint32_t i) {
      has_any = true;
      take(i, member + "/", inside);
    });
    if (!inside.empty() || !has_any) keep(node, "{" + inside + "}", rest);
  }

  bool has_items(std::uint32_t node) const { return tree_.nodes[node].next > node + 1; }
  bool is_group(const std::string& member) const {
    return std::any_of(specs_.begin(), specs_.end(),
                       [&](const CellSpec& spec) { return std::string_view(spec.member).starts_with(member + "/"); });
  }

  RowSheet sheet_;
  std::span<const CellSpec> specs_;
  std::vector<std::string> cells_;
  JsonTree tree_;
};

// ---- cells to JSON ----

std::string texts_raw(const std::vector<std::string>& items) {
  std::string raw = "[";
  for (const std::string& item : items) raw += (raw.size() > 1 ? "," : "") + json_quoted(item);
  return raw + "]";
}

// Blanks between thousands, also those that do not break; a decimal comma.
std::optional<std::string> number_raw(std::string_view cell, bool is_decimal) {
  std::string digits(stripped(cell));
  for (const std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
    for (std::size_t at = digits.find(blank); at != std::string::npos; at = digits.find(blank)) {
      digits.erase(at, blank.size());
    }
  }
  if (digits.starts_with("\xE2\x88\x92")) digits.replace(0, 3, "-");
  if (is_decimal && std::count(digits.begin(), digits.end(), ',') == 1 && digits.find('.') == std::string::npos) {
    std::replace(digits.begin(), digits.end(), ',', '.');
  }
  JsonTree tree;
  if (!scan_all(digits, tree) || tree.nodes[0].kind != JsonKind::number) return std::nullopt;
  if (!is_decimal && digits.find_first_of(".eE") != std::string::npos) return std::nullopt;
  return digits;
}

std::optional<std::string> flag_raw(std::string_view cell) {
  const std::string word = folded(stripped(cell));
  if (is_in({"true", "sant", "ja", "yes"}, word)) return "true";
  if (is_in({"false", "falskt", "nej", "no"}, word)) return "false";
  return std::nullopt;
}

std::size_t group_length(std::string_view member) {
  const std::size_t slash = member.find('/');
  return slash == std::string_view::npos ? 0 : slash;
}

void append_member(std::string& out, std::string_view quoted, std::string_view raw) {
  if (out.size() > 1) out += ',';
  out += quoted;
  out += ':';
  out += raw;
}

// The members inside an object's brackets, with a comma before them where something stands there.
void append_inside(std::string& out, std::string_view object) {
  const std::string_view inside = stripped(object.substr(1, object.size() - 2));
  if (inside.empty()) return;
  if (out.size() > 1) out += ',';
  out += inside;
}

}  // namespace

std::span<const CellSpec> cell_specs(RowSheet sheet) {
  if (sheet == RowSheet::actors) return actor_cells;
  if (sheet == RowSheet::agreements) return agreement_cells;
  return party_cells;
}

std::optional<std::size_t> cell_spec(RowSheet sheet, std::string_view member) {
  static const auto places = [](RowSheet of) {
    std::unordered_map<std::string_view, std::size_t> all;
    for (const CellSpec& spec : cell_specs(of)) all.emplace(spec.member, all.size());
    return all;
  };
  static const std::unordered_map<std::string_view, std::size_t> all[] = {
      places(RowSheet::actors), places(RowSheet::agreements), places(RowSheet::parties)};
  const auto& of_sheet = all[static_cast<std::size_t>(sheet)];
  const auto found = of_sheet.find(member);
  if (found == of_sheet.end()) return std::nullopt;
  return found->second;
}

const Terms<Term>* terms_of(const CellSpec& spec, const Taxonomy& taxonomy) {
  static const std::unordered_map<std::string_view, Terms<Term> Taxonomy::*> lists = {
      {"subtype", &Taxonomy::actor_subtypes},
      {"ownership", &Taxonomy::ownerships},
      {"municipality_group", &Taxonomy::municipality_groups},
      {"functions", &Taxonomy::functions},
      {"flags", &Taxonomy::flags},
      {"provenance/method", &Taxonomy::methods},
      {"status", &Taxonomy::statuses},
      {"valid/renewal", &Taxonomy::renewals},
      {"covers", &Taxonomy::covers},
      {"service_areas", &Taxonomy::service_areas},
      {"target_groups", &Taxonomy::target_groups},
      {"perspectives", &Taxonomy::perspectives},
      {"role", &Taxonomy::roles},
      {"state", &Taxonomy::states},
      {"service", &Taxonomy::services},
  };
  const auto found = lists.find(spec.member);
  return found == lists.end() ? nullptr : &(taxonomy.*found->second);
}

namespace {

template <class T>
std::string code_in(const Terms<T>& terms, const std::string& cell) {
  const std::string word(stripped(cell));
  if (terms.has(word)) return word;
  const std::string wanted = folded(word);
  const auto found = std::find_if(terms.rows().begin(), terms.rows().end(), [&](const T& term) {
    return folded(term.label.sv) == wanted || folded(term.label.en) == wanted || folded(term.code) == wanted ||
           folded(term.short_label.sv) == wanted || folded(term.short_label.en) == wanted;
  });
  return found == terms.rows().end() ? word : found->code;
}

}  // namespace

std::string code_of(const CellSpec& spec, const Taxonomy& taxonomy, const std::string& cell) {
  const std::string_view member = spec.member;
  if (member == "type") return code_in(taxonomy.actor_types, cell);
  if (member == "form") return code_in(taxonomy.forms, cell);
  if (member == "areas") return code_in(taxonomy.areas, cell);
  const Terms<Term>* terms = terms_of(spec, taxonomy);
  return terms ? code_in(*terms, cell) : std::string(stripped(cell));
}

std::vector<std::string> cells_of(RowSheet sheet, std::string_view row) { return RowSplitter(sheet, row).take_cells(); }

std::vector<std::string> party_texts(std::string_view agreement) {
  JsonTree tree;
  std::vector<std::string> parties;
  if (!scan_all(agreement, tree) || tree.nodes[0].kind != JsonKind::object) return parties;
  tree.each_child(0, [&](std::uint32_t i) {
    if (tree.nodes[i].kind != JsonKind::list || !tree.is_named(tree.nodes[i], "parties")) return;
    tree.each_child(i, [&](std::uint32_t p) { parties.emplace_back(tree.raw(tree.nodes[p])); });
  });
  return parties;
}

std::string raw_of(const CellSpec& spec, std::string_view cell) {
  if (cell.empty()) return {};
  const std::string_view plain = stripped(cell);
  switch (spec.holds) {
    case Holds::text:
      return json_quoted(spec.digits > 0 ? plain : cell);
    case Holds::integer:
    case Holds::decimal: {
      auto raw = number_raw(cell, spec.holds == Holds::decimal);
      return raw ? *raw : json_quoted(plain);
    }
    case Holds::flag: {
      auto raw = flag_raw(cell);
      return raw ? *raw : json_quoted(plain);
    }
    case Holds::last_day:
      return is_in({open_end, "null", "tills vidare", "until further notice"}, folded(plain)) ? "null"
                                                                                              : json_quoted(plain);
    case Holds::sources: {
      const std::vector<std::string> items = items_in(cell);
      return items.size() == 1 ? json_quoted(items.front()) : texts_raw(items);
    }
    case Holds::list:
    case Holds::codes:
    case Holds::actors:
    case Holds::agreements:
      return texts_raw(items_in(cell));
    case Holds::rest: {
      JsonTree tree;
      return scan_all(plain, tree) ? std::string(plain) : json_quoted(plain);
    }
    case Holds::code:
    case Holds::word:
    case Holds::actor:
    case Holds::agreement:
    case Holds::day:
      break;
  }
  return json_quoted(plain);
}

std::string cell_of(const CellSpec& spec, std::string_view raw) {
  if (spec.holds == Holds::rest) return compact_json(raw);
  JsonTree tree;
  return scan_all(raw, tree) ? cell_at(spec, tree, 0) : std::string();
}

std::string json_of(RowSheet sheet, const std::vector<std::string>& raws) {
  const auto specs = cell_specs(sheet);
  JsonTree tree;
  const std::string& rest = raws.back();
  const bool has_rest = !rest.empty() && scan_all(rest, tree);
  const bool is_whole = has_rest && tree.nodes[0].kind != JsonKind::object;
  if (is_whole && std::all_of(raws.begin(), raws.end() - 1, [](const std::string& raw) { return raw.empty(); })) {
    return rest;
  }
  std::vector<std::pair<std::string, std::string>> groups;  // name, and the members so far with their first bracket
  std::string out = "{";
  for (std::size_t i = 0; i + 1 < specs.size(); ++i) {
    const std::string_view member = specs[i].member;
    if (raws[i].empty() || member == "agreement") continue;
    const std::size_t length = group_length(member);
    if (length == 0) {
      append_member(out, json_quoted(member), raws[i]);
      continue;
    }
    const std::string name(member.substr(0, length));
    if (groups.empty() || groups.back().first != name) groups.emplace_back(name, "{");
    append_member(groups.back().second, json_quoted(member.substr(length + 1)), raws[i]);
  }
  if (is_whole) append_member(out, json_quoted(rest_member), rest);  // no object: the reader keeps it
  const auto add_rest = [&](std::uint32_t i) {
    const JsonNode& node = tree.nodes[i];
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return tree.is_named(node, g.first); });
    const bool is_inside = group != groups.end() && node.kind == JsonKind::object;
    if (is_inside) return append_inside(group->second, tree.raw(node));
    append_member(out, quoted_name(tree, node), tree.raw(node));
  };
  if (has_rest && !is_whole) tree.each_child(0, add_rest);
  for (const auto& [name, members] : groups) append_member(out, json_quoted(name), members + "}");
  return out + "}";
}

namespace {

// A name as a step of a JSON pointer.
std::string step_of(const std::string& name) {
  std::string step;
  for (const char c : name) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return step;
}

void put_member(std::string& row, const std::string& path, std::string_view raw) {
  if (auto changed = with_member(row, path, raw)) row = std::move(*changed);
}

}  // namespace

std::string with_cells(RowSheet sheet, std::string row, const std::vector<std::string>& raws) {
  const auto specs = cell_specs(sheet);
  for (std::size_t i = 0; i + 1 < specs.size(); ++i) {
    if (!raws[i].empty() && std::string_view(specs[i].member) != "agreement") put_member(row, specs[i].member, raws[i]);
  }
  JsonTree tree;
  if (raws.back().empty() || !scan_all(raws.back(), tree) || tree.nodes[0].kind != JsonKind::object) return row;
  tree.each_child(0, [&](std::uint32_t i) {
    const std::string name = tree.name(tree.nodes[i]);
    const bool is_group =
        tree.nodes[i].kind == JsonKind::object && std::any_of(specs.begin(), specs.end(), [&](const CellSpec& spec) {
          return std::string_view(spec.member).starts_with(name + "/");
        });
    if (!is_group) return put_member(row, step_of(name), tree.raw(tree.nodes[i]));
    tree.each_child(i, [&](std::uint32_t inner) {
      put_member(row, name + "/" + step_of(tree.name(tree.nodes[inner])), tree.raw(tree.nodes[inner]));
    });
  });
  return row;
}

std::string compact_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool is_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (is_text && c == '\\' && i + 1 < json.size()) {
      out += c;
      out += json[++i];
      continue;
    }
    if (c == '"') is_text = !is_text;
    if (is_text || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) out += c;
  }
  return out;
}

bool has_lost_zeros(const CellSpec& spec, std::string_view cell) {
  if (spec.digits == 0) return false;
  const auto is_short = [&](std::string_view code) {
    return !code.empty() && code.size() < spec.digits && code.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (spec.holds != Holds::list) return is_short(stripped(cell));
  const std::vector<std::string> items = items_in(cell);
  return std::any_of(items.begin(), items.end(), is_short);
}

std::string with_zeros(const CellSpec& spec, std::string_view cell) {
  const auto filled = [&](std::string_view code) {
    const bool is_digits = code.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t lost = is_digits && code.size() < spec.digits ? spec.digits - code.size() : 0;
    return std::string(lost, '0') + std::string(code);
  };
  if (spec.holds != Holds::list) return filled(stripped(cell));
  std::string out;
  for (const std::string& item : items_in(cell)) out += (out.empty() ? "" : ", ") + filled(item);
  return out;
}

}  // namespace samverka
