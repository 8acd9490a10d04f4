#include "model/filter_edit.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;

namespace {

struct Clicks {
  Filter filter = default_filter();
  Taxonomy taxonomy = test::small_taxonomy();
  Clicks& on(const char* key, const char* value) {
    toggle_value(filter, key, value, taxonomy);
    return *this;
  }
  Clicks& only(const char* key, const char* value) {
    choose_only(filter, key, value);
    return *this;
  }
};

}  // namespace

TEST_CASE("clicks on rows add values to one clause, take them away again, and leave the default when none is left") {
  Clicks clicks;
  CHECK(to_words(clicks.on("county", "21").filter) == "area!=A0 county=21");
  CHECK(to_words(clicks.on("county", "20").filter) == "area!=A0 county=20,21");
  CHECK(to_words(clicks.on("form", "iop").filter) == "area!=A0 county=20,21 form=iop");
  CHECK(to_words(clicks.on("county", "21").filter) == "area!=A0 county=20 form=iop");
  clicks.on("county", "20").on("form", "iop");
  CHECK(clicks.filter == default_filter());
}

TEST_CASE("an area stands for its clauses, and a clause narrows its area") {
  Clicks clicks;
  CHECK(to_words(clicks.on("area", "A4").filter) == "area=A4");
  CHECK(to_words(clicks.on("area", "A4.2").filter) == "area=A4.2");
  CHECK(to_words(clicks.on("area", "A4.1").filter) == "area=A4.1,A4.2");
  CHECK(to_words(clicks.on("area", "A7").on("area", "A4").filter) == "area=A4,A7");
  CHECK(to_words(clicks.on("area", "A4").on("area", "A7").filter) == "area!=A0");
}

TEST_CASE("a row alone takes the place of all others of its key, and a second time lets them back") {
  Clicks clicks;
  clicks.on("form", "iop").on("form", "network").on("county", "20");
  CHECK(to_words(clicks.only("form", "other").filter) == "area!=A0 form=other county=20");
  CHECK(to_words(clicks.only("form", "other").filter) == "area!=A0 county=20");
  CHECK(to_words(clicks.only("area", "A0").filter) == "area=A0 county=20");
}

TEST_CASE("a click after typed words says what to show instead of what to leave out") {
  Clicks clicks;
  clicks.filter = *parse_filter("state!=unknown,declined state!=withdrawn form=iop");
  CHECK(is_left_out(clicks.filter, "state", "declined"));
  CHECK(is_left_out(clicks.filter, "state", "withdrawn"));
  CHECK_FALSE(is_chosen(clicks.filter, "state", "declined"));
  CHECK(count_named(clicks.filter, "state") == 3);
  CHECK(to_words(clicks.on("state", "adopted").filter) == "state=adopted form=iop");
  CHECK(is_chosen(clicks.filter, "state", "adopted"));
}

TEST_CASE("what the default filter leaves out is not counted as a choice") {
  Filter filter = default_filter();
  CHECK(count_named(filter, "area") == 0);
  CHECK(is_left_out(filter, "area", "A0"));
  filter.clauses.push_back({"area", {"A4", "A7"}, false});
  CHECK(count_named(filter, "area") == 2);
  clear_key(filter, "area");
  CHECK(filter == default_filter());
}
