// The dialog of exporting a picture: what, how large, with which words around it, and how it will look.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/picture_series.h"
#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float names_width = 104;
constexpr Vec2 preview_px{330, 300};
constexpr float choices_px = 500;  // from the dialog's left edge
constexpr float dialog_px = 870;
constexpr double most_megapixels = 100;

ExportState& state_of(UiContext& ui) { return ui.state.exporting; }

void begin_row(UiContext& ui, const char* key) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr(key).c_str());
  ImGui::SameLine(ui.px(names_width));
}

// A button after the one before; where it does not fit, on the next line.
bool next_button(UiContext& ui, const char* key, bool is_on, bool is_first) {
  const std::string words = ui.tr(key);
  if (!is_first) {
    const float right = ImGui::GetWindowPos().x + ui.px(choices_px);
    const bool fits = ImGui::GetItemRectMax().x + ui.px(5) + button_width(words) <= right;
    if (fits)
      ImGui::SameLine(0, ui.px(5));
    else
      ImGui::SetCursorPosX(ui.px(names_width));
  }
  return button(ui, key, words, Look::plain, is_on);
}

// One of several.
template <class Value>
void offer(UiContext& ui, const char* key, Value& chosen, Value value, bool is_first = false) {
  if (next_button(ui, key, chosen == value, is_first)) chosen = value;
}

// ---- what is chosen ----

void choose_what(UiContext& ui, PictureChoice& choice) {
  using What = PictureChoice::What;
  const bool has_selection = !ui.session.view.selected().empty();
  const bool is_matrix = ui.session.view.tab == Tab::matrix;
  if (choice.what == What::selected && (!has_selection || is_matrix)) choice.what = What::seen;
  if (is_matrix) return;  // all of it is there, whatever is scrolled to
  begin_row(ui, "export.what");
  offer(ui, "export.what.seen", choice.what, What::seen, true);
  offer(ui, "export.what.whole", choice.what, What::whole);
  ImGui::BeginDisabled(!has_selection);
  offer(ui, "export.what.selected", choice.what, What::selected);
  ImGui::EndDisabled();
}

void choose_format(UiContext& ui, PictureChoice& choice) {
  const std::string was = choice.format;
  begin_row(ui, "export.format");
  offer<std::string>(ui, "export.format.png", choice.format, "png", true);
  offer<std::string>(ui, "export.format.svg", choice.format, "svg");
  offer<std::string>(ui, "export.format.pdf", choice.format, "pdf");
  if (choice.format != was) ui.state.path_text = with_picture_ending(ui.state.path_text, choice.format);
}

