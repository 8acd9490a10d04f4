#include "app/edit_action.h"

#include <algorithm>
#include <optional>

#include "io/json_edit.h"
#include "io/json_text.h"
#include "io/row_text.h"

namespace samverka {
namespace {

Problem wrong_words(Message message) { return error("E_USAGE", std::move(message), Exit::usage); }

// The next word, and what comes after the blanks behind it.
std::string_view take_word(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
  const std::size_t end = std::min(rest.find(' ', begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
  return word;
}

struct ActionWords {
  const ActionForm* form = nullptr;
  std::vector<std::string>
      words;  // after the name; the last is all that is left where the form ends with VALUE or JSON
};

std::size_t parts_of_action(std::string_view form) {
  return form.empty() ? 0 : static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) + 1;
}

bool ends_with_text(std::string_view form) { return form.ends_with("VALUE") || form.ends_with("JSON"); }

Problem wrong_form(const ActionForm& form) {
  return wrong_words({"edit.wrong_form", {{"action", form.name}, {"takes", form.takes}}});
}

Result<ActionWords> read_action(std::string_view text) {
  std::string_view rest = text;
  const std::string_view name = take_word(rest);
  const auto& forms = action_forms();
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const ActionForm& f) { return f.name == name; });
  if (form == forms.end()) {
    std::string names;
    for (const ActionForm& each : forms) names += std::string(names.empty() ? "" : ", ") + each.name;
    return wrong_words({"edit.no_action", {{"action", std::string(name)}, {"names", names}}});
  }
  ActionWords action{&*form, {}};
  const std::size_t most = parts_of_action(form->takes);
  while (!rest.empty()) {
    const bool is_last = action.words.size() + 1 == most && ends_with_text(form->takes);
    action.words.emplace_back(is_last ? std::exchange(rest, {}) : take_word(rest));
  }
  const std::size_t optional =
      static_cast<std::size_t>(std::count(form->takes, form->takes + std::string_view(form->takes).size(), '['));
  if (action.words.size() > most || action.words.size() + optional < most) return wrong_form(*form);
  return action;
}

Edit edit_of(Edit::Kind kind, const Key& key) {
  Edit edit;
  edit.kind = kind;
  edit.key = key;
  return edit;
}

Edit setting(const Key& key, const std::string& member, const std::string& value) {
  Edit edit = edit_of(Edit::Kind::set, key);
  edit.member = member;
  edit.value = value;
  return edit;
}

bool is_refused_for(const Edited& edited, std::string_view code) {
  return !edited.is_done && std::any_of(edited.problems.begin(), edited.problems.end(),
                                        [&](const Problem& problem) { return problem.code == code; });
}

// 2026 is a number and a year: the member says which is meant.
Edited set_value(const Network& network, const Taxonomy& taxonomy, const Key& key, const std::string& member,
                 const std::string& value) {
  Edited as_json = apply(network, taxonomy, setting(key, member, value));
  const bool is_other = is_refused_for(as_json, "E_PARSE") || is_refused_for(as_json, "E_TYPE");
  if (!is_other || value.starts_with('{') || value.starts_with('[')) return as_json;
  Edited as_text = apply(network, taxonomy, setting(key, member, json_quoted(value)));
  return as_text.is_done || is_refused_for(as_json, "E_PARSE") ? as_text : as_json;
}

std::optional<RowKind> row_kind(std::string_view word) {
  if (word == "actor") return RowKind::actor;
  if (word == "agreement") return RowKind::agreement;
  if (word == "source") return RowKind::source;
  if (word == "survey") return RowKind::survey;
  if (word == "register") return RowKind::complete_register;
  return std::nullopt;
}

class Performer {
 public:
  Performer(const Network& network, const Taxonomy& taxonomy, const ActionWords& action)
      : network_(network), taxonomy_(taxonomy), action_(action), name_(action.form->name) {}

