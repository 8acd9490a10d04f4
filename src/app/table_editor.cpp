#include "app/table_editor.h"

#include <unordered_map>

#include "io/row_text.h"

namespace samverka {
namespace {

constexpr std::size_t small_network = 4000;  // rows that are checked faster than a frame takes

// What the cell of each owner says now, with one look through the keys.
std::vector<std::string> typed_now(const Network& facts, const CellsTyped& typed) {
  std::unordered_map<std::string_view, std::size_t> places;
  const bool are_actors = !typed.owners.empty() && typed.owners.front().sheet == RowSheet::actors;
  const std::size_t count = are_actors ? facts.actors.size() : facts.agreements.size();
  for (std::size_t i = 0; i < count; ++i) places.emplace(are_actors ? facts.actors[i].key : facts.agreements[i].key, i);
  std::unordered_map<std::size_t, std::vector<std::string>> parties;
  std::vector<std::string> now;
  for (const CellOwner& owner : typed.owners) {
    const auto at = places.find(owner.key);
    if (at == places.end()) {
      now.emplace_back();
    } else if (owner.sheet == RowSheet::actors) {
      now.push_back(cells_of(owner.sheet, row_text(facts, facts.actors[at->second]))[typed.cell]);
    } else if (owner.sheet == RowSheet::agreements) {
      now.push_back(cells_of(owner.sheet, row_text(facts, facts.agreements[at->second]))[typed.cell]);
    } else {
      const auto [texts, is_new] = parties.try_emplace(at->second);
      if (is_new) texts->second = party_texts(row_text(facts, facts.agreements[at->second]));
      const bool is_there = owner.party < texts->second.size();
      now.push_back(is_there ? cells_of(owner.sheet, texts->second[owner.party])[typed.cell] : std::string());
    }
  }
  return now;
}

}  // namespace

CellsDone try_typed(const Network& facts, const Assets& assets, const CellsTyped& typed, Date recorded) {
  CellsDone out;
  const CellEditor editor(facts, assets);
  const std::vector<std::string> now = typed_now(facts, typed);
  std::vector<Edit> edits;
  std::vector<std::pair<std::size_t, std::size_t>> edits_of;  // owner, and its first edit
  std::optional<std::vector<Edit>> shared;                    // what is typed means the same for each of them
  for (std::size_t i = 0; i < typed.owners.size(); ++i) {
    std::vector<Edit> own = shared ? *shared : editor.edits(typed.owners[i], typed.cell, typed.typed, recorded);
    if (!shared) shared = own;
    for (Edit& edit : own) edit.key = typed.owners[i].key;
    if (typed.owners[i].sheet == RowSheet::parties) {
      own.front().member =
          "parties/" + std::to_string(typed.owners[i].party) + "/" + cell_specs(RowSheet::parties)[typed.cell].member;
    }
    const CellSpec& spec = cell_specs(typed.owners[i].sheet)[typed.cell];
    const std::string means = own.front().value.empty() ? "" : cell_of(spec, own.front().value);
    if (means == now[i] && (!means.empty() || own.front().value.empty())) {
      ++out.unchanged;
      continue;
    }
    edits_of.emplace_back(i, edits.size());
    edits.insert(edits.end(), own.begin(), own.end());
  }
  EditedAll all = apply_all(facts, assets.taxonomy, edits, EditWish::possible_ones);
  for (const auto& [owner, first] : edits_of) {
    if (all.edits[first].is_done) {
      ++out.changed;
    } else {
      out.refused.push_back({typed.owners[owner], std::move(all.edits[first].problems)});
    }
  }
  out.network = std::move(all.network);
  return out;
}

void TableEditor::forget() {
  job_.cancel();
  done_.reset();
  document_.reset();
}

void TableEditor::start(const Session& session, CellsTyped typed, Date recorded) {
  forget();
  typed_ = std::move(typed);
  document_ = session.shared_document();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  job_.start("sheet_edit.working",
             [this, recorded, &assets, cells = typed_, document = document_](Progress& progress) -> JobSlot::Deliver {
               auto done = std::make_shared<CellsDone>(try_typed(document->network, assets, cells, recorded));
               if (progress.cancelled()) return {};
               return [this, done] { done_ = std::move(*done); };
             });
  const Network& facts = document_->network;
  if (facts.actors.size() + facts.agreements.size() > small_network) return;
  job_.wait();
  job_.deliver();
}

bool TableEditor::take(Session& session, Message label) {
  if (!done_ || done_->changed == 0 || !is_of(session)) return false;
  Document changed = session.document();
  changed.network = std::move(done_->network);
  session.change(std::move(label), std::move(changed));
  forget();
  return true;
}

}  // namespace samverka
