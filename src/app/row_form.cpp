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

std::vector<FormField> fields_of(RowKind kind, const Taxonomy& taxonomy) {
  if (kind == RowKind::agreement) {
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
            {"provenance/recorded", "form.recorded", Kind::day, nullptr}};
  }
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
          {"provenance/recorded", "form.recorded", Kind::day, nullptr}};
}

bool is_list(Kind kind) { return kind == Kind::codes || kind == Kind::sources; }

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
    if (kind == RowKind::agreement) add_parties(form);
    return form;
  }

  FormParty party_in(const std::string& text, const std::string& start) const {
    FormParty party;
    party.actor = value_in(text, {"actor", "form.party", Kind::actor, nullptr}, start);
    party.role = value_in(text, {"role", "form.role", Kind::code, &taxonomy_.roles}, start);
    party.state = value_in(text, {"state", "form.state", Kind::code, &taxonomy_.states}, start);
    party.from = value_in(text, {"from", "form.from", Kind::day, nullptr}, start);
    return party;
  }

 private:
  std::string text_of(RowKind kind, const Key& key) const {
    if (key.empty()) return kind == RowKind::agreement ? R"({"parties": []})" : "{}";
    if (kind == RowKind::agreement) {
      const AgreementId id = index_.agreement(key);
      return id.is_set() ? row_text(network_, network_.agreement(id)) : std::string();
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
    put_parties();
    if (form_.is_new()) set("id", json_quoted(new_key()));
    if (!has_typed_day) set("provenance/recorded", json_quoted(to_string(recorded)));
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
        return list_of(typed);
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

  static std::string list_of(const std::string& typed) {
    std::string list = "[";
    for (const std::string& part : parts_of(typed)) list += (list.size() > 1 ? ", " : "") + json_quoted(part);
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

  void put_parties() {
    for (const FormParty& party : form_.parties) {
      if (party.row && !party.is_removed) put_party(party, "parties/" + std::to_string(*party.row) + "/");
    }
    for (std::size_t i = form_.parties.size(); i-- > 0;) {
      const FormParty& party = form_.parties[i];
      if (!party.row || !party.is_removed) continue;
      if (auto changed = without_member(text_, "parties/" + std::to_string(*party.row))) text_ = std::move(*changed);
    }
    for (const FormParty& party : form_.parties) {
      if (party.row || party.is_removed || without_ends(party.actor.typed).empty()) continue;
      std::size_t count = 0;
      while (!member_of(text_, "parties/" + std::to_string(count)).empty()) ++count;
      set("parties/-", "{}");
      put_party(party, "parties/" + std::to_string(count) + "/");
    }
  }

  void put_party(const FormParty& party, const std::string& start) {
    for (const FormValue* value : {&party.actor, &party.role, &party.state, &party.from}) put(*value, start);
  }

  Key new_key() const {
    std::string name = form_.values.front().typed;
    constexpr std::size_t longest = 60;
    std::string start = id_from_name(name).substr(0, longest);
    while (start.ends_with('-')) start.pop_back();
    if (form_.kind == RowKind::agreement) start = "a-" + start;
    Key key = start;
    for (int n = 2; index_.actor(key).is_set() || index_.agreement(key).is_set(); ++n) {
      key = start + "-" + std::to_string(n);
    }
    return key;
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

bool is_changed(const RowForm& form) {
  return std::any_of(form.values.begin(), form.values.end(), [](const FormValue& v) { return is_changed(v); }) ||
         std::any_of(form.parties.begin(), form.parties.end(), [](const FormParty& party) {
           return party.row ? party.is_removed || is_changed(party.actor) || is_changed(party.role) ||
                                  is_changed(party.state) || is_changed(party.from)
                            : !party.is_removed && !without_ends(party.actor.typed).empty();
         });
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
