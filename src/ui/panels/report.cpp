// "Gör rapport": which document, about which place, in which format, beside the list of folders that it is saved in.
#include "ui/panels/report_files.h"

#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "app/reports/report_files.h"
#include "ui/cards.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Text keys: its name, what it is, and what its file is called.
struct KindWords {
  ReportKind kind;
  std::string_view name, about, file;
};
constexpr KindWords kinds[] = {
    {ReportKind::meeting, "report.kind.meeting", "report.kind.meeting.about", "report.kind.meeting.file"},
    {ReportKind::county, "report.kind.county", "report.kind.county.about", "report.kind.county.file"},
    {ReportKind::annual, "report.kind.annual", "report.kind.annual.about", "report.kind.annual.file"},
    {ReportKind::activity, "report.kind.activity", "report.kind.activity.about", "report.kind.activity.file"}};

ReportState& state_of(UiContext& ui) { return ui.state.report; }

const KindWords& words_of(ReportKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

// The name ends as the format does, which somebody may also type.
bool is_markdown(const UiContext& ui) { return ui.state.files.browser->name.ends_with(".md"); }

void set_ending(UiContext& ui, const std::string& ending) {
  std::string& name = ui.state.files.browser->name;
  for (const std::string_view known : {".html", ".md"}) {
    if (name.ends_with(known)) name.resize(name.size() - known.size());
  }
  if (!name.empty()) name += ending;
}

// A letter of a name that every disk takes.
char plain_letter(char c) {
  const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return is_plain ? c : '-';
}

// "motesunderlag-20.html": the code and no name, which could hold anything.
std::string name_for(UiContext& ui, const std::string& ending) {
  const ReportState& state = state_of(ui);
  std::string name = ui.tr(words_of(state.kind).file);
  std::transform(name.begin(), name.end(), name.begin(), plain_letter);
  return name + (state.place.empty() ? "" : "-" + state.place) + ending;
}

// What was proposed follows the choices; what somebody has typed stays.
void renew_name(UiContext& ui, const std::string& before) {
  std::string& name = ui.state.files.browser->name;
  const std::string ending = is_markdown(ui) ? ".md" : ".html";
  if (name == before) name = name_for(ui, ending);
}

void choose_kind(UiContext& ui, ReportKind kind) {
  ReportState& state = state_of(ui);
  const std::string before = name_for(ui, is_markdown(ui) ? ".md" : ".html");
  state.kind = kind;
  const std::string& own = ui.session.view.own_place;
  if (kind == ReportKind::county) state.place = state.place.empty() ? own.substr(0, 2) : state.place.substr(0, 2);
  if (kind == ReportKind::annual && state.place.size() != 4) state.place = own.size() == 4 ? own : "";
  if (kind == ReportKind::activity) state.place.clear();
  renew_name(ui, before);
}

void choose_place(UiContext& ui, const std::string& place) {
  const std::string before = name_for(ui, is_markdown(ui) ? ".md" : ".html");
  state_of(ui).place = place;
  renew_name(ui, before);
}

ReportRequest request_of(const ReportState& state) {
  ReportRequest request;
  request.kind = state.kind;
  request.place = state.place;
  return request;
}

void draw_kinds(UiContext& ui) {
  ReportState& state = state_of(ui);
  for (const KindWords& words : kinds) {
    if (button(ui, words.name, ui.tr(words.name), Look::plain, state.kind == words.kind)) choose_kind(ui, words.kind);
    tooltip(ui, ui.tr(words.about));
  }
}

void draw_formats(UiContext& ui) {
  if (button(ui, "report.html", ui.tr("report.format.html"), Look::plain, !is_markdown(ui))) set_ending(ui, ".html");
  tooltip(ui, ui.tr("report.format.html_help"));
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, "report.md", ui.tr("report.format.md"), Look::plain, is_markdown(ui))) set_ending(ui, ".md");
}

void draw_place(UiContext& ui) {
  ReportState& state = state_of(ui);
  const bool may_be_all = state.kind == ReportKind::meeting || state.kind == ReportKind::activity;
  const std::string name = state.place.empty() ? ui.tr("report.whole") : place_name(ui.session, state.place);
  text(ui, ui.session.texts().tr("report.about_place", {{"place", shown_text(ui, name)}}));
  const std::string_view missing = report_lacks(ui.session.network(), request_of(state));
  if (!missing.empty()) muted(ui, ui.tr("report.choose_other"));
  if (may_be_all && !state.place.empty() && button(ui, "report.whole", ui.tr("report.whole"))) choose_place(ui, "");
  std::string place = state.place;
  const float field = ImGui::GetFrameHeightWithSpacing() + ui.px(6);
  if (draw_place_chooser(ui, std::max(ui.px(80), ImGui::GetContentRegionAvail().y - field), place)) {
    choose_place(ui, place);
  }
}

}  // namespace

std::string proposed_report(UiContext& ui) {
  ReportState& state = state_of(ui);
  state.place = ui.session.view.own_place;
  if (state.kind == ReportKind::county) state.place = state.place.substr(0, 2);
  if (state.kind == ReportKind::activity) state.place.clear();
  ui.state.pages.chooser.typed.clear();
  ui.state.pages.chooser.wants_focus = false;
  return name_for(ui, ".html");
}

void draw_report_choices(UiContext& ui) {
  gap(ui, 4);
  draw_kinds(ui);
  gap(ui, 6);
  draw_formats(ui);
  gap(ui, 6);
  draw_place(ui);
}

void write_report(UiContext& ui, const std::string& path) {
  ReportState& state = state_of(ui);
  const std::string_view missing = report_lacks(ui.session.network(), request_of(state));
  if (!missing.empty()) return ui.session.set_notice(Notice{ui.tr(missing), true});
  ui.state.gaps.norms.renew(ui.session);
  state.writer.write(ui.session, state.kind, state.place, ui.state.gaps.norms.rules(), path);
}

}  // namespace samverka
