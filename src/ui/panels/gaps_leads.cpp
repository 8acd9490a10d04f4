// What to read first about a norm that nobody knows the answer of.
#include "app/gap_words.h"
#include "ui/panels/gaps_parts.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {

void draw_lead(UiContext& ui, const SubjectFinding& finding) {
  const AgreementId lead = lead_of(finding);
  if (!lead.is_set()) return;
  const Network& network = ui.session.network();
  const Agreement& agreement = network.agreement(lead);
  const std::string words = ui.session.texts().tr("norm.lead", {{"agreement", shown_text(ui, agreement.title)}});
  if (link(ui, "lead", words)) {
    select_agreement(ui, lead);
    ui.session.view.panels.has_inspector = true;
  }
  if (!agreement.provenance) return;
  for (const SourceRef& ref : agreement.provenance->source) {
    if (!ref.id.is_set() || network.sources[ref.id.value].url.empty()) continue;
    return draw_address(ui, network.sources[ref.id.value]);  // one is enough here; the inspector has them all
  }
}

}  // namespace samverka::gaps
