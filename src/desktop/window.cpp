// The window: GLFW, OpenGL, the frame loop. Sleeps while nothing happens: a frame is drawn for an event, while a job
// runs, and a few times after, since ImGui settles over a couple of frames.
#include "desktop/window.h"

#include <epoxy/gl.h>
// epoxy first: it must come before whatever brings OpenGL's own header.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <optional>

#include "app/file_care.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "desktop/frame_painter.h"
#include "desktop/fullscreen.h"
#include "desktop/gl_picture.h"
#include "desktop/imgui_host.h"
#include "desktop/preview_texture.h"
#include "ui/panels/timeline_play.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr int settle_frames = 3;
constexpr double busy_wait_s = 0.03;     // between looks at a job's progress
constexpr double settings_wait_s = 0.5;  // between looks at whether settings have been left alone
constexpr double settling_s = 2;         // what happens to the window's size so soon is the desktop's doing
constexpr int least_side_px = 200;

// Set when the desktop or the system asks the program to end; the window wakes by it.
std::atomic<bool> is_asked_to_end{false};

struct Loop {
  Ui* ui = nullptr;
  int frames_wanted = settle_frames;
  bool is_damaged = true;  // what is on the display is lost: show the picture though nothing in it changed
};

Loop& loop_of(GLFWwindow* window) { return *static_cast<Loop*>(glfwGetWindowUserPointer(window)); }

void wake(GLFWwindow* window) { loop_of(window).frames_wanted = settle_frames; }

void damage(GLFWwindow* window) {
  wake(window);
  loop_of(window).is_damaged = true;
}

struct NamedKey {
  int glfw, chord;
};
constexpr auto named_keys = std::to_array<NamedKey>({
    {GLFW_KEY_ESCAPE, Chord::escape},
    {GLFW_KEY_ENTER, Chord::enter},
    {GLFW_KEY_KP_ENTER, Chord::enter},
    {GLFW_KEY_F1, Chord::f1},
    {GLFW_KEY_F2, Chord::f2},
    {GLFW_KEY_F5, Chord::f5},
    {GLFW_KEY_F6, Chord::f6},
    {GLFW_KEY_F11, Chord::f11},
    {GLFW_KEY_LEFT, Chord::left},
    {GLFW_KEY_RIGHT, Chord::right},
    {GLFW_KEY_UP, Chord::up},
    {GLFW_KEY_DOWN, Chord::down},
    {GLFW_KEY_TAB, Chord::tab},
    {GLFW_KEY_PAGE_UP, Chord::page_up},
    {GLFW_KEY_PAGE_DOWN, Chord::page_down},
    {GLFW_KEY_HOME, Chord::home},
    {GLFW_KEY_END, Chord::end},
    {GLFW_KEY_SPACE, Chord::space},
    {GLFW_KEY_DELETE, Chord::del},
    {GLFW_KEY_KP_ADD, '+'},
    {GLFW_KEY_KP_SUBTRACT, '-'},
});

int named_key(int key) {
  const auto found =
      std::find_if(named_keys.begin(), named_keys.end(), [&](const NamedKey& named) { return named.glfw == key; });
  if (found != named_keys.end()) return found->chord;
  return key >= GLFW_KEY_0 && key <= GLFW_KEY_9 ? key : Chord::none;
}

// What the key types on this keyboard, so that "+" is found on a Swedish one too. Where "+" needs Shift it is the key
// of "=", and people press that one for it.
int chord_key(int key, int scancode) {
  const char* name = glfwGetKeyName(key, scancode);
  if (!name || name[0] == '\0' || name[1] != '\0') return named_key(key);
  return name[0] == '=' ? '+' : static_cast<unsigned char>(name[0]);
}

// Signs that stand on other keys, or need Shift, from one keyboard to the next.
bool is_told_as_letter(int sign) { return sign == '/' || sign == '?'; }

