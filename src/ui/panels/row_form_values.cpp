// What a value of a row is written or chosen in.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/collate.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels/row_form_parts.h"
#include "ui/ui.h"

namespace samverka::row_form {
namespace {

using Kind = FormField::Kind;

constexpr float names_width = 150;

std::string words_of_choice(const std::vector<FormChoice>& choices, const std::string& code) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const FormChoice& choice) { return choice.code == code; });
  return found == choices.end() ? displayable(code) : found->words;
}

bool has_code(const std::string& codes, const std::string& code) {
  const std::string all = ", " + codes + ",";
  return all.find(", " + code + ",") != std::string::npos;
}

void toggle_code(std::string& codes, const std::string& code) {
  if (!has_code(codes, code)) {
    codes += (codes.empty() ? "" : ", ") + code;
    return;
  }
  std::string all = ", " + codes + ",";
  all.erase(all.find(", " + code + ","), code.size() + 2);
  codes = all.size() > 3 ? all.substr(2, all.size() - 3) : "";
}

void draw_codes(UiContext& ui, FormValue& value, float width) {
  const std::vector<FormChoice> choices = choices_of(value.field, ui.session.taxonomy(), ui.session.view.language);
  const std::string shown = value.typed.empty() ? ui.tr("form.not_recorded") : displayable(value.typed);
  if (drop_button(ui, value.field.label, shown, width, Look::plain)) ImGui::OpenPopup(value.field.label);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(460), ui.px(320)});
  if (!ImGui::BeginPopup(value.field.label)) return;
  for (const FormChoice& choice : choices) {
    const std::string words = choice.code + " " + choice.words;
    if (ImGui::Selectable((words + "###" + choice.code).c_str(), has_code(value.typed, choice.code),
                          ImGuiSelectableFlags_DontClosePopups)) {
      toggle_code(value.typed, choice.code);
    }
    record(ui, words, "menu");
  }
  ImGui::EndPopup();
}

void draw_last_day(UiContext& ui, FormValue& value) {
  const bool is_open = value.typed == until_further_notice;
  if (!is_open) {
    draw_input(ui, value, ui.px(140));
    ImGui::SameLine(0, ui.px(6));
  }
  if (button(ui, "open_end", ui.tr("form.until_further_notice"), Look::plain, is_open)) {
    value.typed = is_open ? std::string() : std::string(until_further_notice);
  }
}

void draw_yes_no(UiContext& ui, FormValue& value) {
  for (const auto& [raw, key] : {std::pair("true", "form.yes"), std::pair("false", "form.no")}) {
    const bool is_on = value.typed == raw;
    if (button(ui, raw, ui.tr(key), Look::plain, is_on)) value.typed = is_on ? "" : raw;
    ImGui::SameLine(0, ui.px(6));
  }
  ImGui::NewLine();
}

// One of several is typed last: what stands after the last comma.
std::string typed_last(const FormValue& value) {
  const bool is_one = value.field.kind == Kind::actor || value.field.kind == Kind::agreement;
  const std::size_t comma = is_one ? std::string::npos : value.typed.rfind(',');
  const std::string last = comma == std::string::npos ? value.typed : value.typed.substr(comma + 1);
  const std::size_t begin = last.find_first_not_of(' ');
  return begin == std::string::npos ? std::string() : last.substr(begin);
}

void take_match(FormValue& value, const Key& key, const std::string& words) {
  const bool is_one = value.field.kind == Kind::actor || value.field.kind == Kind::agreement;
  if (is_one) {
    value.typed = words;
    return;
  }
  const std::size_t comma = value.typed.rfind(',');
  value.typed = (comma == std::string::npos ? "" : value.typed.substr(0, comma) + ", ") + key;
}

