#include "io/read_rules.h"

#include <array>
#include <new>
#include <unordered_map>

#include "base/posix.h"
#include "io/check_bytes.h"
#include "io/row_file.h"
#include "io/rule_object.h"

// Reads a rules file object by object, in the order of docs/format.md, section 8.
namespace samverka {
namespace {

constexpr RowFileKind rules_kind{"samverka-rules", "problem.version.rules"};
constexpr std::int64_t most_partners = 1'000'000;
constexpr std::int64_t most_months = 1200;  // a century: no agreement is planned further ahead

constexpr std::array<std::string_view, 4> class_words = {"law", "duty", "ambition", "local"};
constexpr std::array<std::string_view, 2> weight_words = {"one", "population"};
constexpr std::array<std::string_view, 3> place_words = {"", "county", "municipality"};
constexpr std::array<std::string_view, 6> state_words = {"unknown", "recommended", "decided",
                                                         "adopted", "withdrawn",   "declined"};

// What a need is, told by the one of these that it has; in the order of RuleNeed::Kind.
constexpr std::array<std::string_view, 5> need_words = {"min_partners", "within_steps", "all", "any", "not"};

class RulesReader {
 public:
  RulesReader(RowFile& file, const Taxonomy& taxonomy)
      : context_(file.context()), tree_(file.tree()), taxonomy_(taxonomy) {}

  RuleSet read() {
    RuleSet set;
    RuleObject root(context_, tree_, 0);
    root.text("id", set.id, Need::required);
    root.text("taxonomy", set.taxonomy, Need::required);
    // Against another list of words every code would look wrong.
    if (!set.taxonomy.empty() && set.taxonomy != taxonomy_.id) {
      root.tell("E_UNKNOWN", {"problem.rules.taxonomy", {{"taxonomy", set.taxonomy}, {"own", taxonomy_.id}}},
                *root.find("taxonomy"));
      return set;
    }
    for (const std::uint32_t node : root.objects("rules")) set.rules.push_back(rule(node));
    return set;
  }

 private:
  Rule rule(std::uint32_t node) {
    Rule rule;
    RuleObject object(context_, tree_, node);
    object.text("id", rule.id, Need::required);
    check_id(object, rule.id);
    if (const auto at = object.word("class", class_words, Need::required)) rule.rule_class = RuleClass(*at);
    std::int64_t severity = rule.severity, months = rule.horizon_months;
    object.whole("severity", 1, 3, severity);
    object.texts("basis", rule.basis);
    object.flag("verified", rule.is_verified);
    rule.title = wording(object, "title");
    rule.explanation = wording(object, "explanation");
    rule.next_step = wording(object, "next_step");
    if (const auto found = object.object("for_each", Need::required)) rule.for_each = subjects(*found);
    if (const auto found = object.object("need", Need::required)) rule.need = need(*found);
    if (const auto at = object.word("weight", weight_words)) rule.weight = RuleWeight(*at);
    object.whole("horizon_months", 0, most_months, months);
    object.flag("counts_only", rule.is_counts_only);
    rule.severity = static_cast<int>(severity);
    rule.horizon_months = static_cast<int>(months);
    return rule;
  }

  void check_id(RuleObject& object, const std::string& id) {
    if (id.empty()) return;
    const std::size_t offset = tree_.nodes[*object.find("id")].begin;
    const auto [first, is_new] = ids_.emplace(id, offset);
    if (is_new) return;
    context_.problems.add(error("E_DUPID", {"problem.dupid", {{"id", id}}}), {offset, {}}, {first->second, {}});
  }

  Wording wording(RuleObject& object, std::string_view name) {
    Wording words;
    const auto found = object.object(name, Need::optional);
    if (!found) return words;
    RuleObject inside(context_, tree_, *found);
    inside.text("sv", words.sv);
    inside.text("en", words.en);
    if (words.en.empty()) words.en = words.sv;
    if (words.sv.empty()) words.sv = words.en;
    return words;
  }

  RuleSubjects subjects(std::uint32_t node) {
    RuleSubjects who;
    RuleObject object(context_, tree_, node);
    object.code("type", taxonomy_.actor_types, who.type);
    object.code("subtype", taxonomy_.actor_subtypes, who.subtype);
    object.counties("counties", who.counties);
    object.codes("municipality_groups", taxonomy_.municipality_groups, who.municipality_groups);
    object.count("population_min", who.population_min);
    object.count("population_max", who.population_max);
    object.code("ownership", taxonomy_.ownerships, who.ownership);
    object.code("except_flag", taxonomy_.flags, who.except_flag);
    object.refuse_the_rest();
    return who;
  }

  RuleNeed need(std::uint32_t node) {
    RuleNeed need;
    RuleObject object(context_, tree_, node);
    const auto kind_of = need_kind(object);
    if (!kind_of) return need;
    need.kind = *kind_of;
    const std::string_view word = need_words[static_cast<std::size_t>(need.kind)];
    switch (need.kind) {
      case RuleNeed::Kind::partners:
        object.whole(word, 1, most_partners, need.least);
        object.flag("independent", need.is_independent);
        if (const auto found = object.object("near", Need::optional)) need.near = near(*found);
        break;
      case RuleNeed::Kind::steps:
        object.whole(word, 1, most_partners, need.steps);
        break;
      case RuleNeed::Kind::all:
      case RuleNeed::Kind::any:
        for (const std::uint32_t part : object.objects(word)) need.parts.push_back(this->need(part));
        break;
      case RuleNeed::Kind::negation:
        if (const auto part = object.object(word, Need::required)) need.parts.push_back(this->need(*part));
        break;
    }
    const bool is_about_partners = need.kind == RuleNeed::Kind::partners || need.kind == RuleNeed::Kind::steps;
    if (is_about_partners) read_partners(object, need);
    object.refuse_the_rest();
    return need;
  }

