#include <doctest/doctest.h>

#include <algorithm>

#include "io/read_workspace.h"

namespace samverka {
namespace {

// In the writer's own form, so that reading and writing it gives these very bytes.
constexpr const char* whole = R"({
  "format": "samverka-workspace",
  "format_version": "1.0",
  "network": "exempellan-2025",
  "own_place": "9901",
  "pins": [
    {
      "id": "k-granby",
      "x": 1.5,
      "y": -2.25
    },
    {
      "id": "k-sjöby-som-inte-finns",
      "x": 0.0,
      "y": 1e-05,
      "why": "står bra här"
    }
  ],
  "view": {
    "tab": "network",
    "filter": "area=A4.1 county=99",
    "date": "2025-06-30",
    "hidden_groups": [
      "school"
    ],
    "hidden": [
      "h-dold"
    ],
    "focus": [
      "k-granby"
    ],
    "focus_steps": 2,
    "selected": [
      "a-lansok"
    ],
    "unfolded": true,
    "map": {
      "x": 512.25,
      "y": -7000.5,
      "scale": 0.85
    }
  },
  "views": [
    {
      "title": "Skolan i länet",
      "filter": "area=A4.1"
    }
  ],
  "notes": [
    {
      "about": "k-granby",
      "text": "Ring å Å",
      "date": "2025-11-22",
      "n": 12345678901234567890.1234567890
    }
  ],
  "filters": [
    {
      "name": "Skolan",
      "filter": "county=20 | form=iop",
      "av": "någon annan"
    }
  ],
  "accepted": [
    {
      "finding": "psykisk-halsa/k-granby",
      "reason": "Beslut väntas i mars",
      "date": "2025-12-31",
      "av någon annan": 1
    }
  ],
  "snapshots": [
    {
      "title": "Före",
      "hash": "ab"
    }
  ],
  "av någon annan": {
    "djupt": [
      1,
      2.50,
      null
    ]
  }
}
)";

std::string code_of(const ReadReport& report) { return report.problems.empty() ? "" : report.problems.front().code; }

}  // namespace

TEST_CASE("a workspace comes back byte by byte, with what the program does not know and with its numbers' digits") {
  const ReadWorkspace read = read_workspace(whole, "w.work.json");
  REQUIRE(read.report.is_usable);
  CHECK(read.report.problems.empty());
  const Workspace& w = read.workspace;
  CHECK(w.network == "exempellan-2025");
  CHECK(w.own_place == "9901");
  REQUIRE(w.pins.size() == 2);
  CHECK(w.pins[0].key == "k-granby");
  CHECK(w.pins[0].y == -2.25);
  CHECK_FALSE(w.pins[1].extra.empty());
  REQUIRE(w.view);
  CHECK(w.view->tab == "network");
  CHECK(to_string(w.view->date) == "2025-06-30");
  CHECK(w.view->focus_steps == 2);
  CHECK(w.view->map->scale == 0.85);
  CHECK_FALSE(w.view->network);
  CHECK(w.views.at(0).title == "Skolan i länet");
  CHECK(w.notes.at(0).about == "k-granby");
  CHECK(w.notes.at(0).text == "Ring å Å");
  CHECK(to_string(w.notes.at(0).date) == "2025-11-22");
  CHECK(w.filters.at(0).filter == "county=20 | form=iop");
  CHECK(write_workspace(w) == whole);
}

TEST_CASE("the least workspace is read, and an empty one is written so that it can be read") {
  const ReadWorkspace least = read_workspace(R"({"format":"samverka-workspace","format_version":"1.0"})", "w");
  CHECK(least.report.is_usable);
  CHECK(least.workspace == Workspace{});
  CHECK(write_workspace({}) == "{\n  \"format\": \"samverka-workspace\",\n  \"format_version\": \"1.0\"\n}\n");
}

TEST_CASE("pins are written by key, whatever the order they came in") {
  Workspace w;
  w.pins = {{"b", 1, 2, {}}, {"a", 3, 4, {}}};
  const ReadWorkspace read = read_workspace(write_workspace(w), "w");
  CHECK(read.workspace.pins[0].key == "a");
  CHECK(read.workspace.pins[1].x == 1);
}

TEST_CASE("what cannot be taken is told with its place, counts as absent and is written back") {
  const std::string text = R"({
  "format": "samverka-workspace",
  "format_version": "1.0",
  "own_place": 20,
  "pins": [
    5,
    {
      "id": "k-granby",
      "x": "långt bort",
      "y": 1.0
    }
  ],
  "view": {
    "date": "2025-02-30"
  }
}
)";
  const ReadWorkspace read = read_workspace(text, "w");
  CHECK(read.report.is_usable);
  CHECK(read.report.error_count == 4);
  CHECK(read.report.problems[0].pointer == "/own_place");
  CHECK(read.report.problems[1].pointer == "/pins/0");
  CHECK(read.report.problems[2].pointer == "/pins/1/x");
  CHECK(read.report.problems[2].line == 9);
  CHECK(read.report.problems[3].code == "E_DATE");
  CHECK(read.workspace.own_place.empty());
  CHECK(write_workspace(read.workspace) == text);
}

