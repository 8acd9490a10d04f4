#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "report/reach_report.h"
#include "report/told.h"

namespace samverka {
namespace {

class EgoFinder {
 public:
  EgoFinder(const SubNetwork& part, EgoReport& report) : part_(part), report_(report) {}

  void find() {
    step_of_[report_.actor] = 0;
    Neighbourhood around;
    for (std::size_t step = 1; step <= report_.steps; ++step) {
      around = neighbourhood(report_.network, part_, {{report_.actor}, {}}, static_cast<int>(step), report_.crowd);
      for (const ActorId actor : around.actors) step_of_.emplace(actor, step);
    }
    report_.agreements = around.agreements.size();
    report_.crowded_agreements = around.crowded_agreements;
    find_reasons();
    for (auto& [actor, row] : rows_) report_.rows.push_back(std::move(row));
    sort_rows();
  }

 private:
  struct Standing {
    ActorId actor;
    bool is_confirmed = false;
  };

  void find_reasons() {
    std::map<AgreementId, std::vector<Standing>> standing;
    for (const Participation& p : part_.participations) standing[p.agreement].push_back({p.actor, p.is_confirmed});
    for (const Founding& f : part_.foundings) standing[f.agreement].push_back({f.actor, false});
    rows_[report_.actor] = {report_.actor, 0, {}, false};
    for (const auto& [agreement, everybody] : standing) {
      if (report_.network.agreement(agreement).parties.size() > report_.crowd) continue;
      for (const Standing& one : everybody) {
        for (const Standing& other : everybody) join(one, other, agreement);
      }
    }
  }

  void join(const Standing& nearer, const Standing& further, AgreementId agreement) {
    const auto near = step_of_.find(nearer.actor);
    const auto far = step_of_.find(further.actor);
    if (near == step_of_.end() || far == step_of_.end() || far->second != near->second + 1) return;
    EgoRow& row = rows_[further.actor];
    row.actor = further.actor;
    row.step = far->second;
    row.is_confirmed |= nearer.is_confirmed && further.is_confirmed;
    if (row.through.empty() || row.through.back() != agreement) row.through.push_back(agreement);
  }

  void sort_rows() {
    std::vector<ActorId> actors;
    for (const EgoRow& row : report_.rows) actors.push_back(row.actor);
    actors = municipalities_first(report_.network, std::move(actors));
    std::map<ActorId, std::size_t> place;
    for (std::size_t i = 0; i < actors.size(); ++i) place[actors[i]] = i;
    std::sort(report_.rows.begin(), report_.rows.end(), [&](const EgoRow& a, const EgoRow& b) {
      return std::pair(a.step, place[a.actor]) < std::pair(b.step, place[b.actor]);
    });
  }

  const SubNetwork& part_;
  EgoReport& report_;
  std::map<ActorId, std::size_t> step_of_;
  std::map<ActorId, EgoRow> rows_;
};

constexpr std::size_t names_in_a_list = 3;

class EgoText {
 public:
  EgoText(const EgoReport& report, const Texts& texts) : report_(report), network_(report.network), texts_(texts) {}

  std::string written(const std::string& narrowed) && {
    say(texts_.plural("ego.title", static_cast<long long>(report_.steps),
                      {{"name", told_name(network_, report_.actor)}}));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    for (std::size_t step = 1; step <= report_.steps; ++step) say_ring(step);
    say("");
    if (report_.rows.size() <= 1) say(texts_.tr("ego.nobody"));
    if (report_.crowded_agreements > 0) {
      say(texts_.plural("focus.crowded", static_cast<long long>(report_.crowded_agreements),
                        {{"limit", number(report_.crowd)}}));
    }
    say(texts_.tr("way.unknown"));
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  void say_ring(std::size_t step) {
    const auto is_of_ring = [step](const EgoRow& row) { return row.step == step; };
    const auto count = std::count_if(report_.rows.begin(), report_.rows.end(), is_of_ring);
    if (count == 0) return;
    say("");
    say(texts_.plural("ego.ring", static_cast<long long>(step), {{"count", number(static_cast<std::size_t>(count))}}));
    for (const EgoRow& row : report_.rows) {
      if (is_of_ring(row)) say_row(row);
    }
  }

  void say_row(const EgoRow& row) {
    std::string through;
    for (std::size_t i = 0; i < std::min(row.through.size(), names_in_a_list); ++i) {
      through += (i == 0 ? "" : "; ") + told(network_, row.through[i]);
    }
    if (row.through.size() > names_in_a_list) {
      through += " " + texts_.tr("told.and_more", {{"n", number(row.through.size() - names_in_a_list)}});
    }
    say(texts_.tr(row.is_confirmed ? "ego.row" : "ego.row_unconfirmed",
                  {{"who", told(network_, row.actor)}, {"through", through}}),
        2);
  }

  const EgoReport& report_;
  const Network& network_;
  const Texts& texts_;
  std::string out_;
};

}  // namespace

EgoReport ego_report(const Network& network, const SubNetwork& part, Date day, ActorId actor, std::size_t steps,
                     std::size_t crowd) {
  EgoReport report{network, day, actor, steps, crowd, {}, 0, 0};
  EgoFinder(part, report).find();
  return report;
}

std::string ego_text(const EgoReport& report, const Texts& texts, const std::string& narrowed) {
  return EgoText(report, texts).written(narrowed);
}

std::string ego_json(const EgoReport& report) {
  const Network& network = report.network;
  JsonText json;
  json.begin_object().key("actor").text(network.actor(report.actor).key);
  json.key("as_of").text(to_string(report.day)).key("steps").number(report.steps);
  json.key("agreements").number(report.agreements).key("actors").begin_list();
  for (const EgoRow& row : report.rows) {
    json.begin_object().key("actor").text(network.actor(row.actor).key).key("step").number(row.step);
    json.key("through");
    put_ids(json, network, row.through);
    json.key("confirmed").boolean(row.is_confirmed).end_object();
  }
  json.end_list().key("crowded_agreements").number(report.crowded_agreements);
  return std::move(json.end_object()).finished();
}

}  // namespace samverka
