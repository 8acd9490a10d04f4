#include "cli/cli.h"
#include "cli/launch.h"
#include "desktop/desktop.h"

// Chooses between the terminal and the window; both know the rest.
int main(int argc, char** argv) {
  if (samverka::is_cli_command(argc, argv)) return samverka::run_cli(argc, argv, samverka::measure_drawing);
  const auto launch = samverka::parse_launch(argc, argv);
  if (!launch) return samverka::tell_wrong_use(argc, argv, launch.problem());
  return samverka::run_desktop(*launch);
}
