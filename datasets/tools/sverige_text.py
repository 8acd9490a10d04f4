"""Small text work that every part of the Sweden dataset shares: ids, codes, dates and lists in one cell."""
import re
import unicodedata

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ABBREVIATION = re.compile(r"(.+) \(([A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{1,5})\)")
# In brackets after a name, yet no abbreviation of that name.
NO_ABBREVIATION = {"RSS", "FINSAM", "SKR"}


def folded(text):
    """`Malung-Sälen` becomes `malung-salen`: the form of an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_date(text):
    return bool(DATE.fullmatch(text))


def hyphened(org_number):
    """`2120000019` becomes `212000-0019`."""
    return f"{org_number[:6]}-{org_number[6:]}" if org_number else None


def words(cell):
    """A cell that holds several codes, as a list in code order."""
    return sorted(cell.split()) if cell else []


def name_and_abbreviation(name):
    """`Göteborgsregionens kommunalförbund (GR)` becomes that name without the brackets, and `GR`."""
    match = ABBREVIATION.fullmatch(name)
    if not match or match[2] in NO_ABBREVIATION or sum(c.isupper() for c in match[2]) < 2:
        return name, None
    return match[1], match[2]


def sentences(*parts):
    """The parts that say something, as one note."""
    return " ".join(part for part in parts if part)


def listed(names):
    """`A, B och C`."""
    return " och ".join([", ".join(names[:-1])] * bool(names[:-1]) + names[-1:])


def the_only(values):
    """The value, if all that are known agree; otherwise None."""
    known = {value for value in values if value}
    return known.pop() if len(known) == 1 else None


def position(lat, lon):
    return {"lat": float(lat), "lon": float(lon)} if lat and lon else None
