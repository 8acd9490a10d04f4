#pragma once
// What the dialog of exporting a picture remembers: the choices stay until the program ends.
#include <optional>
#include <string>

#include "app/picture_choice.h"
#include "app/session.h"

namespace samverka {

// Where the preview's pixels go: a texture in the window, nothing in a test.
class PreviewTexture {
 public:
  virtual ~PreviewTexture() = default;
  virtual void* show(const Pixels& pixels) = 0;  // what ImGui draws an image by
};

struct ExportState {
  PictureChoice choice;
  std::string width, height, margin;  // in millimetres, as they are written
  std::string wanted, drawn;          // the choice that a preview is asked for, or was made of
  std::optional<Pixels> preview;
  std::string problem;    // why there is no preview
  void* image = nullptr;  // of the preview, once it is shown
  JobSlot preview_job, write_job;

  bool is_busy() const { return preview_job.is_running() || write_job.is_running(); }
  void wait();
};

}  // namespace samverka
