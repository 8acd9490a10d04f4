#include "app/version_words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "io/json_pieces.h"
#include "report/diff_report.h"
#include "report/merge_report.h"

namespace samverka {
namespace {

struct DifferenceWords {
  std::string_view member;
  const char* key;
};
constexpr auto member_table = std::to_array<DifferenceWords>({
    {"name", "form.name"},
    {"short_name", "form.short_name"},
    {"title", "form.title"},
    {"type", "form.type"},
    {"form", "form.form"},
    {"county", "form.county"},
    {"municipality", "form.municipality"},
    {"parent", "form.parent"},
    {"population", "form.population"},
    {"ownership", "form.ownership"},
    {"note", "form.note"},
    {"areas", "form.areas"},
    {"status", "form.status"},
    {"state", "form.state"},
    {"role", "form.role"},
    {"from", "form.from"},
    {"to", "form.to"},
    {"notice_months", "form.notice_months"},
    {"target_groups", "form.target_groups"},
    {"perspectives", "form.perspectives"},
    {"under", "form.under"},
    {"source", "form.source"},
    {"recorded", "form.recorded"},
    {"parties", "form.parties"},
    {"valid", "version_member.valid"},
    {"provenance", "version_member.provenance"},
    {"position", "version_member.position"},
    {"funding", "version_member.funding"},
    {"duties", "version_member.duties"},
    {"ids", "version_member.ids"},
    {"functions", "version_member.functions"},
    {"members", "version_member.members"},
    {"supersedes", "version_member.supersedes"},
    {"covers", "version_member.covers"},
    {"as_of", "version_member.as_of"},
    {"confidence", "version_member.confidence"},
    {"review", "version_member.review"},
});

std::string last_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string code_words(const Session& session, std::string_view member, const std::string& code) {
  const Taxonomy& taxonomy = session.taxonomy();
  const std::string& language = session.view.language;
  const std::string last = last_of(member);
  if (last == "status") return taxonomy.statuses.label(code, language);
  if (last == "state") return taxonomy.states.label(code, language);
  if (last == "role") return taxonomy.roles.label(code, language);
  if (last == "type") return taxonomy.actor_types.label(code, language);
  if (last == "form") return taxonomy.forms.label(code, language);
  if (last == "areas") return taxonomy.areas.label(code, language);
  if (last == "ownership") return taxonomy.ownerships.label(code, language);
  if (last == "perspectives") return taxonomy.perspectives.label(code, language);
  if (last == "target_groups") return taxonomy.target_groups.label(code, language);
  if (last == "covers") return taxonomy.covers.label(code, language);
  if (last == "functions") return taxonomy.functions.label(code, language);
  if (const ActorId actor = session.index().actor(code); actor.is_set()) return session.network().actor(actor).name;
  if (const AgreementId id = session.index().agreement(code); id.is_set()) return session.network().agreement(id).title;
  return code;
}

std::string object_words(const Session& session, const std::string& raw) {
  std::string words;
  for (const JsonMember& one : json_members(raw)) {
    words +=
        (words.empty() ? "" : ", ") + member_words(session, one.name) + " " + value_words(session, one.name, one.raw);
  }
  return words;
}

}  // namespace

std::string member_words(const Session& session, std::string_view member) {
  constexpr std::string_view parties = "parties/";
  if (member.starts_with(parties) && member.size() > parties.size()) {
    const std::string_view rest = member.substr(parties.size());
    const std::string_view party = rest.substr(0, rest.find('/'));
    const std::string key(party.substr(0, party.find(':')));
    const std::string_view after = party.substr(std::min(party.size(), key.size() + 1));
    const std::string role(after.substr(0, after.find(':')));
    std::string words = code_words(session, "", key);
    if (!role.empty()) words += " (" + code_words(session, "role", role) + ")";
    return rest.find('/') == rest.npos ? words : words + ": " + member_words(session, last_of(rest));
  }
  const std::string last = last_of(member);
  const auto found = std::find_if(member_table.begin(), member_table.end(),
                                  [&](const DifferenceWords& row) { return row.member == last; });
  return found == member_table.end() ? std::string(member) : session.texts().tr(found->key);
}

std::string value_words(const Session& session, std::string_view member, const std::optional<std::string>& raw) {
  constexpr std::size_t longest = 160;  // code points
  if (!raw) return session.texts().tr("version_merge.not_there");
  std::string words;
  switch (json_kind(*raw)) {
    case JsonKind::null:
      words = session.texts().tr(last_of(member) == "to" ? "form.until_further_notice" : "form.not_recorded");
      break;
    case JsonKind::text:
      words = code_words(session, member, json_text_value(*raw));
      break;
    case JsonKind::object:
      words = object_words(session, *raw);
      break;
    case JsonKind::list:
      for (const std::string& item : json_items(*raw)) {
        words += (words.empty() ? "" : ", ") + value_words(session, member, item);
      }
      if (words.empty()) words = session.texts().tr("version_value.none");
      break;
    case JsonKind::no:
    case JsonKind::yes:
    case JsonKind::number:
      words = *raw;
  }
  return shortened(words, longest);
}

std::string clock_words(const Texts& texts, ChangeClock clock) {
  switch (clock) {
    case ChangeClock::newly_valid:
      return texts.tr("version_clock.newly_valid");
    case ChangeClock::newly_recorded:
      return texts.tr("version_clock.newly_recorded");
    case ChangeClock::not_dated:
      return texts.tr("version_clock.not_dated");
    case ChangeClock::none:
      break;
  }
  return {};
}

std::string compared_name(const VersionComparison& comparison, const Key& key) {
  for (const ComparedSide* side : {&comparison.after, &comparison.before}) {
    for (const Actor& actor : side->network->actors) {
      if (actor.key == key) return actor.name;
    }
    for (const Agreement& agreement : side->network->agreements) {
      if (agreement.key == key) return agreement.title;
    }
  }
  return key;
}

std::string conflict_name(const Session& session, const MergeConflict& conflict, const Network& theirs) {
  const std::string name = row_name(conflict, session.document().network, theirs);
  return name.empty() ? session.texts().tr("version_merge.network_itself") : name;
}

namespace {

DiffReport report_of(const VersionComparison& comparison) {
  DiffReport report{*comparison.before.network, *comparison.after.network, comparison.apart};
  report.clocks = clocks_of(comparison);
  if (comparison.is_two_days) {
    report.before_day = comparison.before.title;
    report.after_day = comparison.after.title;
  }
  return report;
}

}  // namespace

std::string comparison_text(const VersionComparison& comparison, const Texts& texts) {
  return diff_text(report_of(comparison), texts);
}
std::string comparison_json(const VersionComparison& comparison) { return diff_json(report_of(comparison)); }

}  // namespace samverka
