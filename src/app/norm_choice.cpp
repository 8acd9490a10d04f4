#include "app/norm_choice.h"

#include <algorithm>

#include "app/norms.h"
#include "base/posix.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t networks_remembered = 50;

std::string chosen_file(const ViewState& view, const Key& network) {
  const auto row = std::find_if(view.own_rules.begin(), view.own_rules.end(),
                                [&](const OwnRules& own) { return own.network == network; });
  return row == view.own_rules.end() ? std::string() : row->file;
}

void remember(ViewState& view, const Key& network, const std::string& file) {
  std::erase_if(view.own_rules, [&](const OwnRules& own) { return own.network == network; });
  if (!file.empty()) view.own_rules.insert(view.own_rules.begin(), {network, file, {}});
  if (view.own_rules.size() > networks_remembered) view.own_rules.resize(networks_remembered);
}

// The first error with its place, how many there are besides, and what to do.
void tell_problem(Session& session, const ReadReport& report, const std::string& file, bool are_bundled) {
  const auto first = std::find_if(report.problems.begin(), report.problems.end(),
                                  [](const Problem& problem) { return problem.severity == Severity::error; });
  const Texts& texts = session.texts();
  std::string words = first == report.problems.end() ? texts.tr("own_rules.unusable", {{"file", displayable(file)}})
                                                     : session.told(*first);
  if (report.error_count > 1) {
    words += " " + texts.plural("own_rules.more", static_cast<long long>(report.error_count - 1));
  }
  session.set_notice(
      Notice{words + " " + texts.tr(are_bundled ? "own_rules.bundled_hold" : "own_rules.old_hold"), true});
}

}  // namespace

void NormChoice::choose(Session& session, const std::string& path) {
  remember(session.view, session.network().id, path.empty() ? path : absolute_path(path));
  asked_.reset();
}

void NormChoice::renew(Session& session) {
  const std::string wanted = chosen_file(session.view, session.network().id);
  const bool is_same_network = network_ == session.network().id;
  if (rules_ && is_same_network && asked_ == wanted) return;
  network_ = session.network().id;
  asked_ = wanted;
  read(session, is_same_network);
}

void NormChoice::read(Session& session, bool is_same_network) {
  ReadRules found = load_norms(session.assets(), *asked_);
  if (found.report.is_usable) {
    rules_ = std::make_shared<const RuleSet>(std::move(found.rules));
    file_ = *asked_;
    return;
  }
  const std::string wrong = *asked_;
  if (is_same_network && rules_) {
    remember(session.view, *network_, file_);
    asked_ = file_;
  } else {  // the norms of another network are no way out
    rules_ = std::make_shared<const RuleSet>(session.assets().rules);
    file_.clear();
  }
  tell_problem(session, found.report, wrong, file_.empty());
}

}  // namespace samverka
