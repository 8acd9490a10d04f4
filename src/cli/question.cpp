// samverka question: one of the questions that planners ask, answered in words and rows; without a number, their list.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>

#include "app/questions/questions.h"
#include "base/collate.h"
#include "base/utf8.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"

namespace samverka {
namespace {

constexpr std::size_t usual_rows = 10;

std::string listed(const Texts& texts) {
  std::string out;
  for (const PlannerQuestion& question : planner_questions()) {
    const std::string number = std::to_string(question.number);
    out += std::string(3 - number.size(), ' ') + number + "  " + texts.tr(question.text) + '\n';
  }
  return out;
}

Result<const PlannerQuestion*> question_of(const std::string& word) {
  int number = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = fault == std::errc() && end == word.data() + word.size();
  const PlannerQuestion* question = is_number ? find_question(number) : nullptr;
  if (!question) return wrong_use({"usage.no_question", {{"word", word}}});
  return question;
}

bool is_county(const std::string& word) {
  return word.size() == 2 && word.find_first_not_of("0123456789") == std::string::npos;
}

// A county's code, the id of an agreement where the question takes one, or anything that names an actor.
Result<Done> take_place(const std::string& word, const PlannerQuestion& question, const Network& network,
                        const NetworkIndex& index, QuestionAsk& ask) {
  if (word.empty()) return Done{};
  if (question.takes_agreement) ask.agreement = index.agreement(word);
  if (ask.agreement.is_set()) return Done{};
  if (is_county(word)) {
    ask.place = word;
    return check_place(network, index, word);
  }
  const auto actor = actor_of(word, network, index);
  if (!actor) return actor.problem();
  ask.actor = *actor;
  return Done{};
}

Result<QuestionAsk> ask_of(const Words& words, const PlannerQuestion& question, const Taxonomy& taxonomy,
                           const JudgedNetwork& judged) {
  const Network& network = judged.network();
  const NetworkIndex index(network);
  QuestionAsk ask;
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return filter.problem();
  const auto area = area_of(words, taxonomy);
  if (!area) return area.problem();
  ask.filter = shown_filter(*filter);
  ask.area = *area;
  ask.day = judged.day;
  if (words.find("--rules")) {
    ask.rules = std::make_shared<const RuleSet>(judged.rules);
    ask.rules_file = words.value_or("--rules", "");
  }
  const Result<Done> placed = take_place(words.second, question, network, index, ask);
  if (!placed) return placed.problem();
  return ask;
}

// Of the county that was named, if any: who could be asked about, so that the way on is there to be copied.
std::string example_of(const PlannerQuestion& question, const Network& network, const QuestionAsk& ask) {
  const Actor* first = nullptr;
  for (const Actor& actor : network.actors) {
    const bool is_here = ask.place.empty() || actor.county == ask.place.substr(0, 2);
    if (actor.type != "municipality" || !is_here) continue;
    if (!first || swedish_less(actor.shown_name(), first->shown_name())) first = &actor;
  }
  if (!first) return {};
  return question.place == PlaceNeed::county ? first->county : first->key;
}

Problem lacking_problem(std::string_view missing, const std::string& example, const Texts& texts) {
  if (example.empty()) return wrong_use({std::string(missing), {}});
  return wrong_use({"usage.question_needs", {{"what", texts.tr(missing)}, {"example", example}}});
}

// Rows as lines with a bar between cells: a table as wide as a title would break every terminal.
void write_table(const QuestionTable& table, std::size_t most, const Texts& texts, std::string& out) {
  if (table.rows.empty()) return;
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string words;
    for (std::size_t i = 0; i < cells.size(); ++i) words += (i == 0 ? "  " : " | ") + displayable(cells[i]);
    out += words + '\n';
  };
  out += '\n' + table.title + '\n';
  line(table.columns);
  for (std::size_t i = 0; i < std::min(most, table.rows.size()); ++i) line(table.rows[i].cells);
  if (table.rows.size() <= most) return;
  const auto left = static_cast<long long>(table.rows.size() - most);
  out += "  " + texts.tr("told.and_more", {{"n", texts.number(left)}}) + '\n';
}

std::string as_text(const QuestionAnswer& answer, const Network& network, std::size_t most, const Texts& texts) {
  std::string out = std::to_string(answer.number) + ". " + answer.question + '\n';
  if (!answer.place.empty()) out += answer.place + '\n';
  out += texts.tr("info.as_of", {{"date", to_string(answer.day)}}) + '\n';
  if (network.is_synthetic()) out += texts.tr("caption.illustrative") + '\n';
  if (!answer.filter_words.empty()) {
    out += displayable(texts.tr("caption.filter", {{"filter", answer.filter_words}})) + '\n';
  }
  out += '\n';
  for (const std::string& sentence : answer.sentences) out += displayable(sentence) + '\n';
  for (const QuestionTable& table : answer.tables) write_table(table, most, texts, out);
  out += '\n' + counts_in_words(answer.counts, texts) + '\n';
  for (const std::string& note : answer.notes) out += note + '\n';
  return out;
}

void put_texts(JsonText& json, const std::vector<std::string>& texts) {
  json.begin_list();
  for (const std::string& text : texts) json.text(text);
  json.end_list();
}

void put_row(JsonText& json, const QuestionTable& table, const QuestionRow& row) {
  json.begin_object().key("table").text(table.title).key("cells");
  put_texts(json, row.cells);
  json.key("ids");
  put_texts(json, row.ids);
  json.end_object();
}

std::string as_json(const QuestionAnswer& answer) {
  JsonText json;
  json.begin_object();
  json.key("question").number(static_cast<std::size_t>(answer.number));
  json.key("title").text(answer.question);
  json.key("place").text(answer.place);
  json.key("as_of").text(to_string(answer.day));
  json.key("filter").text(to_words(answer.filter));
  json.key("sentences");
  put_texts(json, answer.sentences);
  json.key("all").number(answer.counts.all);
  json.key("asked").number(answer.counts.asked);
  json.key("answered").number(answer.counts.answered);
  json.key("partly_asked").number(answer.counts.partly_asked);
  json.key("partly_answered").number(answer.counts.partly_answered);
  json.key("unknown").number(answer.counts.unknown).key("unknown_of").text(answer.counts.unknown_words);
  json.key("columns").begin_list();
  for (const QuestionTable& table : answer.tables) {
    json.begin_object().key("table").text(table.title).key("columns");
    put_texts(json, table.columns);
    json.end_object();
  }
  json.end_list();
  json.key("rows").begin_list();
  for (const QuestionTable& table : answer.tables) {
    for (const QuestionRow& row : table.rows) put_row(json, table, row);
  }
  json.end_list();
  json.key("notes");
  put_texts(json, answer.notes);
  json.end_object();
  return std::move(json).finished();
}

}  // namespace

