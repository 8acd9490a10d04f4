// The dialog in which a filter is built: rows that all hold, alternatives of which one must, the words as they become,
// how much they would show, and the filters that have been kept by name.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/filter_words.h"
#include "app/planner_notes.h"
#include "base/collate.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float field_width = 210, sign_width = 130;

BuilderState& builder_of(const UiContext& ui) { return ui.state.builder; }

// ---- rows to clauses and back ----

std::string trimmed(const std::string& words) {
  const std::size_t from = words.find_first_not_of(' ');
  return from == std::string::npos ? "" : words.substr(from, words.find_last_not_of(' ') - from + 1);
}

// "Vård, skola" are two; "\"Öst, norr\"" is one.
std::vector<std::string> typed_values(const std::string& typed) {
  std::vector<std::string> values;
  std::string value;
  bool is_quoted = false;
  const auto keep = [&] {
    if (const std::string one = trimmed(value); !one.empty()) values.push_back(one);
    value.clear();
  };
  for (const char c : typed) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      keep();
    } else {
      value += c;
    }
  }
  keep();
  return values;
}

std::string typed_of(const std::vector<std::string>& values) {
  std::string typed;
  for (const std::string& value : values) {
    const bool is_plain = value.find(',') == std::string::npos;
    typed += (typed.empty() ? "" : ", ") + (is_plain ? value : '"' + value + '"');
  }
  return typed;
}

std::vector<std::string> choices_of_key(const UiContext& ui, std::string_view key) {
  std::vector<std::string> choices = known_filter_values(key, ui.session.taxonomy());
  if (!choices.empty()) return choices;
  if (key != "county" && key != "municipality") return {};
  if (const Facet* facet = ui.session.facets().find(key)) {
    for (const FacetCount& row : facet->values) choices.push_back(row.value);
  }
  return choices;
}

// Codes are chosen, all else is typed.
bool is_chosen_from_list(const BuilderRow& row) {
  const FilterKey* key = filter_key(row.key);
  if (!key || row.test != FilterTest::is) return false;
  if (key->kind == FilterKind::code || key->kind == FilterKind::flag) return true;
  return key->name == "functions" || key->name == "flags" || key->name == "covers" || key->name == "valid.renewal" ||
         key->name == "actor.method";
}

FilterClause clause_of(const BuilderRow& row) {
  return {row.key, is_chosen_from_list(row) ? row.chosen : typed_values(row.typed), row.negated, row.test};
}

std::vector<FilterClause> clauses_of(const std::vector<BuilderRow>& rows) {
  std::vector<FilterClause> clauses;
  for (const BuilderRow& row : rows) {
    FilterClause clause = clause_of(row);
    if (!clause.values.empty()) clauses.push_back(std::move(clause));
  }
  return clauses;
}

std::vector<BuilderRow> rows_of(const std::vector<FilterClause>& clauses) {
  std::vector<BuilderRow> rows;
  for (const FilterClause& clause : clauses) {
    rows.push_back({clause.key, clause.test, clause.negated, clause.values, typed_of(clause.values)});
  }
  return rows;
}

// ---- one row ----

struct Sign {
  FilterTest test;
  bool negated;
  const char* text;
};
constexpr Sign signs[] = {
    {FilterTest::is, false, "deep_sign.is"},        {FilterTest::is, true, "deep_sign.is_not"},
    {FilterTest::contains, false, "deep_sign.has"}, {FilterTest::contains, true, "deep_sign.has_not"},
    {FilterTest::below, false, "deep_sign.below"},  {FilterTest::at_most, false, "deep_sign.at_most"},
    {FilterTest::above, false, "deep_sign.above"},  {FilterTest::at_least, false, "deep_sign.at_least"},
};

bool fits(const FilterKey& key, const Sign& sign) {
  return takes(key, sign.test) && !(key.kind == FilterKind::period && sign.negated);
}

void choose_key(BuilderRow& row, const FilterKey& key) {
  if (row.key == key.name) return;
  row = {std::string(key.name), FilterTest::is, false, {}, {}};
  if (key.kind == FilterKind::text) row.test = FilterTest::contains;
  if (key.kind == FilterKind::number) row.test = FilterTest::at_least;
}

