#include "i18n/texts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace samverka {
namespace {

constexpr std::string_view narrow_no_break_space = "\u202F";
constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view no_value = "–";

std::string missing(std::string_view key) { return "⟦" + std::string(key) + "⟧"; }

const std::string* find_argument(const TextArgs& args, std::string_view name) {
  const auto found = std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
  return found == args.end() ? nullptr : &found->second;
}

// One pass, so that a value which itself holds braces (a name from a file) is never filled in again. A placeholder
// without a value stays as it is written, where an eye finds it.
std::string filled_in(std::string_view sentence, const TextArgs& args) {
  std::string out;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const std::size_t open = sentence.find('{', at);
    const std::size_t close = open == sentence.npos ? sentence.npos : sentence.find('}', open);
    if (close == sentence.npos) break;
    const std::string* value = find_argument(args, sentence.substr(open + 1, close - open - 1));
    out += sentence.substr(at, open - at);
    out += value ? std::string_view(*value) : sentence.substr(open, close - open + 1);
    at = close + 1;
  }
  out += sentence.substr(at);
  return out;
}

std::string grouped_by_thousands(std::string digits, std::string_view separator) {
  for (std::size_t left = digits.size(); left > 3; left -= 3) digits.insert(left - 3, separator);
  return digits;
}

Problem broken_texts(std::string code, const std::string& language, std::string reason) {
  Problem problem = error(std::move(code), {"problem.texts", {{"reason", std::move(reason)}}}, Exit::usage);
  problem.file = "assets/lang/" + language + ".json";
  return problem;
}

}  // namespace

Result<Texts> Texts::parse(std::string_view json, std::string language) {
  const auto tree = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (tree.is_discarded()) return broken_texts("E_PARSE", language, "JSON");
  if (!tree.is_object()) return broken_texts("E_TYPE", language, "{}");
  Texts texts;
  for (const auto& [key, value] : tree.items()) {
    if (!value.is_string()) return broken_texts("E_TYPE", language, key);
    texts.texts_.emplace(key, value.get<std::string>());
  }
  texts.language_ = std::move(language);
  return texts;
}

bool Texts::has(std::string_view key) const { return texts_.count(std::string(key)) > 0; }

std::string Texts::tr(std::string_view key, const TextArgs& args) const {
  const auto found = texts_.find(std::string(key));
  return found == texts_.end() ? missing(key) : filled_in(found->second, args);
}

std::string Texts::plural(std::string_view key, long long n, TextArgs args) const {
  args.emplace_back("n", number(n));
  return tr(std::string(key) + (n == 1 && !hides(n) ? ".one" : ".other"), args);
}

Texts Texts::hiding_below(long long least, std::string words) const {
  Texts texts = *this;
  texts.hidden_below_ = least;
  texts.hidden_words_ = std::move(words);
  return texts;
}

std::string Texts::number(long long n) const { return hides(n) ? hidden_words_ : figures(n); }

std::string Texts::figures(long long n) const {
  const bool is_negative = n < 0;
  const auto magnitude = is_negative ? 0ULL - static_cast<unsigned long long>(n) : static_cast<unsigned long long>(n);
  const std::string_view separator = language_ == "en" ? "," : narrow_no_break_space;
  return std::string(is_negative ? minus_sign : "") + grouped_by_thousands(std::to_string(magnitude), separator);
}

std::string Texts::decimal(double value, int decimals) const {
  if (!std::isfinite(value) || std::abs(value) > 1e15) return std::string(no_value);
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", std::clamp(decimals, 0, 15), std::abs(value));
  const std::string_view written = text;
  const std::size_t point = std::min(written.find_first_of(".,"), written.size());
  std::string out = figures(std::stoll(std::string(written.substr(0, point))));
  if (point < written.size()) {
    out += language_ == "en" ? '.' : ',';
    out += written.substr(point + 1);
  }
  const bool is_zero = written.find_first_of("123456789") == written.npos;
  return value < 0 && !is_zero ? std::string(minus_sign) + out : out;
}

std::string Texts::date(PartialDate date) const { return to_string(date); }

}  // namespace samverka
