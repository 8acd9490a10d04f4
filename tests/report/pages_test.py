"""Every report as a page: well-formed, in order for who listens to it, and with nothing in it that runs or fetches.

Reads what the real program writes with Python's own parsers. Usage: pages_test.py PATH-OF-SAMVERKA
"""
import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "div", "p", "h1", "h2", "h3", "h4",
    "ul", "ol", "li", "dl", "dt", "dd", "section", "strong", "figure", "figcaption", "details", "summary", "table",
    "caption", "thead", "tbody", "tr", "th", "td",
}
NASTY = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></style></title>", "javascript:alert(1)",
    "' onload='x", "&amp;lt;", "`code` *star* _line_ [a](http://b)", "=1+1", "\u202ehtml\u202c", "A\u030a", "👩‍👩‍👧",
    "<!-- x -->", "--><svg onload=alert(1)>", "{place}", "%s%n", "</td></tr></table>", "@import url(http://x)",
]


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.ids, self.wanted_ids, self.headings = [], [], [], [], []
        self.tables, self.policy, self.language, self.figures, self.svg_depth = [], "", "", 0, 0
        self.style, self.texts = "", []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.look_at_attributes(tag, given)
        if tag == "svg":
            self.svg_depth += 1
            if given.get("role") != "img" or not given.get("aria-labelledby"):
                self.wrong.append("a picture without role or name")
        if self.svg_depth == 0 and tag not in ALLOWED:
            self.wrong.append(f"<{tag}> in a page")
        if self.svg_depth > 0 and tag in ("script", "foreignobject", "image", "use", "a", "style", "animate"):
            self.wrong.append(f"<{tag}> in a picture")
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append({"caption": False, "columns": 0, "rows": []})
        if self.tables and self.svg_depth == 0:
            self.look_at_table(tag, given)
        self.figures += tag == "figure"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.look_at_attributes(tag, dict(attributes))
        if self.svg_depth == 0:
            self.wrong.append(f"<{tag}/> in a page")

    def look_at_attributes(self, tag, given):
        for name, value in given.items():
            if name.startswith("on") or name in ("src", "srcset", "style", "formaction", "xlink:href"):
                self.wrong.append(f"{name} on <{tag}>")
            if name == "href" and not value.startswith("#"):
                self.wrong.append(f"href {value}")
            if name == "id":
                self.ids.append(value)
            if name in ("aria-labelledby", "aria-describedby"):
                self.wanted_ids += value.split()
            if "url(" in (value or "") and name != "aria-label" and name != "content":
                self.wanted_ids += re.findall(r"url\(#([^)]+)\)", value)
                if re.search(r"url\((?!#)", value):
                    self.wrong.append(f"{name}={value}")

    def look_at_table(self, tag, given):
        table = self.tables[-1]
        table["caption"] |= tag == "caption"
        if tag == "th" and given.get("scope") not in ("col", "row"):
            self.wrong.append("a header without scope")
        if tag == "tr":
            table["rows"].append([])
        if tag in ("th", "td"):
            table["rows"][-1].append(given.get("scope", "cell"))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()
        self.svg_depth -= tag == "svg"

    def handle_data(self, data):
        if self.open[-1:] == ["style"]:
            self.style += data
        self.texts.append(data)


def problems_of(html, language):
    page = Page()
    page.feed(html)
    page.close()
    wrong = list(page.wrong)
    wrong += [f"<{tag}> is never closed" for tag in page.open]
    wrong += [f"the id {i} stands twice" for i in set(page.ids) if page.ids.count(i) > 1]
    wrong += [f"nothing has the id {i}" for i in page.wanted_ids if i not in page.ids]
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        wrong.append("not one h1 first")
    wrong += [f"h{b} after h{a}" for a, b in zip(page.headings, page.headings[1:]) if b > a + 1]
    for table in page.tables:
        if not table["caption"]:
            wrong.append("a table without caption")
        head, *rows = table["rows"]
        if set(head) != {"col"} or any(row[:1] != ["row"] or len(row) != len(head) for row in rows):
            wrong.append(f"a table whose rows are not those of its head: {head}")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if f"default-src 'none'; style-src 'sha256-{digest}'" not in page.policy:
        wrong.append("the policy is of another style sheet")
    if page.language != language:
        wrong.append(f"the language is {page.language}")
    if "⟦" in html:
        wrong.append("a text is missing")
    for svg in re.findall(r"<svg.*?</svg>", html, re.S):
        ElementTree.fromstring(svg)
    return wrong, page


def nasty_network(folder):
    network = json.loads(pathlib.Path("datasets/exempellan-2025.json").read_text(encoding="utf-8"))
    network["title"] = NASTY[0]
    for i, row in enumerate(network["actors"] + network["agreements"]):
        row["title" if "form" in row else "name"] = NASTY[i % len(NASTY)] + f" {i}"
        row.pop("short_name", None)
    for survey in network["coverage"]["surveys"]:
        survey["title"] = NASTY[1]
    path = folder / "nasty.json"
    path.write_text(json.dumps(network, ensure_ascii=False), encoding="utf-8")
    return str(path)


def main():
    program = sys.argv[1]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        example, nasty = "datasets/exempellan-2025.json", nasty_network(folder)
        for file in (example, nasty):
            for language in ("sv", "en"):
                for words in ("meeting", "meeting --county 99", "meeting --of k-granby", "county --county 99",
                              "annual --of k-granby", "activity", "activity --suppress-small"):
                    out = folder / "out.html"
                    command = [program, "report", file, "--kind", *words.split(), "--lang", language, "-o", str(out)]
                    done = subprocess.run(command, capture_output=True, text=True)
                    wrong, page = problems_of(out.read_text(encoding="utf-8"), language)
                    if done.returncode not in (0, 1) or wrong:
                        failed += 1
                        print(" ".join(command[1:]), done.returncode, *sorted(set(wrong))[:8], sep="\n  ")
                    markdown = subprocess.run([*command[:-1], str(folder / "out.md")], capture_output=True, text=True)
                    text = (folder / "out.md").read_text(encoding="utf-8")
                    if markdown.returncode not in (0, 1) or re.search(r"<[a-zA-Z!/]", text) or "http://" in text:
                        failed += 1
                        print("active Markdown from", words)
    print("every page is in order" if failed == 0 else f"{failed} pages are not in order")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
