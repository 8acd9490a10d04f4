// The mode compare: which two are held against each other, how the pictures show it, and what is new, has ended or has
// changed, as a list. Stands where the inspector does.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <set>

#include "app/files.h"
#include "app/version_words.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/compare.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {

void VersionsState::wait() {
  if (finder.is_running()) finder.wait();
  if (merger.is_running()) merger.wait();
  if (snapshot_job.is_running()) {
    snapshot_job.wait();
    snapshot_job.deliver();
  }
}

void compare_with_present(UiContext& ui, const VersionChoice& before) {
  VersionsState& state = ui.state.versions;
  VersionQuestion question = first_question(ui.session);
  question.is_two_days = false;
  question.before = before;
  question.after = {};
  state.question = question;
  state.shows = ui.session.files().shows;
  state.day_before = to_string(question.day_before);
  state.day_after = to_string(question.day_after);
  ui.session.view.mode = Mode::compare;
  ui.session.view.panels.has_inspector = true;
}

namespace {

VersionsState& versions(UiContext& ui) { return ui.state.versions; }

void choose_file(UiContext& ui, bool is_after) {
  versions(ui).wants_file_after = is_after;
  ui.session.view.dialog = ViewState::Dialog::open_compared;
}

// ---- which two ----

void version_item(UiContext& ui, const VersionChoice& one, VersionChoice& chosen) {
  const std::string words = shown_text(ui, version_title(ui.session, one));
  const std::string id = std::to_string(static_cast<int>(one.kind)) + "/" + std::to_string(one.snapshot);
  if (ImGui::MenuItem((words + "###" + id).c_str(), nullptr, one == chosen)) chosen = one;
  record(ui, words, "menu");
}

void choose_version(UiContext& ui, const char* key, VersionChoice& chosen, bool is_after) {
  muted(ui, ui.tr(key));
  const std::string words = shown_text(ui, version_title(ui.session, chosen));
  ImGui::PushID(key);
  if (drop_button(ui, key, words, ImGui::GetContentRegionAvail().x, Look::plain)) ImGui::OpenPopup("###versions");
  if (ImGui::BeginPopup("###versions")) {
    version_item(ui, {}, chosen);
    for (std::size_t i = 0; i < ui.session.document().snapshots.size(); ++i) {
      version_item(ui, {VersionChoice::Kind::snapshot, i, {}}, chosen);
    }
    ImGui::Separator();
    if (ImGui::MenuItem((ui.tr("version_compare.other_file") + "###file").c_str())) choose_file(ui, is_after);
    record(ui, ui.tr("version_compare.other_file"), "menu");
    ImGui::EndPopup();
  }
  ImGui::PopID();
}

void choose_day(UiContext& ui, const char* key, std::string& written, Date& day) {
  muted(ui, ui.tr(key));
  ImGui::PushID(key);
  ImGui::SetNextItemWidth(ui.px(130));
  ImGui::InputText("###day", &written);
  record(ui, ui.tr(key), "input");
  const auto read = parse_partial_date(written);
  if (read && read->day != 0) {
    day = read->latest();
  } else {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, ui.tr("version_compare.wrong_day"));
    ImGui::PopStyleColor();
  }
  ImGui::PopID();
}

VersionQuestion& question_of(UiContext& ui) {
  VersionsState& state = versions(ui);
  if (!state.question || state.shows != ui.session.files().shows) {
    state.question = first_question(ui.session);
    state.shows = ui.session.files().shows;
    state.day_before = to_string(state.question->day_before);
    state.day_after = to_string(state.question->day_after);
    state.opened.clear();
  }
  return *state.question;
}

void draw_question(UiContext& ui, VersionQuestion& question) {
  if (button(ui, "versions", ui.tr("version_compare.versions"), Look::plain, !question.is_two_days)) {
    question.is_two_days = false;
  }
  flow(ui, button_width(ui.tr("version_compare.days")), ui.px(4));
  if (button(ui, "days", ui.tr("version_compare.days"), Look::plain, question.is_two_days)) question.is_two_days = true;
  if (question.is_two_days) {
    choose_day(ui, "version_compare.day_before", versions(ui).day_before, question.day_before);
    choose_day(ui, "version_compare.day_after", versions(ui).day_after, question.day_after);
  } else {
    choose_version(ui, "version_compare.before", question.before, false);
    choose_version(ui, "version_compare.after", question.after, true);
  }
  if (button(ui, "swap", ui.tr("version_compare.swap"), Look::quiet)) {
    std::swap(question.before, question.after);
    std::swap(question.day_before, question.day_after);
    std::swap(versions(ui).day_before, versions(ui).day_after);
  }
}

