#include "base/utf8.h"
#include "report/reach_report.h"
#include "report/told.h"

namespace samverka {
namespace {

std::string number_of(const Texts& texts, std::size_t n) { return texts.number(static_cast<long long>(n)); }

class PathText {
 public:
  PathText(const PathReport& report, const Texts& texts) : report_(report), network_(report.network), texts_(texts) {}

  std::string written(const std::string& narrowed) && {
    const RouteRequest& asked = report_.request;
    const TextArgs ends = {{"from", told_name(network_, asked.from)}, {"to", told_name(network_, asked.to)}};
    say(asked.steps == 0 ? texts_.tr("path.title_any", ends)
                         : texts_.plural("path.title", static_cast<long long>(asked.steps), ends));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    say("");
    if (asked.from == asked.to) say(texts_.tr("path.same"));
    if (asked.from != asked.to && report_.found.routes.empty()) say(texts_.tr("path.none"));
    for (std::size_t i = 0; i < report_.found.routes.size(); ++i) say_route(i);
    if (report_.found.is_cut) say(texts_.tr("path.cut", {{"n", number_of(texts_, report_.found.routes.size())}}));
    say_crowd();
    say(texts_.tr("way.unknown"));
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }

  void say_route(std::size_t i) {
    const Route& route = report_.found.routes[i];
    const std::size_t unconfirmed = report_.found.unconfirmed[i];
    std::string head =
        texts_.plural("path.route", static_cast<long long>(route.steps()), {{"place", std::to_string(i + 1)}});
    if (unconfirmed > 0) head += texts_.plural("path.unconfirmed", static_cast<long long>(unconfirmed));
    say(head);
    say(told(network_, route.actors.front()), 3);
    for (std::size_t step = 0; step < route.steps(); ++step) {
      say(texts_.tr("path.step", {{"agreement", told(network_, route.agreements[step])},
                                  {"actor", told(network_, route.actors[step + 1])}}),
          3);
    }
  }

  void say_crowd() {
    if (report_.found.crowded_agreements == 0) return;
    say(texts_.plural("way.crowded", static_cast<long long>(report_.found.crowded_agreements),
                      {{"limit", number_of(texts_, report_.request.crowd)}}));
  }

  const PathReport& report_;
  const Network& network_;
  const Texts& texts_;
  std::string out_;
};

}  // namespace

std::string path_text(const PathReport& report, const Texts& texts, const std::string& narrowed) {
  return PathText(report, texts).written(narrowed);
}

std::string path_json(const PathReport& report) {
  const Network& network = report.network;
  JsonText json;
  json.begin_object().key("from").text(network.actor(report.request.from).key);
  json.key("to").text(network.actor(report.request.to).key);
  json.key("as_of").text(to_string(report.day)).key("steps").number(report.request.steps);
  json.key("paths").begin_list();
  for (std::size_t i = 0; i < report.found.routes.size(); ++i) {
    const Route& route = report.found.routes[i];
    json.begin_object().key("actors");
    put_ids(json, network, route.actors);
    json.key("agreements");
    put_ids(json, network, route.agreements);
    json.key("unconfirmed").number(report.found.unconfirmed[i]).end_object();
  }
  json.end_list().key("crowded_agreements").number(report.found.crowded_agreements);
  return std::move(json.key("cut").boolean(report.found.is_cut).end_object()).finished();
}

}  // namespace samverka
