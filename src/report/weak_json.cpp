// `articulation_points`, `bridges`, `isolates` and `components` are of the graph of confirmed ties as it is, umbrella
// agreements apart. `cut_off_by_...` tells what a planner asks: without national bodies too, and only where somebody is
// cut off.
#include <algorithm>

#include "report/told.h"
#include "report/weak_report.h"

namespace samverka {
namespace {

class WeakJson {
 public:
  explicit WeakJson(const WeakReport& report) : report_(report), network_(report.network), found_(report.found) {}

  std::string written() && {
    json_.begin_object().key("as_of").text(to_string(report_.question.day));
    put_question();
    put_points();
    json_.key("bridges").begin_list();
    for (const auto& [actor, agreement] : found_.cuts.bridges) {
      json_.begin_list().text(network_.actor(actor).key).text(network_.agreement(agreement).key);
      json_.end_list();
    }
    json_.end_list();
    put_loners();
    json_.key("components").number(found_.cuts.components);
    put_sole();
    put_expiring();
    put_footholds();
    put_ways();
    put_upkeep();
    return std::move(json_.end_object()).finished();
  }

 private:
  void put_code(const char* name, const std::string& code) {
    json_.key(name);
    code.empty() ? json_.null() : json_.text(code);
  }

  void put_question() {
    put_code("area", report_.question.area);
    put_code("place", report_.question.place);
    json_.key("actors_with_tie").number(found_.tied_actors);
    json_.key("agreements_with_tie").number(found_.tied_agreements);
    json_.key("ties").number(found_.ties);
    json_.key(found_.has_umbrellas ? "umbrellas_included" : "umbrellas_left_out");
    put_ids(json_, network_, found_.umbrellas);
    json_.key(found_.has_umbrellas ? "national_included" : "national_left_out");
    put_ids(json_, network_, found_.national);
    json_.key("grants_left_out");
    put_ids(json_, network_, found_.grants);
  }

  void put_cut(const CutOff& cut) {
    json_.begin_object().key("actor");
    put_id(json_, network_, cut.actor);
    json_.key("agreement");
    put_id(json_, network_, cut.agreement);
    json_.key("cut_off").begin_list();
    for (const auto& part : cut.parts) put_ids(json_, network_, part);
    json_.end_list().key("rest").number(cut.rest).end_object();
  }

  void put_points() {
    std::vector<std::string> keys;
    for (const ActorId actor : found_.cuts.actors) keys.push_back(network_.actor(actor).key);
    for (const AgreementId agreement : found_.cuts.agreements) keys.push_back(network_.agreement(agreement).key);
    std::sort(keys.begin(), keys.end());
    json_.key("articulation_points").begin_list();
    for (const std::string& key : keys) json_.text(key);
    json_.end_list();
    json_.key("cut_off_by_point").begin_list();
    for (const CutOff& cut : found_.links.points) put_cut(cut);
    json_.end_list().key("cut_off_by_bridge").begin_list();
    for (const CutOff& cut : found_.links.bridges) put_cut(cut);
    json_.end_list();
  }

  void put_loners_if(const char* name, bool (*is_meant)(const Loner&)) {
    std::vector<std::string> keys;
    for (const Loner& loner : found_.loners) {
      if (is_meant(loner)) keys.push_back(network_.actor(loner.actor).key);
    }
    std::sort(keys.begin(), keys.end());
    json_.key(name).begin_list();
    for (const std::string& key : keys) json_.text(key);
    json_.end_list();
  }

  void put_loners() {
    put_loners_if("isolates", [](const Loner&) { return true; });
    put_loners_if("isolates_founded", [](const Loner& loner) { return loner.is_founded; });
    put_loners_if("isolates_with_umbrella", [](const Loner& loner) { return loner.has_umbrella; });
    put_loners_if("isolates_observed", [](const Loner& loner) { return loner.is_observed; });
  }

  void put_one(const SolePartner& sole) {
    json_.begin_object().key("actor").text(network_.actor(sole.actor).key);
    json_.key("area").text(sole.area).key("kind").text(sole.kind).key("partner");
    put_id(json_, network_, sole.partner);
    json_.key("agreement");
    put_id(json_, network_, sole.agreement);
    json_.end_object();
  }

  void put_sole() {
    json_.key("sole").begin_list();
    for (const SolePartner& sole : found_.sole) put_one(sole);
    json_.end_list();
  }

  void put_expiring() {
    constexpr const char* kinds[] = {"notice", "end", "review"};
    json_.key("expiring").begin_list();
    for (const Expiring& row : found_.expiring) {
      json_.begin_object().key("agreement").text(network_.agreement(row.deadline.agreement).key);
      json_.key("kind").text(kinds[static_cast<int>(row.deadline.kind)]).key("on").text(to_string(row.deadline.on));
      json_.key("ends");
      row.deadline.ends ? json_.text(to_string(*row.deadline.ends)) : json_.null();
      json_.key("leaves").begin_list();
      for (const SolePartner& sole : row.leaves) put_one(sole);
      json_.end_list().end_object();
    }
    json_.end_list();
  }

  void put_footholds() {
    json_.key("redundancy").begin_list();
    for (const AreaFootholds& area : found_.footholds) {
      const FootholdCount count = count_of(area);
      json_.begin_object().key("area").text(area.area);
      json_.key("two_or_more").number(count.two_or_more).key("one").number(count.one);
      json_.key("umbrella_only").number(count.umbrella_only).key("observed_none").number(count.observed_none);
      json_.key("no_record").number(count.no_record).key("municipalities").begin_list();
      for (const Footholds& row : area.rows) {
        if (row.partners == 0) continue;
        json_.begin_object().key("actor").text(network_.actor(row.municipality).key);
        json_.key("partners").number(row.partners).key("independent").number(row.independent).end_object();
      }
      json_.end_list().end_object();
    }
    json_.end_list();
  }

  void put_ways() {
    json_.key("ways_to_region").begin_list();
    for (const WaysToRegion& way : found_.ways) {
      json_.begin_object().key("actor").text(network_.actor(way.municipality).key);
      json_.key("region").text(network_.actor(way.region).key);
      json_.key(way.ways < most_ways ? "ways" : "ways_at_least").number(way.ways).end_object();
    }
    json_.end_list();
  }

  void put_upkeep() {
    const Upkeep& upkeep = found_.upkeep;
    json_.key("active").number(upkeep.active).key("active_with_end").number(upkeep.with_end);
    json_.key("expired");
    put_ids(json_, network_, upkeep.expired);
    json_.key("title_ends");
    put_ids(json_, network_, upkeep.titled_ends);
    json_.key("stale");
    put_ids(json_, network_, upkeep.stale);
    json_.key("not_dated").number(upkeep.not_dated).key("perspectives_not_recorded");
    put_ids(json_, network_, upkeep.perspectives_not_recorded);
    json_.key("perspectives_none");
    put_ids(json_, network_, upkeep.perspectives_none);
  }

  const WeakReport& report_;
  const Network& network_;
  const WeakPoints& found_;
  JsonText json_;
};

}  // namespace

std::string weak_json(const WeakReport& report) { return WeakJson(report).written(); }

}  // namespace samverka
