// The dialog of a table from the clipboard: what each row would do, before it does.
#include <imgui.h>

#include <algorithm>

#include "app/problem_words.h"
#include "app/sheet_names.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/table_parts.h"

namespace samverka {
namespace {

using Fate = SheetRow::Fate;

SheetPreview& preview_of(const UiContext& ui) { return ui.state.table.paste; }

std::string whole(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

const char* fate_key(Fate fate) {
  switch (fate) {
    case Fate::added:
      return "sheet_paste.added";
    case Fate::changed:
      return "sheet_paste.changed";
    case Fate::refused:
      return "sheet_paste.refused";
    case Fate::unchanged:
      break;
  }
  return "sheet_paste.unchanged";
}

std::string changes_words(const UiContext& ui, const SheetRow& row) {
  const Texts& texts = ui.session.texts();
  const Network& facts = ui.session.document().network;
  const auto words_of = [&](const SheetRow::Change& change, const std::string& cell) {
    const auto at = cell_spec(row.sheet, change.member);
    const std::string words = at ? cell_words(facts, ui.session.assets(), texts, row.sheet, *at, cell) : cell;
    return words.empty() ? texts.tr("form.not_recorded") : words;
  };
  std::string all;
  for (const SheetRow::Change& change : row.changes) {
    all += (all.empty() ? "" : "; ") +
           texts.tr("sheet_paste.change", {{"member", member_words(row.sheet, change.member, texts)},
                                           {"before", words_of(change, change.before)},
                                           {"after", words_of(change, change.after)}});
  }
  return all;
}

std::string row_words(const UiContext& ui, const SheetRow& row) {
  if (row.fate == Fate::changed) return changes_words(ui, row);
  std::string all;
  for (const Problem& problem : row.problems) {
    const Message message = with_labels(problem.message, ui.session.taxonomy(), ui.session.view.language);
    all += (all.empty() ? "" : " ") + problem.code + ": " + ui.session.texts().tr(message);
  }
  return all;
}

std::string row_name(const UiContext& ui, const SheetRow& row) {
  if (row.sheet != RowSheet::parties) return row.name.empty() ? row.key : row.name;
  const Texts& texts = ui.session.texts();
  const std::string actor = cell_words(ui.session.document().network, ui.session.assets(), texts, row.sheet,
                                       *cell_spec(row.sheet, "actor"), row.name);
  return texts.tr("sheet_paste.party", {{"actor", actor}, {"agreement", row.key}});
}

// Refused first: they are what somebody must do something about.
std::vector<std::size_t> in_order(const SheetImport& import) {
  std::vector<std::size_t> order(import.rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto turn = [&](std::size_t i) {
    constexpr int turns[] = {1, 2, 3, 0};  // by fate
    return turns[static_cast<std::size_t>(import.rows[i].fate)];
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return turn(a) < turn(b); });
  return order;
}

void draw_row(UiContext& ui, const SheetRow& row) {
  const Theme& theme = ui.session.theme();
  const auto cell = [&](const std::string& words, Rgba colour) {
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(colour));
    const std::string shown = fitting(displayable(words), ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopStyleColor();
    if (shown != words) tooltip(ui, words);
  };
  ImGui::TableNextRow();
  cell(std::to_string(row.line), theme.muted);
  cell(ui.tr(fate_key(row.fate)), row.fate == Fate::refused ? theme.warning : theme.text);
  record(ui, ui.tr(fate_key(row.fate)), "fate");
  const std::string name = row_name(ui, row);
  cell(name, theme.text);
  record(ui, name, "row");
  const std::string words = row_words(ui, row);
  cell(words, theme.text);
  record(ui, words, "text");
}

void draw_rows(UiContext& ui, const SheetImport& import) {
  const std::vector<std::size_t> order = in_order(import);
  const auto flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY | ImGuiTableFlags_NoSavedSettings;
  if (!ImGui::BeginTable("pasted", 4, flags, {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y)})) return;
  ImGui::TableSetupColumn("line", ImGuiTableColumnFlags_WidthFixed, ui.px(40));
  ImGui::TableSetupColumn("fate", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, ui.px(220));
  ImGui::TableSetupColumn("words", ImGuiTableColumnFlags_WidthStretch);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(order.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      draw_row(ui, import.rows[order[static_cast<std::size_t>(i)]]);
    }
  }
  ImGui::EndTable();
}

void draw_zeros(UiContext& ui, SheetPreview& preview) {
  const SheetImport& import = *preview.found();
  if (import.lost_zeros == 0) return;
  bool restores = preview.restores_zeros();
  const std::string label = ui.session.texts().plural("sheet_paste.zeros", static_cast<long long>(import.lost_zeros));
  const bool is_changed = ImGui::Checkbox(label.c_str(), &restores);
  record(ui, label, "check", restores);
  if (!is_changed) return;
  const RowSheet likely = import.rows.empty() ? RowSheet::actors : import.rows.front().sheet;
  preview.read(ui.session, preview.text(), likely, restores);
}

void draw_found(UiContext& ui, SheetPreview& preview) {
  if (preview.problem()) {
    text(ui, ui.session.told(*preview.problem()));
    return muted(ui, ui.tr("sheet_paste.way_out"));
  }
  if (!preview.found()) return muted(ui, ui.tr("sheet_paste.reading") + " …");
  const SheetImport& import = *preview.found();
  text(ui, ui.session.texts().tr("sheet_paste.counts", {{"read", whole(ui, import.read)},
                                                        {"added", whole(ui, import.added)},
                                                        {"changed", whole(ui, import.changed)},
                                                        {"unchanged", whole(ui, import.unchanged)},
                                                        {"refused", whole(ui, import.refused)}}));
  for (const Problem& problem : import.problems) muted(ui, displayable(ui.session.texts().tr(problem.message)));
  draw_zeros(ui, preview);
  if (!preview.found()) return;  // it is being read anew
  draw_rows(ui, *preview.found());
}

void draw_paste_buttons(UiContext& ui, SheetPreview& preview) {
  begin_dialog_buttons(ui);
  const SheetImport* found = preview.found();
  const std::size_t kept = found ? found->kept() : 0;
  ImGui::BeginDisabled(kept == 0 || !preview.is_of(ui.session));
  const std::string label = ui.session.texts().plural("sheet_paste.take", static_cast<long long>(kept));
  const bool is_wanted = button(ui, "take", label, Look::accent);
  ImGui::EndDisabled();
  if (is_wanted && preview.take(ui.session)) {
    ui.session.set_notice(Notice{ui.session.texts().plural("sheet_paste.taken", static_cast<long long>(kept)), false});
    return close_dialog(ui);
  }
  ImGui::SameLine();
  if (!button(ui, "cancel", ui.tr("ui.cancel"))) return;
  preview.forget();
  close_dialog(ui);
}

}  // namespace

void table_parts::begin_paste(UiContext& ui, TableKind kind) {
  const char* clipboard = ImGui::GetClipboardText();
  if (!clipboard || *clipboard == '\0') {
    ui.session.set_notice(Notice{ui.tr("sheet_paste.empty"), false});
    return;
  }
  preview_of(ui).read(ui.session, clipboard, sheet_of(kind), false);
  ui.session.view.dialog = ViewState::Dialog::paste_table;
}

void draw_paste(UiContext& ui) {
  SheetPreview& preview = preview_of(ui);
  preview.deliver();
  if (!begin_dialog_window(ui, "###paste_table", ui.tr("sheet_paste.title"), {900, 560})) return;
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("preview", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  draw_found(ui, preview);
  ImGui::EndChild();
  draw_paste_buttons(ui, preview);
  ImGui::EndPopup();
}

}  // namespace samverka
