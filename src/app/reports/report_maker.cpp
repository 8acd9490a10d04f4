#include "app/reports/report_maker.h"

#include <algorithm>

#include "analysis/area_record.h"
#include "analysis/situation.h"
#include "app/filter_words.h"
#include "app/matrix_maker.h"
#include "app/questions/questions.h"
#include "app/record_words.h"
#include "app/restricted_network.h"
#include "base/collate.h"
#include "i18n/percent.h"
#include "report/gaps_report.h"
#include "report/told.h"

namespace samverka {
namespace {

Filter filter_of_place(Filter filter, const std::string& place) {
  for (const FilterClause& clause : filter_for_place(place).clauses) filter.clauses.push_back(clause);
  return filter;
}

std::string county_of_place(const Network& network, const std::string& place) {
  if (!place.empty()) return place.substr(0, 2);
  const std::vector<std::string> counties = counties_to_report(network);
  return counties.size() == 1 ? counties.front() : std::string();
}

// Digits as the program writes them, or nothing.
bool is_figure(std::string_view cell) {
  constexpr std::string_view narrow_space = "\u202F", dash = "–";
  if (cell == dash) return true;
  for (std::size_t i = 0; i < cell.size();) {
    const bool is_space = cell.substr(i).starts_with(narrow_space);
    if (!is_space && (cell[i] < '0' || cell[i] > '9')) return false;
    i += is_space ? narrow_space.size() : 1;
  }
  return true;
}

void align_numbers(PaperTable& table) {
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    bool has_any = false, are_all = true;
    for (const std::vector<std::string>& row : table.rows) {
      has_any = has_any || !row[column].empty();
      are_all = are_all && is_figure(row[column]);
    }
    table.columns[column].is_number = has_any && are_all;
  }
}

}  // namespace

ReportMaker::ReportMaker(const Network& shared, const Assets& with, const Texts& in, const ReportRequest& asked,
                         Progress& progress)
    : network(shared),
      index(shared),
      assets(with),
      taxonomy(with.taxonomy),
      texts(in),
      ask(asked),
      rules(asked.rules ? *asked.rules : with.rules),
      day(asked.on.value_or(shared.as_of)),
      place(asked.place),
      county(county_of_place(shared, asked.place)),
      actor(asked.place.size() == 4 ? index.municipality(asked.place) : ActorId()),
      filter(filter_of_place(asked.filter, asked.place)),
      told_filter(filter),
      progress_(progress) {
  paper.language = texts.language();
}

// ---- words ----

std::string ReportMaker::plural(std::string_view key, std::size_t n, const TextArgs& args) const {
  return texts.plural(key, static_cast<long long>(n), args);
}

std::string ReportMaker::name(ActorId of) const { return told_name(network, of); }

std::string ReportMaker::names(std::span<const ActorId> of, std::size_t most) const {
  return told_names(network, of, most, texts);
}

std::string ReportMaker::title(AgreementId of) const {
  const Agreement& agreement = network.agreement(of);
  return agreement.title.empty() ? agreement.key : agreement.title;
}

std::string ReportMaker::area_words(const AreaCode& area) const { return told_area(taxonomy, area, texts.language()); }

std::string ReportMaker::share(std::size_t some, std::size_t all) const {
  const TextArgs args = {{"some", number(some)}, {"all", number(all)}};
  const auto hides = [&](std::size_t n) { return texts.hides(static_cast<long long>(n)); };
  if (all < least_for_percent || hides(some) || hides(all - some)) return tr("question.share.few", args);
  const double part = static_cast<double>(some) / static_cast<double>(all);
  return tr("question.share", {args[0], args[1], {"percent", percent_words(texts, part, part)}});
}

std::string ReportMaker::place_words() const {
  if (is_municipality()) return name(actor);
  if (!is_whole()) return county_name(assets, network, index, texts, county);
  return network.title.empty() ? network.id : network.title;
}

std::string ReportMaker::filter_words(const Filter& of) const {
  return tr("caption.filter", {{"filter", filter_in_plain_words(of, assets, texts)}});
}

// ---- what is found ----

