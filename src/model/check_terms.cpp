#include <algorithm>
#include <unordered_set>

#include "model/soundness_parts.h"

namespace samverka {
namespace {

// Reports the codes of one row that the taxonomy does not know.
class TermCodes {
 public:
  TermCodes(RowPlace row, Findings& findings) : row_(std::move(row)), findings_(findings) {}

  template <class T>
  void one(const std::string& code, const Terms<T>& terms, std::string_view where) {
    if (!code.empty() && !terms.has(code)) report(code, where);
  }
  template <class T>
  void all(const std::vector<std::string>& codes, const Terms<T>& terms, std::string_view where) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (!terms.has(codes[i])) report(codes[i], where, "/" + std::to_string(i));
    }
  }

 private:
  // `where` leads to the member, `item` on from there into its list.
  void report(const std::string& code, std::string_view where, const std::string& item = {}) {
    RowPlace place = row_;
    place.where.append(where).append(item);
    const std::string member(where.substr(where.rfind('/') + 1));
    findings_.warning("W_UNKNOWN", "problem.unknown", {{"member", member}, {"code", code}}, std::move(place));
  }
  RowPlace row_;
  Findings& findings_;
};

void check_provenance(const std::optional<Provenance>& provenance, const Taxonomy& t, TermCodes& codes) {
  if (provenance) codes.one(provenance->method, t.methods, "/provenance/method");
}

void check_codes(const Actor& actor, std::size_t row, const Taxonomy& t, Findings& findings) {
  TermCodes codes(in_actor(row, ""), findings);
  codes.one(actor.type, t.actor_types, "/type");
  codes.one(actor.subtype, t.actor_subtypes, "/subtype");
  codes.one(actor.ownership, t.ownerships, "/ownership");
  codes.one(actor.municipality_group, t.municipality_groups, "/municipality_group");
  codes.all(actor.functions, t.functions, "/functions");
  codes.all(actor.flags, t.flags, "/flags");
  if (actor.valid) codes.one(actor.valid->renewal, t.renewals, "/valid/renewal");
  check_provenance(actor.provenance, t, codes);
}

void check_party_codes(const Agreement& agreement, std::size_t row, const Taxonomy& t, Findings& findings) {
  for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
    const Party& party = agreement.parties[i];
    const bool is_known = (party.role.empty() || t.roles.has(party.role)) &&
                          (party.service.empty() || t.services.has(party.service)) && !party.provenance;
    if (is_known) continue;
    TermCodes codes(in_agreement(row, "/parties/" + std::to_string(i)), findings);
    codes.one(party.role, t.roles, "/role");
    codes.one(party.service, t.services, "/service");
    check_provenance(party.provenance, t, codes);
  }
}

void check_codes(const Agreement& agreement, std::size_t row, const Taxonomy& t, Findings& findings) {
  TermCodes codes(in_agreement(row, ""), findings);
  codes.one(agreement.form, t.forms, "/form");
  codes.all(agreement.areas, t.areas, "/areas");
  codes.all(agreement.service_areas, t.service_areas, "/service_areas");
  codes.all(agreement.target_groups, t.target_groups, "/target_groups");
  if (agreement.perspectives) codes.all(*agreement.perspectives, t.perspectives, "/perspectives");
  if (agreement.valid) codes.one(agreement.valid->renewal, t.renewals, "/valid/renewal");
  check_provenance(agreement.provenance, t, codes);
  check_party_codes(agreement, row, t, findings);
  for (std::size_t i = 0; i < agreement.funding.size(); ++i) {
    codes.one(agreement.funding[i].period, t.funding_periods, "/funding/" + std::to_string(i) + "/period");
  }
  for (std::size_t i = 0; i < agreement.duties.size(); ++i) {
    const std::string where = "/duties/" + std::to_string(i);
    codes.one(agreement.duties[i].kind, t.duty_kinds, where + "/kind");
    codes.all(agreement.duties[i].perspectives, t.perspectives, where + "/perspectives");
  }
}

