#include "io/secret_words.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "io/json_scan.h"
#include "io/json_text.h"
#include "io/reference_walk.h"

namespace samverka {
namespace {

constexpr std::string_view in_its_place = "…";
constexpr std::size_t least_name = 4;  // characters; shorter ones are part of too many other words

// Small letters, byte for byte as long: A to Z, and À to Þ, of which each is two bytes and differs in the second.
std::string small_letters(std::string_view text) {
  std::string small(text);
  bool after_c3 = false;
  for (char& c : small) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') c = static_cast<char>(byte + 0x20);
    if (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97) c = static_cast<char>(byte + 0x20);
    after_c3 = byte == 0xC3;
  }
  return small;
}

// A letter or digit, or a byte of a letter beyond ASCII.
bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool is_joint(char c) { return c == '-' || c == '_' || c == '.'; }

// Is what stands before or after, from `at` in steps of `step`, no part of the same word? A dash or a dot joins two
// parts of an id, and ends a sentence.
bool is_border(std::string_view text, std::size_t at, int step) {
  if (at >= text.size()) return true;
  if (is_of_word(text[at])) return false;
  if (!is_joint(text[at])) return true;
  const std::size_t beyond = step > 0 ? at + 1 : at - 1;  // before the beginning it is larger than the text
  return beyond >= text.size() || !is_of_word(text[beyond]);
}

// A web address as it may stand in a text: without "https://www." and the last slash.
std::string_view bare_address(std::string_view web) {
  if (const auto at = web.find("://"); at != web.npos) web.remove_prefix(at + 3);
  if (web.starts_with("www.")) web.remove_prefix(4);
  while (web.ends_with('/')) web.remove_suffix(1);
  return web;
}

// Names with true, other words with false.
template <class Visit>
void each_word(const Actor& actor, Visit&& visit) {
  for (const std::string* name : {&actor.name, &actor.short_name, &actor.name_en}) visit(*name, true);
  visit(bare_address(actor.web), true);
  visit(actor.key, false);
  if (!actor.ids) return;
  for (const std::string* id :
       {&actor.ids->school_unit_code, &actor.ids->org_number, &actor.ids->hsa_id, &actor.ids->wikidata}) {
    visit(*id, false);
  }
}

// Every text of a row, whatever it is called.
class WordRemoval : public OtherMembers {
 public:
  static constexpr bool is_writing = false;
  explicit WordRemoval(const SecretWords& words) : words_(words) {}

  std::size_t changed() const { return changed_; }

  template <class Row>
  void whole(Row& row) {
    members(*this, row);
    extra(row.extra);
  }
  void extra(Extra& extra) {
    if (extra.empty()) return;
    Extra::Members changed = *extra.members;
    const std::size_t before = changed_;
    for (auto& [name, raw] : changed) {
      if (name != Extra::whole_row && words_.take_from(name)) ++changed_;
      if (words_.take_from_json(raw)) ++changed_;
    }
    if (changed_ != before) extra.members = std::make_shared<const Extra::Members>(std::move(changed));
  }
  void raw(std::string& json) {
    if (words_.take_from_json(json)) ++changed_;
  }
  void one(std::string& text) {
    if (words_.take_from(text)) ++changed_;
  }

  void text(std::string_view, std::string& value, Need = Need::optional) { one(value); }
  void texts(std::string_view, std::vector<std::string>& values, Need = Need::optional) {
    for (std::string& value : values) one(value);
  }
  void texts(std::string_view name, std::optional<std::vector<std::string>>& values, Need = Need::optional) {
    if (values) texts(name, *values);
  }
  template <class Tag>
  void reference(std::string_view, Reference<Tag>& ref, Need = Need::optional) {
    one(ref.unresolved);
  }
  template <class Tag>
  void references(std::string_view, std::vector<Reference<Tag>>& refs) {
    for (Reference<Tag>& ref : refs) one(ref.unresolved);
  }
  template <class Tag>
  void one_or_more(std::string_view name, std::vector<Reference<Tag>>& refs, bool) {
    references(name, refs);
  }
  template <class Row>
  void object(std::string_view, std::optional<Row>& row) {
    if (row) whole(*row);
  }
  template <class Row>
  void rows(std::string_view, std::vector<Row>& rows, Need = Need::optional) {
    for (Row& row : rows) whole(row);
  }
  void position(std::string_view, const std::optional<LatLon>&, Extra& kept) { extra(kept); }

 private:
  const SecretWords& words_;
  std::size_t changed_ = 0;
};

template <class Row>
void take_out_of(Table<Row>& rows, WordRemoval& removal) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t before = removal.changed();
    Row row = rows[i];
    removal.whole(row);
    if (removal.changed() != before) rows.mutable_row(i) = std::move(row);
  }
}

}  // namespace

std::size_t SecretWords::slot(std::string_view two) {
  return static_cast<std::size_t>(static_cast<unsigned char>(two[0])) * 256 + static_cast<unsigned char>(two[1]);
}

