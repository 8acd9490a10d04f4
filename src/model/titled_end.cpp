#include "model/titled_end.h"

#include <array>

namespace samverka {
namespace {

constexpr int first_year = 1900, final_year = 2100;

// Spaces and dashes as people and word processors write them.
constexpr auto spaces = std::to_array<std::string_view>({" ", "\u00a0", "\u2009", "\u202f"});
constexpr auto dashes =
    std::to_array<std::string_view>({"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"});

bool is_year_digit(char c) { return c >= '0' && c <= '9'; }

template <class Words>
bool skip_one(std::string_view& text, const Words& words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

// Four digits and no fifth.
std::optional<int> take_year(std::string_view& text) {
  if (text.size() < 4 || (text.size() > 4 && is_year_digit(text[4]))) return std::nullopt;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_year_digit(text[i])) return std::nullopt;
    year = 10 * year + (text[i] - '0');
  }
  text.remove_prefix(4);
  return year < first_year || year > final_year ? std::nullopt : std::optional(year);
}

std::optional<int> end_of_span(std::string_view text) {
  const std::optional<int> from = take_year(text);
  if (!from) return std::nullopt;
  while (skip_one(text, spaces)) continue;
  if (!skip_one(text, dashes)) return std::nullopt;
  while (skip_one(text, spaces)) continue;
  const std::optional<int> to = take_year(text);
  return to && *to >= *from ? to : std::nullopt;
}

}  // namespace

std::optional<int> last_year_in(std::string_view title) {
  std::optional<int> last;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!is_year_digit(title[i]) || (i > 0 && is_year_digit(title[i - 1]))) continue;
    if (const auto year = end_of_span(title.substr(i))) last = year;
  }
  return last;
}

std::optional<Date> titled_end_of(const Agreement& agreement) {
  if (agreement.status == AgreementStatus::ended) return std::nullopt;
  if (agreement.valid && agreement.valid->end != Validity::End::not_known) return std::nullopt;
  const std::optional<int> year = last_year_in(agreement.title);
  return year ? std::optional(Date{*year, 12, 31}) : std::nullopt;
}

}  // namespace samverka
