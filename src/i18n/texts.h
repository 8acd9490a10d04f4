#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace samverka {

using TextArgs = std::vector<std::pair<std::string, std::string>>;

// The words of one language (assets/lang/sv.json, en.json): a flat object of key → sentence with {placeholders}.
// A count picks its form: keys "x.one" and "x.other".
class Texts {
 public:
  // E_PARSE or E_TYPE when the file is not a flat object of strings.
  static Result<Texts> parse(std::string_view json, std::string language);

  const std::string& language() const { return language_; }
  bool has(std::string_view key) const;
  // The sentence; the key itself in ⟦brackets⟧ where it is missing, so that a test and an eye find it.
  std::string tr(std::string_view key, const TextArgs& args = {}) const;
  std::string tr(const Message& message) const { return tr(message.key, message.args); }
  // {n} is the count, written the language's way.
  std::string plural(std::string_view key, long long n, TextArgs args = {}) const;
  // "2 238" (narrow no-break space) in Swedish, "2,238" in English; `words` instead of what is hidden.
  std::string number(long long n) const;
  // The same words, with counts from 1 to `least` - 1 told as `words` ("färre än 5"): for what is handed to others and
  // must not single anybody out.
  Texts hiding_below(long long least, std::string words) const;
  bool hides(long long n) const { return 0 < n && n < hidden_below_; }
  std::string decimal(double value, int decimals) const;  // "16,6" / "16.6"
  std::string date(PartialDate date) const;               // 2025-12-31 in both, as precise as it is known
  const std::unordered_map<std::string, std::string>& all() const { return texts_; }

 private:
  std::string figures(long long n) const;

  std::string language_;
  long long hidden_below_ = 0;
  std::string hidden_words_;
  std::unordered_map<std::string, std::string> texts_;
};

}  // namespace samverka
