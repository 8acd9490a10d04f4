#pragma once
// What a planner talks about, as values: actors, agreements with their parties, sources, surveys. The form on disk is
// docs/format.md; member names here are the file's. Text codes ("A4.2", "iop") are data from the taxonomy and stay
// text; the few words that the program reasons with (party state, agreement status, covers) are enumerations.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/geodesy.h"
#include "base/id.h"
#include "model/table.h"

namespace samverka {

using ActorId = Id<struct ActorTag>;
using AgreementId = Id<struct AgreementTag>;
using SourceId = Id<struct SourceTag>;
using Key = std::string;       // stable id from the file: "k-granby"
using AreaCode = std::string;  // "A4.2"

// Members of an object that the program does not know, or whose value it could not take (a wrong type, an impossible
// date, an empty optional text): name and raw JSON text, in the order they came. Written back value-exact, unless the
// member of that name has got a value since. An empty raw text says that a required member was missing.
// Null when there are none, so that an Extra costs a pointer.
struct Extra {
  using Members = std::vector<std::pair<std::string, std::string>>;
  // The name under which a row that was no object at all ("parties": [5]) keeps its raw value. It is not UTF-8, so no
  // member of a file can have it.
  static constexpr std::string_view whole_row = "\xFF";
  std::shared_ptr<const Members> members;

  bool empty() const { return !members || members->empty(); }
  const std::string* find(std::string_view name) const;
  bool operator==(const Extra& o) const;
};

// A reference as the file gives it. `id` is unset when nothing has that key (E_REF); the key is then in `unresolved`,
// so that the reference is kept and saved back.
template <class Tag>
struct Reference {
  Id<Tag> id;
  std::string unresolved;
  bool operator==(const Reference&) const = default;
};
using ActorRef = Reference<ActorTag>;
using AgreementRef = Reference<AgreementTag>;
using SourceRef = Reference<SourceTag>;

// Where a fact comes from and how firm it is.
struct Provenance {
  std::vector<SourceRef> source;
  bool source_is_list = false;       // `source` was written as a list even if it holds one
  std::string method;                // document register survey interview web inferred synthetic
  PartialDate recorded;              // when we learned it
  std::optional<double> confidence;  // 0-1
  Extra extra;
  bool operator==(const Provenance&) const = default;
};

// When something holds; inclusive at both ends. A missing end is not an end.
struct Validity {
  enum class End { not_known, open, date };  // absent; null = until further notice; a date
  PartialDate from;
  End end = End::not_known;
  PartialDate to;  // set if end == End::date
  std::optional<std::int64_t> notice_months;
  std::string renewal;  // none auto option
  PartialDate review;
  Extra extra;

  bool includes(Date day) const;      // unknown start and unknown or open end include every day
  bool ended_before(Date day) const;  // has an end date, and it is before `day`
  bool operator==(const Validity&) const = default;
};

struct OfficialIds {
  std::string municipality_code, county_code, school_unit_code, org_number, hsa_id, nuts, lau, wikidata;
  Extra extra;
  bool operator==(const OfficialIds&) const = default;
};

struct Actor {
  Key key;
  std::string type, subtype, name, short_name, name_en;
  std::optional<OfficialIds> ids;
  std::string county;               // 2 digits
  std::string municipality;         // 4 digits
  std::vector<std::string> serves;  // municipality codes
  ActorRef parent;
  std::vector<ActorRef> members;
  std::string ownership;
  std::vector<std::string> functions;
  std::optional<std::int64_t> population;
  std::string municipality_group;
  std::vector<std::string> flags;
  std::optional<LatLon> position;  // as written, even if impossible (E_COORD): use is_on_earth before drawing
  Extra position_extra;
  std::optional<bool> sensitive;
  std::optional<Validity> valid;
  std::string web, note;
  std::optional<Provenance> provenance;
  Extra extra;

  const std::string& shown_name() const { return short_name.empty() ? name : short_name; }
  bool has_flag(std::string_view flag) const;
  bool operator==(const Actor&) const = default;
};

enum class PartyState { unknown, recommended, decided, adopted, withdrawn, declined };
enum class AgreementStatus { unknown, planned, decided, active, under_notice, ended };
enum class Covers { self, units, listed };

struct Party {
  ActorRef actor;
  std::string role;
  std::optional<PartyState> state;  // absent is unknown, and is written back absent
  PartialDate from;
  Validity::End end = Validity::End::not_known;
  PartialDate to;
  std::string sub_body, service;
  std::vector<ActorRef> on_behalf_of;
  std::string note;
  std::optional<Provenance> provenance;
  Extra extra;

