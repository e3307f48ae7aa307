// What stands around a time phrase in a decision's wording: its sentence, brackets, quotes, verbs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "morphology/dictionary.h"
#include "text/tokens.h"

namespace protokol {

/// The sentences of one decision. `taken`: tokens that count as not there; `phrases`: time phrases, by place,
/// in which a full stop ends nothing.
class Sentences {
 public:
  Sentences(const TokenText& text, std::string_view document_text, Span range, const std::vector<Span>& taken,
            const std::vector<Span>& phrases);

  /// Tokens at which a sentence or a side of a «;» has ended, in order; the last is the range's end.
  const std::vector<std::uint32_t>& clause_ends() const { return clause_ends_; }
  /// The side of a «;» or sentence that `token` lies in.
  Span around(std::uint32_t token) const;
  /// Does a separator, a bracket or the sentence's start stand before `token`?
  bool opens(std::uint32_t token) const;
  /// Does nothing but signs and taken tokens stand from `token` to the end of its sentence?
  bool closes(std::uint32_t token) const;
  bool ends_clause(std::uint32_t token) const;
  bool in_bracket(std::uint32_t token) const;
  bool is_quoted(std::uint32_t token) const;
  bool is_taken(std::uint32_t token) const;
  /// Where the bracket, the side of a «;» or the sentence that `token` lies in ends, or where taken tokens
  /// begin; in text without end, somewhere.
  std::uint32_t piece_end(std::uint32_t token) const;
  /// Is a piece that ends at `token` the last thing in its bracket or sentence?
  bool closes_piece(std::uint32_t token) const;
  /// What stands behind the last separator of every sentence and bracket, without signs around it.
  std::vector<Span> tails() const;
  /// `phrase` with what goes with it: the brackets that hold nothing else, the separator before it, and,
  /// where it closes the sentence, the full stop, unless a sentence of other words keeps it.
  Span with_separators(Span phrase, bool closing) const;

 private:
  void find_ends(const std::vector<Span>& phrases);
  void mark_states(const std::vector<Span>& taken);
  bool is_separator(std::uint32_t token) const;
  bool starts_sentence(std::uint32_t token) const;
  bool has_state(std::uint32_t token, std::uint8_t state) const;

  const TokenText& text_;
  std::string_view document_text_;
  Span range_;
  std::vector<std::uint8_t> states_;  ///< by token of the range: taken, in a bracket, in quotes
  std::vector<std::uint32_t>
      next_solid_;  ///< by token: the first from it on that is neither taken nor a mere sign
  std::vector<std::uint32_t>
      ends_;  ///< tokens at which a sentence has ended, in order; the last is range_.to
  std::vector<std::uint32_t> clause_ends_;  ///< the same with every «;»
};

/// The dictionary asked about tokens; no token and no word is nothing.
class SentenceWords {
 public:
  SentenceWords(const TokenText& text, const Dictionary& dictionary) : text_(text), dictionary_(dictionary) {}

  /// A verb of the present or future that can be nothing else.
  bool is_only_finite(std::uint32_t token) const;
  bool is_infinitive(std::uint32_t token) const;
  bool is_participle(std::uint32_t token) const;
  bool is_preposition(std::uint32_t token) const;
  bool is_conjunction(std::uint32_t token) const;
  /// «(после утверждения сметы) главному бухгалтеру перечислить …»: somebody in the dative right before the
  /// verb.
  bool is_actor_before_verb(std::uint32_t token) const;
  /// «(праздник) осени», «(план) мая»: a noun's attribute, a noun in the singular that can be nothing else.
  bool is_attribute(std::uint32_t token) const;
  /// A noun that may be subject or object, and else only a receiver.
  bool is_direct_noun(std::uint32_t token) const;
  /// Does a participle stand right before `token`, one that is no noun («с избранными»)?
  bool participle_before(std::uint32_t token, Span range) const;
  /// The infinitive nearest before `phrase` in `sentence`, or else the first one after it.
  std::optional<std::uint32_t> verb_of(Span phrase, Span sentence) const;
  bool verb_before(std::uint32_t token, Span sentence) const;
  /// Does `phrase` lie in a clause that tells what is or will be: «…, который пройдёт | 15 мая»?
  bool in_finite_clause(Span phrase, Span sentence) const;

 private:
  bool is_finite(std::uint32_t token) const;
  bool reads_as(std::uint32_t token, PartOfSpeech part) const;
  const std::vector<std::uint32_t>& infinitives_in(Span sentence) const;

  const TokenText& text_;
  const Dictionary& dictionary_;
  mutable Span sentence_;  ///< the one asked last, with its infinitives
  mutable std::vector<std::uint32_t> infinitives_;
};

}  // namespace protokol