void draw_keys(UiContext& ui, BuilderRow& row, FilterSubject subject, const char* words) {
  const std::string wanted = folded(builder_of(ui).search);
  bool has_heading = false;
  for (const FilterKey& key : filter_keys()) {
    if (key.subject != subject) continue;
    const std::string name = filter_key_in_words(key.name, ui.session.texts());
    const std::string label = name + "  " + std::string(key.name);
    if (folded(label).find(wanted) == std::string::npos) continue;
    if (!has_heading) heading(ui, ui.tr(words));
    has_heading = true;
    if (ImGui::Selectable((label + "###" + std::string(key.name)).c_str(), row.key == key.name)) choose_key(row, key);
    record(ui, name, "menu");
  }
}

void draw_field(UiContext& ui, BuilderRow& row) {
  const std::string name = filter_key_in_words(row.key, ui.session.texts());
  if (drop_button(ui, "field", name, ui.px(field_width), Look::plain)) {
    builder_of(ui).search.clear();
    ImGui::OpenPopup("fields");
  }
  ImGui::SetNextWindowSizeConstraints({ui.px(300), 0}, {ui.px(420), ui.px(340)});
  if (!ImGui::BeginPopup("fields")) return;
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const std::string hint = ui.tr("deep_builder.find_field");
  ImGui::InputTextWithHint("###find", hint.c_str(), &builder_of(ui).search);
  record(ui, hint, "input");
  draw_keys(ui, row, FilterSubject::agreement, "deep_builder.of_agreements");
  draw_keys(ui, row, FilterSubject::actor, "deep_builder.of_actors");
  draw_keys(ui, row, FilterSubject::party, "deep_builder.of_parties");
  ImGui::EndPopup();
}

void draw_sign(UiContext& ui, BuilderRow& row) {
  const FilterKey* key = filter_key(row.key);
  const auto now = std::find_if(std::begin(signs), std::end(signs),
                                [&](const Sign& sign) { return sign.test == row.test && sign.negated == row.negated; });
  const std::string words = ui.tr(now == std::end(signs) ? signs[0].text : now->text);
  if (drop_button(ui, "sign", words, ui.px(sign_width), Look::plain)) ImGui::OpenPopup("signs");
  if (!ImGui::BeginPopup("signs")) return;
  for (const Sign& sign : signs) {
    if (!key || !fits(*key, sign)) continue;
    const std::string choice = ui.tr(sign.text);
    if (ImGui::MenuItem((choice + "###" + sign.text).c_str(), nullptr,
                        now != std::end(signs) && now->text == sign.text)) {
      row.test = sign.test;
      row.negated = sign.negated;
    }
    record(ui, choice, "menu");
  }
  ImGui::EndPopup();
}

std::string value_words(const UiContext& ui, const BuilderRow& row, const std::string& value) {
  return filter_value_in_words(row.key, value, ui.session.assets(), ui.session.texts());
}

void draw_codes(UiContext& ui, BuilderRow& row, float width) {
  std::string shown;
  for (const std::string& value : row.chosen) shown += (shown.empty() ? "" : ", ") + value_words(ui, row, value);
  if (shown.empty()) shown = ui.tr("deep_builder.choose");
  if (drop_button(ui, "values", shown, width, Look::plain)) ImGui::OpenPopup("values");
  ImGui::SetNextWindowSizeConstraints({ui.px(200), 0}, {ui.px(460), ui.px(320)});
  if (!ImGui::BeginPopup("values")) return;
  for (const std::string& value : choices_of_key(ui, row.key)) {
    const std::string words = value_words(ui, row, value);
    const auto at = std::find(row.chosen.begin(), row.chosen.end(), value);
    const bool is_on = at != row.chosen.end();
    if (ImGui::Selectable(((is_on ? "● " : "○ ") + words + "###" + value).c_str(), is_on,
                          ImGuiSelectableFlags_DontClosePopups)) {
      is_on ? void(row.chosen.erase(at)) : row.chosen.push_back(value);
    }
    record(ui, words, "menu", is_on);
  }
  ImGui::EndPopup();
}

const char* hint_of(const FilterKey& key) {
  switch (key.kind) {
    case FilterKind::number:
      return "deep_builder.hint_number";
    case FilterKind::date:
      return "deep_builder.hint_date";
    case FilterKind::period:
      return "deep_builder.hint_period";
    case FilterKind::reference:
      return "deep_builder.hint_reference";
    default:
      return "deep_builder.hint_text";
  }
}

