// What only shows when rows are seen together; what the reader sees in one row is in tests/io.
#include "model/soundness.h"

#include <doctest/doctest.h>

#include "model/soundness_parts.h"

using namespace samverka;

namespace {

ActorRef ref(std::size_t index) { return {ActorId(index), {}}; }

Taxonomy forms() {
  Taxonomy t;
  t.id = "t";
  for (const char* type : {"municipality", "civil_society", "agency"}) {
    ActorType row;
    row.code = type;
    row.group = type;
    ActorGroup group;
    group.code = type;
    t.actor_types.add(row);
    t.groups.add(group);
  }
  Term term;
  term.code = "social_insurance";
  t.actor_subtypes.add(term);
  term.code = "member";
  t.roles.add(term);
  Form iop;
  iop.code = "iop";
  iop.min_parties = 2;
  iop.needs = {{{}, {}, {"civil_society"}, 1}};
  Form finsam;
  finsam.code = "coordination_association";
  finsam.min_parties = 3;
  finsam.needs = {{{}, {"social_insurance"}, {}, 1}};
  Form union_form;
  union_form.code = "federation";
  union_form.only_types = {"municipality"};
  for (const Form& form : {iop, finsam, union_form}) t.forms.add(form);
  Area area;
  area.code = "A1";
  t.areas.add(area);
  return t;
}

struct Maker {
  Network network;
  Maker() {
    network.taxonomy = "t";
    network.as_of = {2025, 12, 31};
  }
  Actor& actor(const char* key, const char* type) {
    Actor a;
    a.key = a.name = key;
    a.type = type;
    network.actors.push_back(a);
    return network.actors.mutable_row(network.actors.size() - 1);
  }
  Agreement& agreement(const char* form, std::initializer_list<std::size_t> parties) {
    Agreement a;
    a.key = "a-" + std::to_string(network.agreements.size());
    a.form = form;
    for (std::size_t index : parties) a.parties.emplace_back().actor = ref(index);
    network.agreements.push_back(a);
    return network.agreements.mutable_row(network.agreements.size() - 1);
  }
  std::string found() const {
    std::string out;
    for (const RowProblem& p : check_soundness(network, forms())) {
      out += (out.empty() ? "" : " ") + p.problem.code + std::to_string(p.place.row) + p.place.where;
    }
    return out;
  }
};

}  // namespace

TEST_CASE("an empty network is sound") { CHECK(Maker{}.found().empty()); }

TEST_CASE("a form's party rule: who must be there, how many, and who may not") {
  Maker m;
  m.actor("k", "municipality");
  m.actor("c", "civil_society");
  m.actor("f", "agency").subtype = "social_insurance";
  m.agreement("iop", {0, 1});
  CHECK(m.found().empty());
  m.agreement("iop", {0, 2});
  m.agreement("coordination_association", {0, 2});
  m.agreement("federation", {0, 1});
  CHECK(m.found() == "W_FORM1/parties W_FORM2/parties W_FORM3/parties");
}

TEST_CASE("an agreement within one actor is neither warned of for its form nor for its parties") {
  Maker m;
  m.actor("k", "municipality");
  Agreement& a = m.agreement("iop", {0, 0});
  a.parties[1].service = "school";
  CHECK(m.found() == "W_UNKNOWN0/parties/1/service");  // this small taxonomy has no services
}

TEST_CASE("the same actor, role and service twice is an error, another role is not") {
  Maker m;
  m.actor("k", "municipality");
  m.actor("c", "civil_society");
  Agreement& a = m.agreement("iop", {0, 1, 0});
  a.parties[2].role = "member";
  CHECK(m.found().empty());
  a.parties[0].role = "member";
  CHECK(m.found() == "E_PARTY0/parties/2");
}

TEST_CASE("one official id belongs to one actor, and a municipality lies in its county") {
  Maker m;
  m.actor("k", "municipality").ids = OfficialIds{};
  m.network.actors.mutable_row(0).ids->org_number = "212000-2239";
  m.network.actors.mutable_row(0).county = "20";
  m.network.actors.mutable_row(0).municipality = "2180";
  m.actor("l", "municipality").ids = m.network.actors[0].ids;
  CHECK(m.found() == "W_SAMEID1/ids/org_number W_COUNTY0/municipality");
}

