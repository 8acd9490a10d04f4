"""The real program in a real X server: it starts, draws, answers the mouse and the keyboard, ends cleanly and remembers.

Usage: smoke_test.py PROGRAM NETWORK. Needs Xvfb and xdotool; ends with 77 (skipped) where they are missing.
Xvfb keeps its screen in a file (-fbdir), so what is on it can be read without further tools.
"""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time

SIZE = (1600, 900)
NETWORK_TAB = (404, 73)
PATIENCE_S = 30


def start_display(folder):
    read_end, write_end = os.pipe()
    screen = "%dx%dx24" % SIZE
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", screen, "-fbdir", folder, "-noreset", "-nolisten", "tcp"],
        pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    number = os.read(read_end, 16).decode().strip()
    return server, ":" + number


def pixels(folder):
    """The screen's pixels, from the XWD file that Xvfb keeps (header of big-endian words, then a colour table)."""
    with open(os.path.join(folder, "Xvfb_screen0"), "rb") as screen:
        data = screen.read()
    header = struct.unpack(">25I", data[:100])
    return data[header[0] + header[19] * 12:]


def brightness(image):
    sample = image[::997 * 4]
    return sum(sample) / max(1, len(sample))


def colours(image):
    return len({image[i:i + 3] for i in range(0, len(image) - 4, 4 * 131)})


def wait_until(what, holds):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.1)
    sys.exit("FAILED: waited %d s for %s" % (PATIENCE_S, what))


def differing(a, b):
    """The share of the screen's pixels that are not the same."""
    steps = range(0, min(len(a), len(b)) - 4, 4 * 7)
    return sum(a[i:i + 4] != b[i:i + 4] for i in steps) / max(1, len(steps))


def check(program, network, folder, display):
    config = os.path.join(folder, "config")  # never the settings of whoever runs the test
    environment = dict(os.environ, DISPLAY=display, XDG_CONFIG_HOME=config)
    environment.pop("WAYLAND_DISPLAY", None)

    def xdotool(*words):
        subprocess.run(["xdotool", *words], env=environment, check=True, stdout=subprocess.DEVNULL)

    window = subprocess.Popen([program, network], env=environment)
    try:
        wait_until("the first picture", lambda: colours(pixels(folder)) > 20)
        before = pixels(folder)
        xdotool("mousemove", *map(str, NETWORK_TAB), "click", "1")
        wait_until("the network tab after a click", lambda: pixels(folder) != before and colours(pixels(folder)) > 20)
        light = brightness(pixels(folder))
        xdotool("mousemove", "800", "500", "key", "ctrl+shift+d")
        wait_until("the dark theme after Ctrl+Shift+D", lambda: brightness(pixels(folder)) < light / 2)
        xdotool("mousemove", "800", "500", "click", "4")
        before = pixels(folder)
        xdotool("key", "ctrl+f")
        xdotool("type", "--delay", "50", "gran")
        wait_until("what the search found", lambda: differing(before, pixels(folder)) > 0.01)
        xdotool("key", "Return")
        xdotool("key", "Tab")
        wait_until("the chosen actor", lambda: differing(before, pixels(folder)) > 0.02)
        window_id = subprocess.run(["xdotool", "search", "--name", "Samverka"], env=environment, check=True,
                                   capture_output=True, text=True).stdout.split()[0]
        before = pixels(folder)
        xdotool("windowsize", window_id, "640", "480")
        wait_until("a picture of a small window", lambda: differing(before, pixels(folder)) > 0.1)
        xdotool("key", "ctrl+q")
        code = window.wait(timeout=PATIENCE_S)
        if code != 0:
            sys.exit("FAILED: the program ended with %d after Ctrl+Q" % code)
        with open(os.path.join(config, "samverka", "settings.json"), encoding="utf-8") as kept:
            settings = json.load(kept)
        if settings.get("theme") != "dark" or settings.get("recent") != [os.path.abspath(network)]:
            sys.exit("FAILED: the settings do not remember the theme and the file: %s" % settings)
    finally:
        window.kill()


def main():
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        print("skipped: Xvfb or xdotool is missing")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        server, display = start_display(folder)
        try:
            check(sys.argv[1], sys.argv[2], folder, display)
        finally:
            server.terminate()
            server.wait()
    print("the window starts, draws, finds what is typed, answers mouse and keys, and ends cleanly")


main()
