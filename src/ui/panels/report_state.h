#pragma once
#include <string>

#include "app/reports/report_writer.h"

namespace samverka {

// What the dialog for reports has been told, and the one that is being written.
struct ReportState {
  ReportKind kind = ReportKind::meeting;
  std::string place;  // code; empty: all of the network
  ReportWriter writer;
};

}  // namespace samverka
