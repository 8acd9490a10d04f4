#include "report/info_report.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "io/json_text.h"

namespace samverka {
namespace {

using Counts = std::map<std::string, std::size_t>;

// A plain graph has none, nor a file where `as_of` is missing.
bool has_date(const Census& census) { return census.as_of != Date{}; }

// ---- for people ----

// One line of the report: words to the left, a figure to the right; without a figure it is a heading or a sentence.
struct Row {
  std::string words, figure;
  std::size_t indent = 0;
};

std::size_t words_width(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) {
    if (!row.figure.empty()) widest = std::max(widest, row.indent + count_code_points(row.words));
  }
  return widest;
}

std::size_t figure_width(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) widest = std::max(widest, count_code_points(row.figure));
  return widest;
}

std::string aligned(const std::vector<Row>& rows) {
  const std::size_t words = words_width(rows);
  const std::size_t figures = figure_width(rows);
  std::string out;
  for (const Row& row : rows) {
    out += std::string(row.indent, ' ') + row.words;
    if (!row.figure.empty()) {
      const std::size_t used = row.indent + count_code_points(row.words) + count_code_points(row.figure);
      out += std::string(words + 2 + figures - used, ' ') + row.figure;
    }
    out += '\n';
  }
  return out;
}

std::size_t count_of(const Counts& counts, const std::string& code) {
  const auto found = counts.find(code);
  return found == counts.end() ? 0 : found->second;
}

// The report is written row by row; the writer holds what every row needs.
class InfoText {
 public:
  InfoText(const Census& census, const Network& network, const Taxonomy& taxonomy, const Texts& texts,
           const std::string& filter)
      : census_(census), network_(network), taxonomy_(taxonomy), texts_(texts), filter_(filter) {}

  std::string written() {
    heading();
    actors();
    agreements();
    parties();
    not_known();
    return aligned(rows_);
  }

 private:
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }
  std::string share(std::size_t n, std::size_t all) const {
    return texts_.tr("info.share", {{"n", number(n)}, {"all", number(all)}});
  }
  void say(std::string words, std::size_t indent = 0) { rows_.push_back({std::move(words), {}, indent}); }
  void gap() { rows_.push_back({}); }
  void count(std::string words, std::size_t n, std::size_t indent = 0) {
    rows_.push_back({std::move(words), number(n), indent});
  }
  void count_share(std::string words, std::size_t n, std::size_t all, std::size_t indent = 0) {
    rows_.push_back({std::move(words), share(n, all), indent});
  }

  // In the taxonomy's order, then the codes it does not know, as they are.
  template <class T>
  void count_terms(const Terms<T>& terms, const Counts& counts) {
    for (const T& term : terms.rows()) {
      const std::size_t n = count_of(counts, term.code);
      if (n > 0) count(term.label.in(texts_.language()), n, 2);
    }
    for (const auto& [code, n] : counts) {
      if (!terms.has(code)) count(displayable(code), n, 2);
    }
  }

  void heading() {
    say(displayable(network_.title.empty() ? census_.id : network_.title + " (" + census_.id + ")"));
    say(has_date(census_) ? texts_.tr("info.as_of", {{"date", to_string(census_.as_of)}}) : texts_.tr("info.no_as_of"));
    if (network_.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!filter_.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", filter_}})));
  }

  void actors() {
    gap();
    count(texts_.tr("info.actors"), census_.actors);
    count_terms(taxonomy_.groups, census_.actors_by_group);
  }

  void agreements() {
    gap();
    count(texts_.tr("info.agreements"), census_.agreements);
    count(texts_.tr("info.agreements_active"), census_.agreements_active, 2);
    if (census_.agreements == 0) return;
    gap();
    say(texts_.tr("info.by_area"));
    for (const Area& area : taxonomy_.areas.rows()) {
      const std::size_t n = count_of(census_.agreements_by_area, area.code);
      if (n > 0) count(area.code + " " + area.label.in(texts_.language()), n, 2);
    }
    for (const auto& [code, n] : census_.agreements_by_area) {
      if (!taxonomy_.areas.has(code)) count(displayable(code), n, 2);
    }
    gap();
    say(texts_.tr("info.by_form"));
    count_terms(taxonomy_.forms, census_.agreements_by_form);
    gap();
    say(texts_.tr("info.by_status"));
    count_terms(taxonomy_.statuses, census_.agreements_by_status);
  }

  void parties() {
    gap();
    count(texts_.tr("info.parties"), census_.parties);
    count_terms(taxonomy_.states, census_.party_states);
    count(texts_.tr("info.ties"), census_.ties);
    const std::size_t municipalities = count_of(census_.actors_by_type, "municipality");
    count_share(texts_.tr("info.municipalities_with_tie"), census_.municipalities_with_tie, municipalities);
  }

  // What is missing is said as plainly as what is there: a planner must not read silence as a "no".
  void not_known() {
    gap();
    say(texts_.tr("info.unknown_title"));
    const std::size_t all = census_.agreements;
    count_share(texts_.tr("info.without_agreement"), census_.actors_without_agreement, census_.actors, 2);
    count_share(texts_.tr("info.without_from"), all - census_.agreements_with_from, all, 2);
    count_share(texts_.tr("info.without_to"), all - census_.agreements_with_to, all, 2);
    count_share(texts_.tr("info.status_unknown"), count_of(census_.agreements_by_status, "unknown"), all, 2);
    count_share(texts_.tr("info.state_unknown"), count_of(census_.party_states, "unknown"), census_.parties, 2);
    answers();
  }

  // References to nothing are told as errors, and are no one actor.
  static void add_known(const std::vector<ActorRef>& actors, std::unordered_set<ActorId>& into) {
    for (const ActorRef& actor : actors) {
      if (actor.id.is_set()) into.insert(actor.id);
    }
  }

  void answers() {
    std::unordered_set<ActorId> asked, answered;
    bool has_register = false;
    if (network_.coverage) {
      for (const Survey& survey : network_.coverage->surveys) {
        add_known(survey.asked, asked);
        add_known(survey.answered, answered);
      }
      for (const Register& record : network_.coverage->registers) has_register |= record.complete.value_or(false);
    }
    asked.insert(answered.begin(), answered.end());
    if (!asked.empty()) count_share(texts_.tr("info.surveys"), answered.size(), asked.size(), 2);
    if (census_.actors_without_agreement > 0) say(texts_.tr("info.without_agreement_means"));
    if (asked.empty() && !has_register) say(texts_.tr("info.no_surveys"));
  }

  const Census& census_;
  const Network& network_;
  const Taxonomy& taxonomy_;
  const Texts& texts_;
  const std::string& filter_;
  std::vector<Row> rows_;
};

