#include "report/suggest_report.h"

#include <cmath>

#include "base/utf8.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t reasons_in_a_list = 3;

class SuggestText {
 public:
  SuggestText(const SuggestReport& report, const Texts& texts)
      : network_(report.network),
        taxonomy_(report.taxonomy),
        question_(report.question),
        day_(report.day),
        found_(report.found),
        texts_(texts) {}

  std::string written(const std::string& narrowed) && {
    say(texts_.tr("suggest.title",
                  {{"name", name()}, {"area", told_area(taxonomy_, question_.area, texts_.language())}}));
    say(texts_.tr("info.as_of", {{"date", to_string(day_)}}));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    say("");
    if (found_.needs.empty()) {
      say(texts_.tr("suggest.needs_nothing", {{"name", name()}}));
      return std::move(out_);
    }
    say(texts_.tr("suggest.needs", {{"name", name()}}));
    for (const NeededKind& need : found_.needs) say_need(need);
    say("");
    if (found_.suggestions.empty()) say(texts_.tr("suggest.nobody"));
    if (!found_.suggestions.empty()) say(texts_.tr("suggest.whom"));
    for (const Suggestion& suggestion : found_.suggestions) say_suggestion(suggestion);
    if (!found_.suggestions.empty()) say(texts_.tr("suggest.on_record"));
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }
  std::string name() const { return told_name(network_, question_.actor); }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  void say_need(const NeededKind& need) {
    const TextArgs args = {{"kind", told_kind(taxonomy_, need.kind, texts_.language())},
                           {"n", number(need.others)},
                           {"all", number(found_.same_type)},
                           {"peers", number(need.peers)},
                           {"all_peers", number(found_.peers.size())}};
    const bool has_one = need.own == NeededKind::Own::one;
    if (found_.peers.empty()) return say(texts_.tr(has_one ? "suggest.has_one" : "suggest.has_none", args), 2);
    say(texts_.tr(has_one ? "suggest.has_one_peers" : "suggest.has_none_peers", args), 2);
  }

  std::string where(const Suggestion& s) const {
    std::string words;
    if (s.is_same_municipality) words = texts_.tr("suggest.same_municipality");
    if (!s.is_same_municipality && s.is_same_county) words = texts_.tr("suggest.same_county");
    if (!s.distance_km || s.is_same_municipality) return words;
    return words + (words.empty() ? "" : ", ") +
           texts_.tr("suggest.distance", {{"km", texts_.number(std::llround(*s.distance_km))}});
  }

  std::string id_of(AgreementId agreement) const { return displayable(network_.agreement(agreement).key); }

  // "a; b; and 3 more"
  std::string some(const std::vector<std::string>& reasons) const {
    std::string words;
    for (std::size_t i = 0; i < std::min(reasons_in_a_list, reasons.size()); ++i) {
      words += (words.empty() ? "" : "; ") + reasons[i];
    }
    if (reasons.size() <= reasons_in_a_list) return words;
    return words + "; " + texts_.tr("told.and_more", {{"n", number(reasons.size() - reasons_in_a_list)}});
  }

  void say_suggestion(const Suggestion& s) {
    say(told_kind(taxonomy_, s.kind, texts_.language()) + ": " + told(network_, s.candidate), 2);
    if (const std::string place = where(s); !place.empty()) say(place, 4);
    std::vector<std::string> known, common, experience, peers;
    for (const AgreementId id : s.known) known.push_back(told(network_, id));
    for (const CommonPartner& partner : s.common) {
      common.push_back(texts_.tr("suggest.common_partner", {{"who", told_name(network_, partner.actor)},
                                                            {"own", id_of(partner.with_asker)},
                                                            {"other", id_of(partner.with_candidate)}}));
    }
    for (const AgreementId id : s.experience) experience.push_back(told(network_, id));
    for (const Practice::Evidence& e : s.peers_with_it) {
      peers.push_back(told_name(network_, e.peer) + ", " + told(network_, e.agreement));
    }
    if (!known.empty()) say(texts_.tr("suggest.known", {{"which", some(known)}}), 4);
    if (!common.empty()) {
      say(texts_.plural("suggest.common", static_cast<long long>(common.size()), {{"which", some(common)}}), 4);
    }
    if (!experience.empty()) say(texts_.tr("suggest.experience", {{"which", some(experience)}}), 4);
    if (!peers.empty()) say(texts_.tr("suggest.peers", {{"which", some(peers)}}), 4);
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const AdviceQuestion& question_;
  Date day_;
  const Advice& found_;
  const Texts& texts_;
  std::string out_;
};

// Finer than the weights mean, or than places are known.
float thousandths(double value) { return static_cast<float>(std::round(value * 1000) / 1000); }

void put_suggestion(JsonText& json, const Network& network, const Suggestion& s) {
  json.begin_object().key("actor").text(network.actor(s.candidate).key).key("kind").text(s.kind);
  json.key("place").text(s.is_same_municipality ? "same_municipality" : s.is_same_county ? "same_county" : "elsewhere");
  json.key("distance_km");
  s.distance_km ? json.decimal(static_cast<float>(std::round(*s.distance_km * 10) / 10)) : json.null();
  json.key("known");
  put_ids(json, network, s.known);
  json.key("common_partners").begin_list();
  for (const CommonPartner& common : s.common) {
    json.begin_object().key("actor").text(network.actor(common.actor).key);
    json.key("with_asker").text(network.agreement(common.with_asker).key);
    json.key("with_candidate").text(network.agreement(common.with_candidate).key);
    json.key("weight").decimal(thousandths(common.weight)).end_object();
  }
  json.end_list().key("experience");
  put_ids(json, network, s.experience);
  json.key("peers").begin_list();
  for (const Practice::Evidence& e : s.peers_with_it) {
    json.begin_object().key("actor").text(network.actor(e.peer).key);
    json.key("agreement").text(network.agreement(e.agreement).key).end_object();
  }
  json.end_list().key("by_known").decimal(thousandths(s.by_known));
  json.key("by_common_partners").decimal(thousandths(s.by_common));
  json.key("by_experience").decimal(thousandths(s.by_experience)).key("by_peers").decimal(thousandths(s.by_peers));
  json.key("by_nearness").decimal(thousandths(s.by_nearness)).end_object();
}

}  // namespace

std::string suggest_text(const SuggestReport& report, const Texts& texts, const std::string& narrowed) {
  return SuggestText(report, texts).written(narrowed);
}

std::string suggest_json(const SuggestReport& report) {
  JsonText json;
  json.begin_object().key("actor").text(report.network.actor(report.question.actor).key);
  json.key("area").text(report.question.area).key("as_of").text(to_string(report.day));
  json.key("same_type").number(report.found.same_type).key("peers").begin_list();
  for (const Peer& peer : report.found.peers) json.text(report.network.actor(peer.actor).key);
  json.end_list().key("needs").begin_list();
  for (const NeededKind& need : report.found.needs) {
    json.begin_object().key("kind").text(need.kind).key("own").text(need.own == NeededKind::Own::none ? "none" : "one");
    json.key("others").number(need.others).key("peers").number(need.peers).end_object();
  }
  json.end_list().key("suggestions").begin_list();
  for (const Suggestion& s : report.found.suggestions) put_suggestion(json, report.network, s);
  return std::move(json.end_list().end_object()).finished();
}

}  // namespace samverka
