// What ends and what is owed, against the chosen day.
#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "i18n/when.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

constexpr std::size_t passed_rows = 3;  // of what has passed, the last ones

struct ToldDue {
  std::string words, more;
  Key agreement;  // empty: a milestone
};

ToldDue told(UiContext& ui, const Due& due) {
  const Network& network = ui.session.network();
  if (!due.agreement.is_set()) return {shown_text(ui, network.milestones[due.place].title), {}, {}};
  const Agreement& agreement = network.agreement(due.agreement);
  const Duty& duty = agreement.duties[due.place];
  const std::string kind = ui.session.taxonomy().duty_kinds.label(duty.kind, texts_of(ui).language());
  const std::string by = actor_name(ui.session, duty.by);
  const std::string to = actor_name(ui.session, duty.to);
  const std::string who =
      by.empty() || to.empty() ? by + to : texts_of(ui).tr("inspector.from_to", {{"from", by}, {"to", to}});
  return {duty.text.empty() ? kind : shown_text(ui, duty.text), joined({who, shown_text(ui, agreement.title)}),
          agreement.key};
}

void draw_due(UiContext& ui, const Due& due, std::size_t place) {
  const Date day = ui.session.view.date;
  const ToldDue row = told(ui, due);
  const bool is_late = due.date < day && due.is_own;
  const bool is_soon = day <= due.date && due.date <= add_months(day, 3);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  muted(ui, to_string(due.date));
  ImGui::SetCursorScreenPos({at.x + ui.px(78), at.y - ui.px(1)});
  chip(ui, time_until(texts_of(ui), due.date, day), is_late ? Tone::warning : is_soon ? Tone::accent : Tone::neutral);
  ImGui::PushID(static_cast<int>(place));
  if (row.agreement.empty()) {
    text(ui, row.words);
  } else if (link(ui, "due", row.words, row.more)) {
    ui.session.select(row.agreement);
  }
  ImGui::PopID();
  gap(ui, 2);
}

}  // namespace

void draw_deadline_card(UiContext& ui) {
  title(ui, ui.tr("home.deadlines"));
  draw_deadlines(ui);
}

void draw_dues(UiContext& ui) {
  title(ui, ui.tr("home.dues"));
  const std::vector<Due>& dues = state_of(ui).situation.dues;
  if (dues.empty()) return muted(ui, ui.tr("home.no_dues"));
  const auto passed = static_cast<std::size_t>(
      std::count_if(dues.begin(), dues.end(), [&](const Due& due) { return due.date < ui.session.view.date; }));
  const bool shows_all = is_open(ui, "dues");
  const std::size_t first = shows_all || passed <= passed_rows ? 0 : passed - passed_rows;
  if (passed > passed_rows) {
    const std::string words = shows_all ? ui.tr("home.dues_last") : plural(ui, "home.dues_earlier", first);
    if (button(ui, "dues.all", words, Look::quiet)) toggle(ui, "dues");
  }
  for (std::size_t i = first; i < std::min(dues.size(), first + first_rows); ++i) draw_due(ui, dues[i], i);
}

}  // namespace samverka::home
