// Draws every panel there is in one language and looks for words of the other, for code words and for keys without a
// text. What comes from a file is left out by drawing Swedish data in Swedish, and by looking only for the program's
// own Swedish words in English.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "support/ui_driver.h"
#include "ui/panels.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

// The program's own words of one language that the other does not also have: texts without placeholders, and the
// taxonomy's labels.
std::set<std::string> words_only_in(const Session& session, const std::string& language) {
  const std::string other = language == "sv" ? "en" : "sv";
  std::set<std::string> mine;
  std::set<std::string> others;
  for (const auto& [key, text] : session.assets().texts(language).all()) mine.insert(text);
  for (const auto& [key, text] : session.assets().texts(other).all()) others.insert(text);
  const auto add = [&](const auto& terms) {
    for (const auto& term : terms.rows()) {
      for (const Wording* wording : {&term.label, &term.short_label}) {
        mine.insert(wording->in(language));
        others.insert(wording->in(other));
      }
    }
  };
  const Taxonomy& t = session.taxonomy();
  add(t.areas);
  add(t.perspectives);
  add(t.service_areas);
  add(t.target_groups);
  add(t.groups);
  add(t.actor_types);
  add(t.forms);
  add(t.roles);
  add(t.states);
  add(t.statuses);
  add(t.methods);
  add(t.ownerships);
  add(t.functions);
  for (const Rule& rule : session.assets().rules.rules) {
    for (const Wording* wording : {&rule.title, &rule.next_step}) {
      mine.insert(wording->in(language));
      others.insert(wording->in(other));
    }
  }
  for (const std::string& text : others) mine.erase(text);
  return mine;
}

// Whatever stands in the file may stand in the window.
std::set<std::string> words_of_the_file(const Network& network) {
  std::set<std::string> words;
  for (const Actor& actor : network.actors) {
    words.insert(actor.name);
    words.insert(actor.short_name);
  }
  for (const Agreement& agreement : network.agreements) words.insert(agreement.title);
  for (const Source& source : network.sources) words.insert(source.title);
  return words;
}

struct Finder {
  std::set<std::string> forbidden, from_file;
  std::regex code_word{"(^|[^A-Za-z0-9._/:-])[a-z]+_[a-z_]+($|[^A-Za-z0-9._/:-])"};

  void look(const UiDriver& d, const std::string& where) const {
    for (const Item& item : d.ui->items()) {
      if (from_file.contains(item.label) || item.role == "input") continue;
      INFO(where, ": '", item.label, "' (", item.role, ")");
      CHECK_FALSE(forbidden.contains(item.label));
      CHECK(item.label.find("⟦") == std::string::npos);
      CHECK_FALSE(std::regex_search(item.label, code_word));
    }
  }
};

// Every tab and drawer, with nothing, an actor, an agreement and two actors selected.
void look_everywhere(UiDriver& d, const Finder& finder) {
  const auto look = [&](const std::string& where) {
    d.frames(1);
    d.ui->wait_for_work();
    d.frames(2);
    finder.look(d, where);
  };
  for (const TabPanel& panel : tab_panels()) {
    d.session.view.tab = panel.tab;
    for (const char* key : {"", "k-granby", "a-lansok"}) {
      d.session.select(key);
      look(std::string(panel.action) + " with " + key);
    }
  }
  d.session.view.tab = Tab::gaps;
  using Page = GapsState::Shows;
  for (const Page page : {Page::to_act_on, Page::to_find_out, Page::norms}) {
    d.ui->state().gaps.shows = page;
    for (const Rule& rule : d.session.assets().rules.rules) d.ui->state().gaps.open.insert(rule.id);
    look("gaps, page " + std::to_string(static_cast<int>(page)));
  }
  d.session.view.tab = Tab::map;
  d.session.select("k-granby");
  d.session.view.also_selected = {{PickId::Kind::actor, d.session.index().actor("k-sjoby").value}};
  look("two selected");
  for (const DrawerPanel& panel : drawer_panels()) {
    d.session.view.drawer = panel.drawer;
    look(std::string(panel.action));
  }
  d.session.view.drawer = ViewState::Drawer::none;
  using Dialog = ViewState::Dialog;
  for (const Dialog dialog : {Dialog::open, Dialog::save_as, Dialog::export_picture, Dialog::export_data, Dialog::keys,
                              Dialog::palette, Dialog::place, Dialog::settings, Dialog::quit, Dialog::changed_on_disk,
                              Dialog::new_actor, Dialog::new_agreement}) {
    d.session.view.dialog = dialog;
    look("dialog " + std::to_string(static_cast<int>(dialog)));
    d.session.view.dialog = Dialog::none;
    d.frames(3);
  }
}

}  // namespace

TEST_CASE("the Swedish window holds no code word, no key and no English; the English one no Swedish of our own") {
  UiDriver d(county, {1600, 2400});
  for (const char* language : {"sv", "en"}) {
    d.session.view.language = language;
    Finder finder;
    finder.forbidden = words_only_in(d.session, std::string(language) == "sv" ? "en" : "sv");
    finder.from_file = words_of_the_file(d.session.network());
    CHECK(finder.forbidden.size() > 300);
    // The way to the other language is told in that language.
    finder.forbidden.erase(d.session.texts().tr("top.other_language"));
    look_everywhere(d, finder);
  }
}

}  // namespace samverka
