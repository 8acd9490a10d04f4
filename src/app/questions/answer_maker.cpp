#include "app/questions/answer_maker.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "analysis/area_record.h"
#include "analysis/county_ties.h"
#include "analysis/matrix.h"
#include "analysis/observed.h"
#include "analysis/situation.h"
#include "app/filter_words.h"
#include "app/record_words.h"
#include "base/collate.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "i18n/percent.h"
#include "report/gaps_report.h"
#include "report/told.h"

namespace samverka {
namespace {

std::string county_asked(const Network& network, const QuestionAsk& ask) {
  if (ask.place.size() >= 2) return ask.place.substr(0, 2);
  return ask.actor.is_set() ? county_of(network, ask.actor) : std::string();
}

// Who asks of a county and has chosen a municipality means its county. Somebody else stands for the county it is in.
std::string place_asked(const PlannerQuestion& question, const Network& network, const QuestionAsk& ask) {
  if (question.place == PlaceNeed::none) return {};
  if (question.place == PlaceNeed::county) return county_asked(network, ask);
  if (!ask.place.empty() || !ask.actor.is_set()) return ask.place;
  const Actor& actor = network.actor(ask.actor);
  return actor.type == "municipality" ? municipality_code(actor) : county_of(network, ask.actor);
}

ActorId actor_asked(const NetworkIndex& index, const QuestionAsk& ask) {
  if (ask.actor.is_set()) return ask.actor;
  return ask.place.size() == 4 ? index.municipality(ask.place) : ActorId();
}

std::vector<ActorId> municipalities_of(const Network& network, const Taxonomy& taxonomy, const std::string& place,
                                       Date day) {
  std::vector<ActorId> found;
  const Filter filter = filter_for_place(place);
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    if (is_municipality_row(network.actors[i], taxonomy, filter, day)) found.emplace_back(i);
  }
  std::sort(found.begin(), found.end(), [&](ActorId a, ActorId b) {
    return swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
  return found;
}

std::vector<bool> belonging_to(const Network& network, const NetworkIndex& index, const std::string& place) {
  std::vector<bool> is_of(network.actors.size(), true);
  if (place.empty()) return is_of;
  const std::vector<Belonging> found = actors_of_place(network, index, place);
  for (std::size_t i = 0; i < is_of.size(); ++i) is_of[i] = found[i] != Belonging::none;
  return is_of;
}

}  // namespace

AnswerMaker::AnswerMaker(const PlannerQuestion& question, const Network& of, const Assets& with, const Texts& in,
                         const QuestionAsk& asked)
    : network(of),
      index(of),
      assets(with),
      taxonomy(with.taxonomy),
      texts(in),
      ask(asked),
      rules(asked.rules ? *asked.rules : with.rules),
      day(asked.day),
      place(place_asked(question, of, asked)),
      county(county_asked(of, asked)),
      actor(actor_asked(index, asked)),
      municipalities_(municipalities_of(of, with.taxonomy, place, asked.day)),
      is_of_place_(belonging_to(of, index, place)) {
  answer.number = question.number;
  answer.question = tr(question.text);
  answer.day = day;
  answer.filter = ask.filter;
  for (const FilterClause& clause : filter_for_place(place).clauses) answer.filter.clauses.push_back(clause);
  const bool is_about_actor = question.place == PlaceNeed::municipality || question.place == PlaceNeed::actor;
  if (place.size() == 2 && !is_about_actor) {
    answer.place = county_name(assets, network, index, texts, place);
  } else if (actor.is_set() && (is_about_actor || !place.empty())) {
    answer.place = name(actor);
  }
  answer.show.filter = answer.filter;
  answer.show.day = day;
}

std::string AnswerMaker::plural(std::string_view key, std::size_t n, const TextArgs& args) const {
  return texts.plural(key, static_cast<long long>(n), args);
}

std::string AnswerMaker::name(ActorId of) const { return told_name(network, of); }

std::string AnswerMaker::title(AgreementId of) const {
  const Agreement& row = network.agreement(of);
  return displayable(row.title.empty() ? row.key : row.title);
}

std::string AnswerMaker::area_words(const AreaCode& area) const { return told_area(taxonomy, area, texts.language()); }

std::string AnswerMaker::areas_of(const Agreement& agreement) const {
  std::string words;
  for (const AreaCode& area : agreement.areas) words += (words.empty() ? "" : ", ") + displayable(area);
  return words.empty() ? tr("question.not_noted") : words;
}

std::string AnswerMaker::until(const Agreement& agreement) const {
  if (!agreement.valid || agreement.valid->end == Validity::End::not_known) return tr("question.not_noted");
  return agreement.valid->end == Validity::End::open ? tr("question.open_ended") : texts.date(agreement.valid->to);
}

std::string AnswerMaker::date(const PartialDate& of) const {
  return of.is_set() ? texts.date(of) : tr("question.not_noted");
}

std::string AnswerMaker::names(std::span<const ActorId> actors, std::size_t most) const {
  return told_names(network, actors, most, texts);
}

std::string AnswerMaker::share(std::size_t some, std::size_t all, std::size_t unknown) const {
  TextArgs args = {{"some", number(some)}, {"all", number(all)}};
  const auto hides = [&](std::size_t n) { return texts.hides(static_cast<long long>(n)); };
  const bool would_tell = hides(some) || hides(unknown) || hides(all - some);  // a percentage, of what is hidden
  if (all < least_for_percent || would_tell) return tr("question.share.few", args);
  const auto part = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(all); };
  args.emplace_back("percent", percent_words(texts, part(some), part(some + unknown)));
  return tr("question.share", args);
}

bool AnswerMaker::is_of_place(ActorId who) const { return is_of_place_[who.value]; }

const SubNetwork& AnswerMaker::part() {
  if (!part_) part_ = restrict(network, taxonomy, ask.filter, day);
  return *part_;
}

std::vector<AgreementId> AnswerMaker::agreements_of_place() {
  std::vector<AgreementId> found;
  for (const Participation& p : part().participations) {
    if (is_of_place(p.actor) && (found.empty() || found.back() != p.agreement)) found.push_back(p.agreement);
  }
  return found;
}

std::vector<OwnAgreement> AnswerMaker::own_agreements() {
  std::vector<OwnAgreement> own = agreements_of(network, index, actor, day);
  const std::vector<AgreementId>& shown = part().agreements;
  std::erase_if(own, [&](const OwnAgreement& row) { return !std::binary_search(shown.begin(), shown.end(), row.id); });
  return own;
}

QuestionTable& AnswerMaker::table(std::string_view title_key, std::initializer_list<std::string_view> columns) {
  QuestionTable made;
  made.title = tr(title_key);
  for (const std::string_view column : columns) made.columns.push_back(tr(column));
  answer.tables.push_back(std::move(made));
  return answer.tables.back();
}

QuestionRow AnswerMaker::row(ActorId about, std::vector<std::string> cells, std::span<const AgreementId> on) const {
  QuestionRow made{std::move(cells), network.actor(about).key, {}};
  made.ids.push_back(made.shows);
  for (const AgreementId agreement : on) made.ids.push_back(network.agreement(agreement).key);
  return made;
}

QuestionRow AnswerMaker::row(AgreementId about, std::vector<std::string> cells, std::span<const ActorId> on) const {
  QuestionRow made{std::move(cells), network.agreement(about).key, {}};
  made.ids.push_back(made.shows);
  for (const ActorId who : on) made.ids.push_back(network.actor(who).key);
  return made;
}

// Municipalities by the surveys that `speaks` wants: how many are asked, and how many have answered.
template <class Speaks>
std::pair<std::size_t, std::size_t> AnswerMaker::asked_by(Speaks speaks) const {
  const auto is_listed = [](const std::vector<ActorRef>& list, ActorId who) {
    return std::any_of(list.begin(), list.end(), [&](const ActorRef& ref) { return ref.id == who; });
  };
  std::size_t asked = 0, answered = 0;
  const std::span<const Survey> surveys = network.coverage ? network.coverage->surveys : std::span<const Survey>();
  for (const ActorId who : municipalities_) {
    bool is_asked = false, has_answered = false;
    for (const Survey& survey : surveys) {
      const bool is_later = survey.date.is_set() && survey.date.earliest() > day;
      if (is_later || !speaks(survey)) continue;
      has_answered |= is_listed(survey.answered, who);
      is_asked |= has_answered || is_listed(survey.asked, who);
    }
    asked += is_asked ? 1 : 0;
    answered += has_answered ? 1 : 0;
  }
  return {asked, answered};
}

void AnswerMaker::count_answers(const AreaCode& area) {
  const auto speaks = [&](const Survey& survey) { return area.empty() || is_about(survey.areas, taxonomy, area); };
  answer.counts.all = municipalities_.size();
  std::tie(answer.counts.asked, answer.counts.answered) = asked_by(speaks);
  count_partly_asked(area);
}

void AnswerMaker::count_partly_asked(const AreaCode& area) {
  if (area.empty()) return;
  const auto speaks_of_part = [&](const Survey& survey) {
    if (!survey.areas || is_about(survey.areas, taxonomy, area)) return false;
    return std::any_of(survey.areas->begin(), survey.areas->end(),
                       [&](const AreaCode& part) { return taxonomy.area_matches(area, part); });
  };
  std::tie(answer.counts.partly_asked, answer.counts.partly_answered) = asked_by(speaks_of_part);
}

void AnswerMaker::count_unknown(std::size_t n, std::string_view unit_key) {
  answer.counts.unknown = n;
  answer.counts.unknown_words = plural(unit_key, n);
}

void AnswerMaker::warn_of_silence() {
  if (2 * answer.counts.answered < answer.counts.all) note("question.note.silence");
}

void AnswerMaker::tell_norms() {
  if (ask.rules) note("question.norms.own", {{"file", displayable(name_of(ask.rules_file))}});
}

GapAnalysis AnswerMaker::judged(const RuleSet& by) {
  answer.filter = filter_for_place(place);
  const bool is_county = is_county_code(place);
  return only_subjects(find_gaps(network, index, taxonomy, by, day), network, by, [&](const Actor& who) {
    return place.empty() || (is_county ? who.county : who.municipality) == place;
  });
}

}  // namespace samverka
