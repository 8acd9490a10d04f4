#include "report/page_tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/collate.h"
#include "report/html.h"

namespace samverka {
namespace {

// Rows of one table, or of the part of it that is folded under one heading.
struct PageRows {
  std::string caption;
  std::string html;
  std::size_t count = 0;
};

std::string tagged(const std::string& tag, const std::string& text) {
  return "<" + tag + ">" + html_escaped(text) + "</" + tag + ">";
}

std::string table_of(const PageRows& rows, const std::vector<std::string>& columns) {
  std::string out = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + html_escaped(rows.caption);
  out += "\">\n<table>\n<caption>" + html_escaped(rows.caption) + "</caption>\n<thead><tr>";
  for (const std::string& column : columns) out += "<th scope=\"col\">" + html_escaped(column) + "</th>";
  return out + "</tr></thead>\n<tbody>\n" + rows.html + "</tbody>\n</table>\n</div>\n";
}

// Folded where there are many: then each part says what it holds and how much.
std::string tables_of(const std::vector<PageRows>& parts, const std::vector<std::string>& columns, bool is_folded,
                      const Texts& texts) {
  std::string out;
  for (const PageRows& part : parts) {
    if (part.count == 0) continue;
    if (!is_folded) {
      out += table_of(part, columns);
      continue;
    }
    out += "<details><summary>" + html_escaped(part.caption) + " <span class=\"count\">(" +
           html_escaped(texts.number(static_cast<long long>(part.count))) + ")</span></summary>\n";
    out += table_of(part, columns) + "</details>\n";
  }
  return out;
}

std::string cut_note(std::size_t shown, std::size_t all, const Texts& texts) {
  if (shown >= all) return {};
  const std::string told = texts.tr("page.cut", {{"shown", texts.number(static_cast<long long>(shown))},
                                                 {"all", texts.number(static_cast<long long>(all))}});
  return "<p class=\"cut\">" + html_escaped(told) + "</p>\n";
}

template <class Id, class Name>
std::vector<Id> in_swedish_order(std::vector<Id> ids, Name name) {
  std::vector<std::string> names;
  for (const Id id : ids) names.push_back(name(id));
  const std::vector<std::uint32_t> ranks = swedish_ranks(names);
  std::vector<std::size_t> order(ids.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  std::vector<Id> sorted;
  for (const std::size_t i : order) sorted.push_back(ids[i]);
  return sorted;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

struct PlaceNames {
  std::unordered_map<std::string, std::string> municipalities;

  explicit PlaceNames(const Network& network) {
    for (const Actor& actor : network.actors) {
      if (actor.type != "municipality") continue;
      const std::string& code = actor.ids ? actor.ids->municipality_code : actor.municipality;
      if (!code.empty()) municipalities.emplace(code, actor.shown_name());
    }
  }
  std::string of(const std::string& code) const {
    const auto found = municipalities.find(code);
    return found == municipalities.end() ? code : found->second;
  }
};

struct ActorCounts {
  std::vector<std::size_t> confirmed, unconfirmed;

  explicit ActorCounts(const SharedPage& page)
      : confirmed(page.network.actors.size()), unconfirmed(page.network.actors.size()) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const Participation& p : page.part.participations) {
      if (!seen.emplace(p.actor.value, p.agreement.value).second) continue;
      ++(p.is_confirmed ? confirmed : unconfirmed)[p.actor.value];
    }
  }
};

std::string actor_row(const SharedPage& page, const PlaceNames& places, const ActorCounts& counts, ActorId id,
                      const Texts& texts) {
  const Actor& actor = page.network.actor(id);
  const ActorGroup& group = page.taxonomy.group_of(actor.type);
  std::string out = "<tr id=\"a" + std::to_string(id.value) + "\" data-g=\"" + html_escaped(group.code) + "\">";
  out += "<th scope=\"row\">" + html_escaped(actor.name.empty() ? actor.key : actor.name) + "</th>";
  out += tagged("td", page.taxonomy.actor_types.label(actor.type, texts.language()));
  out += tagged("td", places.of(actor.municipality));
  std::string ties = texts.plural("page.ties", static_cast<long long>(counts.confirmed[id.value]));
  if (const auto more = static_cast<long long>(counts.unconfirmed[id.value]); more > 0) {
    ties += ", " + texts.plural("page.ties_unconfirmed", more);
  }
  if (counts.confirmed[id.value] + counts.unconfirmed[id.value] == 0) ties = texts.tr("page.ties_none");
  out += tagged("td", ties);
  return out + "<td>" + page_address(actor.web) + "</td></tr>\n";
}

std::string area_words(const SharedPage& page, const Agreement& agreement, const Texts& texts) {
  std::vector<std::string> words;
  for (const AreaCode& area : agreement.areas) {
    words.push_back(area + " " + page.taxonomy.areas.short_label(area, texts.language()));
  }
  return words.empty() ? texts.tr("page.not_recorded") : joined(words);
}

std::string validity_words(const Agreement& agreement, const Texts& texts) {
  if (!agreement.valid) return texts.tr("page.not_recorded");
  std::vector<std::string> words;
  const Validity& valid = *agreement.valid;
  if (valid.from.is_set()) words.push_back(texts.tr("valid.from", {{"date", texts.date(valid.from)}}));
  if (valid.end == Validity::End::date) words.push_back(texts.tr("valid.to", {{"date", texts.date(valid.to)}}));
  if (valid.end == Validity::End::open) words.push_back(texts.tr("valid.open"));
  if (valid.end == Validity::End::not_known) words.push_back(texts.tr("valid.end_not_known"));
  return joined(words);
}

std::string source_words(const SharedPage& page, const Agreement& agreement, const Texts& texts) {
  std::vector<std::string> words;
  if (agreement.provenance) {
    for (const SourceRef& source : agreement.provenance->source) {
      const bool is_known = source.id.is_set();
      const Source* row = is_known ? &page.network.sources[source.id.value] : nullptr;
      words.push_back(row ? (row->title.empty() ? row->key : row->title) : source.unresolved);
    }
  }
  return words.empty() ? texts.tr("page.no_source") : joined(words);
}

// What a party is beside its name: role, state, dates.
std::string party_row(const SharedPage& page, const Participation& p, std::size_t number, const Texts& texts) {
  const Party& party = page.network.agreement(p.agreement).parties[p.party];
  const Actor& actor = page.network.actor(p.actor);
  std::string out = "<li data-p=\"p" + std::to_string(number) + "\" data-i=\"a" + std::to_string(p.actor.value) + "\">";
  out += html_escaped(actor.name.empty() ? actor.key : actor.name);
  std::vector<std::string> words;
  if (!party.role.empty()) words.push_back(page.taxonomy.roles.label(party.role, texts.language()));
  words.push_back(page.taxonomy.states.label(word(party.state_or_unknown()), texts.language()));
  if (party.from.is_set()) words.push_back(texts.tr("valid.from", {{"date", texts.date(party.from)}}));
  if (party.to.is_set()) words.push_back(texts.tr("valid.to", {{"date", texts.date(party.to)}}));
  return out + " <small>– " + html_escaped(joined(words)) + "</small></li>";
}

// Where each agreement's parties begin in the list of them, which is by agreement.
std::size_t first_party(const SubNetwork& part, AgreementId id) {
  const auto found = std::lower_bound(part.participations.begin(), part.participations.end(), id,
                                      [](const Participation& p, AgreementId a) { return p.agreement < a; });
  return static_cast<std::size_t>(found - part.participations.begin());
}

std::string agreement_row(const SharedPage& page, AgreementId id, std::size_t& parties_left, const Texts& texts) {
  const Agreement& agreement = page.network.agreement(id);
  std::string out = "<tr id=\"g" + std::to_string(id.value) + "\" data-g=\"agreement\">";
  out += "<th scope=\"row\">" + html_escaped(agreement.title.empty() ? agreement.key : agreement.title) + "</th>";
  out += tagged("td", page.taxonomy.forms.label(agreement.form, texts.language()));
  out += tagged("td", area_words(page, agreement, texts));
  const bool has_expired =
      agreement.status == AgreementStatus::active && agreement.valid && agreement.valid->ended_before(page.day);
  out += tagged("td", has_expired ? texts.tr("status.expired", {{"date", texts.date(agreement.valid->to)}})
                                  : page.taxonomy.statuses.label(word(agreement.status), texts.language()));
  out += tagged("td", validity_words(agreement, texts)) + "<td><ul>";
  std::size_t cut = 0;
  const std::vector<Participation>& all = page.part.participations;
  for (std::size_t i = first_party(page.part, id); i < all.size() && all[i].agreement == id; ++i) {
    if (parties_left == 0) {
      ++cut;
      continue;
    }
    out += party_row(page, all[i], i, texts);
    --parties_left;
  }
  if (cut > 0) out += tagged("li", texts.plural("page.more_parties", static_cast<long long>(cut)));
  return out + "</ul></td>" + tagged("td", source_words(page, agreement, texts)) + "</tr>\n";
}

// The area that an agreement is sorted under: the first of its own, at the top level.
AreaCode top_area(const Taxonomy& taxonomy, const Agreement& agreement) {
  if (agreement.areas.empty()) return {};
  AreaCode code = agreement.areas.front();
  for (const Area* area = taxonomy.areas.find(code); area && !area->parent.empty(); area = taxonomy.areas.find(code)) {
    code = area->parent;
  }
  return code;
}

std::string not_known_of(const SharedPage& page, AgreementId id, const Texts& texts) {
  const Agreement& agreement = page.network.agreement(id);
  std::vector<std::string> words;
  if (agreement.status == AgreementStatus::unknown) words.push_back(texts.tr("page.unknown.status"));
  if (!agreement.valid) {
    words.push_back(texts.tr("page.unknown.dates"));
  } else if (agreement.valid->end == Validity::End::not_known) {
    words.push_back(texts.tr("page.unknown.end"));
  }
  std::vector<std::string> names;
  const std::vector<Participation>& all = page.part.participations;
  for (std::size_t i = first_party(page.part, id); i < all.size() && all[i].agreement == id; ++i) {
    if (agreement.parties[all[i].party].state_or_unknown() != PartyState::unknown) continue;
    names.push_back(page.network.actor(all[i].actor).shown_name());
  }
  if (!names.empty()) {
    constexpr std::size_t most_names = 8;
    const std::size_t more = names.size() > most_names ? names.size() - most_names : 0;
    names.resize(names.size() - more);
    if (more > 0) names.push_back(texts.plural("page.more_names", static_cast<long long>(more)));
    words.push_back(texts.tr("page.unknown.states", {{"names", joined(names)}}));
  }
  if (!agreement.provenance || agreement.provenance->source.empty()) words.push_back(texts.tr("page.unknown.source"));
  return joined(words);
}

std::string title_of(const SharedPage& page, AgreementId id) {
  const Agreement& agreement = page.network.agreement(id);
  return agreement.title.empty() ? agreement.key : agreement.title;
}

std::vector<AgreementId> agreements_in_order(const SharedPage& page) {
  return in_swedish_order(page.part.agreements, [&](AgreementId id) { return title_of(page, id); });
}

std::size_t silent_actors(const SharedPage& page) {
  const ActorCounts counts(page);
  std::size_t silent = 0;
  for (const ActorId id : page.part.actors) {
    if (counts.confirmed[id.value] + counts.unconfirmed[id.value] == 0) ++silent;
  }
  return silent;
}

}  // namespace

std::string page_address(const std::string& address) {
  std::string scheme = address.substr(0, 8);
  for (char& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string shown = html_escaped(address);
  const bool is_link = scheme.starts_with("https://") || scheme.starts_with("http://") || scheme.starts_with("mailto:");
  if (!is_link) return shown;
  return "<a href=\"" + shown + "\" rel=\"noopener noreferrer\">" + shown + "</a>";
}

std::string page_actors(const SharedPage& page, const Texts& texts) {
  const PlaceNames places(page.network);
  const ActorCounts counts(page);
  std::vector<ActorId> order = in_swedish_order(page.part.actors, [&](ActorId id) {
    const Actor& actor = page.network.actor(id);
    return actor.name.empty() ? actor.key : actor.name;
  });
  const bool is_folded = order.size() > long_page_table;
  if (order.size() > most_page_actors) order.resize(most_page_actors);
  std::map<std::string, PageRows> by_county;
  for (const ActorId id : order) {
    const std::string county = is_folded ? page.network.actor(id).county : std::string();
    PageRows& rows = by_county[county];
    rows.html += actor_row(page, places, counts, id, texts);
    ++rows.count;
  }
  std::vector<PageRows> parts;
  for (auto& [county, rows] : by_county) {
    const auto name = page.county_names.find(county);
    const std::string told = name != page.county_names.end() ? name->second
                             : county.empty()                ? texts.tr("page.no_county")
                                                             : texts.tr("ui.county_code", {{"code", county}});
    rows.caption = is_folded ? texts.tr("page.actors_in", {{"county", told}}) : texts.tr("page.actors_caption");
    parts.push_back(std::move(rows));
  }
  return cut_note(order.size(), page.part.actors.size(), texts) +
         tables_of(parts,
                   {texts.tr("page.column.name"), texts.tr("page.column.type"), texts.tr("page.column.place"),
                    texts.tr("page.column.ties"), texts.tr("page.column.web")},
                   is_folded, texts);
}

std::string page_agreements(const SharedPage& page, const Texts& texts) {
  std::vector<AgreementId> order = agreements_in_order(page);
  const bool is_folded = order.size() > long_page_table;
  if (order.size() > most_page_agreements) order.resize(most_page_agreements);
  std::size_t parties_left = most_page_parties;
  std::map<AreaCode, PageRows> by_area;
  for (const AgreementId id : order) {
    PageRows& rows = by_area[is_folded ? top_area(page.taxonomy, page.network.agreement(id)) : AreaCode()];
    rows.html += agreement_row(page, id, parties_left, texts);
    ++rows.count;
  }
  std::vector<PageRows> parts;
  for (auto& [area, rows] : by_area) {
    const std::string told =
        area.empty() ? texts.tr("page.no_area") : area + " " + page.taxonomy.areas.short_label(area, texts.language());
    rows.caption = is_folded ? texts.tr("page.agreements_in", {{"area", told}}) : texts.tr("page.agreements_caption");
    parts.push_back(std::move(rows));
  }
  return cut_note(order.size(), page.part.agreements.size(), texts) +
         tables_of(parts,
                   {texts.tr("page.column.title"), texts.tr("page.column.form"), texts.tr("page.column.areas"),
                    texts.tr("page.column.status"), texts.tr("page.column.valid"), texts.tr("page.column.parties"),
                    texts.tr("page.column.source")},
                   is_folded, texts);
}

std::string page_unknown(const SharedPage& page, const Texts& texts) {
  PageRows rows;
  rows.caption = texts.tr("page.unknown_caption");
  for (const AgreementId id : agreements_in_order(page)) {
    const std::string told = not_known_of(page, id, texts);
    if (told.empty()) continue;
    ++rows.count;
    if (rows.count > most_page_agreements) continue;
    rows.html += "<tr><th scope=\"row\">" + html_escaped(title_of(page, id)) + "</th>" + tagged("td", told) + "</tr>\n";
  }
  std::string out = tagged("p", texts.tr("page.unknown_about")) + "\n";
  if (const std::size_t silent = silent_actors(page); silent > 0) {
    out += tagged("p", texts.plural("page.silent", static_cast<long long>(silent))) + "\n";
  }
  if (rows.count == 0) return out + tagged("p", texts.tr("page.unknown_none")) + "\n";
  out += cut_note(std::min(rows.count, most_page_agreements), rows.count, texts);
  return out + tables_of({rows}, {texts.tr("page.column.title"), texts.tr("page.column.unknown")},
                         rows.count > long_page_table, texts);
}

std::string page_sources(const SharedPage& page, const Texts& texts) {
  PageRows rows;
  rows.caption = texts.tr("page.sources_caption");
  for (const Source& source : page.network.sources) {
    rows.html += "<tr><th scope=\"row\">" + html_escaped(source.title.empty() ? source.key : source.title) + "</th>";
    rows.html += tagged("td", page.taxonomy.source_kinds.label(source.kind, texts.language()));
    rows.html += tagged("td", source.date.is_set() ? texts.date(source.date) : texts.tr("page.no_date"));
    rows.html += tagged("td", source.license) + "<td>" + page_address(source.url) + "</td></tr>\n";
    ++rows.count;
  }
  if (rows.count == 0) return tagged("p", texts.tr("page.sources_none")) + "\n";
  return tables_of({rows},
                   {texts.tr("page.column.source"), texts.tr("page.column.kind"), texts.tr("page.column.date"),
                    texts.tr("page.column.license"), texts.tr("page.column.url")},
                   rows.count > long_page_table, texts);
}

}  // namespace samverka
