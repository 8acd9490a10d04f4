#pragma once
#include <optional>
#include <string>

#include "i18n/texts.h"
#include "io/merge_networks.h"

namespace samverka {

struct MergeReport {
  const MergedNetwork& merged;
  const Network& mine;
  const Network& theirs;
  std::optional<MergeSide> chosen;  // of every conflict; nothing: nobody has chosen, and nothing was written
};

std::string merge_text(const MergeReport& report, const Texts& texts);  // for people
std::string merge_json(const MergeReport& report);                      // for programs (CLI contract)

// What a conflict is about, as it is called in the copy that has it: "Alby (alby)".
std::string row_name(const MergeConflict& conflict, const Network& mine, const Network& theirs);
// A value of JSON on one line, without quotes where it is a text; nothing: the words for what is not there.
std::string told_value(const std::optional<std::string>& raw, const Texts& texts);

}  // namespace samverka
