// Phrases that name a post or a body: of which kind they are, their case, their nominative.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

enum class PhraseKind : std::uint8_t {
  none,   ///< begins with a verb, a preposition …
  post,   ///< one person
  posts,  ///< several people
  body,
};

struct PhraseReading {
  PhraseKind kind = PhraseKind::none;
  bool listed = false;     ///< its head stands in the tables, or letters or quotes show an organisation
  std::uint32_t head = 0;  ///< token
  Case stands_in = Case::none;
  Gender gender = Gender::none;  ///< of the person where the word tells it
};

/// Reads phrases of one passage. Spans are of tokens.
class PartyPhrases {
 public:
  PartyPhrases(const Passage& passage, const Language& language);

  PhraseReading read(Span phrase, Case assumed) const;
  CaseSet cases(Span phrase) const;
  /// Those in which it names one person: «директора» is no nominative.
  CaseSet cases_of_one(Span phrase) const;
  std::string nominative(Span phrase, Case stands_in) const;
  /// «Классным руководителям» → «Классный руководитель».
  std::string nominative_of_one(Span phrase, Case stands_in) const;

  bool in(PeopleTable table, std::uint32_t token) const;
  /// Behind the abbreviation that begins at `token` («зам.», «и.о.», a bare «врио»); `token` where none does.
  std::uint32_t abbreviation_end(std::uint32_t token) const;
  /// The letters of an abbreviation without its last full stop: «и.о».
  std::string letters(Span abbreviation) const;
  bool is_post_abbreviation(Span abbreviation) const;
  /// Capital letters for an organisation: «МКУ», «ПЭО».
  bool is_acronym(std::uint32_t token) const;
  bool is_verb(std::uint32_t token) const;      ///< finite, and nothing nominal
  bool is_relative(std::uint32_t token) const;  ///< «который»
  /// «учебно» of «учебно-методический»: a word that takes no endings, joined to one that does.
  bool is_compound_prefix(std::uint32_t token) const;
  bool is_participle(std::uint32_t token) const;
  bool is_known(std::uint32_t token) const { return look_up(token).known; }  ///< to the dictionary
  /// The cases that the preposition or the report («сообщение», «доклад») at `token` governs.
  std::vector<Case> governed_by(std::uint32_t token) const;
  bool reads_as(std::uint32_t token, PartOfSpeech part) const;
  bool may_stand_in(std::uint32_t token, Case wanted) const;
  /// Behind the quotation that begins at `token`; `token` where none does.
  std::uint32_t quote_end(std::uint32_t token) const;
  /// Does a full stop at `token` belong to an abbreviation?
  bool is_abbreviating_stop(std::uint32_t token) const;

 private:
  struct WordReadings {
    std::uint32_t token = UINT32_MAX;
    bool known = false;            ///< to the dictionary, not guessed
    std::uint8_t prefix_size = 0;  ///< of a guessed one: bytes before the word that the dictionary has
    Readings all;
  };
  const WordReadings& look_up(std::uint32_t token) const;
  std::uint32_t tables_of(std::uint32_t token) const;  ///< PeopleWords::tables_of, remembered
  const Readings& readings(std::uint32_t token) const { return look_up(token).all; }
  std::uint32_t tables_of_rest(std::uint32_t token) const;
  bool is_shortened(std::uint32_t token) const;
  std::optional<PhraseReading> organisation(std::uint32_t token, Span phrase, Case assumed) const;
  PhraseKind kind_behind(std::uint32_t token, Span phrase) const;
  PhraseReading by_word(std::uint32_t token, Span phrase, Case assumed) const;
  bool only_genitive(std::uint32_t token) const;
  bool takes_object(std::uint32_t token) const;  ///< «заведующая», «исполняющий»
  bool continues(std::uint32_t token, Span phrase, Case assumed) const;

  const Passage passage_;
  const TokenText& text_;
  const Language& language_;
  bool shouted_ = false;
  std::vector<Span> quotes_;
  // What was looked up last, by the token's low bits: the same few words are asked about again and again.
  mutable std::array<WordReadings, 8> words_;
  struct WordTables {
    std::uint32_t token = UINT32_MAX;
    std::uint32_t tables = 0;
  };
  mutable std::array<WordTables, 16> tables_;
  mutable std::array<std::pair<Span, CaseSet>, 8> cases_;
};

}  // namespace protokol
