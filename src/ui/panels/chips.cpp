// What narrows the picture beside the filter, said over it and undone with a click: a neighbourhood, what was put away
// by hand, the way between two.
#include <imgui.h>

#include "analysis/partners.h"
#include "app/narrowing.h"
#include "app/period.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// "Grannskap 2 steg runt Granby · visa allt": the words, and the action that undoes them.
void chip(UiContext& ui, std::string_view words, std::string_view undo_key, std::string_view action) {
  const std::string label = std::string(words) + " · " + ui.tr(undo_key);
  flow(ui, button_width(label), ui.px(6));
  if (button(ui, action, label, Look::plain)) run_action(ui.session, action);
  tooltip(ui, ui.tr(find_action(action)->text));
}

std::string crowded_words(const UiContext& ui) {
  const Texts& texts = ui.session.texts();
  const auto count = static_cast<long long>(ui.session.shown().crowded_agreements);
  if (count == 0) return {};
  return texts.plural("focus.crowded", count, {{"limit", texts.number(static_cast<long long>(crowd_parties))}});
}

}  // namespace

void draw_chips(UiContext& ui) {
  const Session& session = ui.session;
  const ViewState& view = session.view;
  if (!session.has_document() ||
      (view.focus.of.empty() && view.hidden.empty() && view.path.empty() && !with_period(session))) {
    return;
  }
  const Network& network = session.network();
  const Texts& texts = session.texts();
  ImGui::Dummy({0, ImGui::GetFrameHeight()});
  if (!view.focus.of.empty()) {
    chip(ui, focus_in_words(network, session.index(), texts, view.focus), "chip.show_all", "near.all");
  }
  if (!view.hidden.empty()) {
    const auto count = static_cast<long long>(view.hidden.size());
    chip(ui, texts.plural("hidden.by_hand", count), "chip.show", "select.show_hidden");
  }
  if (const auto period = shown_period(session)) {
    const std::string words =
        texts.tr("deep_period.chip", {{"from", to_string(period->from)}, {"to", to_string(period->to)}});
    chip(ui, words, "chip.remove", "date.no_period");
  }
  if (!view.path.empty()) {
    const auto name = [&](const Key& key) { return name_of(network, session.index(), key); };
    const std::string words = texts.tr("chip.way", {{"from", name(view.path.front())}, {"to", name(view.path.back())}});
    chip(ui, words, "chip.remove", "near.no_way");
  }
  if (const std::string words = crowded_words(ui); !words.empty() && !view.focus.of.empty()) muted(ui, words);
}

}  // namespace samverka