void draw_typed(UiContext& ui, BuilderRow& row, float width) {
  const FilterKey* key = filter_key(row.key);
  const std::string hint = key ? ui.tr(hint_of(*key)) : std::string();
  ImGui::SetNextItemWidth(width);
  ImGui::InputTextWithHint("###typed", hint.c_str(), &row.typed);
  record(ui, hint, "input");
  tooltip(ui, ui.tr("deep_builder.typed_help"));
}

// False when the row is to go.
bool draw_row(UiContext& ui, BuilderRow& row) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string remove = ui.tr("deep_builder.remove");
  const float rest = room - ui.px(field_width + sign_width + 24) - button_width(remove);
  draw_field(ui, row);
  ImGui::SameLine(ui.px(field_width + 8));
  draw_sign(ui, row);
  ImGui::SameLine(ui.px(field_width + sign_width + 16));
  const float width = std::max(rest, ui.px(80));
  is_chosen_from_list(row) ? draw_codes(ui, row, width) : draw_typed(ui, row, width);
  ImGui::SameLine(room - button_width(remove));
  return !button(ui, "remove", remove, Look::quiet);
}

void draw_rows(UiContext& ui, std::vector<BuilderRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const bool stays = draw_row(ui, rows[i]);
    ImGui::PopID();
    if (!stays) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i--));
  }
  if (button(ui, "add", ui.tr("deep_builder.add_row"), Look::quiet)) rows.push_back({});
}

void draw_groups(UiContext& ui, BuilderState& state) {
  heading(ui, ui.tr("deep_builder.any"));
  if (state.groups.empty()) muted(ui, ui.tr("deep_builder.any_help"));
  std::size_t gone = state.groups.size();
  for (std::size_t i = 0; i < state.groups.size(); ++i) {
    ImGui::PushID(static_cast<int>(i) + 1);
    if (i > 0) text(ui, ui.tr("deep_filter.or"));
    ImGui::Indent(ui.px(14));
    draw_rows(ui, state.groups[i]);
    ImGui::SameLine();
    if (button(ui, "remove_group", ui.tr("deep_builder.remove_group"), Look::quiet)) gone = i;
    ImGui::Unindent(ui.px(14));
    ImGui::PopID();
  }
  if (gone < state.groups.size()) state.groups.erase(state.groups.begin() + static_cast<std::ptrdiff_t>(gone));
  if (state.groups.size() >= most_alternatives) return;
  if (!button(ui, "add_group", ui.tr("deep_builder.add_group"), Look::plain)) return;
  // One alternative is none: the first comes with another.
  do {
    state.groups.push_back({BuilderRow{}});
  } while (state.groups.size() < 2);
}

// ---- what it becomes ----

void draw_outcome(UiContext& ui, const Filter& filter, const Result<Done>& checked) {
  const std::string words = to_words(filter);
  text(ui, words.empty() ? ui.tr("filter.everything") : shown_text(ui, words));
  if (!checked) return draw_problem_lines(ui, {checked.problem()});
  BuilderState& state = builder_of(ui);
  state.counter.renew(ui.session, filter);
  const FilterCount* count = state.counter.count();
  if (!count) return muted(ui, ui.tr("deep_builder.counting"));
  const auto told = [&](std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); };
  muted(ui, ui.session.texts().tr("deep_builder.shows", {{"actors", told(count->actors)},
                                                         {"agreements", told(count->agreements)},
                                                         {"ties", told(count->ties)}}));
}

// ---- kept filters ----

void draw_renaming(UiContext& ui, BuilderState& state, std::size_t place) {
  ImGui::SetNextItemWidth(ui.px(260));
  const bool entered = ImGui::InputText("###renaming", &state.renaming, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, ui.tr("deep_builder.new_name"), "input");
  ImGui::SameLine();
  if (!button(ui, "rename_done", ui.tr("deep_builder.rename_done")) && !entered) return;
  rename_filter(ui.session, place, trimmed(state.renaming));
  state.renamed = -1;
}

void draw_kept_row(UiContext& ui, BuilderState& state, std::size_t place) {
  const NamedFilter kept = ui.session.document().filters[place];
  if (state.renamed == static_cast<int>(place)) return draw_renaming(ui, state, place);
  const Result<Filter> filter = filter_by_name(ui.session, place);
  ImGui::BeginDisabled(!filter);
  const bool is_wanted = button(ui, "take", shown_text(ui, kept.name), Look::plain);
  ImGui::EndDisabled();
  tooltip(ui, kept.filter);
  if (is_wanted) take_filter(state, *filter);
  ImGui::SameLine();
  if (button(ui, "rename", ui.tr("deep_builder.rename"), Look::quiet)) {
    state.renamed = static_cast<int>(place);
    state.renaming = kept.name;
  }
  ImGui::SameLine();
  if (button(ui, "remove", ui.tr("deep_builder.remove"), Look::quiet)) remove_filter(ui.session, place);
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  muted(ui, fitting(shown_text(ui, kept.filter), std::max(ImGui::GetContentRegionAvail().x, 1.0F)));
}

