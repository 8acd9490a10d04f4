#pragma once
// The tables under the picture of a page: of its own, since their rows hold links and lists and are found by the
// script.
#include <string>

#include "report/page.h"

namespace samverka {

std::string page_actors(const SharedPage& page, const Texts& texts);
std::string page_agreements(const SharedPage& page, const Texts& texts);
std::string page_unknown(const SharedPage& page, const Texts& texts);
std::string page_sources(const SharedPage& page, const Texts& texts);

// An address as a link where it is of the web or a letter, else as text: "javascript:" is nothing to click on.
std::string page_address(const std::string& address);

}  // namespace samverka
