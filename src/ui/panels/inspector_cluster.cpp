// A class drawn as one in the network picture: what it holds.
#include <imgui.h>

#include "ui/describe_network.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void draw_members(UiContext& ui, const Cluster& cluster) {
  for (const ActorGroup& group : ui.session.taxonomy().groups.rows()) {
    std::vector<ActorId> members;
    for (const ActorId id : cluster.members) {
      if (ui.session.taxonomy().group_of(ui.session.network().actor(id).type).code == group.code) members.push_back(id);
    }
    if (members.empty()) continue;
    const std::string id = "members/" + group.code;
    const bool begins_open = members.size() <= 60;
    if (!section(ui, {id, group.short_label.in(language_of(ui)), number(ui, members.size()), begins_open, &group}))
      continue;
    const std::size_t rows = rows_shown(ui, id, members.size());
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string name = shown_text(ui, ui.session.network().actor(members[i]).name);
      if (link(ui, id + "/" + std::to_string(i), name)) select_actor(ui, members[i]);
    }
    rest_of(ui, id, members.size());
  }
}

}  // namespace

void draw_inspected_cluster(UiContext& ui, PickId pick) {
  const Cluster* cluster = drawn_cluster(ui.session, pick);
  if (!cluster) {  // opened, or all its members filtered away
    title(ui, class_in_words(ui.session, pick.index));
    return muted(ui, ui.tr("cluster.not_drawn"));
  }
  const JoinedNodes& joined = ui.session.network_picture().joined;
  const std::uint32_t node = joined.nodes.node_of_actor[cluster->members.front().value];
  title(ui, class_in_words(ui.session, pick.index));
  muted(ui, ui.session.texts().plural("cluster.actors", static_cast<long long>(cluster->members.size())));
  ImGui::Separator();
  figure(ui, ui.tr("cluster.agreements"), number(ui, joined.projection.all[node]));
  figure(ui, ui.tr("cluster.inside"), number(ui, joined.projection.inside[node]));
  ImGui::Dummy({0, ui.px(2)});
  const std::vector<ActorId> members = cluster->members;  // the button changes the picture
  if (button(ui, "expand", ui.tr("cluster.expand"))) ui.session.open_at(pick);
  draw_members(ui, {pick.index, members});
}

}  // namespace samverka
