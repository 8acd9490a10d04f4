// samverka matrix: places against areas, forms, partners, norms, a chain or one agreement's adoption.
#include "app/filter_words.h"
#include "app/matrix_maker.h"
#include "base/collate.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/matrix_report.h"

#include <algorithm>

namespace samverka {
namespace {

struct MatrixRequest {
  std::optional<Date> day;
  std::optional<Filter> filter;
  std::string county;
  MatrixLook look;
};

Result<MatrixRequest> matrix_request(const Words& words, const Taxonomy& taxonomy) {
  MatrixRequest request;
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return filter.problem();
  const auto county = county_of(words);
  if (!county) return county.problem();
  const auto look = matrix_look_of(words);
  if (!look) return look.problem();
  request.day = *day;
  request.filter = *filter;
  request.county = *county;
  request.look = *look;
  return request;
}

// The filter as for a picture, narrowed to the county.
Filter narrowed_filter(const MatrixRequest& request) {
  Filter filter = shown_filter(request.filter);
  if (!request.county.empty()) filter.clauses.push_back({"county", {request.county}, false});
  return filter;
}

// Only agreements are chosen by all of the filter; norms, chains and an agreement's parties by its places.
std::string filter_words(const Filter& filter, const Matrix& matrix, const Assets& assets, const Texts& texts) {
  const bool is_whole =
      matrix.kind == MatrixKind::area || matrix.kind == MatrixKind::form || matrix.kind == MatrixKind::partner_group;
  Filter told = filter;
  if (!is_whole) {
    const auto keep_places = [](std::vector<FilterClause>& clauses) {
      std::erase_if(clauses, [](const FilterClause& clause) {
        return clause.key != "county" && clause.key != "municipality" && clause.key != "municipality_group";
      });
      return !clauses.empty();
    };
    keep_places(told.clauses);
    for (auto& alternative : told.alternatives) {
      if (keep_places(alternative)) continue;
      told.alternatives.clear();  // one lets every place through
      break;
    }
  }
  return filter_in_words(told, assets, texts);
}

NeedOrder order_of(const Matrix& matrix, const std::vector<std::string>& names, const MatrixLook& look) {
  NeedOrder order = rows_by_need(matrix, names, look.ranks_all);
  if (look.is_by_need) return order;
  std::stable_sort(order.rows.begin(), order.rows.end(),
                   [&](std::size_t a, std::size_t b) { return swedish_less(names[a], names[b]); });
  return order;
}

std::vector<std::string> column_names(const MatrixSource& source, const Matrix& matrix, const Texts& texts) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    names.push_back(matrix_column_name(source, matrix, i, texts));
  }
  return names;
}

}  // namespace

Exit run_matrix(Terminal& terminal, const Words& words) {
  const auto assets = load_assets(true);  // the map names the counties
  if (!assets) return terminal.tell(assets.problem());
  const auto request = matrix_request(words, assets->taxonomy);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, request->day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const NetworkIndex index(network);
  const Result<Done> is_there = check_place(network, index, request->county);
  if (!is_there) return terminal.tell(is_there.problem());
  if (!matrix_kind_of(request->look, index)) {
    return terminal.tell(wrong_use({"usage.no_columns", {{"columns", request->look.columns}}}));
  }
  const Date day = judged->day;
  const Filter filter = narrowed_filter(*request);
  const SubNetwork part = restrict(network, assets->taxonomy, filter, day);
  std::optional<GapAnalysis> gaps;
  if (request->look.columns == "rule") gaps = find_gaps(network, index, assets->taxonomy, judged->rules, day);
  const MatrixSource source{network, index, *assets, part, filter, day, judged->rules, gaps ? &*gaps : nullptr, {}};
  const Matrix matrix = make_matrix(source, request->look, request->look.rows).value_or(Matrix{});
  const Texts& texts = terminal.texts();
  const std::vector<std::string> names = matrix_row_names(source, matrix, texts);
  const MatrixReport report{network,
                            matrix,
                            day,
                            names,
                            column_names(source, matrix, texts),
                            order_of(matrix, names, request->look),
                            request->look.is_by_need};
  const std::string told = words.has("--json")
                               ? matrix_json(report)
                               : matrix_text(report, texts, filter_words(filter, matrix, *assets, texts));
  return worse(judged->file.exit, terminal.print(told));
}

}  // namespace samverka
