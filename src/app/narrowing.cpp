#include "app/narrowing.h"

#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t shown_graphemes = 60;

}  // namespace

Narrowing narrowing_of(const NetworkIndex& index, const std::vector<Key>& hidden, const Focus& focus) {
  Narrowing narrowing;
  const auto sort_into = [&](const Key& key, std::vector<ActorId>& actors, std::vector<AgreementId>& agreements) {
    if (const ActorId actor = index.actor(key); actor.is_set()) {
      actors.push_back(actor);
    } else if (const AgreementId agreement = index.agreement(key); agreement.is_set()) {
      agreements.push_back(agreement);
    }
  };
  for (const Key& key : hidden) sort_into(key, narrowing.hidden_actors, narrowing.hidden_agreements);
  for (const Key& key : focus.of) sort_into(key, narrowing.focus.actors, narrowing.focus.agreements);
  narrowing.steps = focus.steps;
  return narrowing;
}

std::string name_of(const Network& network, const NetworkIndex& index, const Key& key) {
  std::string name;
  if (const ActorId actor = index.actor(key); actor.is_set()) {
    name = network.actor(actor).name;
  } else if (const AgreementId agreement = index.agreement(key); agreement.is_set()) {
    name = network.agreement(agreement).title;
  }
  return displayable(shortened(name, shown_graphemes));
}

std::string focus_in_words(const Network& network, const NetworkIndex& index, const Texts& texts, const Focus& focus) {
  if (focus.of.empty()) return {};
  const std::string around = focus.of.size() == 1
                                 ? name_of(network, index, focus.of.front())
                                 : texts.plural("focus.several", static_cast<long long>(focus.of.size()));
  return texts.plural("focus.around", focus.steps, {{"who", around}});
}

std::string narrowing_in_words(const Network& network, const NetworkIndex& index, const Texts& texts,
                               const std::vector<Key>& hidden, const Focus& focus) {
  std::string words;
  if (!focus.of.empty()) words += " · " + focus_in_words(network, index, texts, focus);
  if (!hidden.empty()) words += " · " + texts.plural("hidden.by_hand", static_cast<long long>(hidden.size()));
  return words;
}

}  // namespace samverka
