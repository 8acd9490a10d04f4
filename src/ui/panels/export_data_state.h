#pragma once
#include "app/data_exporter.h"

namespace samverka {

// What the dialog for data remembers: the choices of the last time.
struct DataExportState {
  ExportRequest request;
  bool is_filtered = false;  // only what the filter shows
  DataExporter exporter;

  DataExportState() { request.format = "xlsx"; }  // what most can open
};

}  // namespace samverka
