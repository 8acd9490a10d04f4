// Whom the place cooperates with, by the type of partner.
#include <imgui.h>

#include <algorithm>

#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

std::string areas_in_words(const UiContext& ui, const PartnerGroup& group) {
  constexpr std::size_t told = 4;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(group.areas.size(), told); ++i) {
    parts.push_back(ui.session.taxonomy().areas.short_label(group.areas[i].first, texts_of(ui).language()) + " " +
                    number(ui, group.areas[i].second));
  }
  return joined(parts);
}

void draw_partner_links(UiContext& ui, const std::vector<ActorId>& actors, bool are_confirmed) {
  for (std::size_t i = 0; i < std::min(actors.size(), first_rows); ++i) {
    const Actor& actor = ui.session.network().actor(actors[i]);
    const std::string line = are_confirmed ? "" : ui.tr("inspector.not_confirmed");
    if (link(ui, "partner" + std::to_string(actors[i].value), shown_text(ui, actor.name), line)) {
      ui.session.select(actor.key);
    }
  }
  if (actors.size() > first_rows)
    muted(ui, texts_of(ui).tr("inspector.more", {{"n", number(ui, actors.size() - first_rows)}}));
}

void draw_partner_group(UiContext& ui, const PartnerGroup& group, const std::string& prefix) {
  const std::string list = prefix + group.group;
  const ActorGroup* row = ui.session.taxonomy().groups.find(group.group);
  if (!row) return;
  std::vector<std::string> counts;
  if (!group.confirmed.empty()) counts.push_back(plural(ui, "home.partners_confirmed", group.confirmed.size()));
  if (!group.others.empty()) counts.push_back(plural(ui, "home.partners_other", group.others.size()));
  const std::string words = row->short_label.in(texts_of(ui).language());
  const std::string summary = joined(counts);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  FoldRow fold{list, "", words, summary, Firmness::firm, is_open(ui, list)};
  fold.has_sign = false;
  if (fold_row(ui, fold)) toggle(ui, list);
  const Rgba colour = parse_colour(ui.session.view.is_dark ? row->color_dark : row->color);
  draw_symbol(parse_symbol(row->symbol), {at.x + ui.px(6), at.y + ui.px(4) + ImGui::GetTextLineHeight() * 0.5F},
              ui.px(5), colour);
  ImGui::Indent(ui.px(20));
  if (const std::string areas = areas_in_words(ui, group); !areas.empty()) muted(ui, areas);
  if (is_open(ui, list)) {
    draw_partner_links(ui, group.confirmed, true);
    draw_partner_links(ui, group.others, false);
  }
  ImGui::Unindent(ui.px(20));
}

}  // namespace

void draw_cooperation(UiContext& ui) {
  const Cooperation& cooperation = state_of(ui).cooperation;
  title(ui, ui.tr("home.cooperation"));
  if (cooperation.inside.empty() && cooperation.outside.empty()) muted(ui, ui.tr("home.no_partners"));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(3)});
  if (!cooperation.inside.empty()) heading(ui, ui.tr("home.inside"));
  for (const PartnerGroup& group : cooperation.inside) draw_partner_group(ui, group, "inside.");
  if (!cooperation.outside.empty()) heading(ui, ui.tr("home.outside"));
  for (const PartnerGroup& group : cooperation.outside) draw_partner_group(ui, group, "outside.");
  ImGui::PopStyleVar();
  if (cooperation.crowded_agreements > 0) {
    muted(ui, plural(ui, "inspector.crowded", cooperation.crowded_agreements, {{"limit", number(ui, crowd_parties)}}));
  }
}

}  // namespace samverka::home
