// The operative verbs of running text, sentence by sentence. For actions.cc and acts.cc only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/actions.h"

namespace protokol {

/// A verb, or what stands for one, that may tell what a sentence decides.
struct OperativeVerb {
  ActionStrength strength = ActionStrength::task;
  Action action = Action::assign;
  bool act = false;   ///< complete in itself: other, or assign where somebody is asked
  bool weak = false;  ///< gives way to a deciding verb behind it
  bool proposed = false;  ///< follows «предложение» or «просьба», which an infinitive may explain
  bool negated = false;
  bool joined = false;  ///< a comma or a conjunction stands before it
  std::uint32_t rule = 0;
  Span tokens;
};

/// A sentence or a side of a «;».
struct VerbSentence {
  Span tokens;
  std::vector<OperativeVerb> verbs;  ///< of its main clause, in order
  bool control = false;              ///< its whole sense is who controls
  bool labelled = false;  ///< opens with «Отв.», «Срок»: adds to what was decided before
};

/// The sentences of `passage`, which they cover, in order. `taken`: tokens, in order, that other readings
/// have claimed; `phrases`: time phrases, in order, in which a full stop ends nothing.
std::vector<VerbSentence> verb_sentences(const Passage& passage, const std::vector<Span>& taken,
                                         const std::vector<Span>& phrases, const Language& language);

/// The verb that tells what the sentence decides.
const OperativeVerb* main_verb(const VerbSentence& sentence);

}  // namespace protokol
