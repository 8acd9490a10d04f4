#pragma once
// For walks over the members of a row (network_members.h) that look only at its references.
#include "io/network_members.h"

namespace samverka {

struct OtherMembers {
  void key(std::string_view, const Key&) {}
  template <class T>
  void text(std::string_view, const T&, Need = Need::optional) {}
  template <class T>
  void texts(std::string_view, const T&, Need = Need::optional) {}
  void date(std::string_view, PartialDate) {}
  void end(std::string_view, Validity::End, PartialDate) {}
  template <class T>
  void integer(std::string_view, const T&) {}
  template <class T>
  void count(std::string_view, const T&) {}
  template <class T>
  void share(std::string_view, const T&) {}
  template <class T>
  void flag(std::string_view, const T&) {}
  template <class T>
  void code(std::string_view, const T&) {}
  template <class T>
  void position(std::string_view, const T&, const Extra&) {}
};

}  // namespace samverka
