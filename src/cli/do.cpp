// samverka do: edits by name, into a new file.
#include "app/edit_action.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"

namespace samverka {
namespace {

std::string listed_actions(const Texts& texts) {
  std::string out;
  for (const ActionForm& form : action_forms()) {
    out += std::string(form.name) + " " + form.takes + "\n    " + texts.tr(form.about) + "\n";
  }
  return out;
}

struct DoneAction {
  std::string action;
  std::size_t taken_along = 0;
  std::vector<std::string> clashes;
  std::vector<Key> joined;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + displayable(word);
  return out;
}

std::string done_text(const std::vector<DoneAction>& all, const Texts& texts) {
  std::string out;
  for (const DoneAction& done : all) {
    out += texts.tr("edit.done", {{"action", displayable(done.action)}}) + "\n";
    if (done.taken_along > 0) {
      out += "  " + texts.plural("edit.taken_along", static_cast<long long>(done.taken_along)) + "\n";
    }
    if (!done.clashes.empty()) out += "  " + texts.tr("edit.clashes", {{"which", joined(done.clashes)}}) + "\n";
    if (!done.joined.empty()) out += "  " + texts.tr("edit.joined", {{"which", joined(done.joined)}}) + "\n";
  }
  return out;
}

std::string done_json(const std::vector<DoneAction>& all) {
  JsonText json;
  json.begin_object().key("actions").begin_list();
  for (const DoneAction& done : all) {
    json.begin_object().key("action").text(done.action).key("taken_along").number(done.taken_along);
    json.key("clashes").begin_list();
    for (const std::string& clash : done.clashes) json.text(clash);
    json.end_list().key("joined").begin_list();
    for (const Key& key : done.joined) json.text(key);
    json.end_list().end_object();
  }
  return std::move(json.end_list().end_object()).finished();
}

}  // namespace

Exit run_do(Terminal& terminal, const Words& words) {
  if (words.firsts.empty()) return terminal.print(listed_actions(terminal.texts()));
  const std::string* output = words.find("--output");
  if (!output) return terminal.tell(wrong_use({"usage.no_output_file", {{"command", "do"}, {"takes", "OUT.json"}}}));
  if (*output != "-" && is_same_file(*output, words.files.front())) {
    return terminal.tell(wrong_use({"usage.output_is_input", {{"file", *output}}}));
  }
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  Network network = *file->network();
  std::vector<DoneAction> all;
  for (const std::string& action : words.firsts) {
    Result<Edited> edited = perform(network, terminal.assets().taxonomy, action);
    if (!edited) return terminal.tell(edited.problem());
    for (const Problem& problem : edited->problems) terminal.tell(problem);
    // All of them or none: half of them would be another network than the one that was asked for.
    if (!edited->is_done) {
      terminal.note(terminal.texts().tr("edit.refused", {{"action", displayable(action)}}));
      return edited->problems.empty() ? Exit::findings : worse(Exit::findings, edited->problems.front().exit);
    }
    network = std::move(edited->network);
    all.push_back({action, edited->taken_along, std::move(edited->clashes), std::move(edited->joined)});
  }
  const auto written = save_file(*output, write_network(network));
  if (!written) return terminal.tell(written.problem());
  const std::string told = words.has("--json") ? done_json(all) : done_text(all, terminal.texts());
  if (*output != "-") return worse(file->exit, terminal.print(told));
  terminal.note(told);
  return file->exit;
}

}  // namespace samverka
