#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "report/told.h"
#include "report/weak_report.h"

namespace samverka {
namespace {

constexpr std::size_t names_in_a_line = 6;

class WeakText {
 public:
  WeakText(const WeakReport& report, const Texts& texts, std::size_t top)
      : network_(report.network),
        taxonomy_(report.taxonomy),
        question_(report.question),
        found_(report.found),
        texts_(texts),
        top_(top == 0 ? static_cast<std::size_t>(-1) : top) {}

  std::string written(const std::string& narrowed) && {
    heading(narrowed);
    points();
    bridges();
    sole();
    footholds();
    ways();
    loners();
    expiring();
    ageing();
    perspectives();
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }
  void section(const std::string& words) { out_ += '\n' + words + '\n'; }
  static long long whole(std::size_t n) { return static_cast<long long>(n); }
  std::string number(std::size_t n) const { return texts_.number(whole(n)); }
  void say_more(std::size_t all) {
    if (all > top_) say(texts_.plural("weak.more", whole(all - top_)), 2);
  }

  void heading(const std::string& narrowed) {
    say(texts_.tr("weak.title", {{"title", displayable(network_.title.empty() ? network_.id : network_.title)}}));
    say(texts_.tr("info.as_of", {{"date", to_string(question_.day)}}));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    if (!question_.place.empty()) say(texts_.tr("weak.whole_graph"));
    say(texts_.tr("weak.graph", {{"ties", number(found_.ties)},
                                 {"actors", number(found_.tied_actors)},
                                 {"agreements", number(found_.tied_agreements)},
                                 {"groups", number(found_.links.components - found_.links.loners)}}));
    if (!found_.umbrellas.empty()) {
      const TextArgs most = {{"most", std::to_string(umbrella_above)}};
      say(found_.has_umbrellas ? texts_.plural("weak.umbrellas_in", whole(found_.umbrellas.size()), most)
                               : texts_.plural("weak.umbrellas_out", whole(found_.umbrellas.size()), most));
    }
    if (!found_.national.empty() && !found_.has_umbrellas) {
      say(texts_.tr("weak.national_out", {{"who", told_names(network_, found_.national, 3, texts_)}}));
    }
    if (!found_.grants.empty()) say(texts_.plural("weak.grants_out", whole(found_.grants.size())));
    say(texts_.tr("weak.on_record"));
  }

  // "Sjöby, Skolan" of all who are cut off. Those who still have each other stand in parentheses.
  std::string cut_off(const CutOff& cut) const {
    std::string words;
    std::size_t left = names_in_a_line, untold = 0;
    for (const auto& part : told_parts(network_, cut.parts)) {
      if (left == 0) {
        untold += part.size();
        continue;
      }
      const std::string names = told_names(network_, municipalities_first(network_, part), left, texts_);
      words += (words.empty() ? "" : ", ") + (part.size() > 1 ? "(" + names + ")" : names);
      left -= std::min(left, part.size());
    }
    return untold == 0 ? words : words + " " + texts_.tr("told.and_more", {{"n", number(untold)}});
  }

  std::string point(const CutOff& cut) const {
    const TextArgs args = {{"what", cut.actor.is_set() ? told(network_, cut.actor) : told(network_, cut.agreement)},
                           {"who", cut_off(cut)},
                           {"rest", number(cut.rest)}};
    if (cut.actor.is_set()) return texts_.tr(cut.rest > 0 ? "weak.actor_leaves" : "weak.actor_leaves_all_alone", args);
    return texts_.tr(cut.rest > 0 ? "weak.agreement_ends" : "weak.agreement_ends_all_alone", args);
  }

  void points() {
    const auto& all = found_.links.points;
    section(texts_.plural("weak.points", whole(all.size())));
    for (std::size_t i = 0; i < std::min(top_, all.size()); ++i) say(point(all[i]), 2);
    say_more(all.size());
  }

