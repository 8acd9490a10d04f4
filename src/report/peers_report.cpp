#include "report/peers_report.h"

#include <cmath>

#include "base/utf8.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t evidence_in_a_list = 4;

class PeersText {
 public:
  PeersText(const PeersReport& report, const Texts& texts)
      : report_(report), network_(report.network), taxonomy_(report.taxonomy), texts_(texts) {}

  std::string written(const std::string& narrowed) && {
    say(texts_.tr("peers.title", {{"name", name()}}));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    say("");
    if (report_.peers.empty()) {
      say(texts_.tr("peers.none"));
      return std::move(out_);
    }
    say(texts_.tr("peers.how"));
    for (std::size_t i = 0; i < report_.peers.size(); ++i) say_peer(i);
    say("");
    say(texts_.tr(report_.lacking.empty() ? "peers.lacks_nothing" : "peers.lacks", {{"name", name()}}));
    for (const Practice& practice : report_.lacking) say_practice(practice);
    if (!report_.lacking.empty()) say(texts_.tr("peers.on_record", {{"name", name()}}));
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }
  std::string name() const { return told_name(network_, report_.actor); }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  std::string part(bool is_known, double value) const {
    return is_known ? texts_.decimal(value, 2) : texts_.tr("peers.not_compared");
  }

  void say_peer(std::size_t i) {
    const Peer& peer = report_.peers[i];
    const Actor& row = network_.actor(peer.actor);
    const Difference& apart = peer.difference;
    say(texts_.tr("peers.peer",
                  {{"place", std::to_string(i + 1)},
                   {"who", told(network_, peer.actor)},
                   {"people", row.population ? texts_.number(*row.population) : texts_.tr("peers.not_recorded")},
                   {"group", row.municipality_group.empty() ? texts_.tr("peers.not_recorded")
                                                            : displayable(taxonomy_.municipality_groups.label(
                                                                  row.municipality_group, texts_.language()))},
                   {"county", displayable(row.county)},
                   {"sum", texts_.decimal(apart.sum(), 2)},
                   {"by_people", part(apart.has_population, apart.population)},
                   {"by_group", part(apart.has_group, apart.group)},
                   {"by_county", part(apart.has_county, apart.county)}}),
        2);
  }

  std::string own_words(const Practice& practice) const {
    if (practice.own == Practice::Own::observed_none) return texts_.tr("peers.own_observed_none");
    if (practice.own == Practice::Own::no_record) return texts_.tr("peers.own_no_record");
    return texts_.tr("peers.own_unconfirmed", {{"agreement", told(network_, practice.own_unconfirmed.front())}});
  }

  void say_practice(const Practice& practice) {
    std::string areas;
    for (const AreaCode& area : practice.areas) areas += (areas.empty() ? "" : ", ") + displayable(area);
    say(texts_.tr("peers.practice", {{"form", displayable(taxonomy_.forms.label(practice.form, texts_.language()))},
                                     {"areas", areas},
                                     {"n", number(practice.peers)},
                                     {"all", number(report_.peers.size())},
                                     {"own", own_words(practice)}}),
        2);
    for (std::size_t i = 0; i < practice.evidence.size(); ++i) {
      if (i == evidence_in_a_list) {
        const std::size_t left = practice.evidence.size() - i;
        return say(texts_.tr("told.and_more", {{"n", number(left)}}), 4);
      }
      const Practice::Evidence& evidence = practice.evidence[i];
      say(told_name(network_, evidence.peer) + ": " + told(network_, evidence.agreement), 4);
    }
  }

  const PeersReport& report_;
  const Network& network_;
  const Taxonomy& taxonomy_;
  const Texts& texts_;
  std::string out_;
};

// A thousandth is finer than what the weights mean.
void put_part(JsonText& json, const char* name, bool is_known, double value) {
  json.key(name);
  is_known ? json.decimal(static_cast<float>(std::round(value * 1000) / 1000)) : json.null();
}

void put_peer(JsonText& json, const Network& network, const Peer& peer) {
  const Actor& row = network.actor(peer.actor);
  json.begin_object().key("actor").text(row.key);
  put_part(json, "difference", true, peer.difference.sum());
  put_part(json, "by_population", peer.difference.has_population, peer.difference.population);
  put_part(json, "by_group", peer.difference.has_group, peer.difference.group);
  put_part(json, "by_county", peer.difference.has_county, peer.difference.county);
  json.end_object();
}

void put_practice(JsonText& json, const Network& network, const Practice& practice) {
  constexpr const char* own[] = {"unconfirmed", "observed_none", "no_record"};
  json.begin_object().key("form").text(practice.form).key("areas").begin_list();
  for (const AreaCode& area : practice.areas) json.text(area);
  json.end_list().key("own").text(own[static_cast<int>(practice.own)]).key("own_agreements");
  put_ids(json, network, practice.own_unconfirmed);
  json.key("peers").number(practice.peers).key("evidence").begin_list();
  for (const Practice::Evidence& evidence : practice.evidence) {
    json.begin_object().key("actor").text(network.actor(evidence.peer).key);
    json.key("agreement").text(network.agreement(evidence.agreement).key).end_object();
  }
  json.end_list().end_object();
}

}  // namespace

std::string peers_text(const PeersReport& report, const Texts& texts, const std::string& narrowed) {
  return PeersText(report, texts).written(narrowed);
}

std::string peers_json(const PeersReport& report) {
  JsonText json;
  json.begin_object().key("actor").text(report.network.actor(report.actor).key);
  json.key("as_of").text(to_string(report.day)).key("area");
  report.area.empty() ? json.null() : json.text(report.area);
  json.key("peers").begin_list();
  for (const Peer& peer : report.peers) put_peer(json, report.network, peer);
  json.end_list().key("lacks").begin_list();
  for (const Practice& practice : report.lacking) put_practice(json, report.network, practice);
  return std::move(json.end_list().end_object()).finished();
}

}  // namespace samverka
