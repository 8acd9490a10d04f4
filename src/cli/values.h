#pragma once
// What the words of the command line mean. Each function names, in its E_USAGE, the option and what it takes.
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/view_state.h"
#include "base/date.h"
#include "base/geometry.h"
#include "base/result.h"
#include "cli/words.h"
#include "model/filter.h"
#include "model/network_index.h"

namespace samverka {

using WordList = std::span<const std::string_view>;
inline constexpr std::array<std::string_view, 5> later_views = {"home", "agreement", "table", "gaps", "support"};

// One of `known`; the first where the option is not given. A word in `later` gets "not in this version yet".
Result<std::string> choice(const Words& words, const std::string& option, std::initializer_list<std::string_view> known,
                           WordList later = {});
// The code of --place: a county ("20") or a municipality ("2080"); empty where none is given.
Result<std::string> place_of(const Words& words);
// The land of --zoom, by the same codes.
Result<std::string> zoom_of(const Words& words);
Result<MapLook> map_look_of(const Words& words);  // --fill and --support
// --rows, --columns (any word: only the network knows its agreements), --group and --sort.
Result<MatrixLook> matrix_look_of(const Words& words);
Result<ChainGroup> chain_group_of(const Words& words);                      // --group
Result<std::string> lens_of(const Words& words, const Taxonomy* taxonomy);  // --lens; empty where none; null: unchecked
Result<std::string> county_of(const Words& words);       // --county, two digits; empty where none is given
Result<std::optional<Date>> day_of(const Words& words);  // --on
// --filter, as written. E_FILTER for a word or a value that there is none of; null: values are not looked at.
Result<std::optional<Filter>> filter_of(const Words& words, const Taxonomy* taxonomy);
Result<Vec2> size_of(const Words& words, Vec2 otherwise);  // --size WxH, 16 to 16384 each
Result<double> number_of(const Words& words, const std::string& option, double least, double most, double otherwise);
// A whole number from 0 to `most`.
Result<std::size_t> count_of(const Words& words, const std::string& option, std::size_t most, std::size_t otherwise);
// --area, a code of the taxonomy; empty where none is given.
Result<AreaCode> area_of(const Words& words, const Taxonomy& taxonomy);
Filter with_area(Filter filter, const AreaCode& area);  // and area=<area>, where there is one
// A county or municipality that nobody in the network is of is wrong use, and no empty answer.
Result<Done> check_place(const Network& network, const NetworkIndex& index, const std::string& place);
// The actor that is meant: its id, the code of a municipality, or its whole name or short name, however it is
// capitalised. E_USAGE names up to three that are like it.
Result<ActorId> actor_of(const std::string& given, const Network& network, const NetworkIndex& index);
// Two paths of one file that is there. What is read is never written over: it is the only proof of what was.
bool is_same_file(const std::string& a, const std::string& b);
Result<std::uint64_t> seed_of(const Words& words);  // --seed, 1 where not given

// "sv" or "en": --lang, else LANG, else Swedish.
Result<std::string> language_of(const std::string* option);
std::string language_of_environment();

// What a picture shows: the given filter, with what is outside the agreement left out unless the filter speaks of
// areas.
Filter shown_filter(const std::optional<Filter>& given);

}  // namespace samverka
