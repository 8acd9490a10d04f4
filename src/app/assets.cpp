#include "app/assets.h"

#include <vector>

#include "base/posix.h"
#include "io/read_crosswalk.h"
#include "io/read_map.h"
#include "io/read_network.h"
#include "io/read_rules.h"

namespace samverka {
namespace {

constexpr const char* proof_text = "/lang/sv.json";  // a folder with this file is an assets folder

std::vector<std::string> candidate_folders() {
  std::vector<std::string> found;
  if (const auto named = environment("SAMVERKA_ASSETS")) found.push_back(*named);
  std::string folder = executable_folder();
  for (int up = 0; up < 5 && folder.size() > 1; ++up) {
    found.push_back(folder + "/assets");
    found.push_back(folder + "/share/samverka/assets");
    folder = folder_of(folder);
  }
  return found;
}

Result<std::string> find_assets() {
  for (const std::string& folder : candidate_folders()) {
    if (file_exists(folder + proof_text)) return folder;
  }
  return error("E_OPEN", {"problem.no_assets", {}}, Exit::usage);
}

Result<Texts> load_texts(const std::string& folder, const std::string& language) {
  const Result<std::string> json = read_file(folder + "/lang/" + language + ".json");
  if (!json) return json.problem();
  return Texts::parse(*json, language);
}

Result<Taxonomy> load_taxonomy(const std::string& path) {
  const Result<std::string> json = read_file(path);
  if (!json) return json.problem();
  return read_taxonomy(*json, path);
}

// What the older agreement said, and what of it may be compared.
Result<Done> load_year_before(const std::string& path, Assets& assets) {
  const Result<std::string> json = read_file(path);
  if (!json) return json.problem();
  Result<Taxonomy> taxonomy = read_taxonomy(*json, path, &assets.taxonomy);
  if (!taxonomy) return taxonomy.problem();
  Result<Crosswalk> crosswalk = read_crosswalk(*json, path);
  if (!crosswalk) return crosswalk.problem();
  assets.taxonomy_2024 = std::move(*taxonomy);
  assets.crosswalk = std::move(*crosswalk);
  return Done{};
}

Result<RuleSet> load_rules(const std::string& path, const Taxonomy& taxonomy) {
  ReadRules read = read_rules_file(path, taxonomy);
  if (read.report.is_usable) return std::move(read.rules);
  return read.report.problems.empty() ? error("E_OPEN", {"problem.no_assets", {}}, Exit::usage)
                                      : read.report.problems.front();
}

Result<MapShapes> load_shapes(const std::string& path) {
  const Result<std::string> json = read_file(path);
  if (!json) return json.problem();
  return read_map_shapes(*json, path);
}

}  // namespace

Result<Assets> load_assets(bool with_map) {
  const Result<std::string> folder = find_assets();
  if (!folder) return folder.problem();
  Assets assets;
  assets.folder = *folder;
  assets.regular_font = *folder + "/fonts/Inter-Regular.otf";
  assets.bold_font = *folder + "/fonts/Inter-SemiBold.otf";
  Result<Texts> sv = load_texts(*folder, "sv");
  if (!sv) return sv.problem();
  assets.sv = std::move(*sv);
  Result<Texts> en = load_texts(*folder, "en");
  if (!en) return en.problem();
  assets.en = std::move(*en);
  Result<Taxonomy> taxonomy = load_taxonomy(*folder + "/taxonomy/se-2025.json");
  if (!taxonomy) return taxonomy.problem();
  assets.taxonomy = std::move(*taxonomy);
  const Result<Done> before = load_year_before(*folder + "/taxonomy/se-2024.json", assets);
  if (!before) return before.problem();
  Result<RuleSet> rules = load_rules(*folder + "/rules/grundnormer-2025.json", assets.taxonomy);
  if (!rules) return rules.problem();
  assets.rules = std::move(*rules);
  if (!with_map) return assets;
  Result<MapShapes> shapes = load_shapes(*folder + "/map/sweden.topojson");
  if (!shapes) return shapes.problem();
  assets.shapes = std::move(*shapes);
  return assets;
}

std::string missing_assets_line(const Problem& problem) {
  const std::string what = problem.file.empty() ? "" : problem.file + " in ";
  return "samverka: error " + problem.code + ": " + what +
         "the folder assets/ cannot be found or read. Put it beside the program, or name it in SAMVERKA_ASSETS.";
}

std::string bundled_file(const Assets& assets, const std::string& name) {
  for (const std::string& folder : {folder_of(assets.folder) + "/datasets", assets.folder + "/datasets"}) {
    if (file_exists(folder + "/" + name)) return folder + "/" + name;
  }
  return {};
}

}  // namespace samverka