// ---- how the pictures show it ----

void draw_sides(UiContext& ui) {
  ViewState& view = ui.session.view;
  heading(ui, ui.tr("version_compare.picture"));
  if (!view.is_picture()) {
    muted(ui, ui.tr("version_compare.no_picture"));
    if (action_button(ui, "view.map")) return;
    ImGui::SameLine(0, ui.px(4));
    action_button(ui, "view.network");
    return;
  }
  constexpr std::array sides{std::pair("version_compare.both", ComparedSides::both),
                             std::pair("version_compare.beside", ComparedSides::beside),
                             std::pair("version_compare.only_before", ComparedSides::before),
                             std::pair("version_compare.only_after", ComparedSides::after)};
  bool is_first = true;
  for (const auto& [key, side] : sides) {
    if (!is_first) flow(ui, button_width(ui.tr(key)), ui.px(4));
    is_first = false;
    if (!button(ui, key, ui.tr(key), Look::plain, view.compared == side)) continue;
    const bool is_resized = (side == ComparedSides::beside) != (view.compared == ComparedSides::beside);
    view.compared = side;
    if (is_resized) view.map_wants_fit = view.network_wants_fit = true;
  }
}

// ---- what is found ----

void show_row(UiContext& ui, const ComparedRow& row) {
  Session& session = ui.session;
  VersionsState& state = versions(ui);
  state.opened = state.opened == row.key ? Key() : row.key;
  session.select(row.key);
  if (session.view.selection.kind == PickId::Kind::none) {  // ended: only a picture of both has it
    session.view.tab = session.view.is_picture() ? session.view.tab : Tab::network;
    session.tick();
    session.select(row.key);
  }
  if (session.view.is_picture()) session.view.wants_fit_selection = true;
}

std::string about_row(const UiContext& ui, const ComparedRow& row) {
  const Texts& texts = ui.session.texts();
  std::string words = clock_words(texts, row.clock);
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : " · ") + more; };
  if (row.is_renamed()) {
    add(texts.tr("version_compare.was_called", {{"name", shown_text(ui, row.name_before)}}));
  }
  if (row.kind != ChangeKind::changed) return words;
  std::string fields;
  for (const FieldChange& field : row.fields) {
    fields += (fields.empty() ? "" : ", ") + member_words(ui.session, field.member);
  }
  if (!fields.empty()) add(fields);
  const std::size_t parties = row.parties_new.size() + row.parties_ended.size() + row.parties_changed.size();
  if (parties > 0) add(texts.plural("version_compare.parties", static_cast<long long>(parties)));
  return words;
}

void draw_party_list(UiContext& ui, const VersionComparison& found, const char* key, const std::vector<Key>& parties) {
  if (parties.empty()) return;
  std::vector<std::string> names;
  for (const Key& party : parties) names.push_back(shown_text(ui, compared_name(found, party)));
  text(ui, ui.session.texts().tr(key, {{"names", joined(names)}}));
}

void draw_values(UiContext& ui, const VersionComparison& found, const ComparedRow& row) {
  ImGui::Indent(ui.px(10));
  for (const FieldChange& field : row.fields) {
    muted(ui, member_words(ui.session, field.member));
    text(ui, shown_text(ui, value_words(ui.session, field.member, field.before) + " → " +
                                value_words(ui.session, field.member, field.after)));
  }
  draw_party_list(ui, found, "version_compare.parties_new", row.parties_new);
  draw_party_list(ui, found, "version_compare.parties_ended", row.parties_ended);
  draw_party_list(ui, found, "version_compare.parties_changed", row.parties_changed);
  gap(ui, 4);
  ImGui::Unindent(ui.px(10));
}

struct CompareSection {
  const char* key;
  bool is_actor;
  ChangeKind kind;
};
constexpr std::array compare_sections{
    CompareSection{"version_compare.new_agreements", false, ChangeKind::added},
    CompareSection{"version_compare.ended_agreements", false, ChangeKind::ended},
    CompareSection{"version_compare.changed_agreements", false, ChangeKind::changed},
    CompareSection{"version_compare.new_actors", true, ChangeKind::added},
    CompareSection{"version_compare.ended_actors", true, ChangeKind::ended},
    CompareSection{"version_compare.changed_actors", true, ChangeKind::changed},
};

