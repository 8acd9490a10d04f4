#include "app/sheet_preview.h"

#include "app/sheet_names.h"

namespace samverka {

void SheetPreview::forget() {
  job_.cancel();
  text_.clear();
  document_.reset();
  found_.reset();
  problem_.reset();
}

void SheetPreview::read(const Session& session, std::string text, RowSheet likely, bool restores_zeros) {
  forget();
  text_ = std::move(text);
  restores_zeros_ = restores_zeros;
  document_ = session.shared_document();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  const SheetFile file{session.texts().tr("sheet_paste.clipboard"), text_};
  job_.start("sheet_paste.reading", [=, this, &assets, document = document_](Progress& progress) -> JobSlot::Deliver {
    SheetWish wish;
    wish.restores_zeros = restores_zeros;
    wish.most_likely = likely;
    Result<SheetImport> read =
        import_sheets(&document->network, assets.taxonomy, {file}, sheet_names(assets, document->network), wish);
    if (!read) return [this, problem = read.problem()] { problem_ = problem; };
    if (progress.cancelled()) return {};
    auto found = std::make_shared<SheetImport>(std::move(*read));
    return [this, found] { found_ = std::move(*found); };
  });
}

bool SheetPreview::take(Session& session) {
  if (!found_ || found_->kept() == 0 || !is_of(session)) return false;
  Document changed = session.document();
  changed.network = std::move(found_->network);
  const std::string count = std::to_string(found_->kept());
  session.change({"sheet_history.pasted", {{"n", count}}}, std::move(changed));
  forget();
  return true;
}

}  // namespace samverka