void SecretWords::add(std::string_view word, Found found) {
  std::string small = small_letters(normalized_nfc(word));
  if (small.size() < 2) return;  // a single sign names nobody
  if (count_code_points(small) < least_name) found = Found::by_itself;
  const std::size_t begin = slot(small);
  begins_.set(begin);
  std::vector<std::size_t>& alike = by_begin_[begin];
  const auto place = std::find_if(alike.begin(), alike.end(),
                                  [&](std::size_t other) { return words_[other].text.size() < small.size(); });
  alike.insert(place, words_.size());
  words_.push_back({std::move(small), found});
}

const SecretWords::Word* SecretWords::word_at(std::string_view small, std::size_t at) const {
  if (at + 2 > small.size() || !begins_.test(slot(small.substr(at)))) return nullptr;
  for (const std::size_t i : by_begin_.at(slot(small.substr(at)))) {
    const Word& word = words_[i];
    if (small.compare(at, word.text.size(), word.text) != 0) continue;
    if (word.found == Found::anywhere) return &word;
    if (is_border(small, at - 1, -1) && is_border(small, at + word.text.size(), 1)) return &word;
  }
  return nullptr;
}

bool SecretWords::replace_in(std::string& text) const {
  const std::string small = small_letters(text);
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = 0; at + 1 < small.size(); ++at) {
    const Word* word = word_at(small, at);
    if (!word) continue;
    out.append(text, kept, at - kept).append(in_its_place);
    at += word->text.size() - 1;
    kept = at + 1;
  }
  if (kept == 0) return false;
  text = out.append(text, kept);
  return true;
}

bool SecretWords::take_from(std::string& text) const {
  const bool is_changed = replace_in(text);
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return is_changed;
  }
  std::string composed = normalized_nfc(text);
  if (composed == text || !replace_in(composed)) return is_changed;
  text = std::move(composed);
  return true;
}

bool SecretWords::take_from_json(std::string& json) const {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = json.find('"'); at != json.npos; at = json.find('"', at)) {
    std::size_t end = at + 1;
    while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
    std::string text = without_escapes(std::string_view(json).substr(at + 1, std::min(end, json.size()) - at - 1));
    if (take_from(text)) {
      out.append(json, kept, at - kept).append(json_quoted(text));
      kept = end + 1;
    }
    at = end + 1;
    if (at >= json.size()) break;
  }
  if (kept == 0) return false;
  json = out.append(json, std::min(kept, json.size()));
  return true;
}

std::string SecretWords::without_ids(std::string_view key) const {
  const std::string small = small_letters(key);
  std::string out;
  for (std::size_t at = 0; at < small.size();) {
    const Word* found = nullptr;
    if (at + 2 <= small.size() && begins_.test(slot(std::string_view(small).substr(at))) &&
        (at == 0 || !is_of_word(small[at - 1]))) {
      for (const std::size_t i : by_begin_.at(slot(std::string_view(small).substr(at)))) {
        const std::string& word = words_[i].text;
        const bool ends = at + word.size() >= small.size() || !is_of_word(small[at + word.size()]);
        if (word.size() > 2 && small.compare(at, word.size(), word) == 0 && ends) found = found ? found : &words_[i];
      }
    }
    out += found ? 'x' : key[at];
    at += found ? found->text.size() : 1;
  }
  return out;
}

SecretWords secret_words(const Network& network, const std::vector<bool>& is_gone) {
  std::unordered_set<std::string> of_others;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    if (is_gone[i]) continue;
    each_word(network.actors[i],
              [&](std::string_view word, bool) { of_others.insert(small_letters(normalized_nfc(word))); });
  }
  SecretWords words;
  std::unordered_set<std::string> has;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    if (!is_gone[i]) continue;
    each_word(network.actors[i], [&](std::string_view word, bool is_name) {
      std::string small = small_letters(normalized_nfc(word));
      if (of_others.count(small) > 0 || !has.insert(std::move(small)).second) return;
      words.add(word, is_name ? SecretWords::Found::anywhere : SecretWords::Found::by_itself);
    });
  }
  return words;
}

std::size_t take_words_out(Network& network, const SecretWords& words) {
  WordRemoval removal(words);
  for (std::string* text : {&network.title, &network.license}) removal.one(*text);
  removal.extra(network.extra);
  take_out_of(network.sources, removal);
  take_out_of(network.actors, removal);
  take_out_of(network.agreements, removal);
  for (Milestone& row : network.milestones) removal.whole(row);
  if (!network.coverage) return removal.changed();
  Coverage& coverage = *network.coverage;
  removal.raw(coverage.scope);
  removal.extra(coverage.extra);
  for (Survey& row : coverage.surveys) removal.whole(row);
  for (Register& row : coverage.registers) removal.whole(row);
  return removal.changed();
}

}  // namespace samverka
