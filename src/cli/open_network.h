#pragma once
#include <optional>
#include <string>
#include <variant>

#include "base/result.h"
#include "cli/terminal.h"
#include "io/read_edge_list.h"
#include "model/network.h"

namespace samverka {

// A FILE of the command line: a network, or a plain graph where an edge list will do.
struct OpenedNetwork {
  std::variant<Network, EdgeList> content;
  Exit exit = Exit::done;  // what reading it alone ends with: Exit::findings if it has errors

  const Network* network() const { return std::get_if<Network>(&content); }
  const EdgeList* edge_list() const { return std::get_if<EdgeList>(&content); }
};

// Reads it and tells its errors and that it is newer than the program; other warnings are `check`'s business. Nothing
// when it cannot be used at all: `exit` then says why.
std::optional<OpenedNetwork> open_network(const Terminal& terminal, const std::string& path, bool takes_edge_list,
                                          Exit& exit);

}  // namespace samverka
