// A municipality's chains: which of its services agreements join, for children, for disability, for older people.
#include "app/matrix_maker.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/matrix_state.h"
#include "ui/ui.h"

namespace samverka {
namespace {

std::string_view state_key(const LinkFinding& link) {
  if (link.why == WhyNoLink::part_not_told) return "chain.told.part_not_told";
  if (link.why == WhyNoLink::unconfirmed) return "chain.told.unconfirmed";
  return link.why ? "chain.told.no_record" : link_state_key(link.state);
}

// Of all municipalities at once, since that is no dearer; until filter, day or network is another.
void renew(const UiContext& ui, ChainsSeen& seen) {
  const Session& session = ui.session;
  if (seen.graph == session.graph_revision()) return;
  seen.graph = session.graph_revision();
  for (std::size_t i = 0; i < chain_groups.size(); ++i) {
    seen.chains[i] =
        find_chains(session.network(), session.index(), session.taxonomy(), chain_groups[i], session.view.date);
  }
}

void draw_chain(UiContext& ui, ChainGroup group, const ChainFinding& chain) {
  heading(ui, ui.session.texts().tr("matrix.columns.chain", {{"group", ui.tr(chain_key(group))}}));
  for (std::size_t i = 0; i < chain_link_count; ++i) {
    fact(ui, ui.tr(link_key(static_cast<ChainLink>(i))), ui.tr(state_key(chain.links[i])));
  }
}

}  // namespace

void draw_chains(UiContext& ui, ActorId municipality) {
  if (!section(ui, {"chains", ui.tr("chain.heading"), "", false})) return;
  ChainsSeen& seen = ui.state.matrix.chains_seen;
  renew(ui, seen);
  for (std::size_t i = 0; i < chain_groups.size(); ++i) {
    for (const ChainFinding& chain : seen.chains[i]) {
      if (chain.municipality == municipality) draw_chain(ui, chain_groups[i], chain);
    }
  }
}

}  // namespace samverka