const std::vector<ActorId>& ReportMaker::municipalities() {
  if (municipalities_) return *municipalities_;
  std::vector<ActorId> found;
  const Filter of_place = filter_for_place(place);
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    if (is_municipality_row(network.actors[i], taxonomy, of_place, day)) found.emplace_back(i);
  }
  std::sort(found.begin(), found.end(), [&](ActorId a, ActorId b) {
    return swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
  municipalities_ = std::move(found);
  return *municipalities_;
}

const SubNetwork& ReportMaker::part() {
  if (!part_) part_ = restrict(network, taxonomy, filter, day);
  return *part_;
}

const Census& ReportMaker::census() {
  if (!census_) census_ = take_census(restricted_network(network, taxonomy, filter), taxonomy, day);
  return *census_;
}

const GapAnalysis& ReportMaker::whole_gaps() {
  if (!whole_gaps_) whole_gaps_ = find_gaps(network, index, taxonomy, rules, day);
  return *whole_gaps_;
}

const GapAnalysis& ReportMaker::gaps() {
  if (gaps_) return *gaps_;
  const Filter of_place = filter_for_place(place);
  gaps_ = only_subjects(whole_gaps(), network, rules,
                        [&](const Actor& subject) { return of_place.accepts(subject, taxonomy, &network); });
  return *gaps_;
}

const WeakPoints& ReportMaker::weak() {
  if (weak_) return *weak_;
  WeakQuestion question;
  question.filter = ask.filter;
  question.day = day;
  question.place = place;
  weak_ = weak_points(network, index, taxonomy, question);
  return *weak_;
}

Filter ReportMaker::filter_of_county() const { return is_whole() ? filter : filter_of_place(ask.filter, county); }

const Matrix& ReportMaker::areas() {
  if (areas_) return *areas_;
  const Filter of_county = filter_of_county();
  const SubNetwork shown = restrict(network, taxonomy, of_county, day);
  const MatrixSource source{network, index, assets, shown, of_county, day, rules, nullptr, {}};
  MatrixLook look;
  look.rows = county.empty() ? MatrixRows::counties : MatrixRows::municipalities;
  areas_ = make_matrix(source, look, look.rows).value_or(Matrix{});
  area_rows_ = matrix_row_names(source, *areas_, texts);
  return *areas_;
}

const std::vector<std::string>& ReportMaker::area_rows() {
  areas();
  return area_rows_;
}

QuestionAnswer ReportMaker::answer(int question) {
  QuestionAsk about;
  about.filter = ask.filter;
  about.day = day;
  about.place = place;
  about.rules = ask.rules;
  about.rules_file = ask.rules_file;
  return answer_question(*find_question(question), network, assets, texts, about);
}

// ---- blocks ----

void ReportMaker::heading(int level, std::string words, bool starts_page) {
  add(PaperHeading{level, std::move(words), starts_page});
}

void ReportMaker::say(std::string words) {
  if (!words.empty()) add(PaperParagraph{std::move(words)});
}

void ReportMaker::list(std::vector<std::string> items, bool is_numbered) {
  if (!items.empty()) add(PaperList{std::move(items), is_numbered});
}

PaperTable ReportMaker::table(std::string caption, std::initializer_list<std::string_view> columns) const {
  PaperTable made;
  made.caption = std::move(caption);
  for (const std::string_view column : columns) made.columns.push_back({tr(column), false});
  return made;
}

void ReportMaker::add_table(PaperTable from, std::size_t most) {
  align_numbers(from);
  const std::size_t all = from.rows.size();
  if (all > most) {
    from.rows.resize(most);
    const std::string note = tr("report.first_rows", {{"shown", number(most)}, {"all", number(all)}});
    from.note += (from.note.empty() ? "" : " ") + note;
  }
  add(std::move(from));
}

void ReportMaker::tell_tables(const QuestionAnswer& answered, std::size_t most) {
  for (const QuestionTable& each : answered.tables) {
    if (!each.rows.empty()) add_table(paper_table(each), most);
  }
}

void ReportMaker::tell(const QuestionAnswer& answered, std::size_t most) {
  std::string sentences;
  for (const std::string& sentence : answered.sentences) sentences += (sentences.empty() ? "" : " ") + sentence;
  say(std::move(sentences));
  tell_tables(answered, most);
  std::string notes;
  for (const std::string& note : answered.notes) notes += (notes.empty() ? "" : " ") + note;
  say(std::move(notes));
}

PaperTable paper_table(const QuestionTable& from) {
  PaperTable made;
  made.caption = from.title;
  for (const std::string& column : from.columns) made.columns.push_back({column, false});
  for (const QuestionRow& row : from.rows) made.rows.push_back(row.cells);
  return made;
}

}  // namespace samverka
