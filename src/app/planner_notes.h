#pragma once
#include <string>
#include <vector>

#include "app/session.h"

namespace samverka {

// Notes of the planner's own about actors and agreements. Each change is one step of undo; none touches the network.
std::vector<std::size_t> notes_about(const Session& session, const Key& key);  // places in document().notes
bool has_note(const Session& session, const Key& key);
// What a note is about for people; the id itself where the network has no such row.
std::string about_in_words(const Session& session, const Key& key);

void add_note(Session& session, const Key& about, const std::string& text, Date on);
void change_note(Session& session, std::size_t note, const std::string& text, Date on);
void remove_note(Session& session, std::size_t note);

// Those whose text, date or name of what they are about holds the words, case and accents aside; the newest first.
std::vector<std::size_t> notes_with(const Session& session, const std::string& words);

// ---- filters by name ----

// Under a new name last; one of the same name is replaced.
void keep_filter(Session& session, const std::string& name, const Filter& filter);
void rename_filter(Session& session, std::size_t place, const std::string& name);
void remove_filter(Session& session, std::size_t place);
// E_FILTER where its words are no filter (any more).
Result<Filter> filter_by_name(const Session& session, std::size_t place);

}  // namespace samverka
