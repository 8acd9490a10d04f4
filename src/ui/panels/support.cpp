// The tab Stöd: per county its regional support structures, who stands behind them and on what ground, whom they serve,
// and what was not found. All of the data, whatever the filter: a structure's own ground may lie outside it.
#include <imgui.h>

#include <algorithm>

#include "ui/describe.h"
#include "ui/describe_support.h"
#include "ui/panels.h"
#include "ui/panels/support_parts.h"
#include "ui/ui.h"

namespace samverka {

using namespace support;

namespace {

// ---- which county ----

const CountySupport* find_county(const SupportState& support, const std::string& code) {
  const auto found = std::find_if(support.counties.begin(), support.counties.end(),
                                  [&](const CountySupport& c) { return c.county == code; });
  return found == support.counties.end() ? nullptr : &*found;
}

// The county shown: the chosen one, else one's own, else the only one; null shows them all.
const CountySupport* county_shown(const UiContext& ui) {
  const SupportState& support = ui.state.support;
  if (support.shows == SupportState::Shows::all) return nullptr;
  if (support.shows == SupportState::Shows::chosen) return find_county(support, support.county);
  if (support.counties.size() == 1) return &support.counties.front();
  const std::string own = ui.session.view.own_place.substr(0, 2);
  return own.empty() ? nullptr : find_county(support, own);
}

// ---- small parts ----

constexpr float name_column = 130;

// A name to the left; what follows stands in a column of its own until the end of the block.
template <class Draw>
void named(UiContext& ui, std::string_view key, Draw draw) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  const float start = ImGui::GetCursorPosX();
  ImGui::TextUnformatted(ui.tr(key).c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::SameLine(start + ui.px(name_column));
  ImGui::BeginGroup();
  ImGui::PushID(key.data(), key.data() + key.size());
  draw();
  ImGui::PopID();
  ImGui::EndGroup();
}

// ---- a structure ----

void draw_hosts(UiContext& ui, const SupportStructure& structure) {
  if (structure.hosts.empty()) return;
  named(ui, "support.host", [&] {
    for (const SupportHost& host : structure.hosts) {
      const bool is_itself = host.actor == structure.actor;
      const std::string how = host.by.is_set() ? footing_in_words(ui, host.footing) : ui.tr("support.by_parent");
      const std::string name = is_itself ? ui.tr("support.its_own_host") : name_of(ui, host.actor);
      if (link(ui, std::to_string(host.actor.value), name, how)) select_actor(ui, host.actor);
    }
  });
}

std::string ground_in_words(const UiContext& ui, const Agreement& agreement) {
  const Texts& texts = ui.session.texts();
  std::string words = ui.session.taxonomy().forms.short_label(agreement.form, texts.language());
  words += " · " + status_in_words(ui.session, agreement);
  if (agreement.valid) words += " · " + validity_in_words(texts, *agreement.valid);
  const auto ties = std::count_if(agreement.parties.begin(), agreement.parties.end(),
                                  [&](const Party& party) { return is_tie(agreement, party, ui.session.view.date); });
  words += " · " + texts.plural("support.ties", static_cast<long long>(agreement.parties.size()),
                                {{"ties", number(ui, static_cast<std::size_t>(ties))}});
  return words;
}

void draw_grounds(UiContext& ui, std::string_view key, const std::vector<AgreementId>& agreements) {
  if (agreements.empty()) return;
  named(ui, key, [&] {
    for (const AgreementId id : agreements) {
      const Agreement& agreement = network(ui).agreement(id);
      const std::string words = ground_in_words(ui, agreement);
      if (link(ui, std::to_string(id.value), shown_text(ui, agreement.title), words)) select_agreement(ui, id);
    }
  });
}

void draw_functions(UiContext& ui, const Actor& actor) {
  if (actor.functions.empty()) return;
  std::string words;
  for (const std::string& code : actor.functions) {
    words += (words.empty() ? "" : ", ") + ui.session.taxonomy().functions.label(code, ui.session.texts().language());
  }
  named(ui, "support.functions", [&] { text(ui, words); });
}

void draw_partners(UiContext& ui, const SupportStructure& structure) {
  if (structure.partners.empty()) return;
  named(ui, "support.partners", [&] {
    for (const ActorId partner : structure.partners) {
      if (link(ui, std::to_string(partner.value), name_of(ui, partner))) select_actor(ui, partner);
    }
  });
}

std::string money_in_words(const UiContext& ui, const SupportFunder& funder) {
  if (!funder.amount) return ui.tr("support.amount_not_known");
  std::string words =
      ui.session.texts().number(*funder.amount) + " " +
      (funder.currency.empty() || funder.currency == "SEK" ? ui.tr("support.kronor") : shown_text(ui, funder.currency));
  const Terms<Term>& periods = ui.session.taxonomy().funding_periods;
  if (!funder.period.empty()) words += " · " + periods.label(funder.period, ui.session.texts().language());
  if (funder.year) words += " · " + std::to_string(*funder.year);
  return words;
}

void draw_funders(UiContext& ui, const SupportStructure& structure) {
  if (structure.funders.empty()) return;
  named(ui, "support.funders", [&] {
    for (std::size_t i = 0; i < structure.funders.size(); ++i) {
      const SupportFunder& funder = structure.funders[i];
      if (link(ui, std::to_string(i), name_of(ui, funder.actor), money_in_words(ui, funder))) {
        select_agreement(ui, funder.by);
      }
    }
  });
}

std::vector<ActorId> served_with(const SupportStructure& structure, Footing footing) {
  std::vector<ActorId> municipalities;
  for (const ServedMunicipality& served : structure.served) {
    if (served.footing == footing) municipalities.push_back(served.municipality);
  }
  return municipalities;
}

std::string served_in_words(const UiContext& ui, const CountySupport& county, const SupportStructure& structure) {
  const Texts& texts = ui.session.texts();
  const std::size_t here = county.served_here(structure);
  std::string words = texts.plural("support.n_of_m", static_cast<long long>(county.municipalities.size()),
                                   {{"served", number(ui, here)}});
  const std::size_t beyond = structure.served.size() - here;
  if (beyond > 0) words += texts.plural("support.beyond", static_cast<long long>(beyond));
  return words + unconfirmed_in_words(ui, served_with(structure, Footing::unconfirmed).size());
}

// Else the county's sum, where one confirmed tie is enough, seems to be another number than the structure's. Of each
// other structure, whom of these it has a confirmed tie with.
std::vector<std::string> confirmed_elsewhere(const UiContext& ui, const SupportStructure& structure,
                                             const std::vector<ActorId>& unconfirmed) {
  std::vector<std::string> told;
  for (const CountySupport& county : ui.state.support.counties) {
    for (const SupportStructure& other : county.structures) {
      if (other.actor == structure.actor) continue;
      std::string names;
      for (const ActorId municipality : served_with(other, Footing::confirmed)) {
        if (std::find(unconfirmed.begin(), unconfirmed.end(), municipality) == unconfirmed.end()) continue;
        names += (names.empty() ? "" : ", ") + shown_text(ui, network(ui).actor(municipality).shown_name());
      }
      if (names.empty()) continue;
      const std::string by = shown_text(ui, network(ui).actor(other.actor).shown_name());
      told.push_back(ui.session.texts().tr("support.confirmed_elsewhere", {{"names", names}, {"structure", by}}));
    }
  }
  return told;
}

void draw_served(UiContext& ui, const CountySupport& county, const SupportStructure& structure) {
  if (structure.served.empty()) return;
  named(ui, "support.serves", [&] {
    text(ui, served_in_words(ui, county, structure));
    const std::vector<ActorId> unconfirmed = served_with(structure, Footing::unconfirmed);
    draw_municipalities(ui, "confirmed", served_with(structure, Footing::confirmed));
    if (unconfirmed.empty()) return;
    muted(ui, ui.tr("support.nested_unconfirmed"));
    draw_municipalities(ui, "unconfirmed", unconfirmed);
    for (const std::string& words : confirmed_elsewhere(ui, structure, unconfirmed)) muted(ui, words);
  });
}

void add_sources(const std::optional<Provenance>& provenance, std::vector<SourceId>& sources) {
  if (!provenance) return;
  for (const SourceRef& ref : provenance->source) {
    const bool is_new = std::find(sources.begin(), sources.end(), ref.id) == sources.end();
    if (ref.id.is_set() && is_new) sources.push_back(ref.id);
  }
}

std::vector<SourceId> sources_of(const UiContext& ui, const SupportStructure& structure) {
  std::vector<SourceId> sources;
  add_sources(network(ui).actor(structure.actor).provenance, sources);
  for (const AgreementId id : structure.foundings) add_sources(network(ui).agreement(id).provenance, sources);
  return sources;
}

void draw_sources(UiContext& ui, const std::vector<SourceId>& sources) {
  if (sources.empty()) return;
  named(ui, "support.sources", [&] {
    for (const SourceId id : sources) {
      const Source& source = network(ui).sources[id.value];
      muted(ui, shown_text(ui, source.title.empty() ? source.key : source.title));
      if (!source.url.empty()) muted(ui, shown_text(ui, source.url));
    }
  });
}

// What a planner would ask and no record answers: each a sentence.
std::vector<std::string_view> not_found(const UiContext& ui, const SupportStructure& structure) {
  std::vector<std::string_view> keys;
  const Actor& actor = network(ui).actor(structure.actor);
  const auto says_when = [&](AgreementId id) {
    const auto& valid = network(ui).agreement(id).valid;
    return valid && valid->from.is_set();
  };
  if (structure.foundings.empty()) keys.push_back("support.missing.ground");
  if (structure.hosts.empty()) keys.push_back("support.missing.host");
  if (actor.functions.empty()) keys.push_back("support.missing.functions");
  if (structure.served.empty()) keys.push_back("support.missing.served");
  if (structure.partners.empty()) keys.push_back("support.missing.partners");
  if (structure.takes_part_in.empty()) keys.push_back("support.missing.agreements");
  if (!structure.foundings.empty() && std::none_of(structure.foundings.begin(), structure.foundings.end(), says_when)) {
    keys.push_back("support.missing.since");
  }
  if (sources_of(ui, structure).empty()) keys.push_back("support.missing.sources");
  return keys;
}

void draw_not_found(UiContext& ui, const SupportStructure& structure) {
  const std::vector<std::string_view> keys = not_found(ui, structure);
  if (keys.empty()) return;
  named(ui, "support.not_found", [&] {
    for (const std::string_view key : keys) muted(ui, ui.tr(key));
  });
}

// A card: its frame is drawn behind when its height is known.
template <class Draw>
void card(UiContext& ui, Draw draw) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(2);
  list.ChannelsSetCurrent(1);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float padding = ui.px(12);
  ImGui::Dummy({0, padding * 0.5F});
  ImGui::Indent(padding);
  draw();
  ImGui::Unindent(padding);
  ImGui::Dummy({0, padding * 0.5F});
  const ImVec2 end = ImGui::GetCursorScreenPos();
  list.ChannelsSetCurrent(0);
  list.AddRectFilled({start.x, start.y}, {right + padding * 0.5F, end.y}, colour_u32(theme.background), ui.px(8));
  list.AddRect({start.x, start.y}, {right + padding * 0.5F, end.y}, colour_u32(theme.border), ui.px(8));
  list.ChannelsMerge();
  ImGui::Dummy({0, ui.px(4)});
}

// "What falls if it ends": the mode what-if, with a scenario of that alone.
void think_it_closed(UiContext& ui, const SupportStructure& structure) {
  const Actor& actor = network(ui).actor(structure.actor);
  ScenarioStep step;
  step.kind = word(StepKind::close);
  step.actor = actor.key;
  ui.session.think(ui.session.texts().tr("support.if_it_ends", {{"name", actor.shown_name()}}), {std::move(step)});
  select_actor(ui, structure.actor);
  if (ui.state.is_narrow) ui.state.side = UiState::Side::inspector;
}

Symbol sign_of(const UiContext& ui, const Actor& actor) {
  return parse_symbol(ui.session.taxonomy().group_of(actor.type).symbol);
}

void draw_structure(UiContext& ui, const CountySupport& county, const SupportStructure& structure) {
  const Actor& actor = network(ui).actor(structure.actor);
  const ActorGroup& group = ui.session.taxonomy().group_of(actor.type);
  const Rgba colour = parse_colour(ui.session.theme().is_dark ? group.color_dark : group.color);
  ImGui::PushID(static_cast<int>(structure.actor.value));
  card(ui, [&] {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_symbol(sign_of(ui, actor), {at.x + ui.px(7), at.y + ImGui::GetFontSize() * 0.5F}, ui.px(7), colour);
    ImGui::SetCursorScreenPos({at.x + ui.px(22), at.y});
    const std::string& name = actor.shown_name();
    ImGui::PushFont(ui.fonts.bold);
    if (link(ui, "name", shown_text(ui, name), name == actor.name ? "" : shown_text(ui, actor.name))) {
      select_actor(ui, structure.actor);
    }
    ImGui::PopFont();
    draw_hosts(ui, structure);
    draw_grounds(ui, "support.ground", structure.foundings);
    draw_grounds(ui, "support.past_ground", structure.past_foundings);
    draw_functions(ui, actor);
    draw_served(ui, county, structure);
    draw_partners(ui, structure);
    draw_funders(ui, structure);
    draw_grounds(ui, "support.takes_part", structure.takes_part_in);
    draw_sources(ui, sources_of(ui, structure));
    draw_not_found(ui, structure);
    if (button(ui, "falls", ui.tr("support.what_falls"))) think_it_closed(ui, structure);
    tooltip(ui, ui.tr("support.what_falls_help"));
  });
  ImGui::PopID();
}

// ---- a county ----

void draw_forums(UiContext& ui, const CountySupport& county) {
  heading(ui, ui.tr("support.forums"));
  if (county.forums.empty()) return muted(ui, ui.tr("support.missing.forums"));
  for (const CountyForum& forum : county.forums) {
    const Actor& actor = network(ui).actor(forum.actor);
    const Taxonomy& taxonomy = ui.session.taxonomy();
    const std::string& language = ui.session.texts().language();
    std::string words = actor.subtype.empty() ? taxonomy.actor_types.label(actor.type, language)
                                              : taxonomy.actor_subtypes.label(actor.subtype, language);
    words += " · " + ui.session.texts().plural("support.n_of_m", static_cast<long long>(county.municipalities.size()),
                                               {{"served", number(ui, forum.municipalities.size())}});
    words += unconfirmed_in_words(ui, forum.unconfirmed);
    if (link(ui, "forum" + std::to_string(forum.actor.value), name_of(ui, forum.actor), words)) {
      select_actor(ui, forum.actor);
    }
  }
}

void draw_several(UiContext& ui, std::string_view key, const std::vector<CountySupport::Several>& rows) {
  if (rows.empty()) return;
  heading(ui, ui.session.texts().plural(key, static_cast<long long>(rows.size())));
  ImGui::PushID(key.data(), key.data() + key.size());
  for (const CountySupport::Several& several : rows) {
    std::string names;
    for (const ActorId structure : several.structures) {
      names += (names.empty() ? "" : ", ") + shown_text(ui, network(ui).actor(structure).shown_name());
    }
    const std::string id = "several" + std::to_string(several.municipality.value);
    if (link(ui, id, name_of(ui, several.municipality), names)) select_actor(ui, several.municipality);
  }
  ImGui::PopID();
}

void draw_who_is_served(UiContext& ui, const CountySupport& county) {
  if (!county.served_by_none.empty()) {
    heading(ui, ui.session.texts().plural("support.none", static_cast<long long>(county.served_by_none.size())));
    muted(ui, ui.tr("support.none_help"));
    draw_municipalities(ui, "none", county.served_by_none);
  }
  draw_several(ui, "support.several", county.served_by_several);
  draw_several(ui, "support.across", county.served_across);
}

void draw_county(UiContext& ui, const CountySupport& county) {
  title(ui, county_title(ui, county.county));
  const Texts& texts = ui.session.texts();
  const std::size_t served = county.municipalities.size() - county.served_by_none.size();
  std::string words = texts.plural("support.structures", static_cast<long long>(county.structures.size()));
  words += " · " + texts.plural("support.n_of_m_served", static_cast<long long>(county.municipalities.size()),
                                {{"served", number(ui, served)}});
  words += unconfirmed_in_words(ui, county.served_unconfirmed);
  muted(ui, words + " · " + ui.tr("support.whole_data"));
  ImGui::Dummy({0, ui.px(2)});
  if (county.structures.empty()) muted(ui, ui.tr("support.missing.structure"));
  for (const SupportStructure& structure : county.structures) draw_structure(ui, county, structure);
  draw_forums(ui, county);
  draw_who_is_served(ui, county);
}

bool choice(UiContext& ui, std::string_view id, const std::string& label, bool is_on) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool is_chosen = ImGui::Selectable((label + "###choice").c_str(), is_on);
  ImGui::PopID();
  record(ui, label, "choice", is_on);
  return is_chosen;
}

}  // namespace

