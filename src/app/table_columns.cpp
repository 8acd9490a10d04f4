#include "app/table_columns.h"

#include <array>
#include <cmath>

#include "analysis/lens.h"
#include "app/record_words.h"

namespace samverka {
namespace {

using Holds = TableColumn::Holds;
using Needs = ColumnReader::Needs;

CellValue unknown() { return {}; }
CellValue number_value(std::int64_t n) { return {true, n, {}}; }
CellValue code_value(std::string_view code) { return {!code.empty(), 0, code}; }

CellValue date_value(PartialDate date) {
  return date.is_set() ? number_value(date.year * 10000 + date.month * 100 + date.day) : unknown();
}

template <class Tag>
CellValue subject_value(Id<Tag> id) {
  return id.is_set() ? number_value(id.value) : unknown();
}

template <class T>
std::string label(const TableCell& cell, const Terms<T>& terms, std::string_view code) {
  return code.empty() ? std::string() : terms.label(code, cell.source.texts.language());
}

const Taxonomy& taxonomy(const TableCell& cell) { return cell.source.assets.taxonomy; }
std::string date_words(const TableCell& cell, PartialDate date) { return cell.source.texts.date(date); }
std::string number_words(const TableCell& cell, std::int64_t n) { return cell.source.texts.number(n); }

std::string name_words(const TableCell& cell, const std::string& name) {
  return name.empty() ? cell.source.texts.tr("ui.no_name") : name;
}

std::string actor_words(const TableCell& cell, ActorId id) {
  return id.is_set() ? name_words(cell, cell.source.network.actor(id).name) : std::string();
}

// "2026-12-31", "tills vidare", or nothing where the end is not known.
constexpr std::int64_t after_all_days = 99999999;
CellValue end_value(Validity::End end, PartialDate to) {
  if (end == Validity::End::open) return number_value(after_all_days);
  return end == Validity::End::date ? date_value(to) : unknown();
}
std::string end_words(const TableCell& cell, Validity::End end, PartialDate to) {
  if (end == Validity::End::open) return cell.source.texts.tr("valid.open");
  return end == Validity::End::date ? date_words(cell, to) : std::string();
}

const std::string& method_of(const std::optional<Provenance>& provenance) {
  static const std::string none;
  return provenance ? provenance->method : none;
}
PartialDate recorded_of(const std::optional<Provenance>& provenance) {
  return provenance ? provenance->recorded : PartialDate{};
}

// What the planner has written about it.
std::string own_notes(const TableCell& cell, const Key& key) {
  std::string words;
  if (!cell.source.notes) return words;
  for (const PlannerNote& note : *cell.source.notes) {
    if (note.about == key) words += (words.empty() ? "" : " · ") + note.text;
  }
  return words;
}

// ---- actors ----

const Actor& actor_of(const TableCell& cell) { return cell.source.network.actors[cell.row.index]; }

// A count of nothing where nothing is recorded is not known; beside a record, nought is nought.
CellValue count_value(const TableCell& cell, const std::vector<std::uint32_t>& counts) {
  const std::uint32_t actor = cell.row.index;
  const bool is_recorded = !cell.source.index.parties_of(ActorId(actor)).empty();
  return is_recorded ? number_value(counts[actor]) : unknown();
}

// A county council and its towns are few, and looked up by code for every row.
std::string municipality_words(const TableCell& cell, const std::string& code) {
  const ActorId municipality = cell.source.index.municipality(code);
  if (municipality.is_set()) return name_words(cell, cell.source.network.actor(municipality).shown_name());
  for (const MapShapes::Place& place : cell.source.assets.shapes.municipalities) {
    if (place.code == code) return place.name;
  }
  return code;
}

std::string county_words(const TableCell& cell, const std::string& code) {
  return county_name(cell.source.assets, cell.source.network, cell.source.index, cell.source.texts, code);
}

constexpr auto actor_columns = std::to_array<ColumnReader>({
    {{"name", "table.name", Holds::text, 15, true, true},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return number_value(c.row.index); },
     [](const TableCell& c) { return actor_words(c, ActorId(c.row.index)); }},
    {{"short_name", "table.short_name", Holds::text, 8, false, true},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).short_name); },
     [](const TableCell& c) { return actor_of(c).short_name; }},
    {{"type", "table.type", Holds::text, 9},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).type); },
     [](const TableCell& c) { return label(c, taxonomy(c).actor_types, actor_of(c).type); }},
    {{"subtype", "table.subtype", Holds::text, 9, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).subtype); },
     [](const TableCell& c) { return label(c, taxonomy(c).actor_subtypes, actor_of(c).subtype); }},
    {{"county", "table.county", Holds::text, 10},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).county); },
     [](const TableCell& c) { return county_words(c, actor_of(c).county); }},
    {{"municipality", "table.municipality", Holds::text, 7.5F},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).municipality); },
     [](const TableCell& c) { return municipality_words(c, actor_of(c).municipality); }},
    {{"population", "table.population", Holds::number, 5.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) {
       return actor_of(c).population ? number_value(*actor_of(c).population) : unknown();
     },
     [](const TableCell& c) { return actor_of(c).population ? number_words(c, *actor_of(c).population) : ""; }},
    {{"confirmed", "table.agreements_confirmed", Holds::number, 8.5F},
     Needs::agreements,
     false,
     [](const TableCell& c, std::string&) { return count_value(c, c.counts.confirmed); },
     [](const TableCell& c) { return number_words(c, c.counts.confirmed[c.row.index]); }},
    {{"unconfirmed", "table.agreements_unconfirmed", Holds::number, 9},
     Needs::agreements,
     false,
     [](const TableCell& c, std::string&) { return count_value(c, c.counts.unconfirmed); },
     [](const TableCell& c) { return number_words(c, c.counts.unconfirmed[c.row.index]); }},
    {{"partners", "table.partners", Holds::number, 5},
     Needs::partners,
     false,
     [](const TableCell& c, std::string&) { return count_value(c, c.counts.partners); },
     [](const TableCell& c) { return number_words(c, c.counts.partners[c.row.index]); }},
    {{"ownership", "table.ownership", Holds::text, 6},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).ownership); },
     [](const TableCell& c) { return label(c, taxonomy(c).ownerships, actor_of(c).ownership); }},
    {{"parent", "table.parent", Holds::text, 12},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return subject_value(actor_of(c).parent.id); },
     [](const TableCell& c) { return actor_words(c, actor_of(c).parent.id); }},
    {{"method", "table.method", Holds::text, 7},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(method_of(actor_of(c).provenance)); },
     [](const TableCell& c) { return label(c, taxonomy(c).methods, method_of(actor_of(c).provenance)); }},
    {{"recorded", "table.recorded", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return date_value(recorded_of(actor_of(c).provenance)); },
     [](const TableCell& c) { return date_words(c, recorded_of(actor_of(c).provenance)); }},
    {{"notes", "deep_notes.column", Holds::text, 14, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string& scratch) { return code_value(scratch = own_notes(c, actor_of(c).key)); },
     [](const TableCell& c) { return own_notes(c, actor_of(c).key); }},
    {{"id", "table.id", Holds::text, 9, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(actor_of(c).key); },
     [](const TableCell& c) { return actor_of(c).key; }},
});

