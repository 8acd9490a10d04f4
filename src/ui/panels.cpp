#include "ui/panels.h"

#include <algorithm>
#include <array>

#include "app/session.h"

namespace samverka {
namespace {

constexpr auto tabs = std::to_array<TabPanel>({
    {Tab::home, "view.home", draw_home, nullptr, false},
    {Tab::agreement, "view.agreement", draw_agreement, nullptr, false},
    {Tab::map, "view.map", nullptr, draw_map_tools, true},
    {Tab::network, "view.network", nullptr, draw_network_tools, true},
    {Tab::matrix, "view.matrix", draw_matrix, draw_matrix_tools, true},
    {Tab::table, "view.table", draw_table, draw_table_tools, true},
    {Tab::support, "view.support", draw_support, draw_support_tools, true},
    {Tab::gaps, "view.gaps", draw_gaps, draw_gaps_tools, false},
});

constexpr auto drawers = std::to_array<DrawerPanel>({
    {ViewState::Drawer::timeline, "view.timeline", draw_timeline},
    {ViewState::Drawer::questions, "help.questions", draw_questions},
    {ViewState::Drawer::ways, "near.ways", draw_way_list},
    {ViewState::Drawer::notes, "view.notes", draw_note_list},
    {ViewState::Drawer::problems, "view.problems", draw_problem_list},
    {ViewState::Drawer::jobs, "view.jobs", draw_jobs},
});

}  // namespace

std::span<const TabPanel> tab_panels() { return tabs; }

const TabPanel& tab_panel(Tab tab) {
  const auto found = std::find_if(tabs.begin(), tabs.end(), [&](const TabPanel& t) { return t.tab == tab; });
  return found == tabs.end() ? tabs.front() : *found;
}

std::span<const DrawerPanel> drawer_panels() { return drawers; }

}  // namespace samverka
