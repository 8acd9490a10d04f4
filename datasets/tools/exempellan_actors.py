"""The actors of Exempellän, an invented county: every name, code and number here is made up."""
import math

from network_file import ordered

COUNTY = "99"

# key, name, population, municipality group, latitude, longitude. The codes 9901, 9902 ... follow the order.
MUNICIPALITIES = [
    ("granby", "Granby", 95840, "B3", 61.1, 15.2),
    ("sjoby", "Sjöby", 34510, "B4", 61.3, 15.6),
    ("fjallby", "Fjällby", 5190, "C9", 61.8, 14.4),
    ("avik", "Åvik", 27760, "B5", 60.95, 15.75),
    ("nasholm", "Näsholm", 14230, "C7", 61.4, 15.02),
    ("ostermo", "Östermo", 22410, "B4", 61.05, 14.7),
    ("kvarntrask", "Kvarnträsk", 6420, "C8", 61.9, 15.2),
    ("langas", "Långås", 8690, "C8", 61.25, 14.35),
    ("skarvik", "Skärvik", 11930, "C6", 61.65, 15.95),
    ("tallmo", "Tallmo", 10340, "C7", 61.6, 15.35),
    ("hagby", "Hagby", 18650, "C6", 61.35, 16.05),
    ("bjorkoby", "Björköby", 4030, "C8", 61.55, 14.75),
]
CODES = {row[0]: f"99{i:02d}" for i, row in enumerate(MUNICIPALITIES, start=1)}
PLACES = {row[0]: (row[4], row[5]) for row in MUNICIPALITIES}

# municipality: names of its schools. A name with `=` has an independent organiser, a name with `:` a kind of its own.
SCHOOLS = {
    "granby": "Granskolan=granskolan-ab Ekbacksskolan Norrgårdsskolan Lindängsskolan Rönnskolan Stenbergaskolan Vattentornsskolan "
              "Kvarnbackaskolan Solhagsskolan Tegelbruksskolan Fältåkerskolan Brunnsskolan Kunskapsvägen_Granby=kunskapsvagen "
              "Ekskolan=ekskolan Granby_gymnasium:upper_secondary Granby_vuxenutbildning:adult_education",
    "sjoby": "Sjöbyskolan Strandängsskolan Åsbergaskolan Vassbäcksskolan Björkhagsskolan Solrosen_montessori=solrosen "
             "Kunskapsvägen_Sjöby=kunskapsvagen Sjöby_gymnasium:upper_secondary",
    "avik": "Åviksskolan Hamnskolan Klippskolan Segelskolan Lärkan=larkan Åviks_gymnasium:upper_secondary",
    "ostermo": "Östermoskolan Moängsskolan Tallåsskolan Kunskapsvägen_Östermo=kunskapsvagen Östermo_gymnasium:upper_secondary",
    "hagby": "Hagbyskolan Kyrkängsskolan Ringdalsskolan Hagby_anpassade_grundskola:adapted_compulsory Hagby_gymnasium:upper_secondary",
    "nasholm": "Näsholmsskolan Tackjärnsskolan Udderskolan Lillåskolan",
    "skarvik": "Skärviksskolan Fyrskolan Holmängsskolan Skärviks_gymnasium:upper_secondary",
    "tallmo": "Tallmoskolan Hedskolan Timmerskolan",
    "langas": "Långåsskolan Åsnässkolan Vallbyggeskolan",
    "kvarntrask": "Kvarnträskskolan Myrbäcksskolan",
    "fjallby": "Fjällbyskolan Vidbergsskolan",
    "bjorkoby": "Björköbyskolan Öholmsskolan",
}

PRESCHOOLS = [("tallmo", "Förskolan Kotten"), ("tallmo", "Förskolan Barret"), ("granby", "Förskolan Granen"), ("sjoby", "Förskolan Vågen")]

# key, name, municipality, ownership, organisation number. The numbers lie in a series that has not been handed out.
ORGANISERS = [
    ("granskolan-ab", "Granskolan AB", "granby", "private", "559999-9918"),
    ("kunskapsvagen", "Kunskapsvägen Exempel AB", "granby", "private", "559999-9926"),
    ("ekskolan", "Stiftelsen Ekskolan", "granby", "civil", None),
    ("solrosen", "Solrosens ekonomiska förening", "sjoby", "civil", None),
    ("larkan", "Föräldrakooperativet Lärkan", "avik", "civil", None),
]

