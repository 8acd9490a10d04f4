#pragma once
// Pieces of HTML that every page of ours is made of, so that they look and behave alike.
#include <string>
#include <string_view>

#include "report/paper.h"

namespace samverka {

// Good in content and in quoted attributes alike. Control characters and marks that turn text around are shown instead
// of obeyed (displayable).
std::string html_escaped(std::string_view text);

// With caption, and scope on every header; its box may be scrolled sideways, by keys too, so that the page need not.
std::string html_table(const PaperTable& table);

// The style sheet: one column of readable width, text contrast 7:1, nothing told by colour alone, at 320 px without
// scrolling the page, on A4 when printed.
std::string paper_style();

// The value of the policy that lets a page fetch nothing, have this style sheet only, and run this script only; without
// a script, nothing.
std::string content_policy(std::string_view style, std::string_view script = {});

// A whole <svg> of ours as it stands in a page: no XML declaration, its ids begin with `prefix`, named by `title` and
// described by `desc`. Empty where it is no <svg>.
std::string inline_svg(std::string_view svg, const std::string& prefix, const std::string& title,
                       const std::string& desc);

}  // namespace samverka
