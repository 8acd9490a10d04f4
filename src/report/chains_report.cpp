#include "report/chains_report.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/told.h"

namespace samverka {
namespace {

std::string_view state_words(const LinkFinding& link) {
  if (link.why == WhyNoLink::part_not_told) return "chain.told.part_not_told";
  if (link.why == WhyNoLink::unconfirmed) return "chain.told.unconfirmed";
  if (link.why == WhyNoLink::no_record) return "chain.told.no_record";
  if (link.state == LinkState::pending) return "chain.state.pending";
  return link.state == LinkState::missing ? "chain.state.missing" : "chain.state.joined";
}

std::string whole_word(ChainFinding::Whole whole) {
  if (whole == ChainFinding::Whole::one_agreement) return "one_agreement";
  return whole == ChainFinding::Whole::several ? "several" : "no";
}

class ChainsText {
 public:
  ChainsText(const ChainsReport& report, const Texts& texts) : report_(report), texts_(texts) {}

  std::string written(const std::string& county) && {
    const Network& network = report_.network;
    say(texts_.tr("chain.title", {{"group", texts_.tr(chain_key(report_.group))}}));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!county.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", county}})));
    say("");
    if (report_.chains.empty()) {
      say(texts_.tr("chain.nobody"));
      return std::move(out_);
    }
    write_counts();
    say("");
    for (const ChainFinding& chain : report_.chains) write_chain(chain);
    say("");
    say(texts_.tr("chain.reads"));
    return std::move(out_);
  }

 private:
  void say(const std::string& words) { out_ += words + '\n'; }

  // What holds of a chain that is not whole: a link is known to be missing, or else unknown, or else on its way.
  static LinkState least(const ChainFinding& chain) {
    for (const LinkState state : {LinkState::missing, LinkState::unknown, LinkState::pending}) {
      if (chain.count(state) > 0) return state;
    }
    return LinkState::joined;
  }

  template <class Counts>
  std::string number_of(Counts counts) const {
    return texts_.number(std::count_if(report_.chains.begin(), report_.chains.end(), counts));
  }

  void write_counts() {
    const auto count = [&](ChainFinding::Whole whole) {
      return number_of([&](const ChainFinding& chain) { return chain.whole == whole; });
    };
    const auto count_least = [&](LinkState state) {
      return number_of([&](const ChainFinding& chain) { return least(chain) == state; });
    };
    say(texts_.tr("chain.counts", {{"all", texts_.number(static_cast<long long>(report_.chains.size()))},
                                   {"one", count(ChainFinding::Whole::one_agreement)},
                                   {"several", count(ChainFinding::Whole::several)},
                                   {"missing", count_least(LinkState::missing)},
                                   {"pending", count_least(LinkState::pending)},
                                   {"unknown", count_least(LinkState::unknown)}}));
    for (std::size_t i = 0; i < chain_link_count; ++i) write_link_counts(static_cast<ChainLink>(i));
  }

  void write_link_counts(ChainLink link) {
    std::string words;
    for (const LinkState state : {LinkState::joined, LinkState::pending, LinkState::missing, LinkState::unknown}) {
      const auto n = std::count_if(report_.chains.begin(), report_.chains.end(),
                                   [&](const ChainFinding& chain) { return chain.link(link).state == state; });
      if (n == 0) continue;
      const char* key = state == LinkState::joined    ? "chain.state.joined"
                        : state == LinkState::pending ? "chain.state.pending"
                        : state == LinkState::missing ? "chain.state.missing"
                                                      : "chain.state.unknown";
      words += (words.empty() ? "" : ", ") + texts_.number(n) + " " + texts_.tr(key);
    }
    say("  " + texts_.tr(link_key(link)) + ": " + words);
  }

  // "Granby: Socialtjänst sammanlänkad · Civilsamhälle saknas (iop-granby)"
  void write_chain(const ChainFinding& chain) {
    std::string words = told(report_.network, chain.municipality) + ": ";
    for (std::size_t i = 0; i < chain_link_count; ++i) {
      const LinkFinding& link = chain.links[i];
      if (i > 0) words += " · ";
      words += texts_.tr(link_key(static_cast<ChainLink>(i))) + " " + texts_.tr(state_words(link));
      words += agreements(link);
    }
    say(words);
  }

  std::string agreements(const LinkFinding& link) const {
    constexpr std::size_t most = 2;
    if (link.agreements.empty()) return {};
    std::string keys;
    for (std::size_t i = 0; i < std::min(most, link.agreements.size()); ++i) {
      keys += (i == 0 ? "" : ", ") + report_.network.agreement(link.agreements[i]).key;
    }
    if (link.agreements.size() > most) keys += " …";
    return " [" + displayable(keys) + "]";
  }

  const ChainsReport& report_;
  const Texts& texts_;
  std::string out_;
};

void put_link(JsonText& json, const Network& network, const LinkFinding& link) {
  json.begin_object().key("state").text(word(link.state)).key("why_unknown");
  link.why ? json.text(word(*link.why)) : json.null();
  json.key("agreements");
  put_ids(json, network, link.agreements);
  json.end_object();
}

}  // namespace

std::string_view chain_key(ChainGroup group) {
  if (group == ChainGroup::disability) return "chain.group.disability";
  return group == ChainGroup::older ? "chain.group.older" : "chain.group.children";
}

std::string_view link_key(ChainLink link) {
  switch (link) {
    case ChainLink::school:
      return "chain.link.school";
    case ChainLink::health:
      return "chain.link.health";
    case ChainLink::civil:
      return "chain.link.civil";
    case ChainLink::social:
      break;
  }
  return "chain.link.social";
}

std::string chains_text(const ChainsReport& report, const Texts& texts, const std::string& county) {
  return ChainsText(report, texts).written(county);
}

std::string chains_json(const ChainsReport& report) {
  JsonText json;
  json.begin_object().key("as_of").text(to_string(report.day)).key("group").text(word(report.group));
  json.key("municipalities").begin_list();
  for (const ChainFinding& chain : report.chains) {
    json.begin_object().key("municipality").text(report.network.actor(chain.municipality).key);
    json.key("whole").text(whole_word(chain.whole)).key("links").begin_object();
    for (std::size_t i = 0; i < chain_link_count; ++i) {
      json.key(word(static_cast<ChainLink>(i)));
      put_link(json, report.network, chain.links[i]);
    }
    json.end_object().end_object();
  }
  return std::move(json.end_list().end_object()).finished();
}

}  // namespace samverka