  PartyState state_or_unknown() const { return state.value_or(PartyState::unknown); }
  bool includes(Date day) const;  // its own dates
  bool operator==(const Party&) const = default;
};

// Money in whole kronor (or the named currency); the file's `amount` must be an integer.
struct Funding {
  ActorRef from, to;
  std::optional<std::int64_t> amount;  // absent: not known, which is not zero
  std::string currency, period;
  std::optional<std::int64_t> year;
  Extra extra;
  bool operator==(const Funding&) const = default;
};

struct Duty {
  std::string kind;
  ActorRef by, to;
  PartialDate due;
  std::vector<std::string> perspectives;
  std::string text;
  Extra extra;
  bool operator==(const Duty&) const = default;
};

// A hyperedge: n parties, each with its own role, state and dates.
struct Agreement {
  Key key;
  std::string form, title;
  std::vector<std::string> legal_basis;
  std::vector<AreaCode> areas;
  std::vector<std::string> service_areas, target_groups;
  std::optional<std::vector<std::string>> perspectives;  // absent = not recorded; empty = recorded as none
  std::optional<Validity> valid;
  AgreementStatus status = AgreementStatus::unknown;
  std::optional<Covers> covers;
  std::vector<Party> parties;  // in the file's order
  std::vector<Funding> funding;
  std::vector<Duty> duties;
  std::vector<AgreementRef> supersedes;
  bool supersedes_is_list = true;  // one key may be written without a list
  AgreementRef under;
  ActorRef founds;
  std::string note;
  std::optional<Provenance> provenance;
  Extra extra;

  bool is_active_on(Date day) const;  // status active or under_notice, and its dates include the day
  bool is_internal() const;           // two or more parties, all the same actor
  bool operator==(const Agreement&) const = default;
};

struct Source {
  Key key;
  std::string title, kind;
  PartialDate date;
  std::string url, license, note;
  Extra extra;
  bool operator==(const Source&) const = default;
};

struct Survey {
  Key key;
  PartialDate date;
  std::string method, title;
  std::optional<std::vector<AreaCode>> areas;  // absent: about everything
  std::vector<ActorRef> asked, answered;
  Extra extra;
  bool operator==(const Survey&) const = default;
};

struct Register {
  Key key;
  std::string title;
  std::optional<std::vector<AreaCode>> areas;
  std::optional<std::vector<std::string>> counties;
  std::optional<bool> complete;
  PartialDate date;
  Extra extra;
  bool operator==(const Register&) const = default;
};

struct Coverage {
  std::string scope;  // raw JSON text of `scope`, kept as written; empty if absent
  std::vector<Survey> surveys;
  std::vector<Register> registers;
  Extra extra;
  bool operator==(const Coverage&) const = default;
};

struct Milestone {
  PartialDate date;
  std::string title;
  SourceRef source;
  Extra extra;
  bool operator==(const Milestone&) const = default;
};

struct Network {
  std::string format_version = "1.0";
  Key id;
  std::string title, language;
  std::optional<bool> synthetic;
  std::string license;
  Date as_of;  // the date every analysis uses unless another is asked for
  std::string taxonomy;
  std::optional<Coverage> coverage;
  std::vector<Milestone> milestones;
  Table<Source> sources;
  Table<Actor> actors;
  Table<Agreement> agreements;
  std::string contacts;  // raw JSON text, kept by save and never exported; empty if absent
  Extra extra;

  const Actor& actor(ActorId id_of) const { return actors[id_of.value]; }
  const Agreement& agreement(AgreementId id_of) const { return agreements[id_of.value]; }
  bool is_synthetic() const { return synthetic.value_or(false); }
};

// True where every row and member is equal. Linear.
bool equal(const Network& a, const Network& b);

// The word of the file for an enumerator, and back. An unknown word gives nothing.
const char* word(PartyState state);
const char* word(AgreementStatus status);
const char* word(Covers covers);
std::optional<PartyState> party_state(std::string_view word);
std::optional<AgreementStatus> agreement_status(std::string_view word);
std::optional<Covers> covers(std::string_view word);

// A tie (FORMAT section 1): a party in state adopted, within its own dates, of an agreement active on the day that is
// not internal.
bool is_tie(const Agreement& agreement, const Party& party, Date day);

}  // namespace samverka
