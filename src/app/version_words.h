#pragma once
// What differs between two versions, in words for people: members and values by the taxonomy and not by their codes.
#include <optional>
#include <string>
#include <string_view>

#include "app/comparison.h"
#include "app/session.h"
#include "io/merge_networks.h"

namespace samverka {

// "valid/to", "parties/k-alby:host/state": "Gäller till", "Alby (värd): Läge". What has no words stands as it is.
std::string member_words(const Session& session, std::string_view member);
// A value of that member, in JSON; nothing: the words for what is not there.
std::string value_words(const Session& session, std::string_view member, const std::optional<std::string>& raw);
std::string clock_words(const Texts& texts, ChangeClock clock);  // empty for none
// Of an actor or agreement of either side; the key where neither has it.
std::string compared_name(const VersionComparison& comparison, const Key& key);
// What a conflict is about: the name of the row, in the window's words.
std::string conflict_name(const Session& session, const MergeConflict& conflict, const Network& theirs);

// As `samverka diff` tells it.
std::string comparison_text(const VersionComparison& comparison, const Texts& texts);
std::string comparison_json(const VersionComparison& comparison);

}  // namespace samverka
