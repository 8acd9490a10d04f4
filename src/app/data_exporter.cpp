#include "app/data_exporter.h"

#include <utility>

#include "base/posix.h"
#include "base/utf8.h"

namespace samverka {
namespace {

// What was written where, and then what was left out and changed, in one notice.
std::string export_told(const DataExport& data, const std::string& path, const Texts& texts) {
  const auto files = static_cast<long long>(data.files.size());
  std::string words = texts.plural("out.saved", files, {{"file", displayable(export_paths(path).front())}});
  for (const std::string& note : export_notes(data, texts)) words += " " + displayable(note);
  return words;
}

}  // namespace

void DataExporter::write(const Session& session, ExportRequest request, std::string path) {
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  const Texts& texts = session.texts();
  job_.start("out.progress",
             [this, document = session.shared_document(), request = std::move(request), path = std::move(path), &assets,
              &texts](Progress& progress) -> JobSlot::Deliver {
               const auto data = export_data(document->network, assets, request, progress);
               if (progress.cancelled()) return {};
               if (!data) {
                 return [this, notice = Notice{problem_line(data.problem(), texts), true}] { told_ = notice; };
               }
               const auto saved = save_export(*data, path);
               const std::string words = saved ? export_told(*data, path, texts) : problem_line(saved.problem(), texts);
               return [this, notice = Notice{words, !saved}] { told_ = notice; };
             });
}

void DataExporter::deliver(Session& session) {
  job_.deliver();
  if (told_) session.set_notice(*std::exchange(told_, std::nullopt));
}

bool is_open_file(const Session& session, const std::string& path) {
  const auto open = stamp_of(session.file());
  if (!open) return absolute_path(session.file()) == absolute_path(path);
  for (const std::string& target : export_paths(path)) {
    const auto there = stamp_of(target);
    if (there && there->device == open->device && there->inode == open->inode) return true;
  }
  return false;
}

}  // namespace samverka
