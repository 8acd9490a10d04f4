// Marks of outcomes and classes: shape and colour together, so that no two classes are taken for one another.
#include <imgui.h>

#include "app/gap_words.h"
#include "app/session.h"
#include "ui/cards.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

bool is_square(RuleClass rule_class) { return rule_class == RuleClass::law || rule_class == RuleClass::duty; }

void outline(ImDrawList& list, Vec2 c, float r, unsigned colour, float line, bool square) {
  if (square) {
    list.AddRect({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour, 0, 0, line);
  } else {
    list.AddCircle({c.x, c.y}, r, colour, 0, line);
  }
}

void inside(ImDrawList& list, Vec2 c, float r, unsigned colour, bool square) {
  if (square) {
    list.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour);
  } else {
    list.AddCircleFilled({c.x, c.y}, r, colour);
  }
}

// Of a mark, which must be seen on a cell too. What is wished has the colour of plain words.
Rgba sign_colour(const Theme& theme, RuleClass rule_class) {
  return is_square(rule_class) ? class_colour(theme, rule_class) : theme.text;
}

}  // namespace

void draw_outcome(UiContext& ui, Outcome outcome, RuleClass rule_class, Vec2 c, float r) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& theme = ui.session.theme();
  const bool square = is_square(rule_class);
  const float line = ui.px(1.5F);
  const unsigned colour = colour_u32(sign_colour(theme, rule_class));
  switch (outcome) {
    case Outcome::met:
      return inside(list, c, r, colour, square);
    case Outcome::met_expiring:
      outline(list, c, r - line * 0.5F, colour, line, square);
      return list.AddRectFilled({c.x - r * 0.8F, c.y - r * 0.6F}, {c.x, c.y + r * 0.6F}, colour);
    case Outcome::pending:
      outline(list, c, r - line * 0.5F, colour, line, square);
      return inside(list, c, r * 0.3F, colour, square);
    case Outcome::gap:
      return outline(list, c, r - line * 0.5F,
                     colour_u32(rule_class == RuleClass::law ? theme.warning : sign_colour(theme, rule_class)),
                     line * 1.4F, square);
    case Outcome::unknown:
      return draw_firmness(ui, Firmness::not_known, c, r);
    case Outcome::exempt:
      return draw_firmness(ui, Firmness::none, c, r);
  }
}

void class_chip(UiContext& ui, RuleClass rule_class) {
  const std::string words = (is_square(rule_class) ? "§ " : "") + ui.tr(text_key(rule_class));
  if (!is_square(rule_class)) return chip(ui, words);
  chip(ui, words, class_colour(ui.session.theme(), rule_class));
}

float class_chip_width(const UiContext& ui, RuleClass rule_class) {
  return chip_width(ui, (is_square(rule_class) ? "§ " : "") + ui.tr(text_key(rule_class)));
}

}  // namespace samverka::gaps