void on_letter(GLFWwindow* window, unsigned letter) {
  wake(window);
  const int sign = letter < 128 ? static_cast<int>(letter) : 0;
  if (is_told_as_letter(sign)) loop_of(window).ui->press({sign});
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
  wake(window);
  if (action == GLFW_RELEASE) return;
  const int pressed = chord_key(key, scancode);
  if (pressed == Chord::none || (mods & GLFW_MOD_ALT) != 0) return;
  if (is_told_as_letter(pressed) && (mods & GLFW_MOD_CONTROL) == 0) return;
  loop_of(window).ui->press({pressed, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0});
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
  wake(window);
  if (count > 0) loop_of(window).ui->drop_file(paths[0]);
}

void listen(GLFWwindow* window) {
  glfwSetKeyCallback(window, on_key);
  glfwSetDropCallback(window, on_drop);
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {  // as Ctrl+Q, which asks if something is not saved
    glfwSetWindowShouldClose(w, GLFW_FALSE);
    loop_of(w).ui->press({'q', true});
    wake(w);
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { wake(w); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
  glfwSetCharCallback(window, on_letter);
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { damage(w); });
  glfwSetWindowRefreshCallback(window, damage);
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float x, float) {  // on another screen
    loop_of(w).ui->set_screen_scale(x);
    wake(w);
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { wake(w); });
}

// ImGui would move between buttons by the keys that walk the picture.
void keep_from_imgui() {
  ImGuiIO& io = ImGui::GetIO();
  for (const ImGuiKey key : {ImGuiKey_Tab, ImGuiKey_Enter, ImGuiKey_KeyPadEnter, ImGuiKey_Space, ImGuiKey_LeftArrow,
                             ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow})
    io.KeysDown[io.KeyMap[key]] = false;
}

// What a frame is made of, from the panels to the pixels.
struct Screen {
  std::unique_ptr<GlPicture> picture = make_picture();
  GlPreview preview;
  FramePainter painter;
};

// OpenGL's copy of the fonts is made anew when another scale is wanted.
void renew_fonts(Ui& ui, FramePainter& painter) {
  if (!ui.renew_fonts()) return;
  painter.forget();  // letters that have not moved in the list have moved in the texture
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void draw(GLFWwindow* window, Ui& ui, const Session& session, Screen& screen, Loop& loop) {
  renew_fonts(ui, screen.painter);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  if (ui.picture_has_keys()) keep_from_imgui();
  ImGui::NewFrame();
  ui.frame();
  ImGui::Render();
  const bool is_new =
      screen.painter.paint(*ImGui::GetDrawData(), session.theme().background, screen.picture->revision());
  if (!is_new && !loop.is_damaged) return;
  loop.is_damaged = false;
  screen.painter.show();
  glfwSwapBuffers(window);
}

void wait_for_something(Ui& ui, Loop& loop, const SettingsKeeper& settings, const RecoveryKeeper& recovery,
                        std::optional<double> care_s) {
  if (loop.frames_wanted > 0) return glfwPollEvents();
  if (ui.wants_frames()) return glfwWaitEventsTimeout(busy_wait_s);
  if (const auto step = play_wakes_in_s(ui.state().timeline, ImGui::GetTime())) {
    loop.frames_wanted = 1;  // that one draws the step
    return glfwWaitEventsTimeout(std::max(*step, 0.001));
  }
  if (settings.is_waiting() || recovery.is_waiting()) return glfwWaitEventsTimeout(settings_wait_s);
  if (care_s) return glfwWaitEventsTimeout(*care_s);
  glfwWaitEvents();
}

// For docs/benchmarks.md: how long the program took to show something.
void report_start(const LaunchOptions& options) {
  if (!environment("SAMVERKA_TIME_START")) return;
  std::fprintf(stderr, "first frame after %.0f ms\n", (wall_seconds() - options.started_s) * 1000);
}

// "Sverige 2025 – Samverka", so that two windows can be told apart.
void name_window(GLFWwindow* window, const Session& session, std::string& shown) {
  std::string title = session.texts().tr("app.name");
  if (session.has_document()) title = displayable(shortened(session.network().title, 80)) + " – " + title;
  if (is_unsaved(session)) title = "* " + title;
  if (title == shown) return;
  glfwSetWindowTitle(window, title.c_str());
  shown = title;
}

// The size that the user gives the window is kept; not that of a whole screen.
class WindowSize {
 public:
  void look_at(int width, int height, const Session& session, SettingsKeeper& settings) {
    const Vec2 size{static_cast<float>(width), static_cast<float>(height)};
    const bool is_settling = wall_seconds() - began_s_ < settling_s;
    const bool is_another = size != known_ && !session.view.is_fullscreen;
    if (is_settling || is_another) known_ = size;
    if (is_another && !is_settling) settings.set_window_size(size);
  }

 private:
  double began_s_ = wall_seconds();
  Vec2 known_;
};

void run_loop(GLFWwindow* window, Ui& ui, Session& session, Screen& screen, Loop& loop, const LaunchOptions& options,
              SettingsKeeper& settings, RecoveryKeeper& recovery) {
  bool is_first = true;
  WindowSize size;
  Fullscreen fullscreen;
  std::string title;
  FileCare care;
  while (!glfwWindowShouldClose(window) && !session.view.wants_quit && !is_asked_to_end) {
    wait_for_something(ui, loop, settings, recovery, care.waits_s(session, wall_seconds()));
    if (ui.wants_frames()) loop.frames_wanted = std::max(loop.frames_wanted, settle_frames);
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window, &width, &height);
    if (width <= 0 || height <= 0) {  // minimised: nothing to draw into
      loop.frames_wanted = 0;
      continue;
    }
    draw(window, ui, session, screen, loop);
    size.look_at(width, height, session, settings);
    fullscreen.set(window, session.view.is_fullscreen);
    settings.keep(session, wall_seconds());
    recovery.keep(session, wall_seconds());
    care.look_after(session, wall_seconds());
    name_window(window, session, title);
    loop.frames_wanted = std::max(0, loop.frames_wanted - 1);
    if (is_first) report_start(options);
    is_first = false;
  }
}