void draw_compare_section(UiContext& ui, const VersionComparison& found, const CompareSection& about) {
  std::vector<const ComparedRow*> rows;
  for (const ComparedRow& row : found.rows) {
    if (row.is_actor == about.is_actor && row.kind == about.kind) rows.push_back(&row);
  }
  if (rows.empty() || !section(ui, {about.key, ui.tr(about.key), number(ui, rows.size())})) return;
  const std::size_t shown = rows_shown(ui, about.key, rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const ComparedRow& row = *rows[i];
    if (link(ui, "row/" + row.key, shown_text(ui, row.name), about_row(ui, row))) show_row(ui, row);
    if (versions(ui).opened == row.key) draw_values(ui, found, row);
  }
  rest_of(ui, about.key, rows.size());
}

void draw_recorded(UiContext& ui, const VersionComparison& found) {
  constexpr const char* key = "version_compare.recorded";
  if (found.newly_recorded.empty() || !section(ui, {key, ui.tr(key), number(ui, found.newly_recorded.size()), false})) {
    return;
  }
  muted(ui, ui.tr("version_compare.recorded_about"));
  const std::size_t shown = rows_shown(ui, key, found.newly_recorded.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Key& agreement = found.newly_recorded[i];
    if (link(ui, "recorded/" + agreement, shown_text(ui, compared_name(found, agreement))))
      ui.session.select(agreement);
  }
  rest_of(ui, key, found.newly_recorded.size());
}

void draw_copies(UiContext& ui, const VersionComparison& found) {
  heading(ui, ui.tr("version_compare.take_along"));
  const auto copy = [&](const char* key, const std::string& words) {
    ImGui::SetClipboardText(words.c_str());
    ui.session.set_notice(Notice{ui.tr(key), false});
  };
  if (button(ui, "text", ui.tr("version_compare.copy_text"))) {
    copy("version_compare.copied", comparison_text(found, ui.session.texts()));
  }
  flow(ui, button_width(ui.tr("version_compare.copy_json")), ui.px(4));
  if (button(ui, "json", ui.tr("version_compare.copy_json"))) copy("version_compare.copied", comparison_json(found));
  flow(ui, button_width(ui.tr("version_compare.save_picture")), ui.px(4));
  if (button(ui, "picture", ui.tr("version_compare.save_picture"))) run_action(ui.session, "file.export");
}

void draw_found(UiContext& ui, const VersionComparison& found) {
  if (found.rows.empty() && found.apart.header.empty()) return text(ui, ui.tr("version_compare.same"));
  draw_sides(ui);
  for (const CompareSection& about : compare_sections) draw_compare_section(ui, found, about);
  draw_recorded(ui, found);
  if (!found.apart.header.empty()) {
    heading(ui, ui.tr("version_compare.network"));
    std::vector<std::string> members;
    for (const std::string& member : found.apart.header) members.push_back(member_words(ui.session, member));
    text(ui, shown_text(ui, joined(members)));
  }
  draw_copies(ui, found);
}

}  // namespace

void draw_compare(UiContext& ui) {
  title(ui, ui.tr("version_compare.title"));
  if (!ui.session.has_document()) return muted(ui, ui.tr("version_compare.no_network"));
  VersionQuestion& question = question_of(ui);
  draw_question(ui, question);
  VersionFinder& finder = versions(ui).finder;
  finder.renew(ui.session, question);
  if (!finder.problem().empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, finder.problem());
    ImGui::PopStyleColor();
  }
  const VersionComparison* found = ui.session.comparison();
  if (found) {
    draw_found(ui, *found);
  } else if (finder.is_running()) {
    muted(ui, ui.tr("version_compare.working"));
  } else if (question.is_same_twice()) {
    muted(ui, ui.tr(ui.session.document().snapshots.empty() && !question.is_two_days ? "version_compare.none_yet"
                                                                                     : "version_compare.same_twice"));
    if (!question.is_two_days) action_button(ui, "file.snapshots");
  }
}

// The file that was chosen to compare with.
void take_compared_file(UiContext& ui, const std::string& path) {
  VersionQuestion& question = question_of(ui);
  question.is_two_days = false;
  (versions(ui).wants_file_after ? question.after : question.before) = {VersionChoice::Kind::file, 0, path};
  ui.session.view.mode = Mode::compare;
}

}  // namespace samverka
