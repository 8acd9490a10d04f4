#include "io/read_network.h"
#include "io/row_writer.h"

namespace samverka {

std::string write_network(const Network& network) {
  std::string out;
  out.reserve(network.actors.size() * 600 + network.agreements.size() * 1500 + 4096);
  RowWriter::write(out, 0, network, network);
  out += '\n';
  return out;
}

}  // namespace samverka