  std::optional<RuleNeed::Kind> need_kind(RuleObject& object) {
    std::optional<RuleNeed::Kind> found;
    std::size_t count = 0;
    for (std::size_t i = 0; i < need_words.size(); ++i) {
      if (!object.has(need_words[i])) continue;
      found = RuleNeed::Kind(i);
      ++count;
    }
    if (count == 1) return found;
    object.tell("E_MISSING", {"problem.rules.need", {}}, object.node());
    return std::nullopt;
  }

  void read_partners(RuleObject& object, RuleNeed& need) {
    if (const auto found = object.object("partner", Need::required)) need.partner = partner(*found);
    if (const auto found = object.object("agreement", Need::required)) need.agreement = agreement(*found);
  }

  RuleNear near(std::uint32_t node) {
    RuleNear near;
    RuleObject object(context_, tree_, node);
    object.codes("forms", taxonomy_.forms, near.forms);
    object.texts("title_words", near.title_words);
    object.refuse_the_rest();
    return near;
  }

  RulePartner partner(std::uint32_t node) {
    RulePartner who;
    RuleObject object(context_, tree_, node);
    object.code("type", taxonomy_.actor_types, who.type);
    object.code("group", taxonomy_.groups, who.group);
    object.code("type_not", taxonomy_.actor_types, who.type_not);
    object.code("subtype", taxonomy_.actor_subtypes, who.subtype);
    object.code("ownership", taxonomy_.ownerships, who.ownership);
    if (const auto at = object.word("same", std::span(place_words).subspan(1))) who.same = SamePlace(*at + 1);
    object.refuse_the_rest();
    return who;
  }

  RuleAgreement agreement(std::uint32_t node) {
    RuleAgreement what;
    RuleObject object(context_, tree_, node);
    object.code("area", taxonomy_.areas, what.area);
    if (taxonomy_.is_outside(what.area)) {
      object.tell("E_UNKNOWN", {"problem.rules.outside", {{"code", what.area}}}, *object.find("area"));
    }
    object.code("form", taxonomy_.forms, what.form);
    object.codes("target_groups_all", taxonomy_.target_groups, what.target_groups_all);
    object.codes("target_groups_any", taxonomy_.target_groups, what.target_groups_any);
    object.code("service_area", taxonomy_.service_areas, what.service_area);
    object.code("perspective", taxonomy_.perspectives, what.perspective);
    if (const auto at = object.word("party_state", state_words)) what.party_state = PartyState(*at);
    object.share("min_confidence", what.min_confidence);
    object.refuse_the_rest();
    return what;
  }

  FileContext& context_;
  JsonTree& tree_;
  const Taxonomy& taxonomy_;
  std::unordered_map<std::string, std::size_t> ids_;  // where each stands first
};

ReadRules not_read(Problem problem) {
  ReadRules out;
  out.report.exit = problem.exit;
  out.report.error_count = 1;
  out.report.problems.push_back(std::move(problem));
  return out;
}

ReadRules no_memory_for_rules(const std::string& file_name) {
  Problem problem = error("E_LIMIT", {"problem.limit.memory", {}}, Exit::limit);
  problem.file = file_name;
  return not_read(std::move(problem));
}

}  // namespace

ReadRules read_rules(std::string_view json, const std::string& file_name, const Taxonomy& taxonomy,
                     const ReadLimits& limits) {
  try {
    ReadRules out;
    RowFile file(json, file_name, rules_kind, limits);
    if (file.is_usable()) out.rules = RulesReader(file, taxonomy).read();
    out.report = file.report();
    out.report.is_usable = file.is_usable() && out.report.error_count == 0;
    if (!out.report.is_usable) out.rules = {};
    return out;
  } catch (const std::bad_alloc&) {
    return no_memory_for_rules(file_name);
  }
}

// Looking for the word first spares a second reading of every large network.
bool is_rules_file(std::string_view json, const ReadLimits& limits) {
  if (json.find(rules_kind.format) == std::string_view::npos || check_bytes(json)) return false;
  try {
    JsonTree tree;
    JsonScanner scanner(json, length_of_mark(json), {limits.depth, limits.string_bytes},
                        [](const Problem&, std::size_t, std::size_t) {});
    if (!scanner.read(tree) || tree.nodes[0].kind != JsonKind::object) return false;
    bool is_it = false;
    tree.each_child(0, [&](std::uint32_t i) {
      std::string scratch;
      const JsonNode& node = tree.nodes[i];
      if (tree.is_named(node, "format") && node.kind == JsonKind::text) {
        is_it = tree.text_of(node, scratch) == rules_kind.format;
      }
    });
    return is_it;
  } catch (const std::bad_alloc&) {
    return false;
  }
}

ReadRules read_rules_file(const std::string& path, const Taxonomy& taxonomy, const ReadLimits& limits) {
  try {
    const Result<std::string> text = read_file(path, limits.file_bytes);
    return text ? read_rules(*text, path, taxonomy, limits) : not_read(text.problem());
  } catch (const std::bad_alloc&) {
    return no_memory_for_rules(path);
  }
}

}  // namespace samverka
