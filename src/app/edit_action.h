#pragma once
// Edits by name, in words: "set a-lansok valid/to 2026-12-31". For the command line, and for whoever writes edits down.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/edit.h"

namespace samverka {

struct ActionForm {
  const char* name;   // "set"
  const char* takes;  // "ID MEMBER VALUE"
  const char* about;  // text key
};
const std::vector<ActionForm>& action_forms();

// Does what one action says. VALUE is JSON, or text where it is none or where the member takes text. Wrong words are a
// problem (E_USAGE with the form of the action, or with all names); what the network does not allow is told by Edited.
Result<Edited> perform(const Network& network, const Taxonomy& taxonomy, std::string_view action);

}  // namespace samverka
