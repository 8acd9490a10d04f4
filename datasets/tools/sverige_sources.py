"""Where every fact came from: one source row for each key or web address, and the provenance that points at it.

A key such as `SHAI` stands in `sources/sources.csv` with title and licence; anything else is a web address, and its
row is made from the address itself, since the titles of the pages were not kept.
"""
import hashlib
import re
from urllib.parse import unquote, urlsplit

from sverige_text import folded

RECORDED = "2026-11-21"

# Sites that hold copies of documents: what was read there is a document, not a page that presents itself as valid.
DOCUMENT_HOSTS = ("docplayer.se", "5dok.org", "lawinsider.com", "yumpu.com", "spotidoc.com", "doczz.net", "docslib.org",
                  "studylibsv.com", "deploy.abcdocz.com", "9lib.net", "data.riksdagen.se")
METHOD_OF_KIND = {"web": "web", "document": "document", "statute": "document", "register": "register",
                  "dataset": "register"}


class SourceBook:
    """Hands out source ids and remembers which were used; only those are written."""

    def __init__(self, key_rows):
        self.id_of_key = {row["spelling"]: row["id"] for row in key_rows}
        self.key_rows = {row["id"]: key_source(row) for row in key_rows if row["title"]}
        self.used = {}

    def ids(self, cell):
        """The source ids of one `source` cell, which may hold two addresses."""
        return [self.id(part) for part in cell.split(" ; ")]

    def id(self, text):
        if text in self.id_of_key:
            row = self.key_rows[self.id_of_key[text]]
        else:
            row = web_source(text.split(" ")[0])
        self.used[row["id"]] = row
        return row["id"]

    def provenance(self, cells, confidence):
        """Provenance for facts read in these cells, in the order given, each source once."""
        ids = list(dict.fromkeys(key for cell in cells for key in self.ids(cell)))
        kind = self.used[ids[0]]["kind"]
        return {"source": ids, "method": METHOD_OF_KIND[kind], "recorded": RECORDED, "confidence": confidence}

    def rows(self):
        return list(self.used.values())


def key_source(row):
    return {name: row[name] for name in ("id", "title", "kind", "date", "url", "license", "note") if row[name]}


def web_source(url):
    parts = urlsplit(url)
    host = readable_host(parts.netloc)
    digest = hashlib.sha1(url.encode("utf-8")).hexdigest()[:8]
    kind = "document" if is_document(host, parts.path) else "web"
    return {"id": f"q-{folded(host)[:50]}-{digest}", "title": page_title(host, parts), "kind": kind, "url": url}


def readable_host(netloc):
    host = netloc.removeprefix("www.")
    return host.encode("ascii").decode("idna") if "xn--" in host else host


def is_document(host, path):
    return host in DOCUMENT_HOSTS or path.lower().endswith(".pdf")


def page_title(host, parts):
    """Site and the last words of the address that say anything: `storsthlm.se: om oss`."""
    segments = [readable_segment(s) for s in parts.path.split("/")]
    telling = [s for s in segments if sum(c.isalpha() for c in s) > 2]
    number = article_number(parts)
    words = " ".join(telling[-1:] + ([number] if number else []))
    return f"{host}: {shortened(words)}" if words else host


def article_number(parts):
    """News sites tell their articles apart by number only."""
    match = re.search(r"/(\d{4,})/?$", parts.path) or re.search(r"(?:artikel|id)=(\d+)", parts.query)
    return match[1] if match else None


def readable_segment(segment):
    """The words of one segment, without file endings and the codes that some sites put first or last."""
    text = re.sub(r"\.(html?|aspx?|php|printable|[0-9a-f.]{4,}|[a-z0-9]{8})+$", "", unquote(segment, errors="ignore"))
    text = re.sub(r"[-_+\ufffd]+", " ", text)
    return re.sub(r"^(amp|\d{5,}|(?=[a-z]*\d)[a-z0-9]{8} )", "", text).strip()


def shortened(text, length=70):
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
