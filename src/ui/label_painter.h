#pragma once
// Labels drawn into the picture's pixels with the letters of ImGui's font atlas. Hundreds of haloed names are tens of
// thousands of small triangles, which software OpenGL takes longer over than all else in the window; a finished name is
// some hundred pixels to lay over the picture.
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "render/picture.h"
#include "ui/style.h"

namespace samverka {

class LabelPainter {
 public:
  // `scale` is pixels per pixel at scale 1, where labels are placed. Needs the ImGui context whose atlas `fonts` are
  // of.
  void paint(Pixels& picture, const Scene& scene, std::span<const PlacedLabel> labels, const Fonts& fonts, float scale);
  void forget() { names_.clear(); }  // the fonts are others

 private:
  // A name with its halo, ready to lay over a picture: colours already times their cover.
  struct Name {
    int left = 0, top = 0;  // of the bitmap, from the rounded left end of the label's line
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels;
    struct Row {
      int begin = 0, end = 0;
    };
    std::vector<Row> rows;  // where each row has anything
  };
  static Name draw_name(const Label& label, const Fonts& fonts, float scale);
  static void lay(const Name& name, int x, int y, Pixels& picture);
  const Name& name_of(const Label& label, const Fonts& fonts, float scale);

  std::unordered_map<std::string, Name> names_;
};

}  // namespace samverka
