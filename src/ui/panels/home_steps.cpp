// Three next steps for the place, each with its reason.
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

struct ToldStep {
  std::string title, why;
};

std::string actors_in_words(const UiContext& ui, const std::vector<ActorId>& actors) {
  constexpr std::size_t named = 3;
  std::string words;
  for (std::size_t i = 0; i < std::min(actors.size(), named); ++i) {
    words += (i == 0 ? "" : ", ") + shown_text(ui, ui.session.network().actor(actors[i]).shown_name());
  }
  if (actors.size() > named) words = plural(ui, "home.and_more", actors.size() - named, {{"names", words}});
  return words;
}

// "2013-11-01", or words for a day nobody knows.
std::string beginning(const UiContext& ui, const Agreement& agreement) {
  const bool is_known = agreement.valid && agreement.valid->from.is_set();
  return is_known ? texts_of(ui).date(agreement.valid->from) : ui.tr("home.day_not_known");
}

struct StepWords {
  std::string_view title, why;
};

StepWords words_of_decision(const Session& session, const NextStep& step) {
  const auto deadline =
      deadline_of(session.network().agreement(step.agreement), step.agreement, session.view.date, horizon_months);
  if (deadline && deadline->kind == Deadline::Kind::notice) return {"step.notice", "step.notice.why"};
  if (deadline && deadline->kind == Deadline::Kind::review) return {"step.review", "step.review.why"};
  return {"step.end", "step.end.why"};
}

StepWords words_of(UiContext& ui, const NextStep& step) {
  switch (step.kind) {
    case NextStep::Kind::decide:
      return words_of_decision(ui.session, step);
    case NextStep::Kind::confirm:
      if (state_of(ui).situation.is_county) return {"step.confirm_county", "step.confirm_county.why"};
      return {"step.confirm", "step.confirm.why"};
    case NextStep::Kind::check:
      return {"step.check", "step.check.why"};
    case NextStep::Kind::ask:
      break;
    case NextStep::Kind::replace:
      return {"step.replace", "step.replace.why"};
    case NextStep::Kind::deliver:
      if (step.on < ui.session.view.date) return {"step.deliver_late", "step.deliver_late.why"};
      return {"step.deliver", "step.deliver.why"};
  }
  return {"step.ask", "step.ask.why"};
}

ToldStep told(UiContext& ui, const NextStep& step) {
  const Texts& texts = texts_of(ui);
  TextArgs args = {{"place", shown_text(ui, state_of(ui).place_name)},
                   {"date", to_string(step.on)},
                   {"when", time_until(texts, step.on, ui.session.view.date)}};
  if (!step.area.empty()) args.emplace_back("area", area_name(ui, step.area));
  if (step.agreement.is_set()) {
    const Agreement& agreement = ui.session.network().agreement(step.agreement);
    args.emplace_back("title", shown_text(ui, agreement.title));
    args.emplace_back("from", beginning(ui, agreement));
    args.emplace_back("actors", actors_in_words(ui, step.actors));
    if (step.kind == NextStep::Kind::deliver) {
      const Duty& duty = agreement.duties[step.duty];
      args.emplace_back("kind", ui.session.taxonomy().duty_kinds.label(duty.kind, texts.language()));
    }
  }
  const StepWords words = words_of(ui, step);
  return {texts.tr(words.title, args), texts.tr(words.why, args)};
}

void follow(UiContext& ui, const NextStep& step) {
  if (step.agreement.is_set()) {
    ui.session.select(ui.session.network().agreement(step.agreement).key);
  } else {
    state_of(ui).opened = "area." + step.area;
  }
}

}  // namespace

void draw_steps(UiContext& ui) {
  title(ui, ui.tr("home.steps"));
  const std::vector<NextStep>& steps = state_of(ui).steps;
  if (steps.empty()) return muted(ui, ui.tr("home.no_steps"));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ToldStep step = told(ui, steps[i]);
    const float indent = ui.px(32);
    numbered(ui, static_cast<int>(i + 1), indent);
    if (link(ui, "step" + std::to_string(i), step.title, step.why)) follow(ui, steps[i]);
    ImGui::Unindent(indent);
    gap(ui, 2);
  }
}

}  // namespace samverka::home
