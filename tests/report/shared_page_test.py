"""The page for a colleague: one script and one style sheet, both the policy's own, and no name that becomes more than text.

Reads what the real program writes with Python's own parser. Usage: shared_page_test.py PATH-OF-SAMVERKA
"""
import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

EXAMPLE = "datasets/exempellan-2025.json"
NASTY = json.loads(pathlib.Path("tests/data/nasty_names.json").read_text(encoding="utf-8"))
ADDRESSES = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>1</script>",
             "file:///etc/passwd", "//host/x", "vbscript:x", "java\tscript:alert(1)"]


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.texts, self.scripts, self.styles, self.policy = [], [], [], [], [], ""
        self.tables, self.captions = 0, 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("iframe", "object", "embed", "img", "image", "link", "base", "form", "foreignobject", "use", "video"):
            self.wrong.append(f"<{tag}>")
        for name, value in given.items():
            if name.startswith("on") or name in ("src", "srcset", "style", "formaction", "xlink:href", "action"):
                self.wrong.append(f"{name} on <{tag}>")
            if name == "href" and not re.match(r"(#|https?://|mailto:)", value or ""):
                self.wrong.append(f"href {value!r}")
            if "url(" in (value or "") and not re.fullmatch(r"url\(#[\w-]+\)", value) and name != "content":
                if name in ("fill", "stroke", "clip-path", "mask", "filter"):
                    self.wrong.append(f"{name}={value}")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.tables += tag == "table"
        self.captions += tag == "caption"
        self.scripts += [""] if tag == "script" else []
        self.styles += [""] if tag == "style" else []
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open[-1:] == ["script"]:
            self.scripts[-1] += data
        elif self.open[-1:] == ["style"]:
            self.styles[-1] += data
        else:
            self.texts.append(data)


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def problems_of(html):
    page = Page()
    page.feed(html)
    page.close()
    wrong = list(page.wrong)
    if len(page.scripts) != 1 or f"script-src {digest(page.scripts[0])}" not in page.policy:
        wrong.append(f"{len(page.scripts)} scripts, or one that the policy does not name")
    if len(page.styles) != 1 or f"style-src {digest(page.styles[0])}" not in page.policy:
        wrong.append("a style sheet that the policy does not name")
    if not page.policy.startswith("default-src 'none';") or "unsafe" in page.policy:
        wrong.append(f"a policy that is not strict: {page.policy}")
    if page.tables == 0 or page.captions != page.tables:
        wrong.append("tables without captions")
    if "⟦" in html:
        wrong.append("a text is missing")
    return wrong, page


def nasty_network(folder):
    names = [entry if isinstance(entry, str) else entry["name"] for entry in NASTY]
    network = json.loads(pathlib.Path(EXAMPLE).read_text(encoding="utf-8"))
    network["title"] = "</title><script>alert(1)</script>"
    for i, row in enumerate(network["actors"] + network["agreements"]):
        row["title" if "form" in row else "name"] = names[i % len(names)] or "x"
        row.pop("short_name", None)
        row["note"] = names[(i * 7) % len(names)]
        if "form" not in row:
            row["web"] = ADDRESSES[i % len(ADDRESSES)]
    for i, source in enumerate(network["sources"]):
        source["url"] = ADDRESSES[i % len(ADDRESSES)]
        source["title"] = names[i]
    path = folder / "nasty.json"
    path.write_text(json.dumps(network, ensure_ascii=False), encoding="utf-8")
    return str(path)


def main():
    program, failed = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out = folder / "page.html"
        for file in (EXAMPLE, nasty_network(folder)):
            for words in ("", "--view network --lang en --theme dark", "--filter county=99 --lang en"):
                command = [program, "export", file, "-o", str(out), *words.split()]
                done = subprocess.run(command, capture_output=True, text=True)
                first = out.read_bytes() if out.exists() else b""
                wrong, page = problems_of(first.decode("utf-8"))
                subprocess.run(command, capture_output=True)
                if out.read_bytes() != first:
                    wrong.append("another page the second time")
                if file == EXAMPLE and not any("Granby" in text for text in page.texts):
                    wrong.append("Granby is nowhere")
                if done.returncode not in (0, 1) or wrong:
                    failed += 1
                    print(" ".join(command[1:]), done.returncode, done.stderr[:300], *sorted(set(wrong))[:8], sep="\n  ")
    print("every page is in order" if failed == 0 else f"{failed} pages are not in order")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
