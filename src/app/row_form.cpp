#include "app/row_form.h"

#include <algorithm>

#include "app/question_sheet.h"
#include "base/collate.h"
#include "io/json_edit.h"
#include "io/json_scan.h"
#include "io/json_text.h"
#include "io/row_text.h"
#include "model/network_index.h"

namespace samverka {
namespace {

using Kind = FormField::Kind;

using Fields = std::vector<FormField>;

Fields agreement_fields(const Taxonomy& taxonomy) {
  return {{"title", "form.title", Kind::text, nullptr},
          {"form", "form.form", Kind::code, nullptr},
          {"areas", "form.areas", Kind::codes, nullptr},
          {"status", "form.status", Kind::code, &taxonomy.statuses},
          {"valid/from", "form.from", Kind::day, nullptr},
          {"valid/to", "form.to", Kind::last_day, nullptr},
          {"valid/notice_months", "form.notice_months", Kind::number, nullptr},
          {"target_groups", "form.target_groups", Kind::codes, &taxonomy.target_groups},
          {"perspectives", "form.perspectives", Kind::codes, &taxonomy.perspectives},
          {"under", "form.under", Kind::agreement, nullptr},
          {"note", "form.note", Kind::text, nullptr},
          {"provenance/source", "form.source", Kind::sources, nullptr},
          {"provenance/recorded", "form.recorded", Kind::day, nullptr},
          {"legal_basis", "form.legal_basis", Kind::texts, nullptr, true},
          {"service_areas", "form.service_areas", Kind::codes, &taxonomy.service_areas, true},
          {"covers", "form.covers", Kind::code, &taxonomy.covers, true},
          {"valid/review", "form.review", Kind::day, nullptr, true},
          {"valid/renewal", "form.renewal", Kind::code, &taxonomy.renewals, true},
          {"supersedes", "form.supersedes", Kind::agreements, nullptr, true},
          {"founds", "form.founds", Kind::actor, nullptr, true},
          {"provenance/method", "form.method", Kind::code, &taxonomy.methods, true},
          {"provenance/confidence", "form.confidence", Kind::decimal, nullptr, true}};
}

Fields actor_fields(const Taxonomy& taxonomy) {
  return {{"name", "form.name", Kind::text, nullptr},
          {"short_name", "form.short_name", Kind::text, nullptr},
          {"type", "form.type", Kind::code, nullptr},
          {"county", "form.county", Kind::text, nullptr},
          {"municipality", "form.municipality", Kind::text, nullptr},
          {"parent", "form.parent", Kind::actor, nullptr},
          {"population", "form.population", Kind::number, nullptr},
          {"ownership", "form.ownership", Kind::code, &taxonomy.ownerships},
          {"web", "form.web", Kind::text, nullptr},
          {"note", "form.note", Kind::text, nullptr},
          {"provenance/source", "form.source", Kind::sources, nullptr},
          {"provenance/recorded", "form.recorded", Kind::day, nullptr},
          {"subtype", "form.subtype", Kind::code, &taxonomy.actor_subtypes, true},
          {"name_en", "form.name_en", Kind::text, nullptr, true},
          {"ids/municipality_code", "form.municipality_code", Kind::text, nullptr, true},
          {"ids/org_number", "form.org_number", Kind::text, nullptr, true},
          {"ids/school_unit_code", "form.school_unit_code", Kind::text, nullptr, true},
          {"serves", "form.serves", Kind::texts, nullptr, true},
          {"members", "form.members", Kind::actors, nullptr, true},
          {"functions", "form.functions", Kind::codes, &taxonomy.functions, true},
          {"municipality_group", "form.municipality_group", Kind::code, &taxonomy.municipality_groups, true},
          {"flags", "form.flags", Kind::codes, &taxonomy.flags, true},
          {"position/lat", "form.latitude", Kind::decimal, nullptr, true},
          {"position/lon", "form.longitude", Kind::decimal, nullptr, true},
          {"sensitive", "form.sensitive", Kind::yes_no, nullptr, true},
          {"valid/from", "form.from", Kind::day, nullptr, true},
          {"valid/to", "form.to", Kind::last_day, nullptr, true},
          {"provenance/method", "form.method", Kind::code, &taxonomy.methods, true},
          {"provenance/confidence", "form.confidence", Kind::decimal, nullptr, true}};
}

Fields source_fields(const Taxonomy& taxonomy) {
  return {{"title", "form.title", Kind::text, nullptr},
          {"kind", "form.source_kind", Kind::code, &taxonomy.source_kinds},
          {"date", "form.date", Kind::day, nullptr},
          {"url", "form.url", Kind::text, nullptr},
          {"license", "form.license", Kind::text, nullptr},
          {"note", "form.note", Kind::text, nullptr}};
}

Fields fields_of(RowKind kind, const Taxonomy& taxonomy) {
  if (kind == RowKind::source) return source_fields(taxonomy);
  return kind == RowKind::agreement ? agreement_fields(taxonomy) : actor_fields(taxonomy);
}

Fields more_of_party(const Taxonomy& taxonomy) {
  return {{"to", "form.to", Kind::last_day, nullptr},
          {"sub_body", "form.sub_body", Kind::text, nullptr},
          {"service", "form.service", Kind::code, &taxonomy.services},
          {"on_behalf_of", "form.on_behalf_of", Kind::actors, nullptr},
          {"note", "form.note", Kind::text, nullptr},
          {"provenance/source", "form.source", Kind::sources, nullptr},
          {"provenance/recorded", "form.recorded", Kind::day, nullptr}};
}

constexpr std::string_view funding = "funding", duties = "duties";

Fields fields_in(std::string_view list, const Taxonomy& taxonomy) {
  if (list == funding) {
    return {{"from", "form.money_from", Kind::actor, nullptr},
            {"to", "form.money_to", Kind::actor, nullptr},
            {"amount", "form.amount", Kind::number, nullptr},
            {"currency", "form.currency", Kind::text, nullptr},
            {"period", "form.period", Kind::code, &taxonomy.funding_periods},
            {"year", "form.year", Kind::number, nullptr}};
  }
  return {{"kind", "form.duty_kind", Kind::code, &taxonomy.duty_kinds},
          {"by", "form.duty_by", Kind::actor, nullptr},
          {"to", "form.duty_to", Kind::actor, nullptr},
          {"due", "form.due", Kind::day, nullptr},
          {"perspectives", "form.perspectives", Kind::codes, &taxonomy.perspectives},
          {"text", "form.duty_text", Kind::text, nullptr}};
}

bool is_list(Kind kind) {
  return kind == Kind::codes || kind == Kind::sources || kind == Kind::texts || kind == Kind::actors ||
         kind == Kind::agreements;
}

// A JSON text's words; the raw text of what is none.
std::string words_of(std::string_view raw) {
  const bool is_text = raw.size() > 1 && raw.front() == '"';
  return is_text ? without_escapes(raw.substr(1, raw.size() - 2)) : std::string(raw);
}

std::string items_of(const std::string& raw) {
  if (!raw.starts_with('[')) return words_of(raw);
  std::string items;
  for (std::size_t i = 0;; ++i) {
    const std::string item = member_of(raw, std::to_string(i));
    if (item.empty()) return items;
    items += (i == 0 ? "" : ", ") + words_of(item);
  }
}

class FormMaker {
 public:
  FormMaker(const Network& network, const Taxonomy& taxonomy)
      : network_(network), taxonomy_(taxonomy), index_(network) {}

