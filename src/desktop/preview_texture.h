#pragma once
#include <array>
#include <cstddef>

#include "ui/panels/export_state.h"

namespace samverka {

// A small picture that ImGui draws, as in the dialog of exporting. Needs a current context all its life.
class GlPreview : public PreviewTexture {
 public:
  GlPreview() = default;
  ~GlPreview() override;
  GlPreview(const GlPreview&) = delete;
  GlPreview& operator=(const GlPreview&) = delete;
  void* show(const Pixels& pixels) override;

 private:
  // Two, by turns: whoever keeps the window's picture sees by its name that it is another.
  std::array<unsigned, 2> textures_{};
  std::size_t shown_ = 0;
};

}  // namespace samverka