// Millimetres as they are typed, with a comma or a point.
std::optional<float> typed_mm(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  float value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

void mm_field(UiContext& ui, const char* key, std::string& typed, float& value, float least, float most) {
  ImGui::SetNextItemWidth(ui.px(70));
  const std::string id = std::string("###") + key;
  ImGui::InputText(id.c_str(), &typed, ImGuiInputTextFlags_AutoSelectAll);
  record(ui, ui.tr(key), "input");
  const auto mm = typed_mm(typed);
  if (mm && *mm >= least && *mm <= most) value = *mm;
}

void choose_own_size(UiContext& ui, ExportState& state) {
  PictureChoice& choice = state.choice;
  begin_row(ui, "export.own");
  mm_field(ui, "export.width", state.width, choice.own_mm.x, least_picture_mm, greatest_picture_mm);
  ImGui::SameLine(0, ui.px(5));
  ImGui::TextUnformatted("×");
  ImGui::SameLine(0, ui.px(5));
  mm_field(ui, "export.height", state.height, choice.own_mm.y, least_picture_mm, greatest_picture_mm);
  ImGui::SameLine(0, ui.px(5));
  ImGui::TextUnformatted("mm");
}

void choose_size(UiContext& ui, ExportState& state) {
  PictureChoice& choice = state.choice;
  begin_row(ui, "export.size");
  constexpr const char* keys[] = {"export.size.slide", "export.size.a4", "export.size.a4_portrait", "export.size.a3",
                                  "export.size.a3_portrait"};
  static_assert(std::size(keys) == paper_sizes.size());
  for (std::size_t i = 0; i < paper_sizes.size(); ++i) offer(ui, keys[i], choice.paper, i, i == 0);
  offer(ui, "export.size.own", choice.paper, paper_sizes.size());
  if (choice.is_own_size()) choose_own_size(ui, state);
}

// In pixels, since programs ask for those; for print in dots an inch.
void choose_resolution(UiContext& ui, PictureChoice& choice) {
  if (choice.format != "png") return;
  begin_row(ui, "export.dpi");
  offer(ui, "export.dpi.screen", choice.dpi, 96.0F, true);
  offer(ui, "export.dpi.document", choice.dpi, 150.0F);
  offer(ui, "export.dpi.print", choice.dpi, 300.0F);
  const Texts& texts = ui.session.texts();
  const Vec2 px = choice.size_mm() * (choice.dpi / 25.4F);
  ImGui::Dummy({0, 0});
  ImGui::SameLine(ui.px(names_width));
  muted(ui, texts.tr("export.pixels",
                     {{"width", texts.number(std::lround(px.x))}, {"height", texts.number(std::lround(px.y))}}));
}

void choose_paper(UiContext& ui, ExportState& state) {
  using Background = PictureChoice::Background;
  PictureChoice& choice = state.choice;
  begin_row(ui, "export.background");
  offer(ui, "export.background.theme", choice.background, Background::theme, true);
  offer(ui, "export.background.white", choice.background, Background::white);
  offer(ui, "export.background.none", choice.background, Background::none);
  begin_row(ui, "export.margin");
  mm_field(ui, "export.margin", state.margin, choice.margin_mm, 0, 100);
  if (state.margin.empty()) choice.margin_mm = -1;
  ImGui::SameLine(0, ui.px(5));
  muted(ui, ui.tr("export.margin.usual"));
}

// Each on or off by itself.
void choose_words(UiContext& ui, PictureFrame& frame) {
  begin_row(ui, "export.with");
  struct Part {
    const char* key;
    bool& value;
  };
  const Part parts[] = {{"export.with.title", frame.with_title},
                        {"export.with.legend", frame.with_legend},
                        {"export.with.filter", frame.with_filter},
                        {"export.with.source", frame.with_source},
                        {"export.with.date", frame.with_date}};
  for (const Part& part : parts) {
    if (next_button(ui, part.key, part.value, &part == parts)) part.value = !part.value;
  }
  if (ui.session.network().is_synthetic()) {
    ImGui::Dummy({0, 0});
    ImGui::SameLine(ui.px(names_width));
    muted(ui, ui.tr("export.with.mark"));
  }
}

void choose_several(UiContext& ui, PictureChoice& choice) {
  const std::size_t counties = counties_in(ui.session.network()).size();
  if (counties < 2) choice.is_each_county = false;
  if (counties < 2) return;
  begin_row(ui, "export.several");
  offer(ui, "export.several.one", choice.is_each_county, false, true);
  offer(ui, "export.several.counties", choice.is_each_county, true);
}

// ---- how it will look ----

std::string words_of(const UiContext& ui, const PictureChoice& choice) {
  const PictureFrame& frame = choice.frame;
  const Vec2 mm = choice.size_mm();
  std::string words = ui.session.view.language + choice.format;
  for (const int part : {static_cast<int>(choice.what), static_cast<int>(mm.x * 10), static_cast<int>(mm.y * 10),
                         static_cast<int>(choice.margin_mm * 10), static_cast<int>(choice.background),
                         static_cast<int>(frame.with_legend), static_cast<int>(frame.with_title),
                         static_cast<int>(frame.with_filter), static_cast<int>(frame.with_source),
                         static_cast<int>(frame.with_date), static_cast<int>(ui.session.view.tab)}) {
    words += " " + std::to_string(part);
  }
  return words;
}

void start_preview(UiContext& ui, ExportState& state) {
  state.wanted = words_of(ui, state.choice);
  PictureRequest request = chosen_request(ui.session, state.choice);
  const Vec2 most = preview_px * ui.scale;
  const auto network = ui.session.shared_network();
  const Assets& assets = ui.session.assets();
  const auto work = [&state, &assets, network, most, request = std::move(request),
                     wanted = state.wanted](Progress&) -> JobSlot::Deliver {
    Result<Pixels> pixels = draw_preview(*network, assets, request, most);
    return [&state, wanted, pixels = std::move(pixels)] {
      state.drawn = wanted;
      state.image = nullptr;
      state.preview.reset();
      state.problem.clear();
      if (pixels)
        state.preview = *pixels;
      else
        state.problem = pixels.problem().code;
    };
  };
  state.preview_job.start("job.preview", work);
}

void draw_preview_image(UiContext& ui, ExportState& state) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const Vec2 room = preview_px * ui.scale;
  ImGui::Dummy({room.x, room.y});
  record(ui, ui.tr("export.preview"), "image", state.preview.has_value());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& theme = ui.session.theme();
  if (!state.preview) return;
  const Vec2 size{static_cast<float>(state.preview->width), static_cast<float>(state.preview->height)};
  const Vec2 at{corner.x + std::round((room.x - size.x) / 2), corner.y};
  if (!state.image && ui.state.preview_texture) state.image = ui.state.preview_texture->show(*state.preview);
  if (state.image) list.AddImage(state.image, {at.x, at.y}, {at.x + size.x, at.y + size.y});
  list.AddRect({at.x - 1, at.y - 1}, {at.x + size.x + 1, at.y + size.y + 1}, colour_u32(theme.border));
}