  std::optional<RowForm> make(RowKind kind, const Key& key) const {
    RowForm form;
    form.kind = kind;
    form.key = key;
    form.text = text_of(kind, key);
    if (form.text.empty()) return std::nullopt;
    for (const FormField& field : fields_of(kind, taxonomy_)) form.values.push_back(value_in(form.text, field, ""));
    if (kind == RowKind::agreement) {
      add_parties(form);
      form.lists = {list_in(form.text, "funding", "form.funding"), list_in(form.text, "duties", "form.duties")};
    }
    return form;
  }

  FormParty party_in(const std::string& text, const std::string& start) const {
    FormParty party;
    party.actor = value_in(text, {"actor", "form.party", Kind::actor, nullptr}, start);
    party.role = value_in(text, {"role", "form.role", Kind::code, &taxonomy_.roles}, start);
    party.state = value_in(text, {"state", "form.state", Kind::code, &taxonomy_.states}, start);
    party.from = value_in(text, {"from", "form.from", Kind::day, nullptr}, start);
    for (const FormField& field : more_of_party(taxonomy_)) party.more.push_back(value_in(text, field, start));
    return party;
  }

  FormItem item_in(const std::string& text, std::string_view list, const std::string& start) const {
    FormItem item;
    for (const FormField& field : fields_in(list, taxonomy_)) item.values.push_back(value_in(text, field, start));
    return item;
  }