  Result<Edited> perform() const {
    if (name_ == "add") return add();
    if (name_ == "add-party") return add_party();
    if (name_ == "remove-party") return remove_party();
    if (name_ == "end") return end();
    if (name_ == "set") return set_value(network_, taxonomy_, word(0), word(1), word(2));
    Edit edit = edit_of(name_ == "unset"    ? Edit::Kind::unset
                        : name_ == "remove" ? Edit::Kind::remove
                                            : Edit::Kind::merge,
                        word(0));
    if (edit.kind == Edit::Kind::unset) edit.member = word(1);
    if (edit.kind == Edit::Kind::merge) edit.into = word(1);
    return done(edit);
  }

 private:
  const std::string& word(std::size_t i) const { return action_.words.at(i); }
  Edited done(const Edit& edit) const { return apply(network_, taxonomy_, edit); }

  Result<Edited> add() const {
    const auto kind = row_kind(word(0));
    if (!kind) return wrong_form(*action_.form);
    Edit edit = edit_of(Edit::Kind::add, {});
    edit.row = *kind;
    edit.value = word(1);
    return done(edit);
  }

  bool is_agreement(const Key& key) const {
    return std::any_of(network_.agreements.begin(), network_.agreements.end(),
                       [&](const Agreement& agreement) { return agreement.key == key; });
  }
  Problem no_agreement() const { return wrong_words({"edit.no_agreement", {{"id", word(0)}}}); }

  Result<Edited> add_party() const {
    if (!is_agreement(word(0))) return no_agreement();
    std::string party = "{\"actor\": " + json_quoted(word(1));
    if (action_.words.size() > 2) party += ", \"state\": " + json_quoted(word(2));
    return done(setting(word(0), "parties/-", party + "}"));
  }

  // Every party that the actor is, in whatever role.
  Result<Edited> remove_party() const {
    if (!is_agreement(word(0))) return no_agreement();
    const auto agreement = std::find_if(network_.agreements.begin(), network_.agreements.end(),
                                        [&](const Agreement& row) { return row.key == word(0); });
    const std::string text = row_text(network_, *agreement);
    std::string kept;
    for (std::size_t i = 0; i < agreement->parties.size(); ++i) {
      const ActorRef& ref = agreement->parties[i].actor;
      const bool is_meant = (ref.id.is_set() ? network_.actor(ref.id).key : ref.unresolved) == word(1);
      if (!is_meant) kept += (kept.empty() ? "" : ", ") + member_of(text, "parties/" + std::to_string(i));
    }
    const std::string parties = "[" + kept + "]";
    const bool is_party = std::any_of(agreement->parties.begin(), agreement->parties.end(), [&](const Party& party) {
      return (party.actor.id.is_set() ? network_.actor(party.actor.id).key : party.actor.unresolved) == word(1);
    });
    if (!is_party) return wrong_words({"edit.no_party", {{"agreement", word(0)}, {"actor", word(1)}}});
    return done(setting(word(0), "parties", parties));
  }

  Result<Edited> end() const {
    if (!is_agreement(word(0))) return no_agreement();
    Edited ended = done(setting(word(0), "status", "\"ended\""));
    if (!ended.is_done || action_.words.size() < 2) return ended;
    Edited dated = set_value(ended.network, taxonomy_, word(0), "valid/to", word(1));
    if (!dated.is_done) dated.network = network_;
    return dated;
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const ActionWords& action_;
  std::string_view name_;
};

}  // namespace

const std::vector<ActionForm>& action_forms() {
  static const std::vector<ActionForm> forms = {
      {"set", "ID MEMBER VALUE", "edit.about.set"},
      {"unset", "ID MEMBER", "edit.about.unset"},
      {"add", "actor|agreement|source|survey|register JSON", "edit.about.add"},
      {"remove", "ID", "edit.about.remove"},
      {"merge", "ID INTO", "edit.about.merge"},
      {"add-party", "AGREEMENT ACTOR [STATE]", "edit.about.add_party"},
      {"remove-party", "AGREEMENT ACTOR", "edit.about.remove_party"},
      {"end", "AGREEMENT [DATE]", "edit.about.end"}};
  return forms;
}

Result<Edited> perform(const Network& network, const Taxonomy& taxonomy, std::string_view action) {
  const auto read = read_action(action);
  if (!read) return read.problem();
  return Performer(network, taxonomy, *read).perform();
}

}  // namespace samverka