void draw_support_tools(UiContext& ui) {
  if (!ui.session.has_document()) return;
  renew_support(ui.session, ui.state.support);
  const CountySupport* shown = county_shown(ui);
  const std::string label = shown ? county_title(ui, shown->county) : ui.tr("support.all_counties");
  if (drop_button(ui, "support.county", label, ui.px(260), Look::plain)) ImGui::OpenPopup("counties");
  if (ImGui::BeginPopup("counties")) {
    if (choice(ui, "all", ui.tr("support.all_counties"), !shown)) ui.state.support.shows = SupportState::Shows::all;
    for (const CountySupport& county : ui.state.support.counties) {
      const bool is_chosen = choice(ui, "c" + county.county, county_title(ui, county.county), &county == shown);
      if (is_chosen) choose_county(ui, county.county);
    }
    ImGui::EndPopup();
  }
  const std::string nested = ui.tr("support.nested");
  flow(ui, button_width(nested), ui.px(8));
  bool& is_nested = ui.state.support.is_nested;
  if (button(ui, "support.nested", nested, Look::plain, is_nested)) is_nested = !is_nested;
  tooltip(ui, ui.tr("support.nested_help"));
  const std::string map = ui.tr("support.on_map");
  flow(ui, button_width(map), ui.px(8));
  if (button(ui, "support.map", map)) {
    ui.session.view.map_look.shows_support = true;
    ui.session.view.tab = Tab::map;
  }
}

void draw_support(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  renew_support(ui.session, ui.state.support);
  if (ui.state.support.counties.empty()) return muted(ui, ui.tr("support.no_counties"));
  const CountySupport* county = county_shown(ui);
  if (ui.state.support.is_nested) return draw_nested(ui, ui.state.support.counties, county);
  if (county) return draw_county(ui, *county);
  draw_overview(ui);
}

}  // namespace samverka
