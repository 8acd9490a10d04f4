#!/usr/bin/python3
"""The room rule: a file in src/ includes only rooms in its room's list, and each library stays where it is owned.

The list of rooms is the table of room(...) lines in CMakeLists.txt, the very lines that the build links by.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# (include, files that may have it): a file elsewhere in src/ may not. Slow or wide headers stay in .cpp files.
OWNED = [
    (r"nlohmann/(?!json_fwd)", r"(i18n|io)/.*\.cpp"),
    (r"nlohmann/", r"(i18n|io)/.*"),
    (r"boost/", r"(graph|analysis)/.*\.cpp"),
    (r"utf8proc", r"base/.*\.cpp"),
    (r"cairo", r"render/.*"),
    (r"(ft2build|freetype)", r"(render|desktop)/.*"),
    (r"imgui", r"(ui|desktop)/.*"),
    (r"(GLFW|GL|EGL|epoxy)/", r"desktop/.*\.cpp"),
    (r"CLI/", r"cli/.*\.cpp"),
    (r"(unistd|fcntl|signal|dirent|pwd|poll|termios|dlfcn)\.h|(sys|linux|netinet|arpa)/|csignal", r"base/posix\.cpp"),
]
OFFSCREEN = re.compile(r"^\s*#\s*include\s*<(EGL/|epoxy/egl)", re.MULTILINE)  # in one file, whichever it is
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_table(cmake):
    rooms = {}
    for arguments in re.findall(r"^room\(([^)]*)\)", cmake, re.MULTILINE):
        name, _, rest = arguments.partition(" ")
        listed = re.search(r"ROOMS ((?:\w+\s*)+?)(?=OWNS|$)", rest)
        rooms[name] = {name, *(listed.group(1).split() if listed else [])}
    return rooms


def own_include_fault(file, target, rooms, exists):
    room, target_room = file.split("/")[0], target.split("/")[0]
    if "/" not in target or not exists(target):
        return f'"{target}": write includes of our own from src/ ("model/network.h"), libraries in <>'
    if "/" in file and target_room not in rooms.get(room, set()):
        return f'"{target}": {room}/ may not include {target_room}/'
    return None


def faults_in(file, text, rooms, exists):
    for bracket, target in INCLUDE.findall(text):
        fault = own_include_fault(file, target, rooms, exists) if bracket == '"' else None
        for library, owner in OWNED if bracket == "<" else []:
            if re.match(library, target) and not re.fullmatch(owner, file):
                fault = f"<{target}>: only {owner}"
        if fault:
            yield f"src/{file}: {fault}"


def self_test(rooms):
    """Deliberate faults must be seen, and sound lines must pass."""
    bad = {"model/a.cpp": '#include "cli/cli.h"', "layout/a.h": "#include <boost/x.hpp>", "io/a.h": "#include <nlohmann/j>",
           "ui/a.cpp": "#include <unistd.h>", "render/gl.cpp": "#include <epoxy/gl.h>", "io/b.cpp": '#include "x.h"',
           "cli/a.h": " # include <CLI/CLI.hpp>", "render/a.cpp": '#include "../scene/scene.h"'}
    good = {"io/a.cpp": '#include "model/network.h"\n#include <nlohmann/json.hpp>', "main.cpp": '#include "cli/cli.h"'}
    exists = lambda target: not target.startswith("..")
    missed = [f"self-test: not seen: {file}: {text}" for file, text in bad.items()
              if not list(faults_in(file, text, rooms, exists))]
    if not shared_names({"a/a.h": "struct X {\n};", "b/b.h": "class X : public Y {"}):
        missed.append("self-test: not seen: two types of one name")
    return missed + [fault for file, text in good.items() for fault in faults_in(file, text, rooms, exists)]


def shared_names(files):
    """Two types of one name in one program make the linker choose between them, and no compiler says so."""
    homes = {}
    for file, text in files.items():
        if file.endswith(".h"):
            for name in re.findall(r"^(?:struct|class) (\w+)[^;\n]*\{", text, re.M):
                homes.setdefault(name, []).append(file)
    return [f"src/: {name} is a type in {' and '.join(where)}" for name, where in sorted(homes.items()) if len(where) > 1]


def main():
    rooms = room_table((ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    faults = self_test(rooms)
    paths = sorted(path for path in (ROOT / "src").rglob("*") if path.suffix in (".h", ".cpp"))
    files = {path.relative_to(ROOT / "src").as_posix(): path.read_text(encoding="utf-8") for path in paths}
    exists = lambda target: target in files
    for file, text in files.items():
        faults += faults_in(file, text, rooms, exists)
    faults += shared_names(files)
    offscreen = [file for file, text in files.items() if OFFSCREEN.search(text)]
    faults += [f"src/: EGL in more than one file: {', '.join(offscreen)}"] if len(offscreen) > 1 else []
    print("\n".join(faults) or f"{len(files)} files in {len(rooms)} rooms keep the room rule")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
