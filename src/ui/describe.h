#pragma once
#include <string>
#include <vector>

#include "app/session.h"

namespace samverka {

// A thing in the picture in a few lines: the hover card.
struct Described {
  std::string title;
  std::vector<std::string> lines;
};
Described describe(const Session& session, PickId pick);

// Two counties that the map joins from far out, and what they share of all that is shown.
struct CountyPair {
  std::string first, second;            // codes
  std::vector<AgreementId> agreements;  // ascending; empty where the filter or the day has taken them away
  std::size_t confirmed = 0;            // of them, with a confirmed party in each
};
CountyPair county_pair_of(const Session& session, PickId pick);
// "12 överenskommelser mellan Dalarna och Gävleborg"
std::string county_pair_in_words(const Session& session, const CountyPair& pair);

// What a click on `pick` selects: an area selects its municipality or region, a party line its agreement.
PickId selectable(const Session& session, PickId pick);

// "Kommun · Dalarnas län", "Region", "FoU-enhet · Skaraborg"
std::string kind_and_place(const Session& session, const Actor& actor);
// "gäller från 2024-04-01 tills vidare, uppsägning 12 månader"
std::string validity_in_words(const Texts& texts, const Validity& validity);
// The status on the chosen day in words: an active one whose end has passed is told as expired.
std::string status_in_words(const Session& session, const Agreement& agreement);
// "ej bekräftad: okänt om avtalet gäller", for a party that is no tie on the chosen day.
std::string why_unconfirmed(const Session& session, const Agreement& agreement, const Party& party);
std::string county_name(const Session& session, const std::string& county);
std::string actor_name(const Session& session, const ActorRef& actor);

}  // namespace samverka
