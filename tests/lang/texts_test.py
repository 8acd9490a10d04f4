#!/usr/bin/python3
"""Checks assets/lang against the program: both languages whole, every key used, every used key there."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Keys that the program puts together while it runs, so that they stand nowhere in src/ as they are.
# Keep this list short: a key that is written out can be searched for.
BUILT_AT_RUN_TIME = [
]

USES = [
    re.compile(r'\btr\(\s*"([^"\n]+)"'),
    re.compile(r'\bMessage\s*\{\s*"([^"\n]+)"'),
    re.compile(r'"(problem\.[a-z0-9_.]*[a-z0-9_])"'),
]
PLURAL_USE = re.compile(r'\bplural\(\s*"([^"\n]+)"')
PLURAL_FORMS = (".one", ".other")


def load(language, faults):
    def unique(pairs):
        keys = [key for key, _ in pairs]
        faults.extend(f"{language}: {key} stands twice" for key in sorted(set(keys)) if keys.count(key) > 1)
        return dict(pairs)

    text = (ROOT / "assets" / "lang" / f"{language}.json").read_text(encoding="utf-8")
    return json.loads(text, object_pairs_hook=unique)


def source_text():
    files = sorted(path for path in (ROOT / "src").rglob("*") if path.suffix in (".h", ".cpp"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return re.sub(r"(^|\s)//.*", "", text)  # a key in a comment is not a use


def base_of(key):
    return next((key[: -len(form)] for form in PLURAL_FORMS if key.endswith(form)), key)


def used_keys(source):
    keys = {key for pattern in USES for key in pattern.findall(source)}
    return keys | {base + form for base in PLURAL_USE.findall(source) for form in PLURAL_FORMS}


def is_used(key, source):
    if any(key.startswith(prefix) for prefix in BUILT_AT_RUN_TIME):
        return True
    return f'"{key}"' in source or f'"{base_of(key)}"' in source


def placeholders(text):
    return sorted(set(re.findall(r"\{[^{}]*\}", text)))


def key_faults(sv, en, source):
    for key in sorted(sv.keys() - en.keys()):
        yield f"en: {key} is missing"
    for key in sorted(en.keys() - sv.keys()):
        yield f"sv: {key} is missing"
    for key in sorted(used_keys(source) - (sv.keys() & en.keys())):
        yield f"used in src/, in no language file: {key}"
    for key in sorted(sv.keys() | en.keys()):
        if not is_used(key, source):
            yield f"not used in src/: {key}"


def text_faults(sv, en):
    for language, texts in (("sv", sv), ("en", en)):
        for key, text in sorted(texts.items()):
            if not text.strip():
                yield f"{language}: {key} is empty"
    for key in sorted(sv.keys() & en.keys()):
        if placeholders(sv[key]) != placeholders(en[key]):
            yield f"{key}: placeholders differ: sv {placeholders(sv[key])}, en {placeholders(en[key])}"


def self_test():
    """The checks must see a fault of each kind, or their silence means nothing."""
    source = 'tr("a.b") plural("n.things", 3) error("E_X", {"problem.x", {}}) Message{"m.m"}'
    sv = {"a.b": "Hej {x}", "n.things.one": "1", "problem.x": " ", "old": "x"}
    en = {"a.b": "Hi {y}", "n.things.one": "1", "problem.x": "x", "extra": "x"}
    found = "\n".join([*key_faults(sv, en, source), *text_faults(sv, en)])
    wanted = ["en: old is missing", "sv: extra is missing", "no language file: n.things.other",
              "no language file: m.m", "not used in src/: old", "sv: problem.x is empty", "a.b: placeholders differ"]
    return [f"self-test: not seen: {want}" for want in wanted if want not in found]


def main():
    faults = self_test()
    sv, en = load("sv", faults), load("en", faults)
    faults += [*key_faults(sv, en, source_text()), *text_faults(sv, en)]
    print("\n".join(faults) or f"{len(sv)} texts in two languages, all used and whole")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