void check_coverage(const Coverage& coverage, const Taxonomy& t, Findings& findings) {
  for (std::size_t i = 0; i < coverage.surveys.size(); ++i) {
    TermCodes codes(in_network("/coverage/surveys/" + std::to_string(i)), findings);
    codes.one(coverage.surveys[i].method, t.methods, "/method");
    if (coverage.surveys[i].areas) codes.all(*coverage.surveys[i].areas, t.areas, "/areas");
  }
  for (std::size_t i = 0; i < coverage.registers.size(); ++i) {
    TermCodes codes(in_network("/coverage/registers/" + std::to_string(i)), findings);
    if (coverage.registers[i].areas) codes.all(*coverage.registers[i].areas, t.areas, "/areas");
  }
}

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool answers(const PartyNeed& need, const Actor& actor, const Taxonomy& t) {
  return has(need.types, actor.type) || has(need.subtypes, actor.subtype) ||
         (!need.groups.empty() && has(need.groups, t.group_of(actor.type).code));
}

// Every actor of an agreement once.
std::vector<const Actor*> actors_of(const Network& network, const Agreement& agreement) {
  std::vector<const Actor*> actors;
  std::unordered_set<ActorId> seen;
  for (const Party& party : agreement.parties) {
    if (party.actor.id.is_set() && seen.insert(party.actor.id).second) actors.push_back(&network.actor(party.actor.id));
  }
  return actors;
}

// "region, civil_society": who is missing, as codes; where they become words, they are the taxonomy's.
std::string words(const PartyNeed& need) {
  std::string out;
  for (const auto* list : {&need.types, &need.subtypes, &need.groups}) {
    for (const std::string& code : *list) out += (out.empty() ? "" : ", ") + code;
  }
  return out;
}

// An agreement of one party has its own warning, and one within a single actor none.
void check_form(const Network& network, std::size_t row, const Taxonomy& t, Findings& findings) {
  const Agreement& agreement = network.agreements[row];
  const Form* form = t.forms.find(agreement.form);
  if (!form || agreement.parties.empty() || agreement.is_internal()) return;
  const RowPlace place = in_agreement(row, "/parties");
  if (agreement.parties.size() > 1 && agreement.parties.size() < form->min_parties) {
    findings.warning("W_FORM", "problem.form.count", {{"form", form->code}, {"min", std::to_string(form->min_parties)}},
                     place);
  }
  if (form->needs.empty() && form->only_types.empty()) return;
  const std::vector<const Actor*> actors = actors_of(network, agreement);
  for (const PartyNeed& need : form->needs) {
    const auto count =
        std::count_if(actors.begin(), actors.end(), [&](const Actor* a) { return answers(need, *a, t); });
    if (static_cast<std::size_t>(count) >= need.min) continue;
    findings.warning("W_FORM", "problem.form.needs",
                     {{"form", form->code}, {"min", std::to_string(need.min)}, {"who", words(need)}}, place);
  }
  for (const Actor* actor : actors) {
    if (form->only_types.empty() || has(form->only_types, actor->type)) continue;
    findings.warning("W_FORM", "problem.form.only",
                     {{"form", form->code}, {"actor", actor->key}, {"type", actor->type}}, place);
  }
}

}  // namespace

void check_terms(const Network& network, const Taxonomy& taxonomy, Findings& findings) {
  if (network.taxonomy != taxonomy.id) {  // against another list of words every code would look wrong
    if (!network.taxonomy.empty()) {
      findings.warning("W_UNKNOWN", "problem.unknown.taxonomy", {{"taxonomy", network.taxonomy}, {"own", taxonomy.id}},
                       in_network("/taxonomy"));
    }
    return;
  }
  for (std::size_t i = 0; i < network.actors.size(); ++i) check_codes(network.actors[i], i, taxonomy, findings);
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    check_codes(network.agreements[i], i, taxonomy, findings);
    check_form(network, i, taxonomy, findings);
  }
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    TermCodes(in_source(i, ""), findings).one(network.sources[i].kind, taxonomy.source_kinds, "/kind");
  }
  if (network.coverage) check_coverage(*network.coverage, taxonomy, findings);
}

}  // namespace samverka
