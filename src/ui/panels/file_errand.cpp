#include "ui/panels/file_errand.h"

#include <algorithm>
#include <array>

#include "app/files.h"
#include "ui/panels/gaps_files.h"
#include "ui/panels/report_files.h"
#include "ui/panels/versions_files.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Dialog = ViewState::Dialog;

void take_rules(UiContext& ui, const std::string& path) {
  ui.state.gaps.norms.choose(ui.session, path);
  ui.session.view.tab = Tab::gaps;
  ui.state.gaps.shows = GapsState::Shows::norms;
}

constexpr auto errands = std::to_array<FileErrand>({
    {Dialog::open, false, "open.title", "open.do", nullptr, ".json",
     [](UiContext& ui, const std::string& path) { ask_to_open(ui.session, path); }, nullptr},
    {Dialog::save_as, true, "save_as.title", "action.file.save", nullptr, ".json",
     [](UiContext& ui, const std::string& path) { save_as(ui.session, path); }, nullptr},
    {Dialog::open_rules, false, "own_rules.choose", "own_rules.use", "own_rules.about_file", ".json", take_rules,
     nullptr},
    {Dialog::save_questions, true, "answers.save_title", "action.file.save", "answers.about_questions", ".csv",
     save_questions, draw_whom_to_ask},
    {Dialog::report, true, "report.dialog.title", "report.dialog.do", "report.dialog.about", ".html", write_report,
     draw_report_choices, ".md", proposed_report},
    {Dialog::open_answers, false, "answers.open_title", "answers.read", "answers.about_answers", ".csv", read_answers,
     nullptr, ".txt"},  // Excel's Unicode text
    {Dialog::open_compared, false, "version_compare.choose_file", "version_compare.do", nullptr, ".json",
     take_compared_file, nullptr},
    {Dialog::open_merge_theirs, false, "version_merge.choose_theirs", "version_merge.choose", nullptr, ".json",
     take_their_copy, nullptr},
    {Dialog::open_merge_base, false, "version_merge.choose_base", "version_merge.choose", nullptr, ".json",
     take_merge_base, nullptr},
    {Dialog::export_snapshot, true, "version_snapshot.copy_title", "action.file.save", "version_snapshot.about_copy",
     ".json", take_snapshot_copy, nullptr},
});

}  // namespace

const FileErrand* file_errand(ViewState::Dialog dialog) {
  const auto found =
      std::find_if(errands.begin(), errands.end(), [&](const FileErrand& errand) { return errand.dialog == dialog; });
  return found == errands.end() ? nullptr : &*found;
}

}  // namespace samverka
