// Three next steps for the place, each with its reason: what a norm asks for first, law before what is wished.
#include <imgui.h>

#include <algorithm>

#include "app/gap_words.h"
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

// ---- what a norm asks for ----

constexpr std::size_t shown_steps = 3;

std::string_view title_of(Outcome outcome) {
  if (outcome == Outcome::gap) return "step.norm.missing";
  return outcome == Outcome::met_expiring ? "step.norm.expiring" : "step.norm.unknown";
}

ToldStep told(const UiContext& ui, const NormStep& step) {
  const Rule& rule = ui.state.gaps.norms.rules()->rules[step.rule];
  const Texts& texts = texts_of(ui);
  std::string why = ui.tr(text_key(step.rule_class)) + " · " + actors_in_words(ui, step.subjects);
  if (step.lead.is_set()) {
    const std::string& lead = ui.session.network().agreement(step.lead).title;
    why += " · " + texts.tr("norm.lead", {{"agreement", shown_text(ui, lead)}});
  }
  return {texts.tr(title_of(step.outcome), {{"norm", rule.title.in(texts.language())}}), std::move(why)};
}

// To the tab Luckor, where it is the list of that norm and place alone.
void follow(UiContext& ui, const NormStep& step) {
  GapsState& gaps = ui.state.gaps;
  const std::string& rule = gaps.norms.rules()->rules[step.rule].id;
  gaps.shows = step.outcome == Outcome::unknown ? GapsState::Shows::to_find_out : GapsState::Shows::to_act_on;
  gaps.only.reset();
  gaps.only_rule = rule;
  gaps.is_own_only = true;
  gaps.grouped = GapsState::Grouped::by_rule;
  gaps.open = {rule};
  ui.session.view.tab = Tab::gaps;
}

// Call once a frame: norms are looked through beside the window.
void renew_norms(UiContext& ui) {
  GapsState& gaps = ui.state.gaps;
  gaps.norms.renew(ui.session);
  gaps.finder.renew(ui.session, gaps.norms.rules());
  HomeState& state = state_of(ui);
  const NormsStamp stamp{gaps.finder.revision(), ui.session.view.own_place, ui.session.document().accepted};
  if (state.norms_of == stamp) return;
  state.norms_of = stamp;
  state.norm_steps.clear();
  if (const GapAnalysis* found = gaps.finder.found()) {
    // One more may be of another kind: a day that comes waits for no norm.
    state.norm_steps =
        norm_steps(ui.session.network(), *gaps.norms.rules(), *found, stamp.place, stamp.accepted, shown_steps - 1);
  }
}

template <class Step>
void draw_step(UiContext& ui, int number, const Step& step) {
  const ToldStep words = told(ui, step);
  const float indent = ui.px(32);
  numbered(ui, number, indent);
  if (link(ui, "step" + std::to_string(number), words.title, words.why)) follow(ui, step);
  ImGui::Unindent(indent);
  gap(ui, 2);
}

}  // namespace

void draw_steps(UiContext& ui) {
  title(ui, ui.tr("home.steps"));
  renew_norms(ui);
  const HomeState& state = state_of(ui);
  if (!ui.state.gaps.finder.found()) return muted(ui, ui.tr("job.gaps") + " …");  // else the order changes at once
  if (state.norm_steps.empty() && state.steps.empty()) return muted(ui, ui.tr("home.no_steps"));
  const std::vector<NormStep> first = state.norm_steps;  // a click leads elsewhere while they are drawn
  int number = 0;
  for (const NormStep& step : first) draw_step(ui, ++number, step);
  const std::size_t left = std::min(state.steps.size(), shown_steps - first.size());
  for (std::size_t i = 0; i < left; ++i) draw_step(ui, ++number, state.steps[i]);
}

}  // namespace samverka::home