// ---- agreements ----

const Agreement& agreement_of(const TableCell& cell) { return cell.source.network.agreements[cell.row.index]; }

std::string agreement_words(const TableCell& cell) { return name_words(cell, agreement_of(cell).title); }

std::string areas_words(const TableCell& cell) {
  std::string words;
  for (const AreaCode& area : agreement_of(cell).areas) words += (words.empty() ? "" : ", ") + area;
  return words;
}

std::string status_words(const TableCell& cell) {
  return status_in_words(agreement_of(cell), cell.source.day, taxonomy(cell), cell.source.texts);
}

PartialDate begins(const Agreement& agreement) { return agreement.valid ? agreement.valid->from : PartialDate{}; }
Validity::End end_kind(const Agreement& agreement) {
  return agreement.valid ? agreement.valid->end : Validity::End::not_known;
}
PartialDate ends(const Agreement& agreement) { return agreement.valid ? agreement.valid->to : PartialDate{}; }

std::int64_t count_ties(const TableCell& cell) {
  std::int64_t ties = 0;
  for (const Party& party : agreement_of(cell).parties) {
    ties += is_tie(agreement_of(cell), party, cell.source.day) ? 1 : 0;
  }
  return ties;
}

std::string source_words(const TableCell& cell) {
  std::string words;
  const auto& provenance = agreement_of(cell).provenance;
  if (!provenance) return words;
  for (const SourceRef& ref : provenance->source) {
    if (!ref.id.is_set()) continue;
    const Source& source = cell.source.network.sources[ref.id.value];
    words += (words.empty() ? "" : "; ") + (source.title.empty() ? source.key : source.title);
  }
  return words;
}