# key, type, subtype, name, municipality, parent, ownership, other municipalities it says it serves
CARE = [
    ("vardgruppen", "care_provider", None, "Vårdgruppen Exempel AB", "granby", None, "private", ""),
    ("narvard", "care_provider", None, "Närvård Exempel ekonomisk förening", "ostermo", None, "civil", ""),
    ("granby-sjukhus", "hospital", "emergency_hospital", "Granby sjukhus", "granby", "r-exempel", "regional", ""),
    ("skarvik-sjukhus", "hospital", "local_hospital", "Skärviks närsjukhus", "skarvik", "r-exempel", "regional", "hagby tallmo"),
    ("granby-norr", "primary_care", None, "Granby norra vårdcentral", "granby", "r-exempel", "regional", ""),
    ("granby-soder", "primary_care", None, "Granby södra vårdcentral", "granby", "r-exempel", "regional", ""),
    ("torget", "primary_care", None, "Vårdcentralen Torget", "granby", "v-vardgruppen", "private", ""),
    ("sjoby-vc", "primary_care", None, "Sjöby vårdcentral", "sjoby", "r-exempel", "regional", ""),
    ("strandens", "primary_care", None, "Vårdcentralen Stranden", "sjoby", "v-vardgruppen", "private", ""),
    ("avik-vc", "primary_care", None, "Åviks vårdcentral", "avik", "r-exempel", "regional", ""),
    ("ostermo-vc", "primary_care", None, "Östermo närvårdscentral", "ostermo", "v-narvard", "civil", "langas"),
    ("hagby-vc", "primary_care", None, "Hagby vårdcentral", "hagby", "r-exempel", "regional", ""),
    ("nasholm-vc", "primary_care", None, "Näsholms vårdcentral", "nasholm", "r-exempel", "regional", ""),
    ("tallmo-vc", "primary_care", None, "Tallmo vårdcentral", "tallmo", "r-exempel", "regional", "kvarntrask"),
    ("fjallby-vc", "primary_care", None, "Fjällby vårdcentral", "fjallby", "r-exempel", "regional", "bjorkoby"),
    ("um-granby", "care_unit", "youth_clinic", "Ungdomsmottagningen i Granby", "granby", "r-exempel", "regional", ""),
    ("um-sjoby", "care_unit", "youth_clinic", "Ungdomsmottagningen i Sjöby", "sjoby", "r-exempel", "regional", "hagby"),
    ("um-norr", "care_unit", "youth_clinic", "Ungdomsmottagningen Norr", "tallmo", "r-exempel", "regional", "kvarntrask fjallby"),
    ("fc-granby", "care_unit", "family_centre", "Familjecentralen Kastanjen", "granby", "r-exempel", "regional", ""),
    ("fc-sjoby", "care_unit", "family_centre", "Familjecentralen Snäckan", "sjoby", "r-exempel", "regional", ""),
    ("fc-avik", "care_unit", "family_centre", "Familjecentralen Ankaret", "avik", "r-exempel", "regional", ""),
    ("fc-tallmo", "care_unit", "family_centre", "Familjecentralen Lingonet", "tallmo", "r-exempel", "regional", ""),
    ("bup-granby", "care_unit", "child_psychiatry", "BUP Granby", "granby", "r-exempel", "regional", ""),
    ("bup-skarvik", "care_unit", "child_psychiatry", "BUP Skärvik", "skarvik", "r-exempel", "regional", ""),
    ("psykiatri", "care_unit", "adult_psychiatry", "Vuxenpsykiatrin i Exempellän", "granby", "r-exempel", "regional", ""),
    ("beroende", "care_unit", "addiction_care", "Beroendemottagningen i Granby", "granby", "r-exempel", "regional", ""),
    ("habilitering", "care_unit", "habilitation", "Habiliteringen i Exempellän", "granby", "r-exempel", "regional", ""),
]

# key, subtype, name, municipality
CIVIL = [
    ("ungdomsjouren", "association", "Ungdomsjouren Exempel", "granby"),
    ("fontanhuset", "clubhouse", "Granby Fontänhus", "granby"),
    ("vagskalet", "association", "Föreningen Vägskälet", "granby"),
    ("skydd", "womens_shelter", "Tryggt hus Exempel", "avik"),
    ("kvinnojouren", "womens_shelter", "Kvinnojouren Linnéa i Hagby", "hagby"),
    ("brottsofferjouren", "victim_support", "Brottsofferstödet Exempellän", "granby"),
    ("stadsmissionen", "city_mission", "Granby stadshjälp", "granby"),
    ("seniorkraft", "association", "Seniorkraft Sjöby", "sjoby"),
    ("anhoriga", "association", "Anhörigföreningen i Långås", "langas"),
    ("stodfamiljer", "association", "Stödfamiljerna i Östermo", "ostermo"),
    ("idrott", "sports", "Exempelläns idrottsdistrikt", "granby"),
    ("skarvik-if", "sports", "Skärviks idrottsförening", "skarvik"),
    ("studie", "study_association", "Studieringen Exempel", "granby"),
    ("paraplyet", "umbrella_organisation", "Hagby föreningsråd", "hagby"),
    ("delaktig", "interest_organisation", "Delaktig i Näsholm", "nasholm"),
    ("kamrat", "association", "Kamratstödet i Åvik", "avik"),
    ("nykterhet", "association", "Nyktra kamrater i Granby", "granby"),
    ("kyrkan", "faith_community", "Sjöby frikyrkoförsamling", "sjoby"),
    ("kooperativet", "cooperative", "Arbetskooperativet Handtaget", "ostermo"),
    ("omsorgsstiftelsen", "foundation", "Omsorgsstiftelsen Hemvist", "granby"),
]
# Sheltered housing and support to defectors: where they are must not show.
SENSITIVE = {"f-skydd", "f-vagskalet"}
# Not there yet in the network of 2024.
STARTED = {"f-kooperativet": "2025-02"}

