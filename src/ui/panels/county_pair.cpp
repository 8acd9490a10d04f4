// The facts of a line between two counties: the agreements it stands for.
#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/panels.h"

namespace samverka {

void draw_county_pair(UiContext& ui, PickId pick) {
  constexpr std::size_t first_rows = 60;
  const CountyPair pair = county_pair_of(ui.session, pick);
  const Texts& texts = ui.session.texts();
  title(ui, county_pair_in_words(ui.session, pair));
  muted(ui, texts.plural("card.of_them_confirmed", static_cast<long long>(pair.confirmed)));
  ImGui::Separator();
  for (std::size_t i = 0; i < std::min(pair.agreements.size(), first_rows); ++i) {
    const Agreement& agreement = ui.session.network().agreement(pair.agreements[i]);
    const std::string form = ui.session.taxonomy().forms.short_label(agreement.form, texts.language());
    const std::string line = form + " · " + status_in_words(ui.session, agreement);
    if (link(ui, "a" + std::to_string(i), shown_text(ui, agreement.title), line)) {
      ui.session.view.selection = {PickId::Kind::agreement, pair.agreements[i].value};
    }
  }
  if (pair.agreements.size() > first_rows) {
    const auto rest = static_cast<long long>(pair.agreements.size() - first_rows);
    muted(ui, texts.tr("inspector.more", {{"n", texts.number(rest)}}));
  }
  muted(ui, ui.tr("inspector.between_counties"));
}

}  // namespace samverka