CellValue in_words(const std::string& words, std::string& scratch) {
  scratch = words;
  return code_value(scratch);
}

constexpr double confidence_steps = 10000;
CellValue confidence_value(const TableCell& cell) {
  const auto& provenance = agreement_of(cell).provenance;
  if (!provenance || !provenance->confidence) return unknown();
  return number_value(std::llround(*provenance->confidence * confidence_steps));
}

std::string confidence_words(const TableCell& cell) {
  const auto& provenance = agreement_of(cell).provenance;
  if (!provenance || !provenance->confidence) return {};
  return cell.source.texts.decimal(*provenance->confidence, 2);
}

// Three answers: what nobody has recorded is no answer, and stands last.
CellValue perspective_value(const TableCell& cell, std::string_view perspective) {
  const LensState state = seen_through(agreement_of(cell), perspective);
  return state == LensState::not_recorded ? unknown() : number_value(state == LensState::yes ? 1 : 0);
}

std::string perspective_words(const TableCell& cell, std::string_view perspective) {
  const LensState state = seen_through(agreement_of(cell), perspective);
  if (state == LensState::not_recorded) return {};
  return cell.source.texts.tr(state == LensState::yes ? "lens.yes" : "lens.no");
}

constexpr auto agreement_columns = std::to_array<ColumnReader>({
    {{"title", "table.title", Holds::text, 22, true, true},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return number_value(c.row.index); },
     agreement_words},
    {{"form", "table.form", Holds::text, 10},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(agreement_of(c).form); },
     [](const TableCell& c) { return label(c, taxonomy(c).forms, agreement_of(c).form); }},
    {{"areas", "table.areas", Holds::text, 7},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string& s) { return in_words(areas_words(c), s); },
     areas_words},
    {{"status", "table.status", Holds::text, 7},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string& s) { return in_words(status_words(c), s); },
     status_words},
    {{"from", "table.from", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return date_value(begins(agreement_of(c))); },
     [](const TableCell& c) { return date_words(c, begins(agreement_of(c))); }},
    {{"to", "table.to", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return end_value(end_kind(agreement_of(c)), ends(agreement_of(c))); },
     [](const TableCell& c) { return end_words(c, end_kind(agreement_of(c)), ends(agreement_of(c))); }},
    {{"parties", "table.parties", Holds::number, 4.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) {
       return number_value(static_cast<std::int64_t>(agreement_of(c).parties.size()));
     },
     [](const TableCell& c) { return number_words(c, static_cast<std::int64_t>(agreement_of(c).parties.size())); }},
    {{"confirmed", "table.parties_confirmed", Holds::number, 8.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return number_value(count_ties(c)); },
     [](const TableCell& c) { return number_words(c, count_ties(c)); }},
    {{"source", "table.source", Holds::text, 14},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string& s) { return in_words(source_words(c), s); },
     source_words},
    {{"method", "table.method", Holds::text, 7, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(method_of(agreement_of(c).provenance)); },
     [](const TableCell& c) { return label(c, taxonomy(c).methods, method_of(agreement_of(c).provenance)); }},
    {{"recorded", "table.recorded", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return date_value(recorded_of(agreement_of(c).provenance)); },
     [](const TableCell& c) { return date_words(c, recorded_of(agreement_of(c).provenance)); }},
    {{"confidence", "table.confidence", Holds::number, 6.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return confidence_value(c); },
     confidence_words},
    {{"child_rights", "lens.child_rights", Holds::text, 5.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return perspective_value(c, "P1"); },
     [](const TableCell& c) { return perspective_words(c, "P1"); }},
    {{"disability", "lens.disability", Holds::text, 7.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return perspective_value(c, "P2"); },
     [](const TableCell& c) { return perspective_words(c, "P2"); }},
    {{"gender_equality", "lens.gender_equality", Holds::text, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return perspective_value(c, "P3"); },
     [](const TableCell& c) { return perspective_words(c, "P3"); }},
    {{"notes", "deep_notes.column", Holds::text, 14, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string& scratch) { return code_value(scratch = own_notes(c, agreement_of(c).key)); },
     [](const TableCell& c) { return own_notes(c, agreement_of(c).key); }},
    {{"id", "table.id", Holds::text, 9, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(agreement_of(c).key); },
     [](const TableCell& c) { return agreement_of(c).key; }},
});

