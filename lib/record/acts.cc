// Running text cut into acts.
#include <vector>

#include "record/actions.h"
#include "record/deadline_marks.h"
#include "record/operative_verbs.h"
#include "record/votes.h"

namespace protokol {

namespace {

std::vector<Span> time_phrases(const Passage& passage, const Language& language) {
  std::vector<Span> spans;
  for (const Mark& mark : sentence_marks(*passage.text, passage.tokens, language.grammar)) {
    if (role_of(mark) != DeadlineRole::governor) spans.push_back(mark.tokens);
  }
  return spans;
}

std::vector<Span> vote_phrases(const Passage& passage, const Language& language) {
  std::vector<Span> spans;
  for (const FoundVote& vote : find_votes(passage, language)) spans.push_back(vote.tokens);
  return spans;
}

bool begins_act(const VerbSentence& sentence) {
  if (sentence.labelled || sentence.control) return false;
  const OperativeVerb* verb = main_verb(sentence);
  return verb && verb->strength != ActionStrength::noun;
}

}  // namespace

std::vector<Span> split_acts(const Passage& passage, const Language& language) {
  std::vector<Span> acts;
  if (passage.empty()) return acts;
  acts.push_back({passage.tokens.from, passage.tokens.to});
  bool begun = false;
  for (const VerbSentence& sentence : verb_sentences(passage, vote_phrases(passage, language),
                                                     time_phrases(passage, language), language)) {
    if (!begins_act(sentence)) continue;
    if (begun) {
      acts.back().to = sentence.tokens.from;
      acts.push_back({sentence.tokens.from, passage.tokens.to});
    }
    begun = true;
  }
  return acts;
}

}  // namespace protokol
