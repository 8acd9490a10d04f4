#include "app/picture_series.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

namespace samverka {

TEST_CASE("a series has one picture a county that somebody is in, each narrowed to it") {
  test::NetworkMaker maker;
  maker.municipality("k-a", "9901");
  maker.municipality("k-b", "9801");
  maker.network.actors.mutable_row(0).county = "99";
  maker.network.actors.mutable_row(1).county = "98";
  PictureRequest request;
  request.view = "matrix";
  const auto series = pictures_each_county(maker.network, {}, request);
  REQUIRE(series.size() == 2);
  CHECK(series[0].suffix == "-98");
  CHECK(series[1].suffix == "-99");
  CHECK(to_words(series[1].request.filter) == to_words(request.filter) + " county=99");
  CHECK(series[1].request.matrix_look.rows == MatrixRows::municipalities);
  maker.network.actors.mutable_row(0).county = "../x";  // a name from a file is no name of a file
  CHECK(counties_in(maker.network) == std::vector<std::string>{"98"});
  CHECK(pictures_each_county({}, {}, request).empty());
}

TEST_CASE("frames go from the first day to the last, both with, and never on for ever") {
  const Date first{2023, 1, 31}, last{2023, 4, 10};
  const auto frames = picture_frames({}, first, last, FrameStep::month);
  REQUIRE(frames.size() == 4);
  CHECK(frames[0].suffix == "-0001");
  CHECK(*frames[0].request.on == first);
  CHECK(*frames[1].request.on == Date{2023, 2, 28});
  CHECK(*frames[2].request.on == Date{2023, 3, 31});
  CHECK(*frames[3].request.on == last);
  CHECK(picture_frames({}, first, last, FrameStep::year).size() == 2);
  CHECK(picture_frames({}, first, first, FrameStep::quarter).size() == 1);
  CHECK(picture_frames({}, last, first, FrameStep::year).empty());
  CHECK(picture_frames({}, {1000, 1, 1}, {9000, 1, 1}, FrameStep::month).empty());
}

TEST_CASE("the number goes before the ending of the name, wherever there are dots") {
  CHECK(series_path("bild.svg", "-20") == "bild-20.svg");
  CHECK(series_path("/a.b/bild", "-20") == "/a.b/bild-20");
  CHECK(series_path("a.b/.svg", "-1") == "a.b/.svg-1");
}

}  // namespace samverka