TEST_CASE("official codes have their form") {
  Maker m;
  Actor& a = m.actor("k", "municipality");
  a.ids = OfficialIds{};
  a.ids->municipality_code = "208";
  a.ids->county_code = "2O";
  a.ids->school_unit_code = "1234567";
  a.ids->org_number = "211000-2239";  // the third digit is 2 or more in an organisation number
  a.serves = {"2080", "x"};
  CHECK(m.found() ==
        "E_CODE0/serves/1 E_CODE0/ids/municipality_code E_CODE0/ids/county_code E_CODE0/ids/school_unit_code "
        "E_CODE0/ids/org_number");
}

TEST_CASE("an active agreement that has ended is told; one without an end is not") {
  Maker m;
  m.actor("k", "municipality");
  m.actor("c", "civil_society");
  Agreement& a = m.agreement("iop", {0, 1});
  a.status = AgreementStatus::active;
  a.valid = Validity{};
  CHECK(m.found().empty());
  a.valid->end = Validity::End::date;
  a.valid->to = *parse_partial_date("2025");
  CHECK(m.found().empty());
  a.valid->to = *parse_partial_date("2025-11");
  CHECK(m.found() == "W_EXPIRED0/valid/to");
  a.status = AgreementStatus::ended;
  CHECK(m.found().empty());
}

TEST_CASE("a last year in the title without an end date is told, until somebody says when it ends") {
  Maker m;
  m.actor("k", "municipality");
  m.actor("c", "civil_society");
  Agreement& a = m.agreement("iop", {0, 1});
  a.status = AgreementStatus::unknown;
  a.title = "Avtalet 2023–2026";
  CHECK(m.found() == "W_END0/title");
  a.valid = Validity{};
  CHECK(m.found() == "W_END0/title");
  a.valid->end = Validity::End::open;  // until further notice: somebody has said so
  CHECK(m.found().empty());
  a.valid->end = Validity::End::date;
  a.valid->to = *parse_partial_date("2026");
  CHECK(m.found().empty());
  a.valid->end = Validity::End::not_known;
  a.status = AgreementStatus::ended;
  CHECK(m.found().empty());
}

TEST_CASE("a long chain of parents is no loop, and each loop is told once") {
  Maker m;
  for (int i = 0; i < 500; ++i)
    m.actor(("a" + std::to_string(i)).c_str(), "agency").parent = ref(static_cast<std::size_t>(i + 1));
  m.actor("top", "agency");
  CHECK(m.found().empty());
  m.network.actors.mutable_row(500).parent = ref(499);
  CHECK(m.found() == "E_CYCLE499/parent");
}

TEST_CASE("against another taxonomy codes are not judged one by one") {
  Maker m;
  m.actor("k", "nonsense");
  CHECK(m.found() == "W_UNKNOWN0/type");
  m.network.taxonomy = "se-1999";
  CHECK(m.found() == "W_UNKNOWN0/taxonomy");
}

TEST_CASE("an unknown code is told by the member that has it, however deep") {
  Maker m;
  Agreement& a = m.agreement("iop", {});
  a.key = "a";
  a.areas = {"A1", "A99"};
  a.valid.emplace().renewal = "sometimes";
  a.duties.emplace_back().perspectives = {"P9"};
  std::vector<std::string> members;
  for (const RowProblem& p : check_soundness(m.network, forms())) {
    if (p.problem.code == "W_UNKNOWN") members.push_back(p.problem.message.args[0].second + " " + p.place.where);
  }
  CHECK(members ==
        std::vector<std::string>{"areas /areas/1", "renewal /valid/renewal", "perspectives /duties/0/perspectives/0"});
}

TEST_CASE("personal numbers and mail addresses are seen, organisation numbers and codes are not") {
  for (const char* personal :
       {"850101-1234", "19850101-1234", "8501611234", "tel 200229+0000.", "å@exempel.se", "anna.b@x.se"}) {
    CHECK_MESSAGE(looks_personal(personal), personal);
  }
  for (const char* not_personal : {"", "212000-2239", "851301-1234", "850132-1234", "185001-0112341", "HSL 16:3",
                                   "2025-12-31", "@samverka", "a@b", "08-123 456 78", "1234567890123"}) {
    CHECK_FALSE_MESSAGE(looks_personal(not_personal), not_personal);
  }
}
