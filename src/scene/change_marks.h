#pragma once
// What is new, ended and changed between two networks, drawn on a picture of all that either of them has: by a sign and
// a line of its own, and never by colour alone. Nothing moves: both sides are one picture's places.
#include <cstdint>
#include <string>
#include <vector>

#include "graph/subnetwork.h"
#include "scene/scene.h"

namespace samverka {

enum class ChangeKind : std::uint8_t { none, added, ended, changed };

// What a picture of a comparison shows: all, with what has changed brought forward; the two beside one another; or one
// of them.
enum class ComparedSides : std::uint8_t { both, beside, before, after };

// Of the network that the picture is of, by id; parties by their place in the agreement.
struct ChangeMarks {
  std::vector<ChangeKind> actors, agreements;
  std::vector<std::vector<ChangeKind>> parties;  // may be shorter, and empty where nothing of an agreement has changed

  ChangeKind of(PickId pick, const SubNetwork& part) const;
};

struct ChangeWords {
  std::string heading, added, ended, changed, unchanged;  // rows of the legend
  std::string before, after;                              // over the two pictures
};

// The rest is toned down. Rings stand for what is new, crosses for what has ended, squares for what has changed; lines
// are broad and whole where a party is new, dashed where it has left.
void mark_changes(Scene& scene, const ChangeMarks& changes, const SubNetwork& part, const ChangeWords& words,
                  ComparedSides sides);

}  // namespace samverka
