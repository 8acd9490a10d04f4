#include "app/questions/question_asker.h"

#include <memory>

#include "app/selection.h"

namespace samverka {

void QuestionAsker::ask(const Session& session, const PlannerQuestion& question, QuestionAsk ask) {
  job_.deliver();
  ask.day = session.view.date;
  const Stamp wanted{session.document_revision(),
                     question.number,
                     ask.place,
                     session.view.language,
                     ask.actor,
                     ask.agreement,
                     ask.area,
                     ask.day,
                     ask.rules,
                     ask.rules_file};
  if (stamp_ == wanted || !session.has_document()) return;
  stamp_ = wanted;
  answer_.reset();
  ++revision_;
  const std::shared_ptr<const Network> network = session.shared_network();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  job_.start("job.question",
             [this, network, &assets, &question, ask, language = wanted.language](Progress&) -> JobSlot::Deliver {
               auto made = std::make_shared<QuestionAnswer>(
                   answer_question(question, *network, assets, assets.texts(language), ask));
               return [this, made] {
                 answer_ = std::move(*made);
                 ++revision_;
               };
             });
}

void QuestionAsker::wait() {
  job_.wait();
  job_.deliver();
}

void select_keys(Session& session, const std::vector<Key>& keys) {
  std::vector<PickId> picks;
  for (const Key& key : keys) {
    if (const ActorId actor = session.index().actor(key); actor.is_set()) {
      picks.push_back({PickId::Kind::actor, actor.value});
    } else if (const AgreementId agreement = session.index().agreement(key); agreement.is_set()) {
      picks.push_back({PickId::Kind::agreement, agreement.value});
    }
  }
  session.view.selection = {};
  set_selection(session, picks);
}

void show_answer(Session& session, const ShowTarget& target) {
  ViewState& view = session.view;
  clear_focus(session);
  clear_route(session);
  show_hidden(session);
  view.hidden_groups.clear();
  view.filter = target.filter;
  view.date = target.day;
  view.tab = target.tab;
  select_keys(session, target.select);
  if (view.selected().empty()) return;
  view.path = target.path;
  if (target.focus_steps > 0) set_focus(session, target.focus_steps);
  view.wants_fit_selection = true;
}

}  // namespace samverka
