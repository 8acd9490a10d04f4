#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// What is drawn: not folded, and of no group that the legend has switched off.
std::size_t count_drawn(const Session& session) {
  const std::vector<std::string>& hidden = session.view.hidden_groups;
  std::size_t count = 0;
  for (const ActorId id : session.shown().folding.shown) {
    const std::string& group = session.taxonomy().group_of(session.network().actor(id).type).code;
    count += std::find(hidden.begin(), hidden.end(), group) == hidden.end() ? 1U : 0U;
  }
  return count;
}

std::size_t drawn_actors(UiContext& ui) {
  UiState::Drawn& drawn = ui.state.drawn;
  const Session& session = ui.session;
  if (drawn.graph != session.graph_revision() || drawn.hidden_groups != session.view.hidden_groups) {
    drawn = {session.graph_revision(), session.view.hidden_groups, count_drawn(session)};
  }
  return drawn.actors;
}

std::string counts(UiContext& ui) {
  const Session& session = ui.session;
  const Texts& texts = session.texts();
  const auto n = [&texts](std::size_t count) { return texts.number(static_cast<long long>(count)); };
  std::string words =
      texts.tr("status.shown", {{"shown", n(drawn_actors(ui))}, {"all", n(session.network().actors.size())}});
  if (session.shown().folding.folded_count > 0) {
    words += " · " + texts.tr("status.folded", {{"n", n(session.shown().folding.folded_count)}});
  }
  words += " · " + texts.tr("status.agreements", {{"shown", n(session.shown().part.agreements.size())},
                                                  {"all", n(session.network().agreements.size())}});
  words += " · " + date_in_words(session.network(), texts, session.view.date);
  if (session.network().is_synthetic()) words += " · " + texts.tr("caption.illustrative");
  return words;
}

void draw_problems(UiContext& ui) {
  const ReadReport& report = ui.session.report();
  if (report.error_count + report.warning_count == 0) return;
  const Texts& texts = ui.session.texts();
  const std::string words = texts.plural("status.errors", static_cast<long long>(report.error_count)) + ", " +
                            texts.plural("status.warnings", static_cast<long long>(report.warning_count));
  ImGui::PushStyleColor(ImGuiCol_Text,
                        colour_u32(report.error_count > 0 ? ui.session.theme().warning : ui.session.theme().accent));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleColor();
  record(ui, words, "link");
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ImGui::IsItemClicked()) ui.session.view.drawer = ViewState::Drawer::problems;
  ImGui::SameLine(0, ui.px(14));
}

void draw_job(UiContext& ui, JobSlot& job) {
  if (!job.is_running()) return;
  const std::string words = ui.tr(job.label()) + " " + std::to_string(std::lround(100 * job.fraction())) + " %";
  ImGui::SameLine(0, ui.px(18));
  ImGui::TextUnformatted(words.c_str());
  ImGui::SameLine(0, ui.px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(6), 0});
  if (button(ui, job.label(), ui.tr("ui.cancel"), Look::quiet)) job.cancel();
  ImGui::PopStyleVar();
}

void draw_saving(UiContext& ui) {
  if (!ui.session.files().save_job.is_running()) return;
  ImGui::SameLine(0, ui.px(18));
  ImGui::TextUnformatted(ui.tr("job.save").c_str());
}

// What the drawer can hold, at the left edge; a second click closes it.
void draw_drawer_buttons(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), 0});
  for (const DrawerPanel& panel : drawer_panels()) {
    const bool is_open = ui.session.view.drawer == panel.drawer;
    if (button(ui, panel.action, ui.tr(find_action(panel.action)->text), Look::quiet, is_open)) {
      run_action(ui.session, panel.action);
    }
    tooltip(ui, chord_text(find_action(panel.action)->chord));
    ImGui::SameLine(0, ui.px(3));
  }
  ImGui::PopStyleVar();
  if (!drawer_panels().empty()) ImGui::SameLine(0, ui.px(12));
}

// The longest of the line comes last but for what is under way, and is cut where the window ends.
void draw_counts(UiContext& ui) {
  const bool is_busy = ui.session.is_busy() || ui.state.report.writer.is_running();
  const std::string words = ui.session.has_document() ? counts(ui) : ui.tr("ui.nothing_open");
  const float room = ImGui::GetContentRegionAvail().x - (is_busy ? ui.px(260) : 0);
  const std::string shown = fitting(words, std::max(ui.px(120), room));
  ImGui::TextUnformatted(shown.c_str());
  record(ui, words, "text");
  if (shown != words) tooltip(ui, words);
}

}  // namespace

void draw_status_bar(UiContext& ui) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  draw_drawer_buttons(ui);
  draw_problems(ui);
  draw_counts(ui);
  draw_job(ui, ui.session.load_job());
  draw_job(ui, ui.session.layout_job());
  draw_job(ui, ui.state.report.writer.job());
  draw_saving(ui);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

}  // namespace samverka