TEST_CASE("another format, another version, two equal names and broken text are refused, each with its code") {
  const auto refused = [](std::string_view text) {
    const ReadWorkspace read = read_workspace(text, "w");
    CHECK_FALSE(read.report.is_usable);
    return code_of(read.report);
  };
  CHECK(refused("") == "E_EMPTY");
  CHECK(refused("[]") == "E_TYPE");
  CHECK(refused("{") == "E_PARSE");
  CHECK(refused(R"({"format":"samverka-network","format_version":"1.0"})") == "E_VERSION");
  CHECK(refused(R"({"format":"samverka-workspace"})") == "E_VERSION");
  CHECK(refused(R"({"format":"samverka-workspace","format_version":"2.0"})") == "E_VERSION");
  CHECK(refused(R"({"format":"samverka-workspace","format_version":"1.0","pins":[],"pins":[]})") == "E_DUPKEY");
  CHECK(refused("{\"format\":\"samverka-workspace\",\"format_version\":\"1.0\",\"x\":\"\xFF\"}") == "E_UTF8");
  CHECK(refused("{\"x\":" + std::string(100, '[')) == "E_DEPTH");
  CHECK(read_workspace(R"({"format":"samverka-workspace","format_version":"1.7","nytt":1})", "w").report.is_usable);
}

TEST_CASE("a workspace cut at any byte is refused with a place inside it, and never half read") {
  const std::string text = whole;
  const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  for (std::size_t length = 0; length < text.size() - 2; ++length) {
    const ReadWorkspace read = read_workspace(std::string_view(text).substr(0, length), "w");
    INFO("cut at ", length);
    CHECK_FALSE(read.report.is_usable);
    CHECK(read.workspace == Workspace{});
    REQUIRE(read.report.problems.size() == 1);
    CHECK(read.report.problems[0].line <= lines);
  }
}

TEST_CASE("a workspace with any byte flipped is read or refused, and what was read can be written and read again") {
  const std::string text = whole;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string flipped = text;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x15);
    const ReadWorkspace read = read_workspace(flipped, "w");
    INFO("flipped at ", at);
    if (!read.report.is_usable) {
      CHECK_FALSE(read.report.problems.empty());
    } else {
      const std::string written = write_workspace(read.workspace);
      const ReadWorkspace again = read_workspace(written, "w");
      CHECK(again.report.is_usable);
      CHECK(write_workspace(again.workspace) == written);
    }
  }
}

TEST_CASE("a workspace stands beside its network") {
  CHECK(workspace_path("/a/län.json") == "/a/län.work.json");
  CHECK(workspace_path("/a/län") == "/a/län.work.json");
  CHECK(workspace_path("/a.json/b") == "/a.json/b.work.json");
}

}  // namespace samverka

namespace samverka {

TEST_CASE("scenarios come back as they were, with what nobody knows and an agreement by its keys") {
  constexpr const char* text = R"({
  "format": "samverka-workspace",
  "format_version": "1.0",
  "scenarios": [
    {
      "title": "Om stödet upphör",
      "steps": [
        {
          "kind": "close",
          "actor": "rss-exempel",
          "why": 1.50
        },
        {
          "kind": "add",
          "proposed": {
            "id": "a-ny",
            "form": "iop",
            "title": "Nytt",
            "areas": [
              "A9.2"
            ],
            "valid": {
              "from": "2026-01-01",
              "to": null
            },
            "status": "active",
            "parties": [
              {
                "actor": "k-granby",
                "role": "principal",
                "state": "adopted"
              }
            ]
          }
        }
      ]
    }
  ]
}
)";
  const ReadWorkspace read = read_workspace(text, "länet.work.json");
  CHECK(read.report.problems.empty());
  REQUIRE(read.workspace.scenarios.size() == 1);
  const std::vector<ScenarioStep>& steps = read.workspace.scenarios[0].steps;
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].actor == "rss-exempel");
  REQUIRE(steps[1].proposed);
  CHECK(steps[1].proposed->key == "a-ny");
  CHECK(steps[1].proposed->parties[0].actor.unresolved == "k-granby");
  CHECK(steps[1].proposed->parties[0].state == PartyState::adopted);
  CHECK(write_workspace(read.workspace) == text);
}

}  // namespace samverka