void draw_preview_side(UiContext& ui, ExportState& state) {
  state.preview_job.deliver();
  if (state.wanted != words_of(ui, state.choice)) start_preview(ui, state);
  draw_preview_image(ui, state);
  if (state.preview_job.is_running()) {
    muted(ui, ui.tr("export.drawing"));
  } else if (!state.problem.empty()) {
    muted(ui, ui.tr("export.no_preview"));
  }
}

// ---- where it goes ----

std::vector<SeriesPicture> chosen_pictures(UiContext& ui) {
  const PictureChoice& choice = state_of(ui).choice;
  const PictureRequest request = chosen_request(ui.session, choice);
  if (!choice.is_each_county) return {{"", request}};
  return pictures_each_county(ui.session.network(), ui.session.assets().shapes, request);
}

void start_writing(UiContext& ui, std::vector<SeriesPicture> pictures) {
  Session& session = ui.session;
  const std::string path = ui.state.path_text;
  const Assets& assets = session.assets();
  const auto network = session.shared_network();
  const auto work = [&session, &assets, network, path,
                     pictures = std::move(pictures)](Progress& progress) -> JobSlot::Deliver {
    Result<Done> done = Done{};
    std::size_t written = 0;
    for (const SeriesPicture& picture : pictures) {
      if (progress.cancelled()) return {};
      const Result<std::string> bytes = draw_picture(*network, assets, picture.request);
      done = bytes ? write_file_atomically(series_path(path, picture.suffix), *bytes) : Result<Done>(bytes.problem());
      if (!done) break;
      progress.report(static_cast<float>(++written) / static_cast<float>(pictures.size()));
    }
    return [&session, done, path, written, first = pictures.front().suffix] {
      if (!done) return session.set_notice(Notice{session.told(done.problem()), true});
      const std::string file = series_path(path, first);
      const Texts& texts = session.texts();
      session.set_notice(Notice{written == 1
                                    ? texts.tr("notice.saved", {{"file", file}})
                                    : texts.plural("export.saved", static_cast<long long>(written), {{"file", file}}),
                                false});
    };
  };
  state_of(ui).write_job.start("job.export", work);
}

