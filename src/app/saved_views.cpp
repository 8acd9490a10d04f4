#include "app/saved_views.h"

#include <algorithm>

#include "app/actions.h"
#include "app/filter_words.h"
#include "app/views.h"

namespace samverka {
namespace {

bool has_view(const Session& session, std::size_t place) { return place < session.document().views.size(); }

}  // namespace

std::optional<std::size_t> find_view(const Session& session, const std::string& title) {
  const std::vector<SavedView>& views = session.document().views;
  const auto found = std::find_if(views.begin(), views.end(), [&](const SavedView& v) { return v.title == title; });
  if (found == views.end()) return std::nullopt;
  return static_cast<std::size_t>(found - views.begin());
}

void save_view(Session& session, const std::string& title) {
  Document changed = session.document();
  const auto place = find_view(session, title);
  SavedView view = view_of(session, place ? changed.views[*place] : SavedView{});
  view.title = title;
  if (place) {
    changed.views[*place] = std::move(view);
  } else {
    changed.views.push_back(std::move(view));
  }
  session.change({"version_history.view_saved", {{"title", title}}}, std::move(changed));
}

void rename_view(Session& session, std::size_t place, const std::string& title) {
  if (!has_view(session, place)) return;
  Document changed = session.document();
  changed.views[place].title = title;
  session.change({"version_history.view_renamed", {{"title", title}}}, std::move(changed));
}

void remove_view(Session& session, std::size_t place) {
  if (!has_view(session, place)) return;
  Document changed = session.document();
  const std::string title = changed.views[place].title;
  changed.views.erase(changed.views.begin() + static_cast<std::ptrdiff_t>(place));
  session.change({"version_history.view_removed", {{"title", title}}}, std::move(changed));
}

void show_view(Session& session, std::size_t place) {
  if (!has_view(session, place)) return;
  const SavedView view = session.document().views[place];
  session.view.map_wants_fit = !view.map;  // absent: all of it
  session.view.network_wants_fit = !view.network;
  apply_view(view, session);
  const auto is_gone = [&](const Key& key) {
    return !session.index().actor(key).is_set() && !session.index().agreement(key).is_set();
  };
  const auto gone = std::count_if(view.selected.begin(), view.selected.end(), is_gone);
  const Texts& texts = session.texts();
  session.set_notice(Notice{gone == 0 ? texts.tr("version_view.shown", {{"title", view.title}})
                                      : texts.plural("version_view.gone", gone, {{"title", view.title}}),
                            false});
}

std::string saved_view_words(const Session& session, const SavedView& view) {
  const Texts& texts = session.texts();
  const Action* tab = find_action("view." + view.tab);
  std::string words = tab ? texts.tr(tab->text) : std::string();
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : " · ") + more; };
  if (view.date.is_set()) add(to_string(view.date));
  const auto filter = parse_filter(view.filter);
  if (filter && !view.filter.empty()) add(filter_in_plain_words(*filter, session.assets(), texts));
  if (!view.selected.empty()) {
    add(texts.plural("version_view.selected", static_cast<long long>(view.selected.size())));
  }
  return words;
}

}  // namespace samverka
