// What a decision does, by its operative verb.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

/// How firmly a wording tells its action.
enum class ActionStrength : std::uint8_t {
  decision,  ///< a verb of deciding: «утвердить», «поручается»
  task,  ///< an infinitive that asks for some work: under a lead-in «Рекомендовать …:» it is recommended
  noun,  ///< no verb: «Ремонт крыльца», «Секретарём – Петрову»; any lead-in's verb holds against it
};

struct FoundAction {
  Action action = Action::other;
  ActionStrength strength = ActionStrength::decision;
  bool act = false;  ///< complete in itself, unless somebody turns out to be charged with it
  std::string rule;  ///< the rule that knows the verb, or the reading in code («action.infinitive»)
  Span verb;         ///< tokens of the operative verb
};

/// Whether somebody is asked to do it: then «утвердить» and «назначить» are assign.
enum class Asked : std::uint8_t { nobody, somebody };

/// The action of one decision's wording. Nothing where the wording has no operative verb of its own, so that
/// a lead-in's action, or what the place suggests, may hold.
std::optional<FoundAction> find_action(const Passage& wording, Asked asked, const Language& language);

/// Whether a verb of deciding or of work stands in the wording: a noun alone may as well be a title.
bool has_operative_verb(const Passage& wording, Asked asked, const Language& language);

/// The action of a leaf, given what its lead-in («Рекомендовать главам:», «Утвердить:») and the leaf itself
/// say: a lead-in that recommends or requests, or any before a wording without a verb, holds.
Action action_of_leaf(const std::optional<FoundAction>& lead_in, const std::optional<FoundAction>& leaf);

/// For tests: «approve decision «утвердить»»; empty where there is none.
std::string dump(const std::optional<FoundAction>& action, const Passage& passage);

/// The acts of running text under a decision heading: sentences and sides of a «;» that have an operative
/// verb of their own begin one; what has none joins the one before. Covers the whole passage, in order.
std::vector<Span> split_acts(const Passage& passage, const Language& language);

}  // namespace protokol