# id, type, subtype, name, ownership
STATE = [
    ("m-regeringen", "government", None, "Regeringen i exemplet", "state"),
    ("m-kassan", "agency", "social_insurance", "Exempelkassan", "state"),
    ("m-formedlingen", "agency", "employment_service", "Exempelförmedlingen", "state"),
    ("m-aklagarna", "agency", "prosecution", "Exempelåklagarna", "state"),
    ("m-frivarden", "agency", "prison_probation", "Exempelfrivården", "state"),
    ("m-kunskapsverket", "agency", "knowledge_agency", "Exempelverket för kunskapsstöd", "state"),
    ("m-lansstyrelsen", "county_board", None, "Länsstyrelsen i Exempellän", "state"),
    ("m-polisen", "police", None, "Exempelpolisen", "state"),
    ("m-hogskolan", "university", None, "Högskolan i Granby", "state"),
    ("m-riksforbundet", "national_organisation", None, "Exempelkommunernas riksorganisation", None),
    ("l-trygghetslarm", "supplier", None, "Omsorgsteknik Exempel AB", "private"),
    ("l-hemtjanst", "supplier", None, "Hemtjänst nu i Exempel AB", "private"),
    ("o-boende", "other", None, "Stiftelsen Exempelbostäder", "municipal"),
]

EVERYBODY = [f"k-{row[0]}" for row in MUNICIPALITIES]

SUPPORT = [
    {"id": "rss-exempel", "type": "support_structure", "name": "Stödstruktur Exempellän", "short_name": "RSS Exempel",
     "name_en": "Exempellän Support Structure", "parent": "n-exempelkommuner",
     "members": sorted([key for key in EVERYBODY if key != "k-bjorkoby"] + ["r-exempel"]),
     "functions": ["knowledge_governance", "training", "follow_up", "digitalisation", "voice", "coordination"],
     "web": "https://rss.exempellan.example"},
    {"id": "n-exempelkommuner", "type": "municipal_association", "name": "Exempelläns kommunförbund", "members": sorted(EVERYBODY),
     "functions": ["voice", "coordination"]},
    {"id": "n-samordning", "type": "coordination_association", "name": "Samordningsförbundet Exempelbygden",
     "members": ["k-granby", "k-hagby", "k-sjoby", "m-formedlingen", "m-kassan", "r-exempel"]},
    {"id": "n-norra", "type": "federation", "name": "Norra Exempels kommunalförbund",
     "members": ["k-bjorkoby", "k-fjallby", "k-kvarntrask"]},
    {"id": "n-raddning", "type": "federation", "name": "Räddningstjänsten Södra Exempel", "members": ["k-avik", "k-granby", "k-ostermo"]},
    {"id": "n-hjalpmedel", "type": "joint_committee", "name": "Gemensamma hjälpmedelsnämnden", "parent": "r-exempel",
     "members": ["k-avik", "k-granby", "k-hagby", "k-nasholm", "k-sjoby", "r-exempel"]},
    {"id": "n-fou", "type": "network", "subtype": "research_unit", "name": "FoU Exempel", "functions": ["research", "training", "follow_up"],
     "members": ["k-avik", "k-granby", "k-ostermo", "k-sjoby", "m-hogskolan"]},
    {"id": "n-forum", "type": "network", "subtype": "forum", "name": "Forum för nära vård i Exempellän", "functions": ["coordination"]},
    {"id": "n-vardregion", "type": "care_region", "name": "Exempelmitts vårdregion", "members": ["r-exempel"]},
]


def slug(name):
    """The id part of a Swedish name: å and ä become a, ö becomes o, everything else that is no letter a hyphen."""
    folded = name.lower().translate(str.maketrans("åäöé", "aaoe"))
    return "-".join("".join(c if c.isalnum() else " " for c in folded).split())


