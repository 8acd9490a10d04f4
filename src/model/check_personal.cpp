#include "base/date.h"
#include "model/soundness_parts.h"

namespace samverka {
namespace {

bool is_number_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_number_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// YYMMDD or YYYYMMDD. The month tells it from an organisation number, whose third digit is 2 or more. A coordination
// number has 60 added to its day.
bool is_birth_date(std::string_view digits) {
  if (digits.size() == 8 && digits.substr(0, 2) != "19" && digits.substr(0, 2) != "20") return false;
  const std::string_view month_day = digits.substr(digits.size() - 4);
  const int day = number(month_day.substr(2));
  return is_calendar_day(2000, number(month_day.substr(0, 2)), day > 60 ? day - 60 : day);  // 2000: 29 February may be
}

std::size_t digit_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_number_digit(text[end])) ++end;
  return end - at;
}

// A run of digits that is, with or without a sign before the last four, a date and four digits.
bool is_personal_number(std::string_view text, std::size_t at, std::size_t run) {
  if (run == 10 || run == 12) return is_birth_date(text.substr(at, run - 4));
  if (run != 6 && run != 8) return false;
  const std::size_t sign = at + run;
  if (sign >= text.size() || (text[sign] != '-' && text[sign] != '+')) return false;
  return digit_run(text, sign + 1) == 4 && is_birth_date(text.substr(at, run));
}

bool has_personal_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = digit_run(text, at);
    if (run >= 6 && is_personal_number(text, at, run)) return true;
    at += run + 1;
  }
  return false;
}

bool has_mail_address(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const bool has_name = at > 0 && (is_alphanumeric(text[at - 1]) || static_cast<signed char>(text[at - 1]) < 0);
    std::size_t end = at + 1;
    while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
    const std::string_view domain = text.substr(at + 1, end - at - 1);
    const std::size_t dot = domain.find('.');
    if (has_name && dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size()) return true;
  }
  return false;
}

class Texts {
 public:
  Texts(RowPlace row, Findings& findings) : row_(std::move(row)), findings_(findings) {}
  void look_at(const std::string& text, std::string_view where) {
    if (text.size() < 5 || !looks_personal(text)) return;
    RowPlace place = row_;
    place.where += where;
    findings_.warning("W_PERSONAL", "problem.personal", {}, std::move(place));
  }

 private:
  RowPlace row_;
  Findings& findings_;
};

void check_actor(const Actor& actor, std::size_t row, Findings& findings) {
  Texts texts(in_actor(row, ""), findings);
  texts.look_at(actor.name, "/name");
  texts.look_at(actor.short_name, "/short_name");
  texts.look_at(actor.name_en, "/name_en");
  texts.look_at(actor.note, "/note");
}

void check_agreement(const Agreement& agreement, std::size_t row, Findings& findings) {
  Texts texts(in_agreement(row, ""), findings);
  texts.look_at(agreement.title, "/title");
  texts.look_at(agreement.note, "/note");
  for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
    const Party& party = agreement.parties[i];
    if (party.sub_body.empty() && party.note.empty()) continue;
    Texts inside(in_agreement(row, "/parties/" + std::to_string(i)), findings);
    inside.look_at(party.sub_body, "/sub_body");
    inside.look_at(party.note, "/note");
  }
  for (std::size_t i = 0; i < agreement.duties.size(); ++i) {
    texts.look_at(agreement.duties[i].text, "/duties/" + std::to_string(i) + "/text");
  }
}

template <class Rows>
void check_titles(const Rows& rows, const std::string& where, Findings& findings) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Texts(in_network(where + std::to_string(i)), findings).look_at(rows[i].title, "/title");
  }
}

}  // namespace

bool looks_personal(std::string_view text) { return has_mail_address(text) || has_personal_number(text); }

void check_personal(const Network& network, Findings& findings) {
  Texts(in_network(""), findings).look_at(network.title, "/title");
  check_titles(network.milestones, "/milestones/", findings);
  if (network.coverage) {
    check_titles(network.coverage->surveys, "/coverage/surveys/", findings);
    check_titles(network.coverage->registers, "/coverage/registers/", findings);
  }
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    Texts texts(in_source(i, ""), findings);
    texts.look_at(network.sources[i].title, "/title");
    texts.look_at(network.sources[i].note, "/note");
  }
  for (std::size_t i = 0; i < network.actors.size(); ++i) check_actor(network.actors[i], i, findings);
  for (std::size_t i = 0; i < network.agreements.size(); ++i) check_agreement(network.agreements[i], i, findings);
}

}  // namespace samverka