  // An actor that falls off with its one agreement is told among the sole partners; here stand those that take others
  // with them.
  void bridges() {
    std::vector<const CutOff*> larger;
    for (const CutOff& cut : found_.links.bridges) {
      if (cut.count() > 1 && cut.rest > 0) larger.push_back(&cut);
    }
    section(texts_.plural("weak.bridges", whole(found_.links.bridges.size()), {{"larger", number(larger.size())}}));
    for (std::size_t i = 0; i < std::min(top_, larger.size()); ++i) {
      const CutOff& cut = *larger[i];
      say(texts_.tr("weak.bridge", {{"actor", told(network_, cut.actor)},
                                    {"agreement", told(network_, cut.agreement)},
                                    {"who", cut_off(cut)},
                                    {"rest", number(cut.rest)}}),
          2);
    }
    say_more(larger.size());
  }

  void say_burden(const Burden& burden) {
    for (const auto& [actors, codes] : burden.kinds) {
      const std::string kinds = told_kinds(taxonomy_, codes, texts_.language());
      const std::vector<ActorId> named = municipalities_first(network_, {actors.begin(), actors.end()});
      say(texts_.tr(burden.agreement.is_set() ? "weak.only_way_to" : "weak.only_partner_of",
                    {{"kinds", kinds},
                     {"n", number(named.size())},
                     {"who", told_names(network_, named, names_in_a_line, texts_)}}),
          4);
    }
  }

  void sole() {
    const std::vector<Burden> burdens = burdens_of(found_.sole);
    section(texts_.plural("weak.sole", whole(burdens.size())));
    for (std::size_t i = 0; i < std::min(top_, burdens.size()); ++i) {
      const Burden& burden = burdens[i];
      std::string areas;
      for (const AreaCode& area : burden.areas) areas += (areas.empty() ? "" : ", ") + displayable(area);
      say((burden.agreement.is_set() ? told(network_, burden.agreement) : told(network_, burden.partner)) + " – " +
              areas,
          2);
      say_burden(burden);
    }
    say_more(burdens.size());
  }

  void table_row(const std::string& words, std::initializer_list<std::string> cells) {
    constexpr std::size_t words_width = 58, cell_width = 14;
    const std::string cut = shortened(words, words_width);
    std::string line = "  " + cut + std::string(words_width - std::min(words_width, count_code_points(cut)), ' ');
    for (const std::string& cell : cells) {
      line += std::string(cell_width - std::min(cell_width - 1, count_code_points(cell)), ' ') + cell;
    }
    say(line);
  }

  void footholds() {
    if (found_.footholds.empty() || found_.footholds.front().rows.empty()) return;
    section(texts_.tr("weak.footholds"));
    table_row("", {texts_.tr("weak.two_or_more"), texts_.tr("weak.one"), texts_.tr("weak.umbrella_only"),
                   texts_.tr("weak.observed_none"), texts_.tr("weak.no_record")});
    for (const AreaFootholds& area : found_.footholds) {
      const FootholdCount count = count_of(area);
      table_row(told_area(taxonomy_, area.area, texts_.language()),
                {number(count.two_or_more), number(count.one), number(count.umbrella_only), number(count.observed_none),
                 number(count.no_record)});
    }
  }

  void ways() {
    if (found_.ways.empty()) return;
    section(texts_.tr("weak.ways"));
    for (std::size_t ways = most_ways + 1; ways-- > 0;) {
      std::vector<ActorId> municipalities;
      for (const WaysToRegion& way : found_.ways) {
        if (way.ways == ways) municipalities.push_back(way.municipality);
      }
      if (municipalities.empty()) continue;
      const TextArgs args = {{"ways", number(ways)},
                             {"n", number(municipalities.size())},
                             {"who", told_names(network_, municipalities, names_in_a_line, texts_)}};
      say(ways_words(ways, args), 2);
    }
  }

  std::string ways_words(std::size_t ways, const TextArgs& args) const {
    if (ways == 0) return texts_.tr("weak.ways_none", args);
    if (ways == 1) return texts_.tr("weak.ways_one", args);
    return texts_.tr(ways < most_ways ? "weak.ways_n" : "weak.ways_many", args);
  }

  void say_by_group(const std::vector<ActorId>& actors) {
    std::map<std::string, std::vector<ActorId>> by_group;
    for (const ActorId actor : actors) by_group[taxonomy_.group_of(network_.actor(actor).type).code].push_back(actor);
    for (const ActorGroup& group : taxonomy_.groups.rows()) {
      const auto row = by_group.find(group.code);
      if (row == by_group.end()) continue;
      say(group.label.in(texts_.language()) + " " + number(row->second.size()) + ": " +
              told_names(network_, municipalities_first(network_, row->second), names_in_a_line, texts_),
          2);
    }
  }

