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

bool is_number(const TokenText& text, std::uint32_t token) {
  return text.tokens[token].kind == TokenKind::number;
}

/// Where the number of the sentence at `from` begins: «… план. 2. Назначить …». After a short word it is what
/// an abbreviation counts («п. 5. Назначить …»).
std::uint32_t with_number(const Passage& passage, std::uint32_t from) {
  constexpr std::size_t longest_abbreviation = 3;
  const TokenText& text = *passage.text;
  std::uint32_t start = from;
  while (start > passage.tokens.from && (is_sign(text, start - 1, ".);") || is_number(text, start - 1)))
    --start;
  bool after_word = start > passage.tokens.from && is_word(text, start - 1) &&
                    text.at(start - 1).size() <= longest_abbreviation;
  while (start < from && !is_number(text, start)) ++start;
  bool own = start > passage.tokens.from && is_sign(text, start - 1, ".);");
  return own && !after_word ? start : from;
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
  acts.push_back(passage.tokens);
  bool begun = false;
  for (const VerbSentence& sentence :
       verb_sentences(passage, vote_phrases(passage, language), time_phrases(passage, language), language)) {
    if (begun && begins_act(sentence)) {
      acts.back().to = with_number(passage, sentence.tokens.from);
      acts.push_back({acts.back().to, passage.tokens.to});
    }
    begun = begun || main_verb(sentence);
  }
  return acts;
}

}  // namespace protokol