Exit run_question(Terminal& terminal, const Words& words) {
  const Texts& texts = terminal.texts();
  if (words.first.empty()) return terminal.print(listed(texts));
  const auto question = question_of(words.first);
  if (!question) return terminal.tell(question.problem());
  const auto top = count_of(words, "--top", 1'000'000, usual_rows);
  if (!top) return terminal.tell(top.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, *day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const auto ask = ask_of(words, **question, terminal.assets().taxonomy, *judged);
  if (!ask) return terminal.tell(ask.problem());
  const std::string_view missing = lacking(**question, network, *ask);
  if (!missing.empty()) {
    return terminal.tell(lacking_problem(missing, example_of(**question, network, *ask), texts));
  }
  const Result<Assets> with_map = load_assets(true);  // counties are called what the map calls them
  const Assets& assets = with_map ? *with_map : terminal.assets();
  QuestionAnswer answer = answer_question(**question, network, assets, texts, *ask);
  if ((*question)->place == PlaceNeed::none && !words.second.empty()) {
    answer.notes.push_back(texts.tr("question.note.whole", {{"place", displayable(words.second)}}));
  }
  return worse(judged->file.exit,
               terminal.print(words.has("--json") ? as_json(answer)
                                                  : as_text(answer, network, *top == 0 ? SIZE_MAX : *top, texts)));
}

}  // namespace samverka
