#include "model/taxonomy.h"

namespace samverka {

const ActorGroup& Taxonomy::group_of(std::string_view actor_type) const {
  static const ActorGroup unknown = [] {
    ActorGroup group;
    group.code = "other";
    group.label = group.short_label = {"Övriga", "Other"};  // only where a taxonomy has no group "other"
    group.symbol = "disc";
    group.color = group.color_dark = group.color_safe = group.color_safe_dark = "#808080";
    return group;
  }();
  const ActorType* type = actor_types.find(actor_type);
  const ActorGroup* group = groups.find(type ? std::string_view(type->group) : std::string_view("other"));
  if (!group) group = groups.find("other");
  return group ? *group : unknown;
}

bool Taxonomy::area_matches(std::string_view wanted, std::string_view actual) const {
  if (wanted == actual) return true;
  const Area* area = areas.find(actual);
  return area && !area->parent.empty() && area->parent == wanted;
}

bool Taxonomy::is_outside(std::string_view area) const {
  const Area* found = areas.find(area);
  return found && found->is_outside;
}

}  // namespace samverka