 private:
  std::string text_of(RowKind kind, const Key& key) const {
    if (key.empty()) return kind == RowKind::agreement ? R"({"parties": []})" : "{}";
    if (kind == RowKind::agreement) {
      const AgreementId id = index_.agreement(key);
      return id.is_set() ? row_text(network_, network_.agreement(id)) : std::string();
    }
    if (kind == RowKind::source) {
      const auto& sources = network_.sources;
      const auto found =
          std::find_if(sources.begin(), sources.end(), [&](const Source& source) { return source.key == key; });
      return found == sources.end() ? std::string() : row_text(network_, *found);
    }
    const ActorId id = index_.actor(key);
    return id.is_set() ? row_text(network_, network_.actor(id)) : std::string();
  }

  FormValue value_in(const std::string& text, FormField field, const std::string& start) const {
    const std::string raw = member_of(text, start + field.member);
    std::string words = is_list(field.kind) ? items_of(raw) : words_of(raw);
    if (field.kind == Kind::actor) words = actor_words(words);
    if (field.kind == Kind::agreement) words = agreement_words(words);
    return {field, words, words};
  }

  std::string actor_words(const Key& key) const {
    const ActorId id = index_.actor(key);
    return id.is_set() ? titled(network_.actor(id).name, key) : key;
  }
  std::string agreement_words(const Key& key) const {
    const AgreementId id = index_.agreement(key);
    return id.is_set() ? titled(network_.agreement(id).title, key) : key;
  }

  void add_parties(RowForm& form) const {
    for (std::size_t i = 0; !member_of(form.text, "parties/" + std::to_string(i)).empty(); ++i) {
      FormParty party = party_in(form.text, "parties/" + std::to_string(i) + "/");
      party.row = i;
      form.parties.push_back(std::move(party));
    }
  }

