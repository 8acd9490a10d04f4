#pragma once
// What the matrix remembers between frames: which counties are open, where a click leads, and the cells made for the
// present filter, day and look.
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/matrix.h"
#include "app/view_state.h"

namespace samverka {

// The chains of every municipality, as the inspector last worked them out.
struct ChainsSeen {
  std::optional<std::uint64_t> graph;  // revision
  std::array<std::vector<ChainFinding>, chain_groups.size()> chains;
};

struct MatrixState {
  std::set<std::string> open;   // counties that show their municipalities
  std::size_t page = 0;         // of the columns
  Tab leads_to = Tab::network;  // where a click on a cell goes

  // What stands on a line: a county, one of its municipalities or parties, a group of municipalities.
  struct Line {
    enum class Of : std::uint8_t { county, municipality, group, party };
    std::string code, name;
    Of of = Of::county;
    bool is_inner = false;           // under an open county
    bool is_unranked = false;        // left last, since too few have answered
    const MatrixRow* row = nullptr;  // in the matrices below
    bool is_county() const { return of == Of::county; }
    bool is_one() const { return of == Of::municipality || of == Of::party; }
  };
  struct Stamp {
    std::uint64_t graph = 0, gaps = 0;
    std::string language, lens, own_place;
    std::set<std::string> open;
    MatrixLook look;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  Matrix top;                            // the lines that are there whatever is open
  std::optional<Matrix> municipalities;  // once a county is open
  std::vector<Line> lines;
  std::vector<std::string> unranked;  // names of the lines left last
  bool is_waiting = false;            // for what the norms say

  float legend_height = 0;  // last frame

  // The chooser of an agreement.
  std::string typed;
  std::optional<std::string> found_for;
  std::uint64_t found_in = 0;  // revision of the document
  std::vector<AgreementId> found;
  bool wants_focus = false;

  ChainsSeen chains_seen;
};

}  // namespace samverka