void draw_value(UiContext& ui, FormValue& value, float width) {
  switch (value.field.kind) {
    case Kind::code:
      return draw_code(ui, value, width);
    case Kind::codes:
      return draw_codes(ui, value, width);
    case Kind::last_day:
      return draw_last_day(ui, value);
    case Kind::yes_no:
      return draw_yes_no(ui, value);
    case Kind::day:
    case Kind::number:
    case Kind::decimal:
      return draw_input(ui, value, std::min(width, ui.px(140)));
    case Kind::text:
    case Kind::texts:
    case Kind::sources:
    case Kind::actor:
    case Kind::actors:
    case Kind::agreement:
    case Kind::agreements:
      break;
  }
  draw_input(ui, value, width);
}

}  // namespace

const Network& facts_of(const UiContext& ui) { return ui.session.document().network; }

void draw_code(UiContext& ui, FormValue& value, float width) {
  const std::vector<FormChoice> choices = choices_of(value.field, ui.session.taxonomy(), ui.session.view.language);
  const std::string none = ui.tr("form.not_recorded");
  const std::string shown = value.typed.empty() ? none : words_of_choice(choices, value.typed);
  if (drop_button(ui, value.field.label, shown, width, Look::plain)) ImGui::OpenPopup(value.field.label);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(420), ui.px(320)});
  if (!ImGui::BeginPopup(value.field.label)) return;
  if (ImGui::MenuItem((none + "###none").c_str(), nullptr, value.typed.empty())) value.typed.clear();
  record(ui, none, "menu");
  for (const FormChoice& choice : choices) {
    const bool is_on = choice.code == value.typed;
    if (ImGui::MenuItem((choice.words + "###" + choice.code).c_str(), nullptr, is_on)) value.typed = choice.code;
    record(ui, choice.words, "menu");
  }
  ImGui::EndPopup();
}

void draw_input(UiContext& ui, FormValue& value, float width) {
  ImGui::SetNextItemWidth(width);
  // A day or a number is written anew, words are gone on with.
  const bool is_short =
      value.field.kind == Kind::day || value.field.kind == Kind::last_day || value.field.kind == Kind::number;
  ImGui::InputText("###typed", &value.typed, is_short ? ImGuiInputTextFlags_AutoSelectAll : 0);
  record(ui, ui.tr(value.field.label), "input");
}

void draw_matches(UiContext& ui, FormValue& value) {
  constexpr std::size_t most = 4;
  const Kind kind = value.field.kind;
  const bool is_actor = kind == Kind::actor || kind == Kind::actors;
  const bool is_agreement = kind == Kind::agreement || kind == Kind::agreements;
  if (!is_actor && !is_agreement && kind != Kind::sources) return;
  const std::string last = typed_last(value);
  if (value.typed == value.before || last.size() < 2 || last.ends_with(']')) return;
  const std::string wanted = folded(last);
  std::size_t found = 0;
  const auto offer = [&](const auto& rows, auto name) {
    for (const auto& row : rows) {
      if (found == most) return;
      if (row.key == last || folded(row.*name).find(wanted) == std::string::npos) continue;
      const std::string words = (row.*name) + " [" + row.key + "]";
      if (button(ui, row.key, shown_text(ui, words), Look::quiet)) take_match(value, row.key, words);
      ++found;
    }
  };
  const Network& network = facts_of(ui);
  if (is_actor) return offer(network.actors, &Actor::name);
  if (is_agreement) return offer(network.agreements, &Agreement::title);
  offer(network.sources, &Source::title);
}

void draw_line(UiContext& ui, FormValue& value) {
  ImGui::PushID(value.field.member);
  ImGui::AlignTextToFramePadding();
  const std::string words = ui.tr(value.field.label);
  ImGui::TextUnformatted(words.c_str());
  ImGui::SameLine(ui.px(names_width));
  ImGui::BeginGroup();
  draw_value(ui, value, ImGui::GetContentRegionAvail().x);
  draw_matches(ui, value);
  ImGui::EndGroup();
  ImGui::PopID();
}

}  // namespace samverka::row_form
