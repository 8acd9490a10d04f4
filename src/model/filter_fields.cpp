#include "model/filter_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "base/collate.h"

namespace samverka {
namespace {

using enum FilterSubject;
using Kind = FilterKind;

constexpr auto all_keys = std::to_array<FilterKey>({
    {"group", actor},
    {"type", actor},
    {"subtype", actor},
    {"county", actor},
    {"municipality", actor},
    {"ownership", actor},
    {"municipality_group", actor},
    {"id", actor, Kind::identity},
    {"form", agreement},
    {"area", agreement},
    {"service_area", agreement},
    {"target_group", agreement},
    {"perspective", agreement},
    {"status", agreement},
    {"method", agreement},
    {"confidence", agreement},
    {"sourced", agreement},
    {"role", party},
    {"state", party},
    {"service", party},
    {"name", actor, Kind::text},
    {"short_name", actor, Kind::text},
    {"name_en", actor, Kind::text},
    {"population", actor, Kind::number},
    {"serves", actor, Kind::text},
    {"parent", actor, Kind::reference},
    {"members", actor, Kind::reference},
    {"functions", actor, Kind::text},
    {"flags", actor, Kind::text},
    {"sensitive", actor, Kind::flag},
    {"position", actor, Kind::flag},
    {"web", actor, Kind::text},
    {"municipality_code", actor, Kind::text},
    {"county_code", actor, Kind::text},
    {"school_unit_code", actor, Kind::text},
    {"org_number", actor, Kind::text},
    {"hsa_id", actor, Kind::text},
    {"nuts", actor, Kind::text},
    {"lau", actor, Kind::text},
    {"wikidata", actor, Kind::text},
    {"actor.valid.from", actor, Kind::date},
    {"actor.valid.to", actor, Kind::date},
    {"actor.note", actor, Kind::text},
    {"actor.source", actor, Kind::reference},
    {"actor.method", actor, Kind::text},
    {"actor.recorded", actor, Kind::date},
    {"actor.confidence", actor, Kind::number},
    {"agreement.id", agreement, Kind::text},
    {"title", agreement, Kind::text},
    {"legal_basis", agreement, Kind::text},
    {"valid.from", agreement, Kind::date},
    {"valid.to", agreement, Kind::date},
    {"valid.review", agreement, Kind::date},
    {"valid.notice_months", agreement, Kind::number},
    {"valid.renewal", agreement, Kind::text},
    {"covers", agreement, Kind::text},
    {"parties", agreement, Kind::number},
    {"under", agreement, Kind::reference},
    {"supersedes", agreement, Kind::reference},
    {"founds", agreement, Kind::reference},
    {"note", agreement, Kind::text},
    {"source", agreement, Kind::reference},
    {"recorded", agreement, Kind::date},
    {"funding.amount", agreement, Kind::number},
    {"funding.year", agreement, Kind::number},
    {"funding.from", agreement, Kind::reference},
    {"funding.to", agreement, Kind::reference},
    {"funding.currency", agreement, Kind::text},
    {"funding.period", agreement, Kind::text},
    {"duties.kind", agreement, Kind::text},
    {"duties.due", agreement, Kind::date},
    {"duties.by", agreement, Kind::reference},
    {"duties.to", agreement, Kind::reference},
    {"duties.text", agreement, Kind::text},
    {"party.actor", party, Kind::reference},
    {"party.from", party, Kind::date},
    {"party.to", party, Kind::date},
    {"party.sub_body", party, Kind::text},
    {"party.on_behalf_of", party, Kind::reference},
    {"party.note", party, Kind::text},
    {"party.source", party, Kind::reference},
    {"party.recorded", party, Kind::date},
    {"party.confidence", party, Kind::number},
    {"during", agreement, Kind::period},
});

using Index = std::unordered_map<std::string_view, const FilterKey*>;

Index made_index() {
  Index index;
  for (const FilterKey& key : all_keys) index.emplace(key.name, &key);
  // Plural member names of the format are accepted too: who writes `areas=A4` means the same.
  for (const std::string_view plural : {"areas", "service_areas", "target_groups", "perspectives"}) {
    index.emplace(plural, index.at(plural.substr(0, plural.size() - 1)));
  }
  return index;
}

void say(FieldValues& values, std::string_view words) {
  if (!words.empty()) values.push_back({std::string(words)});
}
void add(FieldValues& values, const std::string& words) { say(values, words); }
void add(FieldValues& values, const std::vector<std::string>& list) {
  for (const std::string& words : list) say(values, words);
}
void add(FieldValues& values, PartialDate date) {
  if (date.is_set()) values.push_back({to_string(date), {}, date});
}
void add(FieldValues& values, double number) { values.push_back({{}, number}); }
void add(FieldValues& values, const std::optional<std::int64_t>& number) {
  if (number) add(values, static_cast<double>(*number));
}
void add(FieldValues& values, const std::optional<bool>& flag) {
  if (flag) say(values, *flag ? "yes" : "no");
}
void add_end(FieldValues& values, Validity::End end, PartialDate to) {
  if (end == Validity::End::open) say(values, "open");
  if (end == Validity::End::date) add(values, to);
}

FieldValue found(const ActorRef& ref, const Network* network) {
  if (!ref.id.is_set() || !network) return {ref.unresolved};
  return {network->actor(ref.id).key, {}, {}, network->actor(ref.id).name};
}
FieldValue found(const AgreementRef& ref, const Network* network) {
  if (!ref.id.is_set() || !network) return {ref.unresolved};
  return {network->agreement(ref.id).key, {}, {}, network->agreement(ref.id).title};
}
FieldValue found(const SourceRef& ref, const Network* network) {
  if (!ref.id.is_set() || !network || ref.id.value >= network->sources.size()) return {ref.unresolved};
  return {network->sources[ref.id.value].key, {}, {}, network->sources[ref.id.value].title};
}
template <class Tag>
void add(FieldValues& values, const Reference<Tag>& ref, const Network* network) {
  if (ref.id.is_set() || !ref.unresolved.empty()) values.push_back(found(ref, network));
}
template <class Ref>
void add(FieldValues& values, const std::vector<Ref>& refs, const Network* network) {
  for (const Ref& ref : refs) add(values, ref, network);
}

// ---- what is alike of actors, agreements and parties; the key without the row's name ----

bool add_validity(const std::optional<Validity>& valid, std::string_view key, FieldValues& values) {
  if (key != "valid.from" && key != "valid.to" && key != "valid.review" && key != "valid.renewal" &&
      key != "valid.notice_months") {
    return false;
  }
  if (!valid) return true;
  if (key == "valid.from") add(values, valid->from);
  if (key == "valid.to") add_end(values, valid->end, valid->to);
  if (key == "valid.review") add(values, valid->review);
  if (key == "valid.renewal") add(values, valid->renewal);
  if (key == "valid.notice_months") add(values, valid->notice_months);
  return true;
}

bool add_provenance(const std::optional<Provenance>& from, std::string_view key, const Network* network,
                    FieldValues& values) {
  if (key != "source" && key != "method" && key != "recorded" && key != "confidence") return false;
  if (!from) return true;
  if (key == "source") add(values, from->source, network);
  if (key == "method") add(values, from->method);
  if (key == "recorded") add(values, from->recorded);
  if (key == "confidence" && from->confidence) add(values, *from->confidence);
  return true;
}

bool add_official(const std::optional<OfficialIds>& ids, std::string_view key, FieldValues& values) {
  struct Member {
    std::string_view key;
    std::string OfficialIds::*of;
  };
  static constexpr auto members = std::to_array<Member>({
      {"municipality_code", &OfficialIds::municipality_code},
      {"county_code", &OfficialIds::county_code},
      {"school_unit_code", &OfficialIds::school_unit_code},
      {"org_number", &OfficialIds::org_number},
      {"hsa_id", &OfficialIds::hsa_id},
      {"nuts", &OfficialIds::nuts},
      {"lau", &OfficialIds::lau},
      {"wikidata", &OfficialIds::wikidata},
  });
  const auto member = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
  if (member == members.end()) return false;
  if (ids) add(values, *ids.*(member->of));
  return true;
}

bool add_funding(const Agreement& row, std::string_view key, const Network* network, FieldValues& values) {
  if (!key.starts_with("funding.")) return false;
  for (const Funding& funding : row.funding) {
    if (key == "funding.amount") add(values, funding.amount);
    if (key == "funding.year") add(values, funding.year);
    if (key == "funding.from") add(values, funding.from, network);
    if (key == "funding.to") add(values, funding.to, network);
    if (key == "funding.currency") add(values, funding.currency);
    if (key == "funding.period") add(values, funding.period);
  }
  return true;
}

bool add_duties(const Agreement& row, std::string_view key, const Network* network, FieldValues& values) {
  if (!key.starts_with("duties.")) return false;
  for (const Duty& duty : row.duties) {
    if (key == "duties.kind") add(values, duty.kind);
    if (key == "duties.due") add(values, duty.due);
    if (key == "duties.by") add(values, duty.by, network);
    if (key == "duties.to") add(values, duty.to, network);
    if (key == "duties.text") add(values, duty.text);
  }
  return true;
}

// ---- tests ----

// The same words are folded for row after row.
const std::string& folded_once(const std::string& words) {
  thread_local std::unordered_map<std::string, std::string> known;
  if (known.size() > 256) known.clear();
  const auto [at, is_new] = known.try_emplace(words);
  if (is_new) at->second = folded(words);
  return at->second;
}

bool is_named(const FilterKey& key, const FieldValue& value, const std::string& wanted) {
  if (key.kind == Kind::number) {
    const auto number = parse_number(wanted);
    return number && value.number && *number == *value.number;
  }
  if (key.kind != Kind::date || !value.date.is_set()) return value.words == wanted;
  const auto date = parse_partial_date(wanted);
  return date && date->earliest() <= value.date.earliest() && value.date.latest() <= date->latest();
}

bool contains(const FieldValue& value, const std::string& wanted) {
  const std::string& part = folded_once(wanted);
  return folded(value.words).find(part) != std::string::npos || folded(value.name).find(part) != std::string::npos;
}

template <class T>
bool is_ordered(FilterTest test, T least, T most, T wanted_least, T wanted_most) {
  if (test == FilterTest::below) return most < wanted_least;
  if (test == FilterTest::at_most) return most <= wanted_most;
  if (test == FilterTest::above) return least > wanted_most;
  return least >= wanted_least;
}

bool is_ordered(const FilterClause& clause, const FieldValue& value) {
  const std::string& wanted = clause.values.front();
  if (value.date.is_set()) {
    const auto date = parse_partial_date(wanted);
    return date &&
           is_ordered(clause.test, value.date.earliest(), value.date.latest(), date->earliest(), date->latest());
  }
  const auto number = parse_number(wanted);
  return number && value.number && is_ordered(clause.test, *value.number, *value.number, *number, *number);
}

std::string_view without_owner(std::string_view key, std::string_view owner) {
  return key.starts_with(owner) ? key.substr(owner.size()) : key;
}

}  // namespace

std::span<const FilterKey> filter_keys() { return all_keys; }

const FilterKey* filter_key(std::string_view name) {
  static const Index index = made_index();
  const auto found_at = index.find(name);
  return found_at == index.end() ? nullptr : found_at->second;
}

bool takes(const FilterKey& key, FilterTest test) {
  if (test == FilterTest::is) return true;
  if (key.kind == Kind::period) return false;
  const bool has_order = key.kind == Kind::number || key.kind == Kind::date || key.name == "confidence";
  if (test != FilterTest::contains) return has_order;
  return !has_order && key.kind != Kind::flag;
}

std::optional<double> parse_number(std::string_view words) {
  double number = 0;
  const auto [end, problem] = std::from_chars(words.data(), words.data() + words.size(), number);
  const bool is_whole = problem == std::errc() && end == words.data() + words.size() && std::isfinite(number);
  return is_whole ? std::optional(number) : std::nullopt;
}

bool add_field_values(const Actor& row, std::string_view key, const Network* network, FieldValues& values) {
  const std::string_view own = without_owner(key, "actor.");
  if (own != key && own == "note") return add(values, row.note), true;
  if (own != key) return add_validity(row.valid, own, values) || add_provenance(row.provenance, own, network, values);
  if (key == "name") return add(values, row.name), true;
  if (key == "short_name") return add(values, row.short_name), true;
  if (key == "name_en") return add(values, row.name_en), true;
  if (key == "population") return add(values, row.population), true;
  if (key == "serves") return add(values, row.serves), true;
  if (key == "parent") return add(values, row.parent, network), true;
  if (key == "members") return add(values, row.members, network), true;
  if (key == "functions") return add(values, row.functions), true;
  if (key == "flags") return add(values, row.flags), true;
  if (key == "sensitive") return add(values, row.sensitive), true;
  if (key == "position") return say(values, row.position ? "yes" : "no"), true;
  if (key == "web") return add(values, row.web), true;
  return add_official(row.ids, key, values);
}

bool add_field_values(const Agreement& row, std::string_view key, const Network* network, FieldValues& values) {
  if (key == "agreement.id") return add(values, row.key), true;
  if (key == "title") return add(values, row.title), true;
  if (key == "legal_basis") return add(values, row.legal_basis), true;
  if (key == "covers") return say(values, row.covers ? word(*row.covers) : ""), true;
  if (key == "parties") return add(values, static_cast<double>(row.parties.size())), true;
  if (key == "under") return add(values, row.under, network), true;
  if (key == "supersedes") return add(values, row.supersedes, network), true;
  if (key == "founds") return add(values, row.founds, network), true;
  if (key == "note") return add(values, row.note), true;
  if (key == "method") return false;  // a code
  return add_validity(row.valid, key, values) || add_provenance(row.provenance, key, network, values) ||
         add_funding(row, key, network, values) || add_duties(row, key, network, values);
}

bool add_field_values(const Party& row, std::string_view key, const Network* network, FieldValues& values) {
  const std::string_view own = without_owner(key, "party.");
  if (own == key) return false;
  if (own == "actor") return add(values, row.actor, network), true;
  if (own == "from") return add(values, row.from), true;
  if (own == "to") return add_end(values, row.end, row.to), true;
  if (own == "sub_body") return add(values, row.sub_body), true;
  if (own == "on_behalf_of") return add(values, row.on_behalf_of, network), true;
  if (own == "note") return add(values, row.note), true;
  return add_provenance(row.provenance, own, network, values);
}

bool word_passes(const FilterClause& clause, std::string_view word) {
  FieldValues values;
  if (clause.test == FilterTest::is || word != unrecorded) values.push_back({std::string(word)});
  return field_passes(clause, {}, values);
}

bool field_passes(const FilterClause& clause, const FilterKey& key, const FieldValues& values) {
  const auto any_named = [&](auto&& meets) {
    return std::any_of(values.begin(), values.end(), [&](const FieldValue& value) {
      return std::any_of(clause.values.begin(), clause.values.end(),
                         [&](const std::string& wanted) { return meets(value, wanted); });
    });
  };
  if (clause.test == FilterTest::is) {
    const bool is_silent =
        values.empty() && std::find(clause.values.begin(), clause.values.end(), unrecorded) != clause.values.end();
    return (is_silent || any_named([&](const auto& v, const auto& w) { return is_named(key, v, w); })) !=
           clause.negated;
  }
  if (clause.test == FilterTest::contains) return any_named(contains) != clause.negated;
  return std::any_of(values.begin(), values.end(), [&](const FieldValue& v) { return is_ordered(clause, v); });
}

}  // namespace samverka
