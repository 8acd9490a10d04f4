#pragma once
#include <string_view>

#include "base/result.h"
#include "model/taxonomy.h"

namespace samverka {

// A message for people: codes of the taxonomy among its arguments (a form, who must be party, a role) become the
// taxonomy's labels. Codes that it does not know, and arguments that are no codes, stay as they are.
Message with_labels(const Message& message, const Taxonomy& taxonomy, std::string_view language);
Problem with_labels(Problem problem, const Taxonomy& taxonomy, std::string_view language);

}  // namespace samverka
