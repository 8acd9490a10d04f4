// What changes the document, and what is looked at after it: undo, redo, accepted findings, scenarios.
#include <algorithm>

#include "app/comparison.h"
#include "app/scenario_words.h"
#include "app/session.h"

namespace samverka {
namespace {

bool is_finding_before(const AcceptedFinding& a, const AcceptedFinding& b) { return a.finding < b.finding; }

void put(std::vector<AcceptedFinding>& accepted, AcceptedFinding row) {
  const auto at = std::lower_bound(accepted.begin(), accepted.end(), row, is_finding_before);
  const bool is_there = at != accepted.end() && at->finding == row.finding;
  if (row.reason.empty()) {
    if (is_there) accepted.erase(at);
  } else if (is_there) {
    at->reason = row.reason;
    at->date = row.date;
  } else {
    accepted.insert(at, std::move(row));
  }
}

std::vector<Key> keys_of(const Session& session, const std::vector<PickId>& picks) {
  std::vector<Key> keys;
  for (const PickId pick : picks) {
    if (pick.kind == PickId::Kind::actor && pick.index < session.network().actors.size()) {
      keys.push_back(session.network().actors[pick.index].key);
    } else if (pick.kind == PickId::Kind::agreement && pick.index < session.network().agreements.size()) {
      keys.push_back(session.network().agreements[pick.index].key);
    }
  }
  return keys;
}

}  // namespace

// ---- steps ----

void Session::change(Message label, Document changed, const std::string& join) {
  auto after = std::make_shared<Document>(std::move(changed));
  history_.record({std::move(label), join, document_, after});
  go_to(std::move(after));
}

void Session::go_to(DocumentValue document) {
  document_ = std::move(document);
  ++places_revision_;
  if (view.scenario >= document_->scenarios.size()) view.scenario = 0;
}

void Session::undo() {
  const HistoryStep* step = history_.to_undo();
  if (!step) return;
  notice_ = Notice{texts().tr("history.undone", {{"what", texts().tr(step->label)}}), false};
  const std::size_t scenarios = document_->scenarios.size();
  go_to(history_.undo());
  // The thought that was looked at is gone, and another is not what anybody asked to see.
  const bool is_another = document_->scenarios.size() < scenarios && !document_->scenarios.empty();
  if (is_another) view.mode = Mode::explore;
}

void Session::redo() {
  const HistoryStep* step = history_.to_redo();
  if (!step) return;
  notice_ = Notice{texts().tr("history.redone", {{"what", texts().tr(step->label)}}), false};
  const std::size_t scenarios = document_->scenarios.size();
  go_to(history_.redo());
  if (document_->scenarios.size() > scenarios) view.scenario = document_->scenarios.size() - 1;
}

void Session::accept(const std::string& finding, const std::string& reason, Date on) {
  Document changed = *document_;
  put(changed.accepted, {finding, reason, partial(on), {}});
  change({reason.empty() ? "history.accept_no_more" : "history.accept", {}}, std::move(changed));
}

// ---- scenarios ----

const Scenario* Session::scenario() const {
  const std::vector<Scenario>& all = document_->scenarios;
  return view.scenario < all.size() ? &all[view.scenario] : nullptr;
}

void Session::begin_scenario() {
  Document changed = *document_;
  const std::string number = std::to_string(changed.scenarios.size() + 1);
  changed.scenarios.push_back({texts().tr("scenario.numbered", {{"n", number}}), {}, {}, {}});
  view.scenario = changed.scenarios.size() - 1;
  change({"history.scenario_begun", {}}, std::move(changed));
}

void Session::change_scenario(Message label, const std::function<void(Scenario&)>& change_it, const std::string& join) {
  if (!scenario()) return;
  Document changed = *document_;
  change_it(changed.scenarios[view.scenario]);
  change(std::move(label), std::move(changed), join);
}

void Session::rename_scenario(const std::string& title) {
  const std::string join = "scenario:" + std::to_string(view.scenario);
  change_scenario(
      {"history.scenario_renamed", {}}, [&](Scenario& scenario) { scenario.title = title; }, join);
}

void Session::remove_scenario() {
  if (!scenario()) return;
  Document changed = *document_;
  const std::string title = scenario()->title;
  changed.scenarios.erase(changed.scenarios.begin() + static_cast<std::ptrdiff_t>(view.scenario));
  change({"history.scenario_removed", {{"title", title}}}, std::move(changed));
}

void Session::add_steps(std::vector<ScenarioStep> steps) {
  if (steps.empty()) return;
  Document changed = *document_;
  if (changed.scenarios.empty()) {
    changed.scenarios.push_back({texts().tr("scenario.numbered", {{"n", "1"}}), {}, {}, {}});
  }
  if (view.scenario >= changed.scenarios.size()) view.scenario = 0;
  Message label = steps.size() == 1 ? step_message(steps.front(), network(), index_)
                                    : Message{"history.steps_added", {{"n", std::to_string(steps.size())}}};
  std::vector<ScenarioStep>& into = changed.scenarios[view.scenario].steps;
  into.insert(into.end(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
  change(std::move(label), std::move(changed));
}

void Session::remove_step(std::size_t step) {
  if (!scenario() || step >= scenario()->steps.size()) return;
  change_scenario({"history.step_removed", {}}, [step](Scenario& scenario) {
    scenario.steps.erase(scenario.steps.begin() + static_cast<std::ptrdiff_t>(step));
  });
}

void Session::think(const std::string& title, std::vector<ScenarioStep> steps) {
  Document changed = *document_;
  changed.scenarios.push_back({title, {}, std::move(steps), {}});
  view.scenario = changed.scenarios.size() - 1;
  view.mode = Mode::what_if;
  view.panels.has_inspector = true;
  change({"history.scenario_thought", {{"title", title}}}, std::move(changed));
}

// ---- what is looked at ----

bool Session::wants_scenario() const { return view.mode == Mode::what_if && scenario() && !scenario()->steps.empty(); }

// Only the pictures show what either of two networks has; all else is about the one that is open.
bool Session::wants_comparison() const { return view.mode == Mode::compare && comparison_ && view.is_picture(); }

bool Session::is_comparing() const { return network_stamp_.comparison != nullptr; }

void Session::compare(std::shared_ptr<const VersionComparison> comparison) {
  comparison_ = std::move(comparison);
  if (view.compared == ComparedSides::beside) view.map_wants_fit = view.network_wants_fit = true;
}

// Pins and accepted findings change the document and not the network: then the network that is looked at stays.
bool Session::renew_network() {
  const bool is_same_document = network_stamp_.document == document_;
  std::optional<std::vector<ScenarioStep>> wanted;  // its title changes nothing of the network
  if (wants_scenario()) wanted = scenario()->steps;
  const std::shared_ptr<const VersionComparison> compared = wants_comparison() ? comparison_ : nullptr;
  const bool is_same_scenario = network_stamp_.steps == wanted && (!wanted || network_stamp_.day == view.date) &&
                                network_stamp_.comparison == compared;
  if (is_same_document && is_same_scenario) return false;
  const bool is_same_network = is_same_document || equal(document_->network, network_stamp_.document->network);
  network_stamp_ = {document_, wanted, view.date, compared};
  if (is_same_network && is_same_scenario) return false;
  if (compared) {
    look_at(compared->both, nullptr);
    return true;
  }
  if (!wanted) {
    look_at(std::shared_ptr<const Network>(document_, &document_->network), nullptr);
    return true;
  }
  auto applied = std::make_shared<const AppliedScenario>(
      apply(document_->network, NetworkIndex(document_->network), *scenario(), view.date));
  look_at(std::shared_ptr<const Network>(applied, &applied->network), applied);
  return true;
}

// What is selected stays so by its key, since rows may have come and gone.
void Session::look_at(std::shared_ptr<const Network> network, std::shared_ptr<const AppliedScenario> applied) {
  const std::vector<Key> selected = keys_of(*this, view.selected());
  const bool is_row = view.selection.kind == PickId::Kind::actor || view.selection.kind == PickId::Kind::agreement;
  network_ = std::move(network);
  applied_ = std::move(applied);
  index_ = NetworkIndex(*network_);
  ++document_revision_;
  ++places_revision_;
  view.hover = {};
  if (!is_row && view.also_selected.empty()) return;
  view.selection = {};
  view.also_selected.clear();
  for (const Key& key : selected) {
    const PickId chosen = view.selection;
    const std::vector<PickId> others = view.also_selected;
    select(key);
    if (chosen.kind == PickId::Kind::none || view.selection.kind == PickId::Kind::none) continue;
    view.also_selected = others;
    view.also_selected.push_back(view.selection);
    view.selection = chosen;
  }
}

}  // namespace samverka
