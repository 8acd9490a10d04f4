#include "app/problem_words.h"

#include <doctest/doctest.h>

using namespace samverka;

namespace {

Taxonomy taxonomy() {
  Taxonomy t;
  Form form;
  form.code = "county_agreement";
  form.label = {"Länsavtal", "County agreement"};
  t.forms.add(form);
  ActorType region;
  region.code = "region";
  region.label = {"Region", "Region"};
  t.actor_types.add(region);
  ActorGroup civil;
  civil.code = "civil_society";
  civil.label = {"Civilsamhälle", "Civil society"};
  t.groups.add(civil);
  t.roles.add({"host", {"Värd", "Host"}, {}});
  return t;
}

std::string words(const Message& message) {
  std::string out = message.key;
  for (const auto& [name, value] : message.args) out += " | " + value;
  return out;
}

}  // namespace

TEST_CASE("codes in a message become the taxonomy's labels in the language asked for") {
  const Message needs{"problem.form.needs",
                      {{"form", "county_agreement"}, {"min", "1"}, {"who", "region, civil_society, own-kind"}}};
  CHECK(words(with_labels(needs, taxonomy(), "sv")) ==
        "problem.form.needs | Länsavtal | 1 | Region / Civilsamhälle / own-kind");
  CHECK(words(with_labels(needs, taxonomy(), "en")) ==
        "problem.form.needs | County agreement | 1 | Region / Civil society / own-kind");
  CHECK(words(with_labels({"problem.party", {{"actor", "host"}, {"role", "host"}}}, taxonomy(), "sv")) ==
        "problem.party | host | Värd");
  CHECK(words(with_labels({"problem.empty", {}}, {}, "sv")) == "problem.empty");
}
