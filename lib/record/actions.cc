// What a decision does, by the verb that tells it.
#include "record/actions.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "record/operative_verbs.h"

namespace protokol {

namespace {

/// «Утвердить», «назначить», asked of somebody, are work like any other.
Action action_asked(const OperativeVerb& verb, Asked asked) {
  if (asked == Asked::nobody) return verb.action;
  using enum Action;
  bool work = verb.act || verb.action == approve || verb.action == elect || verb.action == appoint;
  return work ? assign : verb.action;
}

std::string_view name_of(Action action) {
  constexpr std::array<std::string_view, 12> names{"assign",  "recommend", "request", "note",
                                                   "approve", "elect",     "appoint", "reject",
                                                   "close",   "extend",    "control", "other"};
  return names[static_cast<std::size_t>(action)];
}

std::string_view name_of(ActionStrength strength) {
  constexpr std::array<std::string_view, 3> names{"decision", "task", "noun"};
  return names[static_cast<std::size_t>(strength)];
}

}  // namespace

std::optional<FoundAction> find_action(const Passage& wording, Asked asked, const Language& language) {
  for (const VerbSentence& sentence : verb_sentences(wording, {}, {}, language)) {
    const OperativeVerb* verb = main_verb(sentence);
    if (!verb && !sentence.control) continue;
    FoundAction found;
    if (sentence.control) {
      found.action = Action::control;
      found.rule = "action.control";
      found.verb = verb ? verb->tokens : Span{sentence.tokens.from, sentence.tokens.from + 1};
    } else {
      found.action = action_asked(*verb, asked);
      found.strength = verb->strength;
      found.act = verb->act;
      found.rule = language.grammar.rule_name(verb->rule);
      found.verb = verb->tokens;
    }
    return found;
  }
  return std::nullopt;
}

bool has_operative_verb(const Passage& wording, Asked asked, const Language& language) {
  const auto action = find_action(wording, asked, language);
  return action && action->strength != ActionStrength::noun;
}

Action action_of_leaf(const std::optional<FoundAction>& lead_in, const std::optional<FoundAction>& leaf) {
  using enum Action;
  if (!leaf) return lead_in ? lead_in->action : assign;
  if (!lead_in) return leaf->action;
  bool passes_on = lead_in->action == recommend || lead_in->action == request;
  bool own = leaf->action == recommend || leaf->action == request || leaf->action == control;
  if (leaf->strength == ActionStrength::noun || (passes_on && !own)) return lead_in->action;
  return leaf->action;
}

std::string dump(const std::optional<FoundAction>& action, const Passage& passage) {
  if (!action) return {};
  return fmt::format("{} {} «{}»", name_of(action->action), name_of(action->strength),
                     wording(passage.within(action->verb)));
}

}  // namespace protokol
