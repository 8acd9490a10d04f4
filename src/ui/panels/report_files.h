#pragma once
#include <string>

namespace samverka {

struct UiContext;

// The dialog that chooses where a report goes (Dialog::report): what it is of stands beside the list of files.
std::string proposed_report(UiContext& ui);  // a name for the file, and the choices as the dialog begins
void draw_report_choices(UiContext& ui);
void write_report(UiContext& ui, const std::string& path);  // a notice tells how it went

}  // namespace samverka
