#pragma once
// What may leave the planner's own file, whichever way it leaves: every export, report and page is made of this.
#include <cstddef>
#include <cstdint>

#include "model/network.h"

namespace samverka {

// What becomes of actors that are marked as sensitive.
enum class Sensitive : std::uint8_t {
  coarsened,  // they stay, without their position: their municipality says where they are as closely as anybody may
              // know
  left_out    // they go, and with them every place that speaks of them
};

struct ShareableNetwork {
  Network network;
  std::size_t positions_left_out = 0;
  std::size_t actors_left_out = 0;
  std::size_t agreements_left_out = 0;  // which had no other party
  std::size_t texts_changed = 0;        // titles, notes and the like that named somebody who went
};

// Contacts go always, as does an unknown member called so.
//
// Of an actor that is left out go its row, its parties, what it owes, is owed, pays and gets, its place in members,
// on_behalf_of, surveys, `parent` and `founds`; an agreement whose every party goes; and its words wherever else they
// stand, in known and unknown members alike, also as references that lead nowhere: "…" stands in their place. Its words
// are its names and its web address (anywhere in a text, small and capital letters alike, also within a longer word),
// its id, its official numbers and names of less than four characters (as words of their own). A word that somebody who
// stays bears too is theirs, and stays. An id of another row that has the id of one who went between its dashes gets
// another id. Units of who went stay, without a parent, unless they are marked themselves.
//
// Linear in the network.
ShareableNetwork shareable(const Network& network, Sensitive sensitive = Sensitive::coarsened);

}  // namespace samverka