void draw_kept(UiContext& ui, BuilderState& state) {
  heading(ui, ui.tr("deep_builder.kept"));
  if (ui.session.document().filters.empty()) return muted(ui, ui.tr("deep_builder.none_kept"));
  for (std::size_t i = 0; i < ui.session.document().filters.size(); ++i) {
    ImGui::PushID(static_cast<int>(i) + 1000);
    draw_kept_row(ui, state, i);
    ImGui::PopID();
  }
}

void draw_keep(UiContext& ui, BuilderState& state, const Filter& filter, bool is_sound) {
  ImGui::SetNextItemWidth(ui.px(220));
  const std::string hint = ui.tr("deep_builder.name");
  const bool entered =
      ImGui::InputTextWithHint("###name", hint.c_str(), &state.name, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, hint, "input");
  ImGui::SameLine();
  ImGui::BeginDisabled(!is_sound || trimmed(state.name).empty());
  const bool is_clicked = button(ui, "keep", ui.tr("deep_builder.keep"));
  ImGui::EndDisabled();
  if (!(is_clicked || entered) || !is_sound || trimmed(state.name).empty()) return;
  keep_filter(ui.session, trimmed(state.name), filter);
  state.name.clear();
}

void draw_builder_buttons(UiContext& ui, BuilderState& state, const Filter& filter, bool is_sound) {
  ImGui::BeginDisabled(!is_sound);
  const bool is_wanted = button(ui, "use", ui.tr("deep_builder.use"), Look::accent);
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool is_left = button(ui, "cancel", ui.tr("ui.cancel"));
  ImGui::SameLine(0, ui.px(24));
  draw_keep(ui, state, filter, is_sound);
  if (is_wanted) ui.session.view.filter = filter;
  if (is_wanted || is_left) close_dialog(ui);
}

}  // namespace

Filter built_filter(const BuilderState& state) {
  Filter filter{clauses_of(state.common), {}};
  for (const auto& group : state.groups) {
    std::vector<FilterClause> clauses = clauses_of(group);
    if (!clauses.empty()) filter.alternatives.push_back(std::move(clauses));
  }
  if (filter.alternatives.size() != 1) return filter;
  // Of one alternative alone, all of it holds.
  filter.clauses.insert(filter.clauses.end(), filter.alternatives[0].begin(), filter.alternatives[0].end());
  filter.alternatives.clear();
  return filter;
}

void take_filter(BuilderState& state, const Filter& filter) {
  state.common = rows_of(filter.clauses);
  state.groups.clear();
  for (const auto& alternative : filter.alternatives) state.groups.push_back(rows_of(alternative));
}

void draw_filter_builder(UiContext& ui) {
  BuilderState& state = builder_of(ui);
  if (std::exchange(ui.state.dialog_wants_focus, false)) {
    take_filter(state, ui.session.view.filter);
    state.name.clear();
    state.renamed = -1;
  }
  if (!begin_dialog_window(ui, "###filter_builder", ui.tr("deep_builder.title"), {800, 620})) return;
  const Filter filter = built_filter(state);
  const Result<Done> checked = check_filter(filter, ui.session.taxonomy());
  const float below = ImGui::GetFrameHeightWithSpacing() * 2 + ui.px(34);
  ImGui::BeginChild("rows", {0, std::max(ui.px(80), ImGui::GetContentRegionAvail().y - below)});
  heading(ui, ui.tr("deep_builder.all"));
  ImGui::PushID("common");
  draw_rows(ui, state.common);
  ImGui::PopID();
  draw_groups(ui, state);
  draw_kept(ui, state);
  ImGui::EndChild();
  ImGui::Separator();
  draw_outcome(ui, filter, checked);
  begin_dialog_buttons(ui);
  draw_builder_buttons(ui, state, filter, static_cast<bool>(checked));
  ImGui::EndPopup();
}

}  // namespace samverka