// ---- for programs ----

void put_counts(JsonText& json, std::string_view name, const Counts& counts) {
  json.key(name).begin_object();
  for (const auto& [code, n] : counts) json.key(code).number(n);
  json.end_object();
}

void put_actors(JsonText& json, const Census& census) {
  json.key("actors").begin_object().key("total").number(census.actors);
  put_counts(json, "by_group", census.actors_by_group);
  put_counts(json, "by_type", census.actors_by_type);
  json.key("without_agreement").number(census.actors_without_agreement).end_object();
}

void put_agreements(JsonText& json, const Census& census) {
  json.key("agreements").begin_object();
  json.key("total").number(census.agreements).key("active").number(census.agreements_active);
  put_counts(json, "by_form", census.agreements_by_form);
  put_counts(json, "by_area", census.agreements_by_area);
  put_counts(json, "by_status", census.agreements_by_status);
  json.key("with_from").number(census.agreements_with_from).key("with_to").number(census.agreements_with_to);
  json.end_object();
}

std::string census_json(const Census& census) {
  JsonText json;
  json.begin_object().key("id").text(census.id).key("as_of");
  has_date(census) ? json.text(to_string(census.as_of)) : json.null();
  put_actors(json, census);
  put_agreements(json, census);
  json.key("parties").number(census.parties).key("ties").number(census.ties);
  put_counts(json, "party_states", census.party_states);
  json.key("municipalities_with_tie").number(census.municipalities_with_tie).end_object();
  return std::move(json).finished();
}

}  // namespace

std::string info_text(const Census& census, const Network& network, const Taxonomy& taxonomy, const Texts& texts,
                      const std::string& filter) {
  return InfoText(census, network, taxonomy, texts, filter).written();
}

std::string info_json(const Census& census) { return census_json(census); }

std::string info_text(const EdgeList& graph, const std::string& name, const Texts& texts) {
  return texts.tr("info.plain_graph", {{"file", displayable(name)}}) + "\n\n" +
         aligned({{texts.tr("info.graph_nodes"), texts.number(static_cast<long long>(graph.names.size()))},
                  {texts.tr("info.graph_edges"), texts.number(static_cast<long long>(graph.edges.size()))}});
}

std::string info_json(const EdgeList& graph, const std::string& name) {
  Census census;
  census.id = name;
  census.actors = census.actors_without_agreement = graph.names.size();
  census.ties = graph.edges.size();
  return census_json(census);
}

}  // namespace samverka