  FormList list_in(const std::string& text, const char* member, const char* label) const {
    FormList list{member, label, {}};
    const std::string start = std::string(member) + "/";
    for (std::size_t i = 0; !member_of(text, start + std::to_string(i)).empty(); ++i) {
      list.items.push_back(item_in(text, member, start + std::to_string(i) + "/"));
      list.items.back().row = i;
    }
    return list;
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  NetworkIndex index_;
};

std::string without_ends(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(words.substr(begin, words.find_last_not_of(" \t") - begin + 1));
}

std::vector<std::string> parts_of(std::string_view words) {
  std::vector<std::string> parts;
  while (!words.empty()) {
    const std::size_t end = words.find(',');
    if (std::string part = without_ends(words.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return parts;
}

// What stands in the last brackets.
std::string bracketed(const std::string& words) {
  const std::size_t begin = words.rfind('[');
  if (begin == std::string::npos || !words.ends_with(']')) return {};
  return words.substr(begin + 1, words.size() - begin - 2);
}

std::vector<const FormValue*> values_of(const FormParty& party) {
  std::vector<const FormValue*> values{&party.actor, &party.role, &party.state, &party.from};
  for (const FormValue& value : party.more) values.push_back(&value);
  return values;
}

std::vector<const FormValue*> values_of(const FormItem& item) {
  std::vector<const FormValue*> values;
  for (const FormValue& value : item.values) values.push_back(&value);
  return values;
}

bool is_filled_in(const FormParty& party) { return !without_ends(party.actor.typed).empty(); }

bool is_filled_in(const FormItem& item) {
  return std::any_of(item.values.begin(), item.values.end(),
                     [](const FormValue& value) { return !without_ends(value.typed).empty(); });
}

template <class Item>
bool has_changed(const Item& item) {
  if (!item.row) return !item.is_removed && is_filled_in(item);
  const auto values = values_of(item);
  return item.is_removed || std::any_of(values.begin(), values.end(),
                                        [](const FormValue* value) { return value->typed != value->before; });
}

// The form's changes, put into the row's text one after the other.
class RowMaker {
 public:
  RowMaker(const Network& network, const RowForm& form)
      : network_(network), index_(network), form_(form), text_(form.text) {}

  std::string make(Date recorded) {
    bool has_typed_day = false;
    for (const FormValue& value : form_.values) {
      put(value, "");
      const bool is_day = std::string_view(value.field.member) == "provenance/recorded";
      has_typed_day = has_typed_day || (is_day && value.typed != value.before && !value.typed.empty());
    }
    put_all("parties", form_.parties);
    for (const FormList& list : form_.lists) put_all(list.member, list.items);
    if (form_.is_new()) set("id", json_quoted(new_key()));
    if (!has_typed_day && form_.kind != RowKind::source) set("provenance/recorded", json_quoted(to_string(recorded)));
    return std::move(text_);
  }

 private:
  void set(const std::string& member, const std::string& raw) {
    if (auto changed = with_member(text_, member, raw)) text_ = std::move(*changed);
  }

  void put(const FormValue& value, const std::string& start) {
    if (value.typed == value.before) return;
    const std::string member = start + value.field.member;
    const std::string typed = without_ends(value.typed);
    if (!typed.empty()) return set(member, raw_of(value.field.kind, typed));
    if (auto changed = without_member(text_, member)) text_ = std::move(*changed);
  }

  std::string raw_of(Kind kind, const std::string& typed) const {
    switch (kind) {
      case Kind::number:
        return number_of(typed);
      case Kind::codes:
      case Kind::sources:
      case Kind::texts:
        return list_of(typed, [](const std::string& part) { return part; });
      case Kind::actors:
        return list_of(typed, [this](const std::string& part) { return actor_key(part); });
      case Kind::agreements:
        return list_of(typed, [this](const std::string& part) { return agreement_key(part); });
      case Kind::decimal:
        return decimal_of(typed);
      case Kind::yes_no:
        return typed == "true" || typed == "false" ? typed : json_quoted(typed);
      case Kind::last_day:
        return typed == until_further_notice ? typed : json_quoted(typed);
      case Kind::actor:
        return json_quoted(actor_key(typed));
      case Kind::agreement:
        return json_quoted(agreement_key(typed));
      case Kind::text:
      case Kind::day:
      case Kind::code:
        break;
    }
    return json_quoted(typed);
  }

  // "12 000" as people write it; what is no number stays words, and the reader says so.
  static std::string number_of(const std::string& typed) {
    std::string digits;
    for (const char c : typed) {
      if (c != ' ') digits += c;
    }
    const bool is_number =
        digits.find_first_not_of("0123456789") == std::string::npos && (digits.size() == 1 || digits.front() != '0');
    return is_number ? digits : json_quoted(typed);
  }

  // "0,95" or "-0.5": digits with one sign between them at most. Anything else stays words.
  static std::string decimal_of(std::string typed) {
    std::replace(typed.begin(), typed.end(), ',', '.');
    const std::string digits = typed.starts_with('-') ? typed.substr(1) : typed;
    const std::size_t point = digits.find('.');
    const std::string whole = digits.substr(0, point),
                      rest = point == std::string::npos ? "0" : digits.substr(point + 1);
    const auto are_digits = [](const std::string& part) {
      return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
    };
    const bool is_number = are_digits(whole) && are_digits(rest) && (whole.size() == 1 || whole.front() != '0');
    return is_number ? typed : json_quoted(typed);
  }

  template <class KeyOf>
  static std::string list_of(const std::string& typed, KeyOf key_of) {
    std::string list = "[";
    for (const std::string& part : parts_of(typed)) list += (list.size() > 1 ? ", " : "") + json_quoted(key_of(part));
    return list + "]";
  }

  Key actor_key(const std::string& typed) const {
    if (const std::string key = bracketed(typed); index_.actor(key).is_set()) return key;
    return index_.actor(typed).is_set() ? typed : key_by_name(network_.actors, typed, &Actor::name);
  }
  Key agreement_key(const std::string& typed) const {
    if (const std::string key = bracketed(typed); index_.agreement(key).is_set()) return key;
    return index_.agreement(typed).is_set() ? typed : key_by_name(network_.agreements, typed, &Agreement::title);
  }

  // Of one row alone; of none or several, the words themselves, which no row has as its id.
  template <class Row>
  static Key key_by_name(const Table<Row>& rows, const std::string& typed, std::string Row::*name) {
    Key found;
    for (const Row& row : rows) {
      if (folded(row.*name) != folded(typed)) continue;
      if (!found.empty()) return typed;
      found = row.key;
    }
    return found.empty() ? typed : found;
  }

  // Changes first, then what goes, from the end, so that places hold; then what is new.
  template <class Item>
  void put_all(const std::string& list, const std::vector<Item>& items) {
    for (const Item& item : items) {
      if (item.row && !item.is_removed) put_item(item, list + "/" + std::to_string(*item.row) + "/");
    }
    for (std::size_t i = items.size(); i-- > 0;) {
      if (!items[i].row || !items[i].is_removed) continue;
      if (auto changed = without_member(text_, list + "/" + std::to_string(*items[i].row))) text_ = std::move(*changed);
    }
    for (const Item& item : items) {
      if (!item.row && !item.is_removed && is_filled_in(item)) add_item(list, item);
    }
    if (member_of(text_, list) == "[]" && list != "parties") {  // an empty list says no more than none
      if (auto changed = without_member(text_, list)) text_ = std::move(*changed);
    }
  }

  template <class Item>
  void add_item(const std::string& list, const Item& item) {
    std::size_t count = 0;
    while (!member_of(text_, list + "/" + std::to_string(count)).empty()) ++count;
    if (member_of(text_, list).empty()) set(list, "[]");
    set(list + "/-", "{}");
    put_item(item, list + "/" + std::to_string(count) + "/");
  }

  template <class Item>
  void put_item(const Item& item, const std::string& start) {
    for (const FormValue* value : values_of(item)) put(*value, start);
  }

  Key new_key() const {
    std::string name = form_.values.front().typed;
    constexpr std::size_t longest = 60;
    std::string start = id_from_name(name).substr(0, longest);
    while (start.ends_with('-')) start.pop_back();
    if (form_.kind == RowKind::agreement) start = "a-" + start;
    if (form_.kind == RowKind::source) start = "q-" + start;
    Key key = start;
    for (int n = 2; is_taken(key); ++n) {
      key = start + "-" + std::to_string(n);
    }
    return key;
  }

  bool is_taken(const Key& key) const {
    return index_.actor(key).is_set() || index_.agreement(key).is_set() ||
           std::any_of(network_.sources.begin(), network_.sources.end(),
                       [&](const Source& source) { return source.key == key; });
  }

  const Network& network_;
  NetworkIndex index_;
  const RowForm& form_;
  std::string text_;
};

template <class Rows>
std::vector<FormChoice> choices_in(const Rows& rows, const std::string& language) {
  std::vector<FormChoice> choices;
  for (const auto& row : rows.rows()) choices.push_back({row.code, row.label.in(language)});
  return choices;
}

bool is_changed(const FormValue& value) { return value.typed != value.before; }

}  // namespace

std::vector<FormChoice> choices_of(const FormField& field, const Taxonomy& taxonomy, const std::string& language) {
  if (field.terms) return choices_in(*field.terms, language);
  const std::string_view member = field.member;
  if (member == "type") return choices_in(taxonomy.actor_types, language);
  if (member == "form") return choices_in(taxonomy.forms, language);
  if (member == "areas") return choices_in(taxonomy.areas, language);
  return {};
}

std::optional<RowForm> form_of(const Network& network, const Taxonomy& taxonomy, RowKind kind, const Key& key) {
  return FormMaker(network, taxonomy).make(kind, key);
}

FormParty new_party(const Taxonomy& taxonomy) { return FormMaker(Network(), taxonomy).party_in("{}", ""); }

FormItem new_item(const FormList& list, const Taxonomy& taxonomy) {
  return FormMaker(Network(), taxonomy).item_in("{}", list.member, "");
}

void take_defaults(RowForm& form, const Taxonomy& taxonomy) {
  if (form.kind != RowKind::agreement || !form.is_new()) return;
  const auto value_named = [&form](std::string_view member) -> FormValue& {
    return *std::find_if(form.values.begin(), form.values.end(),
                         [&](const FormValue& value) { return value.field.member == member; });
  };
  const Form* chosen = taxonomy.forms.find(value_named("form").typed);
  if (!chosen) return;
  const auto in_words = [](const Form& of) {
    std::string words;
    for (const std::string& basis : of.basis) words += (words.empty() ? "" : ", ") + basis;
    return words;
  };
  FormValue& basis = value_named("legal_basis");
  const auto& forms = taxonomy.forms.rows();
  const bool is_default =
      std::any_of(forms.begin(), forms.end(), [&](const Form& of) { return in_words(of) == basis.typed; });
  if (basis.typed.empty() || is_default) basis.typed = in_words(*chosen);
  while (form.parties.size() < chosen->min_parties) form.parties.push_back(new_party(taxonomy));
}

bool is_changed(const RowForm& form) {
  const auto any = [](const auto& items) {
    return std::any_of(items.begin(), items.end(), [](const auto& item) { return has_changed(item); });
  };
  return std::any_of(form.values.begin(), form.values.end(), [](const FormValue& v) { return is_changed(v); }) ||
         any(form.parties) ||
         std::any_of(form.lists.begin(), form.lists.end(), [&](const FormList& list) { return any(list.items); });
}

std::string typed_in(const RowForm& form) {
  std::string all = form.key;
  const auto add = [&all](const FormValue& value) { all.append(1, '\n').append(value.typed); };
  const auto add_item = [&](const auto& item) {
    all += item.is_removed ? "\n-" : "\n+";
    for (const FormValue* value : values_of(item)) add(*value);
  };
  for (const FormValue& value : form.values) add(value);
  for (const FormParty& party : form.parties) add_item(party);
  for (const FormList& list : form.lists) {
    all += "\n" + std::string(list.member);
    for (const FormItem& item : list.items) add_item(item);
  }
  return all;
}

Edited filled_in(const Network& network, const Taxonomy& taxonomy, const RowForm& form, Date recorded) {
  Edit edit;
  edit.kind = form.is_new() ? Edit::Kind::add : Edit::Kind::set;
  edit.row = form.kind;
  edit.key = form.key;
  edit.value = RowMaker(network, form).make(recorded);
  return apply(network, taxonomy, edit);
}

std::optional<std::size_t> value_of(const RowForm& form, const Problem& problem) {
  for (std::size_t i = 0; i < form.values.size(); ++i) {
    const std::string member = "/" + std::string(form.values[i].field.member);
    const bool is_inside = problem.pointer.starts_with(member + "/");
    if (problem.pointer == member || is_inside) return i;
  }
  return std::nullopt;
}

}  // namespace samverka