// ---- parties ----

const Party& party_of(const TableCell& cell) { return agreement_of(cell).parties[cell.row.party]; }

// An actor that the file does not have is told by the key that it is called by: below nought there are no ids.
CellValue party_actor_value(const TableCell& cell, std::string&) {
  const ActorRef& actor = party_of(cell).actor;
  if (actor.id.is_set()) return subject_value(actor.id);
  const std::int64_t its_own = std::int64_t{cell.row.index} << 24 | std::int64_t{cell.row.party};
  return actor.unresolved.empty() ? unknown() : number_value(-1 - its_own);
}
std::string party_actor_words(const TableCell& cell) {
  const ActorRef& actor = party_of(cell).actor;
  if (actor.id.is_set()) return actor_words(cell, actor.id);
  return actor.unresolved.empty() ? "" : cell.source.texts.tr("ui.unresolved", {{"key", actor.unresolved}});
}

const std::string& party_county(const TableCell& cell) {
  static const std::string none;
  const ActorId actor = party_of(cell).actor.id;
  return actor.is_set() ? cell.source.network.actor(actor).county : none;
}

bool is_confirmed(const TableCell& cell) { return is_tie(agreement_of(cell), party_of(cell), cell.source.day); }

constexpr auto party_columns = std::to_array<ColumnReader>({
    {{"actor", "table.actor", Holds::text, 15, true, true},
     Needs::nothing,
     false,
     party_actor_value,
     party_actor_words},
    {{"agreement", "table.agreement", Holds::text, 19, true, true},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return number_value(c.row.index); },
     agreement_words},
    {{"county", "table.county", Holds::text, 9, false},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(party_county(c)); },
     [](const TableCell& c) { return county_words(c, party_county(c)); }},
    {{"role", "table.role", Holds::text, 7.5F},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(party_of(c).role); },
     [](const TableCell& c) { return label(c, taxonomy(c).roles, party_of(c).role); }},
    {{"state", "table.state", Holds::text, 7},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(word(party_of(c).state_or_unknown())); },
     [](const TableCell& c) { return label(c, taxonomy(c).states, word(party_of(c).state_or_unknown())); }},
    {{"tie", "table.tie", Holds::text, 6.5F},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return number_value(is_confirmed(c) ? 1 : 0); },
     [](const TableCell& c) { return c.source.texts.tr(is_confirmed(c) ? "table.tie_yes" : "table.tie_no"); }},
    {{"from", "table.from", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return date_value(party_of(c).from); },
     [](const TableCell& c) { return date_words(c, party_of(c).from); }},
    {{"to", "table.to", Holds::date, 6},
     Needs::nothing,
     false,
     [](const TableCell& c, std::string&) { return end_value(party_of(c).end, party_of(c).to); },
     [](const TableCell& c) { return end_words(c, party_of(c).end, party_of(c).to); }},
    {{"sub_body", "table.sub_body", Holds::text, 9},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(party_of(c).sub_body); },
     [](const TableCell& c) { return party_of(c).sub_body; }},
    {{"service", "table.service", Holds::text, 8},
     Needs::nothing,
     true,
     [](const TableCell& c, std::string&) { return code_value(party_of(c).service); },
     [](const TableCell& c) { return label(c, taxonomy(c).services, party_of(c).service); }},
});

}  // namespace

std::span<const ColumnReader> column_readers(TableKind kind) {
  switch (kind) {
    case TableKind::agreements:
      return agreement_columns;
    case TableKind::parties:
      return party_columns;
    case TableKind::actors:
      break;
  }
  return actor_columns;
}

}  // namespace samverka
