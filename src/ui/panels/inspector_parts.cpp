#include "ui/panels/inspector_parts.h"

#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t first_rows = 6;    // of a list that has not been opened
constexpr std::size_t most_rows = 1000;  // of one that has: nobody reads further, and the table has them all

void flip(InspectorState& state, const std::string& id) {
  if (state.flipped.erase(id) == 0) state.flipped.insert(id);
}

void draw_caret(const UiContext& ui, Vec2 c, bool is_open) {
  const float r = ui.px(3.5F);
  const unsigned colour = colour_u32(ui.session.theme().muted);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_open) {
    list.AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F}, {c.x, c.y + r * 0.7F}, colour);
  } else {
    list.AddTriangleFilled({c.x - r * 0.6F, c.y - r}, {c.x - r * 0.6F, c.y + r}, {c.x + r * 0.7F, c.y}, colour);
  }
}

void draw_source(UiContext& ui, const Source& source) {
  text(ui, shown_text(ui, source.title.empty() ? source.key : source.title));
  if (!source.url.empty()) draw_address(ui, source);
}

}  // namespace

InspectorState& inspector_state(UiContext& ui) { return ui.state.inspector; }

void draw_address(UiContext& ui, const Source& source) {
  const std::string shown = shown_text(ui, source.url);
  ImGui::PushID(source.key.c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  ImGui::PushFont(ui.fonts.small);
  const ImVec2 size = ImGui::CalcTextSize(shown.c_str(), nullptr, false, width);
  if (ImGui::InvisibleButton("address", {width, size.y + ui.px(2)})) {
    ImGui::SetClipboardText(source.url.c_str());
    ui.session.set_notice(Notice{ui.tr("notice.address_copied"), false});
  }
  record(ui, shown, "link");
  const Rgba colour = ui.session.theme().accent;
  ImGui::GetWindowDrawList()->AddText(ui.fonts.small, ui.fonts.small->FontSize, at, colour_u32(colour), shown.c_str(),
                                      nullptr, width);
  ImGui::PopFont();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  tooltip(ui, ui.tr("inspector.copy_address"));
  ImGui::PopID();
}

std::string language_of(const UiContext& ui) { return ui.session.texts().language(); }

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

void select_actor(UiContext& ui, ActorId actor) {
  ui.session.view.also_selected.clear();
  ui.session.view.selection = {PickId::Kind::actor, actor.value};
}

void select_agreement(UiContext& ui, AgreementId agreement) {
  ui.session.view.also_selected.clear();
  ui.session.view.selection = {PickId::Kind::agreement, agreement.value};
}

void fact_if(UiContext& ui, std::string_view key, const std::string& value) {
  if (!value.empty()) fact(ui, ui.tr(key), shown_text(ui, value));
}

void fact_in_words(UiContext& ui, std::string_view key, const std::string& value) {
  if (!value.empty()) fact(ui, ui.tr(key), value);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

bool section(UiContext& ui, const Section& section) {
  InspectorState& state = inspector_state(ui);
  const Theme& theme = ui.session.theme();
  const bool is_open = section.begins_open != state.flipped.contains(section.id);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const float height = ImGui::GetFontSize() + ui.px(6);
  ImGui::PushID(section.id.c_str());
  if (ImGui::InvisibleButton("section", {width, height})) flip(state, section.id);
  ImGui::PopID();
  record(ui, section.words, "section", is_open);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
    list.AddRectFilled({at.x - ui.px(6), at.y}, {at.x + width + ui.px(4), at.y + height}, colour_u32(theme.accent_soft),
                       ui.px(5));
  }
  const float middle = at.y + height * 0.5F;
  draw_caret(ui, {at.x + ui.px(4), middle}, is_open);
  float x = at.x + ui.px(15);
  if (section.group) {
    const Rgba colour = parse_colour(theme.is_dark ? section.group->color_dark : section.group->color);
    draw_symbol(parse_symbol(section.group->symbol), {x + ui.px(5), middle}, ui.px(5), colour);
    x += ui.px(17);
  }
  const float text_y = middle - ui.fonts.bold->FontSize * 0.5F;
  const float count_width = ImGui::CalcTextSize(section.count.c_str()).x;
  ImGui::PushFont(ui.fonts.bold);
  const std::string words = fitting(section.words, at.x + width - count_width - ui.px(10) - x);
  list.AddText({x, text_y}, colour_u32(theme.text), words.c_str());
  ImGui::PopFont();
  list.AddText({at.x + width - count_width, text_y}, colour_u32(theme.muted), section.count.c_str());
  return is_open;
}

std::size_t rows_shown(UiContext& ui, const std::string& id, std::size_t count) {
  const bool is_opened = inspector_state(ui).flipped.contains(id + "/all");
  return std::min(count, is_opened || count == first_rows + 1 ? most_rows : first_rows);
}

void rest_of(UiContext& ui, const std::string& id, std::size_t count) {
  if (count <= first_rows + 1) return;
  const bool is_opened = inspector_state(ui).flipped.contains(id + "/all");
  const std::string words =
      is_opened ? ui.tr("inspector.fewer") : ui.session.texts().tr("inspector.all", {{"n", number(ui, count)}});
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().accent));
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, ui.px(2)});
  if (button(ui, id + "/all", words, Look::quiet)) flip(inspector_state(ui), id + "/all");
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ImGui::PopStyleColor();
  if (is_opened && count > most_rows) {
    muted(ui, ui.session.texts().tr("inspector.more", {{"n", number(ui, count - most_rows)}}));
  }
}

void draw_edit_button(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  action_button(ui, "edit.row", Look::quiet);
  ImGui::PopStyleVar();
}

void draw_provenance(UiContext& ui, const std::optional<Provenance>& provenance) {
  heading(ui, ui.tr("inspector.sources"));
  if (!provenance || provenance->source.empty()) return muted(ui, ui.tr("inspector.no_source"));
  for (const SourceRef& ref : provenance->source) {
    if (ref.id.is_set()) draw_source(ui, ui.session.network().sources[ref.id.value]);
  }
  std::string how = ui.session.taxonomy().methods.label(provenance->method, language_of(ui));
  if (provenance->recorded.is_set()) {
    how += " · " + ui.session.texts().tr("inspector.recorded", {{"date", to_string(provenance->recorded)}});
  }
  if (provenance->confidence) {
    how += " · " + ui.session.texts().tr("inspector.confidence",
                                         {{"value", ui.session.texts().decimal(*provenance->confidence, 2)}});
  }
  muted(ui, how);
}

std::string agreement_line(const UiContext& ui, const OwnAgreement& own) {
  const Taxonomy& taxonomy = ui.session.taxonomy();
  const Agreement& agreement = ui.session.network().agreement(own.id);
  std::string line = taxonomy.forms.short_label(agreement.form, language_of(ui));
  std::vector<std::string> roles;
  for (const std::uint32_t party : own.parties) {
    if (agreement.parties[party].role.empty()) continue;
    const std::string role = taxonomy.roles.label(agreement.parties[party].role, language_of(ui));
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
  }
  if (!roles.empty()) line += " · " + joined(roles);
  return line + " · " +
         (own.is_confirmed ? ui.tr("inspector.tie")
                           : why_unconfirmed(ui.session, agreement, agreement.parties[own.parties.front()]));
}

void draw_agreement_row(UiContext& ui, const std::string& id, const OwnAgreement& own) {
  const Agreement& agreement = ui.session.network().agreement(own.id);
  if (link(ui, id, shown_text(ui, agreement.title), agreement_line(ui, own))) select_agreement(ui, own.id);
}

}  // namespace samverka
