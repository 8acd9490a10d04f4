#include "i18n/percent.h"

#include <doctest/doctest.h>

using namespace samverka;

namespace {

Texts swedish() {
  return *Texts::parse(R"({"gaps.share": "{share} %", "gaps.share_interval": "{low}–{high} %",
                           "gaps.share_under": "under {share} %", "gaps.share_over": "över {share} %"})",
                       "sv");
}

}  // namespace

TEST_CASE("a share is one figure, and a span where its ends are written differently") {
  const Texts texts = swedish();
  CHECK(percent_words(texts, 0.411, 0.411) == "41 %");
  CHECK(percent_words(texts, 0.411, 0.414) == "41 %");
  CHECK(percent_words(texts, 0.41, 0.78) == "41–78 %");
  CHECK(percent_words(texts, 0, 1) == "0–100 %");
  CHECK(percent_words(texts, 0.748, 0.829, 1) == "74,8–82,9 %");
}

TEST_CASE("what is not quite all or none is never written as if it were") {
  const Texts texts = swedish();
  CHECK(percent_words(texts, 0, 0) == "0 %");
  CHECK(percent_words(texts, 1, 1) == "100 %");
  CHECK(percent_words(texts, 0.996, 0.996) == "över 99 %");
  CHECK(percent_words(texts, 0.004, 0.004) == "under 1 %");
  CHECK(percent_words(texts, 0.994, 0.994) == "99 %");
  CHECK(percent_words(texts, 0.006, 0.006) == "1 %");
  CHECK(percent_words(texts, 0.8, 0.996) == "80–99 %");
  CHECK(percent_words(texts, 0.996, 1) == "99–100 %");
  CHECK(percent_words(texts, 0.9999, 0.9999, 1) == "över 99,9 %");
}
