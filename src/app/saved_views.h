#pragma once
// Ways to look at the network, saved by name: filter, date, camera, look and selection. In the document, so that each
// change of them can be undone, and in the workspace when it is saved.
#include <optional>
#include <string>

#include "app/session.h"

namespace samverka {

std::optional<std::size_t> find_view(const Session& session, const std::string& title);
// How it is looked at now, under a name; in the place of the one that has the name.
void save_view(Session& session, const std::string& title);
void rename_view(Session& session, std::size_t place, const std::string& title);
void remove_view(Session& session, std::size_t place);
// Looks so. What the network no longer has is left out, and how many said in a notice.
void show_view(Session& session, std::size_t place);
std::string saved_view_words(const Session& session, const SavedView& view);  // tab, date and filter on one line

}  // namespace samverka