int complain(const Session& session, const char* key) {
  const char* detail = nullptr;
  glfwGetError(&detail);
  const Problem problem = error("E_DISPLAY", {key, {{"detail", detail ? detail : "GLFW"}}}, Exit::usage);
  std::fprintf(stderr, "%s\n", session.told(problem).c_str());
  return static_cast<int>(Exit::usage);
}

GLFWwindow* make_window(Vec2 size) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_FALSE);
  return glfwCreateWindow(static_cast<int>(size.x), static_cast<int>(size.y), "Samverka", nullptr, nullptr);
}

// What the monitor says about its density.
float screen_scale(GLFWwindow* window) {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window, &x, &y);
  return x;
}

int run_in(GLFWwindow* window, Session& session, const LaunchOptions& options, SettingsKeeper& settings,
           RecoveryKeeper& recovery) {
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  glfwSetWindowSizeLimits(window, least_side_px, least_side_px, GLFW_DONT_CARE, GLFW_DONT_CARE);
  const ImguiHost imgui;
  Screen screen;
  Ui ui(session, *screen.picture, screen_scale(window));
  ui.state().preview_texture = &screen.preview;
  Loop loop{&ui};
  glfwSetWindowUserPointer(window, &loop);
  listen(window);  // before ImGui, which calls on what was there
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;  // needs the key map that GLFW has just made
  ui.set_up();
  run_loop(window, ui, session, screen, loop, options, settings, recovery);
  if (is_asked_to_end) {
    recovery.keep_at_once(session);
  } else {
    recovery.end();
  }
  settings.keep_at_once(session);
  ImGui_ImplGlfw_Shutdown();
  return static_cast<int>(Exit::done);
}

}  // namespace

int show_window(Session& session, const LaunchOptions& options, SettingsKeeper& settings, RecoveryKeeper& recovery) {
  when_asked_to_end([] {
    is_asked_to_end = true;
    glfwPostEmptyEvent();
  });
  if (!glfwInit()) return complain(session, "problem.no_display");
  GLFWwindow* window = make_window(options.size_is_given ? options.size_px : settings.window_size(options.size_px));
  const int code =
      window ? run_in(window, session, options, settings, recovery) : complain(session, "problem.no_window");
  if (window) glfwDestroyWindow(window);
  glfwTerminate();
  return code;
}

}  // namespace samverka
