#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/session.h"
#include "model/rules.h"

namespace samverka {

// The norms that hold for the open network: those that come with the program, or a planner's own file, which is
// remembered for each network (ViewState::own_rules). A file that is wrong changes nothing: a notice says what and
// where, and the norms before it stay.
class NormChoice {
 public:
  // Follows what is chosen and which network is open. Call once a frame before rules() is asked for.
  void renew(Session& session);
  // From the next renew() on, which reads the file anew even if it is the chosen one; an empty path chooses the norms
  // that come with the program.
  void choose(Session& session, const std::string& path);

  const std::shared_ptr<const RuleSet>& rules() const { return rules_; }  // null before renew()
  const std::string& file() const { return file_; }                       // of rules(); empty: the program's own

 private:
  void read(Session& session, bool is_same_network);

  std::shared_ptr<const RuleSet> rules_;
  std::string file_;
  std::optional<Key> network_;        // that they hold for
  std::optional<std::string> asked_;  // the file that was last tried
};

}  // namespace samverka
