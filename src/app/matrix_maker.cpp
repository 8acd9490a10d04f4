#include "app/matrix_maker.h"

#include <algorithm>

#include "analysis/matrix_chains.h"
#include "app/gap_words.h"
#include "app/record_words.h"

namespace samverka {
namespace {

MatrixGround ground_of(const MatrixSource& source) {
  return {source.network, source.assets.taxonomy, source.part, source.filter, source.day};
}

std::string municipality_name(const MatrixSource& source, const std::string& code) {
  const ActorId municipality = source.index.municipality(code);
  return municipality.is_set() ? source.network.actor(municipality).shown_name() : code;
}

std::string row_name(const MatrixSource& source, MatrixRows by, const MatrixRow& row, const Texts& texts) {
  if (row.other.is_set()) return source.network.actor(row.other).shown_name();
  switch (by) {
    case MatrixRows::counties:
      return county_name(source.assets, source.network, source.index, texts, row.code);
    case MatrixRows::municipalities:
      return municipality_name(source, row.code);
    case MatrixRows::groups:
      break;
  }
  if (row.code == no_group) return texts.tr("matrix.no_group");
  return source.assets.taxonomy.municipality_groups.label(row.code, texts.language());
}

}  // namespace

std::optional<MatrixKind> matrix_kind_of(const MatrixLook& look, const NetworkIndex& index) {
  if (look.columns == "area") return MatrixKind::area;
  if (look.columns == "form") return MatrixKind::form;
  if (look.columns == "group") return MatrixKind::partner_group;
  if (look.columns == "rule") return MatrixKind::rule;
  if (look.columns == "chain") return MatrixKind::chain;
  if (index.agreement(look.columns).is_set()) return MatrixKind::adoption;
  return std::nullopt;
}

std::optional<Matrix> make_matrix(const MatrixSource& source, const MatrixLook& look, MatrixRows rows) {
  const std::optional<MatrixKind> kind = matrix_kind_of(look, source.index);
  if (!kind) return std::nullopt;
  const MatrixGround ground = ground_of(source);
  switch (*kind) {
    case MatrixKind::rule:
      if (!source.gaps) return std::nullopt;
      return matrix_of_rules(ground, rows, source.rules, *source.gaps);
    case MatrixKind::adoption:
      return matrix_of_adoption(ground, rows, source.index.agreement(look.columns));
    case MatrixKind::chain:
      return matrix_of_chains(
          ground, rows, find_chains(source.network, source.index, source.assets.taxonomy, look.chain, source.day));
    case MatrixKind::area:
    case MatrixKind::form:
    case MatrixKind::partner_group:
      break;
  }
  return matrix_of_agreements(ground, rows, *kind, source.lens);
}

std::vector<std::string> matrix_row_names(const MatrixSource& source, const Matrix& matrix, const Texts& texts) {
  std::vector<std::string> names;
  for (const MatrixRow& row : matrix.rows) names.push_back(row_name(source, matrix.by, row, texts));
  return names;
}

std::string matrix_column_label(const MatrixSource& source, const Matrix& matrix, std::size_t column,
                                const Texts& texts) {
  const std::string& code = matrix.columns[column].code;
  const Taxonomy& taxonomy = source.assets.taxonomy;
  const std::string& language = texts.language();
  switch (matrix.kind) {
    case MatrixKind::area:
      return taxonomy.areas.label(code, language);
    case MatrixKind::form:
      return taxonomy.forms.label(code, language);
    case MatrixKind::partner_group:
      return taxonomy.groups.label(code, language);
    case MatrixKind::rule: {
      const std::string& title =
          source.rules.rules.at(source.gaps->rules.at(matrix.columns[column].place).rule).title.in(language);
      return title.empty() ? code : title;
    }
    case MatrixKind::adoption:
      return texts.tr(adoption_key(code));
    case MatrixKind::chain:
      break;
  }
  return texts.tr(link_key(static_cast<ChainLink>(column)));
}

std::string matrix_column_name(const MatrixSource& source, const Matrix& matrix, std::size_t column,
                               const Texts& texts) {
  const std::string label = matrix_column_label(source, matrix, column, texts);
  const MatrixColumn& row = matrix.columns[column];
  if (matrix.kind == MatrixKind::area) return row.code + " " + label;
  return row.rule_class ? texts.tr(text_key(*row.rule_class)) + ": " + label : label;
}

std::string_view link_state_key(LinkState state) {
  switch (state) {
    case LinkState::joined:
      return "chain.state.joined";
    case LinkState::pending:
      return "chain.state.pending";
    case LinkState::missing:
      return "chain.state.missing";
    case LinkState::unknown:
      break;
  }
  return "chain.state.unknown";
}

std::string_view adoption_key(std::string_view column) {
  if (column == "adopted") return "matrix.adoption.adopted";
  if (column == "decided") return "matrix.adoption.decided";
  if (column == "recommended") return "matrix.adoption.recommended";
  if (column == "withdrawn") return "matrix.adoption.withdrawn";
  return column == no_party ? "matrix.adoption.none" : "matrix.adoption.unknown";
}

std::string matrix_title(const MatrixSource& source, const MatrixLook& look, MatrixKind kind, const Texts& texts) {
  switch (kind) {
    case MatrixKind::rule:
      return texts.tr("matrix.title.rule");
    case MatrixKind::chain:
      return texts.tr("chain.title", {{"group", texts.tr(chain_key(look.chain))}});
    case MatrixKind::adoption: {
      const AgreementId agreement = source.index.agreement(look.columns);
      return texts.tr("matrix.title.adoption", {{"title", source.network.agreement(agreement).title}});
    }
    case MatrixKind::area:
    case MatrixKind::form:
    case MatrixKind::partner_group:
      break;
  }
  if (source.lens.empty()) return texts.tr("matrix.title.agreements");
  const std::string lens = source.assets.taxonomy.perspectives.label(source.lens, texts.language());
  return texts.tr("matrix.title.lens", {{"lens", lens}});
}

}  // namespace samverka
