#include "app/sheet_names.h"

#include <array>
#include <set>

#include "app/record_words.h"
#include "base/collate.h"
#include "model/network_index.h"

namespace samverka {
namespace {

struct MemberWords {
  RowSheet sheet;
  const char* member;
  const char* key;  // text key
};

constexpr auto all_words = std::to_array<MemberWords>({
    {RowSheet::actors, "name", "table.name"},
    {RowSheet::actors, "short_name", "table.short_name"},
    {RowSheet::actors, "type", "table.type"},
    {RowSheet::actors, "subtype", "table.subtype"},
    {RowSheet::actors, "county", "table.county"},
    {RowSheet::actors, "municipality", "table.municipality"},
    {RowSheet::actors, "population", "table.population"},
    {RowSheet::actors, "ownership", "table.ownership"},
    {RowSheet::actors, "parent", "table.parent"},
    {RowSheet::actors, "provenance/method", "table.method"},
    {RowSheet::actors, "provenance/recorded", "table.recorded"},
    {RowSheet::actors, "id", "table.id"},
    {RowSheet::actors, "web", "form.web"},
    {RowSheet::actors, "note", "form.note"},
    {RowSheet::actors, "provenance/source", "form.source"},
    {RowSheet::agreements, "title", "table.title"},
    {RowSheet::agreements, "form", "table.form"},
    {RowSheet::agreements, "areas", "table.areas"},
    {RowSheet::agreements, "status", "table.status"},
    {RowSheet::agreements, "valid/from", "table.from"},
    {RowSheet::agreements, "valid/to", "table.to"},
    {RowSheet::agreements, "valid/notice_months", "form.notice_months"},
    {RowSheet::agreements, "target_groups", "form.target_groups"},
    {RowSheet::agreements, "perspectives", "form.perspectives"},
    {RowSheet::agreements, "under", "form.under"},
    {RowSheet::agreements, "note", "form.note"},
    {RowSheet::agreements, "provenance/source", "form.source"},
    {RowSheet::agreements, "provenance/method", "table.method"},
    {RowSheet::agreements, "provenance/recorded", "table.recorded"},
    {RowSheet::agreements, "provenance/confidence", "table.confidence"},
    {RowSheet::agreements, "id", "table.id"},
    {RowSheet::parties, "actor", "table.actor"},
    {RowSheet::parties, "agreement", "table.agreement"},
    {RowSheet::parties, "role", "table.role"},
    {RowSheet::parties, "state", "table.state"},
    {RowSheet::parties, "from", "table.from"},
    {RowSheet::parties, "to", "table.to"},
    {RowSheet::parties, "sub_body", "table.sub_body"},
    {RowSheet::parties, "service", "table.service"},
    {RowSheet::parties, "note", "form.note"},
});

// Two places of one name are neither.
void add_place(std::unordered_map<std::string, std::string>& places, const std::string& name, const std::string& code) {
  if (name.empty() || code.empty()) return;
  const auto [at, is_new] = places.emplace(folded(name), code);
  if (!is_new && at->second != code) at->second = name;
}

}  // namespace

SheetNames sheet_names(const Assets& assets, const Network& network) {
  SheetNames names;
  const NetworkIndex index(network);
  std::set<std::string> counties;  // also those on no map
  for (const Actor& row : network.actors) counties.insert(row.county);
  for (const Texts* texts : {&assets.sv, &assets.en}) {
    for (const MemberWords& words : all_words) {
      names.headings[static_cast<std::size_t>(words.sheet)].emplace(folded(texts->tr(words.key)), words.member);
    }
    for (const MapShapes::Place& place : assets.shapes.counties) {
      counties.insert(place.code);
    }
    for (const std::string& code : counties) {
      add_place(names.counties, county_name(assets, network, index, *texts, code), code);
    }
  }
  for (const MapShapes::Place& place : assets.shapes.counties) add_place(names.counties, place.name, place.code);
  for (const MapShapes::Place& place : assets.shapes.municipalities) {
    add_place(names.municipalities, place.name, place.code);
  }
  for (const Actor& row : network.actors) {
    if (row.type != "municipality") continue;
    add_place(names.municipalities, row.name, row.municipality);
    add_place(names.municipalities, row.shown_name(), row.municipality);
  }
  return names;
}

std::string member_words(RowSheet sheet, std::string_view member, const Texts& texts) {
  for (const MemberWords& words : all_words) {
    if (words.sheet == sheet && words.member == member) return texts.tr(words.key);
  }
  return std::string(member);
}

}  // namespace samverka
