#include "analysis/rule_matching.h"

#include <algorithm>

#include "base/collate.h"

namespace samverka {
namespace {

using Codes = std::vector<std::string>;

bool has_code(const Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool has_area(const Agreement& agreement, const AreaCode& area, const Taxonomy& taxonomy) {
  return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                     [&](const AreaCode& actual) { return taxonomy.area_matches(area, actual); });
}

bool has_all(const Codes& codes, const std::optional<Codes>& wanted) {
  return !wanted ||
         std::all_of(wanted->begin(), wanted->end(), [&](const std::string& code) { return has_code(codes, code); });
}

bool has_any(const Codes& codes, const std::optional<Codes>& wanted) {
  return !wanted ||
         std::any_of(wanted->begin(), wanted->end(), [&](const std::string& code) { return has_code(codes, code); });
}

// Not recorded is not a yes.
bool has_perspective(const Agreement& agreement, const std::string& perspective) {
  return agreement.perspectives && has_code(*agreement.perspectives, perspective);
}

bool is_as_sure(const Agreement& agreement, double least) {
  return agreement.provenance && agreement.provenance->confidence && *agreement.provenance->confidence >= least;
}

bool asks_for_target_groups(const RuleAgreement& what) { return what.target_groups_all || what.target_groups_any; }

// All but the form and the target groups.
bool matches_the_rest(const RuleAgreement& what, const Agreement& agreement, const Taxonomy& taxonomy) {
  return (what.area.empty() || has_area(agreement, what.area, taxonomy)) &&
         (what.service_area.empty() || has_code(agreement.service_areas, what.service_area)) &&
         (what.perspective.empty() || has_perspective(agreement, what.perspective)) &&
         (!what.min_confidence || is_as_sure(agreement, *what.min_confidence));
}

bool has_target_groups(const RuleAgreement& what, const Agreement& agreement) {
  return has_all(agreement.target_groups, what.target_groups_all) &&
         has_any(agreement.target_groups, what.target_groups_any);
}

bool has_word(const std::string& title, const Codes& words) {
  if (words.empty()) return true;
  const std::string plain = folded(title);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return plain.find(folded(word)) != std::string::npos; });
}

}  // namespace

bool matches(const RuleAgreement& what, const Agreement& agreement, const Taxonomy& taxonomy) {
  return (what.form.empty() || what.form == agreement.form) && has_target_groups(what, agreement) &&
         matches_the_rest(what, agreement, taxonomy);
}

std::optional<NearMatch> near_match(const RuleNeed& need, const Agreement& agreement, const Taxonomy& taxonomy) {
  if (!need.near) return std::nullopt;
  const RuleAgreement& what = need.agreement;
  NearMatch match;
  match.is_other_form = !what.form.empty() && what.form != agreement.form;
  if (match.is_other_form && !(need.near->forms && has_code(*need.near->forms, agreement.form))) return std::nullopt;
  match.is_without_target_groups = asks_for_target_groups(what) && agreement.target_groups.empty();
  if (!match.is_without_target_groups && !has_target_groups(what, agreement)) return std::nullopt;
  if (!match.is_other_form && !match.is_without_target_groups) return std::nullopt;
  if (!matches_the_rest(what, agreement, taxonomy) || !has_word(agreement.title, need.near->title_words)) {
    return std::nullopt;
  }
  return match;
}

bool matches(const RulePartner& who, const Actor& actor, const Taxonomy& taxonomy) {
  return (who.type.empty() || who.type == actor.type) && (who.type_not.empty() || who.type_not != actor.type) &&
         (who.subtype.empty() || who.subtype == actor.subtype) &&
         (who.ownership.empty() || who.ownership == actor.ownership) &&
         (who.group.empty() || who.group == taxonomy.group_of(actor.type).code);
}

}  // namespace samverka
