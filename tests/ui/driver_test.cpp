#include "support/ui_driver.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace samverka {

Assets test_assets() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> assets = load_assets(true);
  REQUIRE(assets);
  return std::move(*assets);
}

UiDriver::UiDriver(const std::string& file, Vec2 size) : session(test_assets()), size_(size) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.KeyMap[ImGuiKey_Enter] = Chord::enter;
  io.KeyMap[ImGuiKey_A] = 'a';
  io.KeyMap[ImGuiKey_Backspace] = 127;
  if (!file.empty()) session.open_file_now(std::string(SAMVERKA_SOURCE_DIR) + "/" + file);
  ui = std::make_unique<Ui>(session, texture, 1.0F);
  ui->set_up();
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  session.wait_for_jobs();
  frames(3);
}

UiDriver::~UiDriver() {
  ui.reset();
  ImGui::DestroyContext();
}

void UiDriver::frames(int count) {
  for (int i = 0; i < count; ++i) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {size_.x, size_.y};
    io.DeltaTime = 1.0F / 60.0F;
    ui->renew_fonts();
    ImGui::NewFrame();
    ui->frame();
    ImGui::Render();
  }
}

const Item* UiDriver::find(std::string_view label, std::string_view role) const {
  for (const Item& item : ui->items()) {
    if (item.label == label && (role.empty() || item.role == role)) return &item;
  }
  return nullptr;
}

bool UiDriver::has_text_with(std::string_view part) const {
  for (const Item& item : ui->items()) {
    if (item.label.find(part) != std::string::npos) return true;
  }
  return false;
}

void UiDriver::move_to(Vec2 px) {
  ImGui::GetIO().MousePos = {px.x, px.y};
  frames(2);
}

void UiDriver::click_at(Vec2 px, bool alt) {
  move_to(px);
  ImGui::GetIO().KeyAlt = alt;
  ImGui::GetIO().MouseDown[0] = true;
  frames(1);
  ImGui::GetIO().MouseDown[0] = false;
  frames(2);
  ImGui::GetIO().KeyAlt = false;
  for (int pause = 0; pause < 30; ++pause) frames(1);  // long enough that two clicks are not a double click
}

void UiDriver::double_click_at(Vec2 px) {
  move_to(px);
  for (const bool is_down : {true, false, true, false}) {
    ImGui::GetIO().MouseDown[0] = is_down;
    frames(2);
  }
}

void UiDriver::click(std::string_view label, std::string_view role, bool alt) {
  const Item* item = find(label, role);
  INFO("label: ", std::string(label));
  REQUIRE(item != nullptr);
  REQUIRE(item->is_visible);
  const Vec2 at = item->rect.centre();
  move_to(at);
  item = find(label, role);
  REQUIRE(item != nullptr);
  REQUIRE_MESSAGE(item->is_hovered, "something covers it");
  click_at(at, alt);
}

void UiDriver::drag(Vec2 from, Vec2 to) {
  move_to(from);
  ImGui::GetIO().MouseDown[0] = true;
  frames(1);
  for (int step = 1; step <= 5; ++step) {
    const Vec2 at = from + (to - from) * (static_cast<float>(step) / 5);
    ImGui::GetIO().MousePos = {at.x, at.y};
    frames(1);
  }
  ImGui::GetIO().MouseDown[0] = false;
  frames(2);
}

void UiDriver::scroll(Vec2 at, float steps) {
  move_to(at);
  ImGui::GetIO().MouseWheel = steps;
  frames(1);
  ImGui::GetIO().MouseWheel = 0;
  frames(1);
}

void UiDriver::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  frames(2);
}

void UiDriver::press(Chord chord) {
  ui->press(chord);
  frames(2);
}

void UiDriver::resize(Vec2 size) {
  size_ = size;
  frames(3);
}

}  // namespace samverka