class Ring:
    """Hands out places around each municipality's own, so that no two units lie on top of each other."""

    def __init__(self):
        self.used = {}

    def next(self, municipality):
        n = self.used[municipality] = self.used.get(municipality, 0) + 1
        # The golden angle spreads any number of points evenly over a disc.
        angle, distance = n * 2.39996, 0.012 * math.sqrt(n)
        lat, lon = PLACES[municipality]
        # One degree of longitude is about half a degree of latitude this far north.
        return ordered("position", {"lat": round(lat + distance * math.cos(angle), 3), "lon": round(lon + 2 * distance * math.sin(angle), 3)})


def genitive(name):
    """Swedish place names that end in a consonant take an s before "kommun", the others none."""
    return name if name[-1] in "aeiouyåäös" else name + "s"


def municipality(row):
    key, name, population, group, lat, lon = row
    return {"id": f"k-{key}", "type": "municipality", "name": f"{genitive(name)} kommun", "short_name": name,
            "ids": {"municipality_code": CODES[key]}, "county": COUNTY, "municipality": CODES[key], "ownership": "municipal",
            "population": population, "municipality_group": group, "position": {"lat": lat, "lon": lon}}


def region():
    return {"id": "r-exempel", "type": "region", "name": "Region Exempel", "short_name": "Regionen", "ids": {"county_code": COUNTY},
            "county": COUNTY, "ownership": "regional", "population": sum(row[2] for row in MUNICIPALITIES),
            "position": {"lat": 61.12, "lon": 15.24}, "web": "https://region.exempellan.example"}


def school(place, text, unit_code, ring):
    text, _, organiser = text.partition("=")
    name, _, kind = text.replace("_", " ").partition(":")
    owner = {row[0]: row[3] for row in ORGANISERS}.get(organiser, "municipal")
    return {"id": f"u-{slug(name)}", "type": "school", "subtype": kind.replace(" ", "_") or "compulsory", "name": name,
            "ids": {"school_unit_code": unit_code}, "county": COUNTY, "municipality": CODES[place],
            "parent": f"h-{organiser}" if organiser else f"k-{place}", "ownership": owner, "position": ring.next(place)}


def schools(ring):
    pairs = [(place, text) for place, names in SCHOOLS.items() for text in names.split()]
    return [school(place, text, f"9999{i:04d}", ring) for i, (place, text) in enumerate(pairs, start=1)]


def preschool(place, name, ring):
    return {"id": f"u-{slug(name)}", "type": "preschool", "name": name, "county": COUNTY, "municipality": CODES[place],
            "parent": f"k-{place}", "ownership": "municipal", "position": ring.next(place)}


def organiser(row, ring):
    key, name, place, ownership, number = row
    actor = {"id": f"h-{key}", "type": "school_organiser", "subtype": "independent", "name": name, "county": COUNTY,
             "municipality": CODES[place], "ownership": ownership, "position": ring.next(place)}
    return actor | ({"ids": {"org_number": number}} if number else {})


def care_actor(row, ring):
    key, kind, subtype, name, place, parent, ownership, serves = row
    actor = {"id": f"v-{key}", "type": kind, "name": name, "county": COUNTY, "municipality": CODES[place], "ownership": ownership,
             "position": ring.next(place)}
    optional = {"subtype": subtype, "parent": parent, "serves": [CODES[other] for other in [place] + serves.split()] if serves else None}
    return actor | {member: value for member, value in optional.items() if value}


def civil_actor(row, ring):
    key, subtype, name, place = row
    actor = {"id": f"f-{key}", "type": "civil_society", "subtype": subtype, "name": name, "county": COUNTY, "municipality": CODES[place],
             "ownership": "civil", "position": ring.next(place)}
    if actor["id"] in STARTED:
        actor["valid"] = {"from": STARTED[actor["id"]]}
    return actor | ({"sensitive": True} if actor["id"] in SENSITIVE else {})


def state_actor(row, ring):
    key, kind, subtype, name, ownership = row
    national = kind in ("government", "national_organisation") or subtype == "knowledge_agency"
    actor = {"id": key, "type": kind, "name": name}
    optional = {"subtype": subtype, "ownership": ownership, "county": None if national else COUNTY,
                "position": None if national else ring.next("granby")}
    return actor | {member: value for member, value in optional.items() if value}


def support_actor(actor, ring):
    return actor | {"county": COUNTY, "position": ring.next("sjoby" if actor["id"] == "n-samordning" else "granby")}


def all_actors():
    """Every actor of either year."""
    ring = Ring()
    actors = [municipality(row) for row in MUNICIPALITIES] + [region()] + schools(ring)
    actors += [preschool(place, name, ring) for place, name in PRESCHOOLS]
    actors += [organiser(row, ring) for row in ORGANISERS]
    actors += [care_actor(row, ring) for row in CARE]
    actors += [civil_actor(row, ring) for row in CIVIL]
    actors += [state_actor(row, ring) for row in STATE]
    actors += [support_actor(row, ring) for row in SUPPORT]
    return [ordered("actor", actor) for actor in actors]