  // Who is party of an umbrella has a tie, though one that joins so many that it is left out: not the same as none.
  void loners() {
    std::vector<ActorId> alone, under_umbrella;
    std::size_t observed = 0, founded = 0;
    for (const Loner& loner : found_.loners) {
      founded += loner.is_founded ? 1U : 0U;
      if (loner.is_founded) continue;
      (loner.has_umbrella ? under_umbrella : alone).push_back(loner.actor);
      observed += loner.is_observed && !loner.has_umbrella ? 1U : 0U;
    }
    section(texts_.plural("weak.loners", whole(alone.size())));
    say_by_group(alone);
    if (founded > 0) say(texts_.plural("weak.loners_founded", whole(founded)), 2);
    if (observed > 0) say(texts_.plural("weak.loners_observed", whole(observed)), 2);
    if (alone.size() > observed) say(texts_.tr("info.without_agreement_means"), 2);
    if (under_umbrella.empty()) return;
    section(texts_.plural("weak.umbrella_alone", whole(under_umbrella.size())));
    say_by_group(under_umbrella);
  }

  std::string deadline(const Deadline& row) const {
    const TextArgs args = {{"date", to_string(row.on)},
                           {"ends", row.ends ? to_string(*row.ends) : ""},
                           {"what", told(network_, row.agreement)}};
    if (row.kind == Deadline::Kind::notice) return texts_.tr("weak.notice", args);
    return texts_.tr(row.kind == Deadline::Kind::end ? "weak.end" : "weak.review", args);
  }

  void expiring() {
    section(texts_.plural("weak.expiring", whole(found_.expiring.size()),
                          {{"months", std::to_string(question_.months)},
                           {"active", number(found_.upkeep.active)},
                           {"with_end", number(found_.upkeep.with_end)}}));
    for (std::size_t i = 0; i < std::min(top_, found_.expiring.size()); ++i) {
      const Expiring& row = found_.expiring[i];
      say(deadline(row.deadline), 2);
      for (const Burden& burden : burdens_of(row.leaves)) say_burden(burden);
    }
    say_more(found_.expiring.size());
    list(found_.upkeep.expired, texts_.plural("weak.expired", whole(found_.upkeep.expired.size())));
    list(found_.upkeep.titled_ends, texts_.plural("weak.titled_end", whole(found_.upkeep.titled_ends.size()),
                                                  {{"months", std::to_string(question_.months)}}));
  }

  void list(const std::vector<AgreementId>& agreements, const std::string& words) {
    if (agreements.empty()) return;
    say(words, 2);
    for (std::size_t i = 0; i < std::min(top_, agreements.size()); ++i) say(told(network_, agreements[i]), 4);
    if (agreements.size() > top_) say(texts_.plural("weak.more", whole(agreements.size() - top_)), 4);
  }

  void ageing() {
    const Upkeep& upkeep = found_.upkeep;
    section(texts_.plural("weak.stale", whole(upkeep.stale.size()),
                          {{"months", std::to_string(question_.stale_months)}, {"active", number(upkeep.active)}}));
    for (std::size_t i = 0; i < std::min(top_, upkeep.stale.size()); ++i) {
      const AgreementId id = upkeep.stale[i];
      say(texts_.tr("weak.learned",
                    {{"date", to_string(network_.agreement(id).provenance->recorded)}, {"what", told(network_, id)}}),
          2);
    }
    say_more(upkeep.stale.size());
    if (upkeep.not_dated > 0) say(texts_.plural("weak.not_dated", whole(upkeep.not_dated)), 2);
  }

  void perspectives() {
    const Upkeep& upkeep = found_.upkeep;
    section(texts_.tr("weak.perspectives", {{"n", number(upkeep.perspectives_not_recorded.size())},
                                            {"active", number(upkeep.active)},
                                            {"none", number(upkeep.perspectives_none.size())}}));
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const WeakQuestion& question_;
  const WeakPoints& found_;
  const Texts& texts_;
  std::size_t top_;
  std::string out_;
};

}  // namespace

std::string weak_text(const WeakReport& report, const Texts& texts, std::size_t top, const std::string& narrowed) {
  return WeakText(report, texts, top).written(narrowed);
}

}  // namespace samverka
