#include <algorithm>

#include "model/soundness_parts.h"
#include "model/titled_end.h"

namespace samverka {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits where the form has 'N', a digit from 2 where it has '2', and the form's own character elsewhere.
bool has_form(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char f) {
    if (f == 'N') return is_digit(c);
    return f == '2' ? c >= '2' && c <= '9' : c == f;
  });
}

void check_form(const std::string& value, std::string_view form, const RowPlace& place, Findings& findings) {
  if (value.empty() || has_form(value, form)) return;
  std::string shown_form(form);
  std::replace(shown_form.begin(), shown_form.end(), '2', 'N');
  findings.error("E_CODE", "problem.code", {{"value", value}, {"form", shown_form}}, place);
}

void check_codes(const Actor& actor, std::size_t row, Findings& findings) {
  check_form(actor.county, "NN", in_actor(row, "/county"), findings);
  check_form(actor.municipality, "NNNN", in_actor(row, "/municipality"), findings);
  for (std::size_t i = 0; i < actor.serves.size(); ++i) {
    check_form(actor.serves[i], "NNNN", in_actor(row, "/serves/" + std::to_string(i)), findings);
  }
  if (!actor.ids) return;
  check_form(actor.ids->municipality_code, "NNNN", in_actor(row, "/ids/municipality_code"), findings);
  check_form(actor.ids->county_code, "NN", in_actor(row, "/ids/county_code"), findings);
  check_form(actor.ids->school_unit_code, "NNNNNNNN", in_actor(row, "/ids/school_unit_code"), findings);
  check_form(actor.ids->org_number, "NN2NNN-NNNN", in_actor(row, "/ids/org_number"), findings);
}

// Latitude and longitude in the other order are the common mistake: such a place is on the earth, but in Yemen.
void check_position(const Actor& actor, std::size_t row, Findings& findings) {
  if (!actor.position) return;
  const LatLon here = *actor.position;
  const Findings::Args args = {{"lat", std::to_string(here.lat)}, {"lon", std::to_string(here.lon)}};
  if (is_swapped(here)) {
    findings.error("E_COORD", "problem.coord.swapped", args, in_actor(row, "/position"));
  } else if (!is_on_earth(here)) {
    findings.error("E_COORD", "problem.coord", args, in_actor(row, "/position"));
  }
}

void check_county(const Actor& actor, std::size_t row, Findings& findings) {
  if (actor.county.empty() || actor.municipality.empty()) return;
  if (actor.municipality.compare(0, actor.county.size(), actor.county) == 0) return;
  findings.warning("W_COUNTY", "problem.county", {{"municipality", actor.municipality}, {"county", actor.county}},
                   in_actor(row, "/municipality"));
}

void check_order(PartialDate from, Validity::End end, PartialDate to, const RowPlace& place, Findings& findings) {
  if (end != Validity::End::date || !from.is_set() || !to.is_set() || from.earliest() <= to.latest()) return;
  findings.error("E_DATE", "problem.date.order", {{"from", to_string(from)}, {"to", to_string(to)}}, place);
}

void check_order(const std::optional<Validity>& valid, const RowPlace& place, Findings& findings) {
  if (valid) check_order(valid->from, valid->end, valid->to, place, findings);
}

void check_dates(const Agreement& agreement, std::size_t row, Date as_of, Findings& findings) {
  check_order(agreement.valid, in_agreement(row, "/valid"), findings);
  for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
    const Party& party = agreement.parties[i];
    if (!party.from.is_set()) continue;
    check_order(party.from, party.end, party.to, in_agreement(row, "/parties/" + std::to_string(i)), findings);
  }
  if (agreement.status != AgreementStatus::active || !agreement.valid || !agreement.valid->ended_before(as_of)) return;
  findings.warning("W_EXPIRED", "problem.expired",
                   {{"to", to_string(agreement.valid->to)}, {"as_of", to_string(as_of)}},
                   in_agreement(row, "/valid/to"));
}

void check_title(const Agreement& agreement, std::size_t row, Findings& findings) {
  const std::optional<Date> end = titled_end_of(agreement);
  if (!end) return;
  findings.warning("W_END", "problem.titled_end", {{"year", std::to_string(end->year)}}, in_agreement(row, "/title"));
}

void check_registers(const Coverage& coverage, Findings& findings) {
  for (std::size_t i = 0; i < coverage.registers.size(); ++i) {
    if (!coverage.registers[i].counties) continue;
    const std::vector<std::string>& counties = *coverage.registers[i].counties;
    for (std::size_t c = 0; c < counties.size(); ++c) {
      const std::string where = "/coverage/registers/" + std::to_string(i) + "/counties/" + std::to_string(c);
      check_form(counties[c], "NN", in_network(where), findings);
    }
  }
}

}  // namespace

void check_rows(const Network& network, Findings& findings) {
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    check_codes(actor, i, findings);
    check_position(actor, i, findings);
    check_county(actor, i, findings);
    check_order(actor.valid, in_actor(i, "/valid"), findings);
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    check_dates(network.agreements[i], i, network.as_of, findings);
    check_title(network.agreements[i], i, findings);
  }
  if (network.coverage) check_registers(*network.coverage, findings);
}

}  // namespace samverka
