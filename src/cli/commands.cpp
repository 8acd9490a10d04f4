#include <algorithm>
#include <array>

#include "cli/words.h"

namespace samverka {
namespace {

const Option json = {"--json", "", "cli.option.json"};
const Option language = {"--lang", "sv|en", "cli.option.lang"};
const Option quiet = {"--quiet", "", "cli.option.quiet"};
const Option on = {"--on", "YYYY-MM-DD", "cli.option.on"};
const Option filter = {"--filter", "WORDS", "cli.option.filter"};
const Option output = {"-o,--output", "OUT", "cli.option.output"};
const Option separator = {"--separator", "semicolon|comma|tab", "sheet_cli.separator"};
const Option into = {"--into", "FILE", "sheet_cli.into"};
const Option restore_zeros = {"--restore-zeros", "", "sheet_cli.restore_zeros"};
const Option county = {"--county", "C", "cli.option.county"};
const Option rules = {"--rules", "R", "cli.option.rules"};
const Option size = {"--size", "WxH", "cli.option.size"};
const Option theme = {"--theme", "light|dark", "cli.option.theme"};
const Option view = {"--view", "map|network", "cli.option.view"};
const Option fill = {"--fill", "agreements|areas|population", "cli.option.fill"};
const Option support = {"--support", "", "cli.option.support"};
const Option zoom = {"--zoom", "CODE", "cli.option.zoom"};
const Option rows = {"--rows", "county|municipality|group", "cli.option.rows"};
const Option columns = {"--columns", "area|form|group|rule|chain|AGREEMENT-ID", "cli.option.columns"};
const Option people = {"--group", "children|disability|older", "cli.option.group"};
const Option sort = {"--sort", "name|need", "cli.option.sort"};
const Option rank_all = {"--rank-all", "", "cli.option.rank_all"};
const Option lens = {"--lens", "none|P1|P2|P3", "cli.option.lens"};
const Option area = {"--area", "A", "cli.option.area"};
const Option top = {"--top", "N", "cli.option.top"};
const Option steps_around = {"--steps", "K", "cli.option.steps_around"};
const Option steps_between = {"--steps", "K", "cli.option.steps_between"};
const Option tab = {"--view", "home|agreement|map|network|matrix|table|support|gaps", "cli.option.tab"};

constexpr std::array<std::string_view, 2> later_commands = {"report", "analyze"};

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"answer",
       "cli.answer.about",
       false,
       {rules, output, on, json, language, quiet},
       "samverka answer datasets/sverige-2025.json dalarna.csv -o svar.json",
       run_answer,
       {"Q.csv", "cli.option.sheet"}},
      {"ask",
       "cli.ask.about",
       false,
       {county, rules, output, on, language, quiet},
       "samverka ask datasets/sverige-2025.json --county 20 -o dalarna.csv",
       run_ask},
      {"bench",
       "cli.bench.about",
       true,
       {{"--frames", "N", "cli.option.frames"},
        view,
        fill,
        support,
        zoom,
        size,
        theme,
        filter,
        on,
        json,
        language,
        quiet},
       "samverka bench draw datasets/sverige-2025.json --frames 240 --json",
       run_bench},
      {"chains",
       "cli.chains.about",
       false,
       {county, people, on, json, language, quiet},
       "samverka chains datasets/exempellan-2025.json --group children",
       run_chains},
      {"check",
       "cli.check.about",
       true,
       {json, language, quiet},
       "samverka check datasets/sverige-2025.json",
       run_check},
      {"diff",
       "cli.diff.about",
       false,
       {{"--on-a", "YYYY-MM-DD", "cli.option.on_a"},
        {"--on-b", "YYYY-MM-DD", "cli.option.on_b"},
        json,
        language,
        quiet},
       "samverka diff datasets/exempellan-2024.json datasets/exempellan-2025.json",
       run_diff,
       {"FILE2", "cli.option.diff_other"},
       {"", ""},
       true},
      {"do",
       "cli.do.about",
       false,
       {output, json, language, quiet},
       "samverka do 'set a-lansok valid/to 2026-12-31' datasets/exempellan-2025.json -o ny.json",
       run_do,
       {"", ""},
       {"ACTION...", "cli.option.action"},
       false,
       {"", ""},
       true},
      {"ego",
       "cli.ego.about",
       false,
       {steps_around, filter, on, json, language, quiet},
       "samverka ego datasets/sverige-2025.json k-falun --steps 2",
       run_ego,
       {"ACTOR", "cli.option.actor"}},
      {"export",
       "sheet_cli.export.about",
       false,
       {output, view, filter, on, theme, zoom, separator, json, language, quiet},
       "samverka export datasets/exempellan-2025.json -o exempellan.csv",
       run_export},
      {"gaps",
       "cli.gaps.about",
       false,
       {rules,
        {"--fail-on", "law|any", "cli.option.fail_on"},
        {"--filter", "WORDS", "cli.option.filter_gaps"},
        {"--close", "NORM", "cli.option.close"},
        {"--unknown", "", "cli.option.close_unknown"},
        on,
        json,
        language,
        quiet},
       "samverka gaps datasets/exempellan-2025.json --fail-on law",
       run_gaps},
      {"import",
       "sheet_cli.import.about",
       true,
       {output, into, restore_zeros, json, language, quiet},
       "samverka import exempellan-actors.csv exempellan-agreements.csv exempellan-parties.csv -o ny.json",
       run_import},
      {"info",
       "cli.info.about",
       false,
       {filter, on, json, language, quiet},
       "samverka info --lang en datasets/sverige-2025.json",
       run_info},
      {"layout",
       "cli.layout.about",
       false,
       {{"--algorithm", "map|stress", "cli.option.algorithm"},
        {"--seed", "N", "cli.option.seed"},
        {"--quality", "fast|best", "cli.option.quality"},
        output,
        filter,
        on,
        json,
        language,
        quiet},
       "samverka layout datasets/sverige-2025.json --algorithm stress --seed 7 -o positions.csv",
       run_layout},
      {"matrix",
       "cli.matrix.about",
       false,
       {rows, columns, people, county, rules, sort, rank_all, filter, on, json, language, quiet},
       "samverka matrix datasets/sverige-2025.json --county 20 --rows municipality --columns rule",
       run_matrix},
      {"merge",
       "cli.merge.about",
       false,
       {output, {"--prefer", "mine|theirs", "cli.option.prefer"}, json, language, quiet},
       "samverka merge gemensam.json min.json deras.json -o ihop.json",
       run_merge,
       {"MINE", "cli.option.merge_mine"},
       {"", ""},
       false,
       {"THEIRS", "cli.option.merge_theirs"},
       false,
       true},
      {"path",
       "cli.path.about",
       false,
       {steps_between, {"--top", "N", "cli.option.top_paths"}, filter, on, json, language, quiet},
       "samverka path datasets/exempellan-2025.json k-granby r-exempel --steps 2",
       run_path,
       {"FROM", "cli.option.from"},
       {"", ""},
       false,
       {"TO", "cli.option.to"}},
      {"peers",
       "cli.peers.about",
       false,
       {area, {"--top", "N", "cli.option.top_peers"}, filter, on, json, language, quiet},
       "samverka peers datasets/sverige-2025.json k-falun",
       run_peers,
       {"ACTOR", "cli.option.municipality"}},
      {"question",
       "cli.question.about",
       false,
       {area, top, rules, filter, on, json, language, quiet},
       "samverka question 9 datasets/sverige-2025.json k-falun",
       run_question,
       {"PLACE", "cli.option.question_place"},
       {"N", "cli.option.question"},
       true},
      {"snapshot",
       "cli.snapshot.about",
       false,
       {output,
        {"--view", "map|network|matrix", "cli.option.picture_view"},
        fill,
        support,
        lens,
        zoom,
        rows,
        columns,
        people,
        sort,
        {"--size", "WxH|WxHmm|A4|A3|slide", "cli.option.picture_size"},
        {"--margin", "MM", "cli.option.margin"},
        {"--background", "theme|white|none", "cli.option.background"},
        {"--without", "legend,title,filter,source,date", "cli.option.without"},
        {"--each", "county", "cli.option.each"},
        {"--frames", "DAY..DAY", "cli.option.frame_days"},
        {"--step", "year|quarter|month", "cli.option.frame_step"},
        {"--dpi", "N", "cli.option.dpi"},
        theme,
        filter,
        on,
        language,
        quiet},
       "samverka snapshot datasets/sverige-2025.json -o dalarna.svg --view map --filter 'county=20'",
       run_snapshot},
      {"suggest",
       "cli.suggest.about",
       false,
       {area, {"--top", "N", "cli.option.top_suggestions"}, filter, on, json, language, quiet},
       "samverka suggest datasets/sverige-2025.json k-falun --area A4.1",
       run_suggest,
       {"ACTOR", "cli.option.actor"}},
      {"weak",
       "cli.weak.about",
       false,
       {area,
        {"--place", "CODE", "cli.option.weak_place"},
        {"--months", "N", "cli.option.months"},
        {"--stale", "N", "cli.option.stale"},
        {"--umbrellas", "", "cli.option.umbrellas"},
        top,
        filter,
        on,
        json,
        language,
        quiet},
       "samverka weak datasets/sverige-2025.json --place 20 --area A4.2",
       run_weak},
      {"whatif",
       "cli.whatif.about",
       false,
       {{"--end", "AGREEMENT,…", "cli.option.whatif_end"},
        {"--expire", "AGREEMENT,…", "cli.option.whatif_expire"},
        {"--start", "AGREEMENT,…", "cli.option.whatif_start"},
        {"--close", "ACTOR,…", "cli.option.whatif_close"},
        {"--merge", "ACTOR:INTO,…", "cli.option.whatif_merge"},
        {"--adopt", "AGREEMENT:ACTOR,…", "cli.option.whatif_adopt"},
        {"--add", "JSON", "cli.option.whatif_add"},
        rules,
        filter,
        on,
        json,
        language,
        quiet},
       "samverka whatif datasets/exempellan-2025.json --end a-lansok",
       run_whatif},
  };
  return table;
}

const Command& window_command() {
  static const Command window = {"",
                                 "cli.about",
                                 true,
                                 {{"--screenshot", "OUT.png", "cli.option.screenshot"},
                                  tab,
                                  {"--select", "ID", "cli.option.select"},
                                  {"--place", "CODE", "cli.option.place"},
                                  fill,
                                  support,
                                  lens,
                                  rows,
                                  columns,
                                  people,
                                  sort,
                                  rank_all,
                                  zoom,
                                  size,
                                  {"--scale", "S", "cli.option.scale"},
                                  theme,
                                  filter,
                                  on,
                                  language},
                                 "samverka datasets/sverige-2025.json",
                                 nullptr};
  return window;
}

const Command* find_command(std::string_view name) {
  const auto found =
      std::find_if(commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

bool is_later_command(std::string_view name) {
  return std::find(later_commands.begin(), later_commands.end(), name) != later_commands.end();
}

}  // namespace samverka
