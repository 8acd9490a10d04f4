#pragma once
// Cards: rounded surfaces side by side in columns, each as tall as what is drawn in it, and the small things that stand
// on them. For pages that are read (home, the agreement) rather than worked in.
#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets.h"

namespace samverka {

// As many equal columns as fit in the room there is. The surfaces are drawn when it ends, under what stands on them.
//   Cards cards(ui, "home", 320, 2);
//   cards.card("steps", 1, [&] { title(ui, "…"); });
class Cards {
 public:
  // At most `most_columns`, each at least `least_width` wide (pixels at scale 1), else one.
  Cards(UiContext& ui, std::string_view id, float least_width, int most_columns);
  ~Cards();
  Cards(const Cards&) = delete;
  Cards& operator=(const Cards&) = delete;

  int columns() const { return static_cast<int>(next_y_.size()); }
  // Under what the column already has; a column that there is no room for is the last one.
  template <class Draw>
  void card(std::string_view id, int column, Draw draw) {
    begin_card(id, column);
    draw();
    end_card();
  }
  // The cards drawn last in each column end together, and what comes goes on below all of them.
  void align();
  void accent_last();  // the card drawn last gets a line of the accent colour

 private:
  struct Surface {
    Rect rect;
    bool is_accented = false;
  };
  void begin_card(std::string_view id, int column);
  void end_card();

  UiContext& ui_;
  ImDrawList& list_;
  ImDrawListSplitter layers_;
  float left_, width_, gap_;
  std::vector<float> next_y_;      // where each column goes on
  std::vector<std::size_t> last_;  // the surface drawn last in each since align(), or none
  std::vector<Surface> surfaces_;
  int column_ = 0;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

// How firm something is: a shape and never a colour alone.
enum class Firmness {
  firm,         // a disc
  on_its_way,   // a half disc
  unconfirmed,  // a ring
  past,         // a crossed ring
  none,         // a dash: known to have none
  not_known     // a hatched square
};
void draw_firmness(UiContext& ui, Firmness firmness, Vec2 centre, float radius);

enum class Tone { neutral, accent, warning };
// A few words in a rounded frame, on the line.
void chip(UiContext& ui, std::string_view words, Tone tone = Tone::neutral);
void chip(UiContext& ui, std::string_view words, Rgba colour);  // of its letters
float chip_width(const UiContext& ui, std::string_view words);

// A great number over its words, clickable; `is_on` while what it counts is shown. Stands `width` pixels wide on the
// line.
bool tile(UiContext& ui, std::string_view id, std::string_view number, std::string_view words, Firmness firmness,
          float width, bool is_on);

// A clickable line with a sign, words to the left and what they come to at the right edge; `code` is small and muted
// before the words. Opens and closes something: a small arrow says which.
struct FoldRow {
  std::string_view id, code, words, summary;
  Firmness firmness = Firmness::firm;
  bool is_open = false;
  bool has_sign = true;  // else the room for one is left empty
};
bool fold_row(UiContext& ui, const FoldRow& row);

// Parts of a whole beside one another in one bar, each in the manner of its firmness. Nothing where the whole is 0.
struct BarPart {
  std::size_t count = 0;
  Firmness firmness = Firmness::firm;
};
// In the theme's accent, or another colour.
void share_bar(UiContext& ui, const std::vector<BarPart>& parts, float height, std::optional<Rgba> colour = {});

// A page's own ground, a shade darker than the cards on it: call first, in the page's child window.
void page_ground(UiContext& ui);
// A figure in a disc; what follows stands `indent` pixels to the right of it until the caller unindents.
void numbered(UiContext& ui, int figure, float indent);
void page_heading(UiContext& ui, std::string_view words);  // the largest letters, over cards
// The next item on this line if `width` fits within the card, else at the beginning of the next.
void flow_in_card(UiContext& ui, float width, float gap);
void gap(UiContext& ui, float height);

}  // namespace samverka
