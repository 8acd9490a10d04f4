#include "app/planner_notes.h"

#include <algorithm>
#include <tuple>

#include "base/collate.h"

namespace samverka {

std::vector<std::size_t> notes_about(const Session& session, const Key& key) {
  std::vector<std::size_t> places;
  const auto& notes = session.document().notes;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].about == key) places.push_back(i);
  }
  return places;
}

bool has_note(const Session& session, const Key& key) {
  const auto& notes = session.document().notes;
  return !key.empty() && std::any_of(notes.begin(), notes.end(), [&](const PlannerNote& n) { return n.about == key; });
}

std::string about_in_words(const Session& session, const Key& key) {
  if (const ActorId actor = session.index().actor(key); actor.is_set()) return session.network().actor(actor).name;
  const AgreementId agreement = session.index().agreement(key);
  return agreement.is_set() ? session.network().agreement(agreement).title : key;
}

void add_note(Session& session, const Key& about, const std::string& text, Date on) {
  if (about.empty() || text.empty()) return;
  Document changed = session.document();
  changed.notes.push_back({about, text, partial(on), {}});
  session.change({"deep_history.note_added", {{"name", about_in_words(session, about)}}}, std::move(changed));
}

void change_note(Session& session, std::size_t note, const std::string& text, Date on) {
  if (text.empty()) return remove_note(session, note);
  Document changed = session.document();
  PlannerNote& row = changed.notes.at(note);
  if (row.text == text) return;
  row.text = text;
  row.date = partial(on);
  session.change({"deep_history.note_changed", {{"name", about_in_words(session, row.about)}}}, std::move(changed));
}

void remove_note(Session& session, std::size_t note) {
  Document changed = session.document();
  const Key about = changed.notes.at(note).about;
  changed.notes.erase(changed.notes.begin() + static_cast<std::ptrdiff_t>(note));
  session.change({"deep_history.note_removed", {{"name", about_in_words(session, about)}}}, std::move(changed));
}

std::vector<std::size_t> notes_with(const Session& session, const std::string& words) {
  const auto& notes = session.document().notes;
  const std::string wanted = folded(words);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::string all =
        folded(notes[i].text + '\n' + to_string(notes[i].date) + '\n' + about_in_words(session, notes[i].about));
    if (all.find(wanted) != std::string::npos) places.push_back(i);
  }
  const auto day = [&](std::size_t i) { return notes[i].date.is_set() ? notes[i].date.latest() : Date{}; };
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return std::tuple(day(a), a) > std::tuple(day(b), b); });
  return places;
}

void keep_filter(Session& session, const std::string& name, const Filter& filter) {
  if (name.empty()) return;
  Document changed = session.document();
  const auto same =
      std::find_if(changed.filters.begin(), changed.filters.end(), [&](const auto& row) { return row.name == name; });
  if (same == changed.filters.end()) {
    changed.filters.push_back({name, to_words(filter), {}});
  } else {
    same->filter = to_words(filter);
  }
  session.change({"deep_history.filter_kept", {{"name", name}}}, std::move(changed));
}

void rename_filter(Session& session, std::size_t place, const std::string& name) {
  Document changed = session.document();
  NamedFilter& row = changed.filters.at(place);
  const bool is_taken = std::any_of(changed.filters.begin(), changed.filters.end(),
                                    [&](const NamedFilter& other) { return other.name == name; });
  if (name.empty() || is_taken) return;
  row.name = name;
  session.change({"deep_history.filter_renamed", {{"name", name}}}, std::move(changed));
}

void remove_filter(Session& session, std::size_t place) {
  Document changed = session.document();
  const std::string name = changed.filters.at(place).name;
  changed.filters.erase(changed.filters.begin() + static_cast<std::ptrdiff_t>(place));
  session.change({"deep_history.filter_removed", {{"name", name}}}, std::move(changed));
}

Result<Filter> filter_by_name(const Session& session, std::size_t place) {
  Result<Filter> filter = parse_filter(session.document().filters.at(place).filter);
  if (!filter) return filter;
  const Result<Done> checked = check_filter(*filter, session.taxonomy());
  return checked ? filter : Result<Filter>(checked.problem());
}

}  // namespace samverka
