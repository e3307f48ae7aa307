// What the rule files' tables say of words that stand beside people: posts, bodies, abbreviations.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/word_table.h"
#include "grammar/grammar.h"
#include "morphology/dictionary.h"

namespace protokol {

/// The tables that a word may stand in; the comments in the rule file tell what each holds.
enum class PeopleTable : std::uint8_t {
  posts,
  clergy,
  feminine,
  masculine,
  bodies,
  modifiers,      ///< «гл.», «ст.»: the head follows
  abbreviations,  ///< «нач.», «и.о.», «к.т.н.»: a head themselves
  bare_abbreviations,
  name_particles,        ///< «оглы»
  plural_abbreviations,  ///< «рук-ли»
  labels,                ///< «докладчик»: nobody's role
  counted,               ///< «чел.»
  sides,                 ///< «от»
  places,                ///< «г.», «поселок»: the name of a place follows
  memorials,             ///< «ул.», «имени»: a name follows of someone who does nothing here
  prepositions,          ///< may go on in the name of a post or body
  free_prepositions,     ///< «по», «при»: whatever follows
  hosted_prepositions,   ///< «при»: a body, a post or a name follows, else a circumstance
  numbered,              ///< «5 класса», «1 разряда»: a number before it belongs to it
  circumstances,         ///< «по итогам»: after a preposition they begin something else
  reports,               ///< «сообщение»: whose, stands in the genitive behind it
  joint,                 ///< «совместно»
  relatives,             ///< «который»: a clause begins
  heading,               ///< «заведующий»: what is headed stands in the instrumental
  thing_endings,  ///< «предложение»: of the word for a deed or a quality, which is no surname
  see_endings,    ///< «Ивдинский»: of the word that names a bishop's see
  conjunctions,
};

/// Looked up by any form of a word, in the prepared alphabet; of abbreviations without the last full stop.
class PeopleWords {
 public:
  /// Reads the tables `people.posts` and so on; the dictionary gives the other forms. What `pack` has given
  /// along with the grammar need not be read again.
  static PeopleWords read(const Grammar& grammar, const Dictionary& dictionary);
  /// The words with all their forms, as bytes.
  std::string pack() const;

  bool in(PeopleTable table, std::string_view word) const { return (tables_of(word) & bit(table)) != 0; }
  bool in_any(std::initializer_list<PeopleTable> tables, std::string_view word) const;
  /// Every table that the word stands in: a bit a table.
  std::uint32_t tables_of(std::string_view word) const {
    const auto number = words_.find(word);
    return number ? tables_[*number] : 0;
  }
  static std::uint32_t bit(PeopleTable table) { return 1U << static_cast<unsigned>(table); }
  bool has_surname_ending(std::string_view word) const;
  /// The case that a surname ends in which can be no nominative: «Кардановым»; Case::none for others.
  Case plain_case(std::string_view word) const;

 private:
  static PeopleWords read_words(const Grammar& grammar, const Dictionary& dictionary);
  /// Nothing where the bytes are none that `pack` gave.
  static std::optional<PeopleWords> unpack(std::string_view bytes);
  void read_endings(const Grammar& grammar);
  template <typename Stream>
  void transfer_words(Stream& stream) {
    stream(words_), stream(tables_);
  }

  WordTable words_;
  std::vector<std::uint32_t> tables_;                          ///< by word: a bit a table
  std::array<std::vector<std::string>, 256> surname_endings_;  ///< by last letter, as the next
  std::array<std::vector<std::pair<std::string, Case>>, 256> plain_endings_;
};

}  // namespace protokol