bool is_any_there(const std::string& path, const std::vector<SeriesPicture>& pictures) {
  return std::any_of(pictures.begin(), pictures.end(),
                     [&](const SeriesPicture& picture) { return file_exists(series_path(path, picture.suffix)); });
}

// Begins to write, or says in the dialog what stands in the way. True when the dialog is done.
bool try_export(UiContext& ui) {
  const std::string& path = ui.state.path_text;
  ExportState& state = state_of(ui);
  if (picture_format_of(path) != state.choice.format || state.write_job.is_running()) return false;
  if (state.choice.format == "png" && megapixels(state.choice) > most_megapixels) return false;
  std::vector<SeriesPicture> pictures = chosen_pictures(ui);
  if (pictures.empty()) return false;
  if (is_any_there(path, pictures) && ui.state.file_to_replace != path) {
    ui.state.file_to_replace = path;
    return false;
  }
  start_writing(ui, std::move(pictures));
  return true;
}

void say_what_stands_in_the_way(UiContext& ui) {
  const std::string& path = ui.state.path_text;
  const PictureChoice& choice = state_of(ui).choice;
  if (picture_format_of(path).empty()) {
    muted(ui, ui.tr("export.ending"));
  } else if (choice.format == "png" && megapixels(choice) > most_megapixels) {
    text(ui, ui.tr("export.too_large"));
  } else if (ui.state.file_to_replace == path) {
    text(ui, ui.tr(choice.is_each_county ? "export.some_exist" : "export.exists"));
  } else if (state_of(ui).write_job.is_running()) {
    muted(ui, ui.tr("export.writing"));
  }
}

// A line for a path; true when Enter is pressed in it. Its ending chooses the format, as the format its ending.
bool path_field(UiContext& ui) {
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText("###path", &ui.state.path_text,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  record(ui, ui.tr("ui.path"), "input");
  const std::string format = picture_format_of(ui.state.path_text);
  if (!format.empty()) state_of(ui).choice.format = format;
  return entered;
}

void draw_choices(UiContext& ui, ExportState& state) {
  choose_what(ui, state.choice);
  choose_format(ui, state.choice);
  choose_size(ui, state);
  choose_resolution(ui, state.choice);
  choose_paper(ui, state);
  choose_words(ui, state.choice.frame);
  choose_several(ui, state.choice);
}

}  // namespace

void ExportState::wait() {
  if (preview_job.is_running()) preview_job.wait();
  preview_job.deliver();
  if (write_job.is_running()) write_job.wait();
  write_job.deliver();
}

void begin_export(UiContext& ui) {
  ExportState& state = state_of(ui);
  state.wanted.clear();  // the network may have changed since
  state.preview.reset();
  state.image = nullptr;
  // A whole path, so that nobody has to guess where the picture went.
  ui.state.path_text = environment("PWD").value_or(".") + "/" + ui.session.network().id + "." + state.choice.format;
}

void draw_export(UiContext& ui) {
  const bool has_preview = ImGui::GetIO().DisplaySize.x > ui.px(dialog_px);
  if (!begin_dialog_window(ui, "###export", ui.tr("export.title"), {has_preview ? dialog_px : choices_px + 40})) return;
  ExportState& state = state_of(ui);
  ImGui::BeginGroup();
  draw_choices(ui, state);
  ImGui::EndGroup();
  if (has_preview) {
    ImGui::SameLine(ui.px(dialog_px - preview_px.x - 20));
    ImGui::BeginGroup();
    draw_preview_side(ui, state);
    ImGui::EndGroup();
  }
  ImGui::Dummy({0, ui.px(2)});
  const bool entered = path_field(ui);
  say_what_stands_in_the_way(ui);
  begin_dialog_buttons(ui);
  const bool wanted = button(ui, "export.do", ui.tr("export.do"), Look::accent) || entered;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if ((wanted && try_export(ui)) || cancelled) close_dialog(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
