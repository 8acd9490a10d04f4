// Questions out and answers in: the table for those who know, and what its answers would change before they do.
#include <imgui.h>

#include <algorithm>
#include <iterator>

#include "app/places.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/gaps_files.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using gaps::number;
using gaps::state_of;

constexpr std::size_t most_told = 200;  // refused rows in the list: nobody mends more in one sitting

std::string whole(const UiContext& ui, std::size_t n) { return number(ui, static_cast<std::int64_t>(n)); }

// "20" of "2080": who fills in the table is a county's.
std::string own_county(const UiContext& ui) { return ui.session.view.own_place.substr(0, 2); }

void draw_counts(UiContext& ui, const TakenSheet& taken) {
  const Texts& texts = ui.session.texts();
  text(ui, texts.tr("answer.counts", {{"read", whole(ui, taken.read)},
                                      {"kept", whole(ui, taken.kept)},
                                      {"merged", whole(ui, taken.merged)},
                                      {"refused", whole(ui, taken.refused)}}));
  muted(ui, texts.tr("answer.rows", {{"rows", whole(ui, taken.rows)}, {"unanswered", whole(ui, taken.unanswered)}}));
}

void draw_unknown(UiContext& ui, const AnswerPreview& preview) {
  const Texts& texts = ui.session.texts();
  const AnswerPreview::Found& found = *preview.found();
  heading(ui, ui.tr("answers.unknown"));
  figure(ui, ui.tr("answers.unknown_all"),
         texts.tr("answers.before_after", {{"before", whole(ui, found.taken.unknown_before)},
                                           {"after", whole(ui, found.taken.unknown_after)}}));
  bool is_told = false;
  for (const AnswerPreview::UnknownOf& norm : found.norms) {
    if (norm.before == norm.after) continue;
    is_told = true;
    figure(ui, preview.rules()->rules[norm.rule].title.in(texts.language()),
           texts.tr("answers.before_after", {{"before", whole(ui, norm.before)}, {"after", whole(ui, norm.after)}}));
  }
  if (!is_told) muted(ui, ui.tr("answers.unknown_same"));
}

// "Falun · Psykisk hälsa väntar på svar om: Utskrivning (vet ej), Placerade barn (inget svar)".
void draw_waiting(UiContext& ui, const AnswerPreview& preview) {
  const std::vector<WaitingAnswer>& waiting = preview.found()->taken.waiting;
  if (waiting.empty()) return;
  const Texts& texts = ui.session.texts();
  const auto title_of = [&](std::size_t rule) {
    return shown_text(ui, preview.rules()->rules[rule].title.in(texts.language()));
  };
  heading(ui, ui.tr("answers.waiting"));
  muted(ui, ui.tr("answers.waiting.about"));
  for (std::size_t i = 0; i < std::min(most_told, waiting.size()); ++i) {
    std::string others;
    for (const WaitingAnswer::For& other : waiting[i].others) {
      others += (others.empty() ? "" : ", ") +
                texts.tr(other.is_not_known ? "answers.waiting.not_known" : "answers.waiting.no_answer",
                         {{"norm", title_of(other.rule)}});
    }
    text(ui, texts.tr("answers.waiting.row",
                      {{"row", std::to_string(waiting[i].line)},
                       {"name", shown_text(ui, ui.session.document().network.actor(waiting[i].subject).name)},
                       {"norm", title_of(waiting[i].rule)}}));
    muted(ui, texts.tr("answers.waiting.for", {{"norms", others}}));
  }
  if (waiting.size() > most_told) muted(ui, gaps::plural(ui, "answers.more", waiting.size() - most_told));
}

void draw_refused(UiContext& ui, const TakenSheet& all) {
  std::vector<Problem> problems;  // those that only wait are told by themselves
  std::copy_if(all.problems.begin(), all.problems.end(), std::back_inserter(problems),
               [](const Problem& problem) { return problem.message.key != "problem.answer.leaves_others"; });
  if (problems.empty()) return;
  heading(ui, ui.tr("answers.refused"));
  for (std::size_t i = 0; i < std::min(most_told, problems.size()); ++i) {
    const Problem& problem = problems[i];
    text(ui, ui.session.texts().tr("answers.row", {{"row", std::to_string(problem.line)}}));
    muted(ui, displayable(ui.session.texts().tr(problem.message)));
  }
  if (problems.size() > most_told) {
    muted(ui, gaps::plural(ui, "answers.more", problems.size() - most_told));
  }
}

void draw_preview(UiContext& ui, const AnswerPreview& preview) {
  muted(ui, displayable(name_of(preview.file())));
  if (preview.problem()) {
    text(ui, ui.session.told(*preview.problem()));
    return muted(ui, ui.tr("answers.way_out"));
  }
  if (!preview.found()) return muted(ui, ui.tr("answers.reading") + " …");
  const TakenSheet& taken = preview.found()->taken;
  if (taken.encoding != TableEncoding::utf8) {
    muted(ui, ui.session.texts().tr("answer.encoding", {{"encoding", word(taken.encoding)}}));
  }
  draw_counts(ui, taken);
  draw_unknown(ui, preview);
  draw_waiting(ui, preview);
  draw_refused(ui, taken);
}

void draw_buttons(UiContext& ui, AnswerPreview& preview) {
  const AnswerPreview::Found* found = preview.found();
  const std::size_t kept = found ? found->taken.kept : 0;
  begin_dialog_buttons(ui);
  ImGui::BeginDisabled(kept == 0 || !preview.is_of(ui.session));
  if (button(ui, "take", ui.tr("answers.take"), Look::accent) && preview.take(ui.session)) {
    ui.session.set_notice(Notice{gaps::plural(ui, "answers.taken", kept), false});
    close_dialog(ui);
  }
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (button(ui, "cancel", ui.tr("ui.cancel"))) {
    preview.forget();
    close_dialog(ui);
  }
}

}  // namespace

void save_questions(UiContext& ui, const std::string& path) {
  GapsState& state = state_of(ui);
  state.norms.renew(ui.session);
  state.questions.write(ui.session, state.norms.rules(), state.asks_own_only ? own_county(ui) : "", path);
}

void draw_whom_to_ask(UiContext& ui) {
  GapsState& state = state_of(ui);
  const std::string place = place_name(ui.session, own_county(ui));
  if (place.empty()) state.asks_own_only = false;
  gap(ui, 6);
  if (button(ui, "ask.all", ui.tr("answers.ask_all"), Look::plain, !state.asks_own_only)) state.asks_own_only = false;
  if (place.empty()) return;
  const std::string own = ui.session.texts().tr("norm.own_only", {{"place", shown_text(ui, place)}});
  if (button(ui, "ask.own", own, Look::plain, state.asks_own_only)) state.asks_own_only = true;
}

void read_answers(UiContext& ui, const std::string& path) {
  GapsState& state = state_of(ui);
  state.norms.renew(ui.session);
  state.answers.read(ui.session, state.norms.rules(), path);
  ui.session.view.dialog = ViewState::Dialog::answers;
}

void draw_answers(UiContext& ui) {
  AnswerPreview& preview = state_of(ui).answers;
  preview.deliver();
  if (!begin_dialog_window(ui, "###answers", ui.tr("answers.title"), {640, 520})) return;
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("preview", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  draw_preview(ui, preview);
  ImGui::EndChild();
  draw_buttons(ui, preview);
  ImGui::EndPopup();
}

}  // namespace samverka
