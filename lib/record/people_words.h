// What the rule files' tables say of words that stand beside people: posts, bodies, abbreviations.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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
  numbered,              ///< «5 класса», «1 разряда»: a number before it belongs to it
  circumstances,         ///< «по итогам»: after a preposition they begin something else
  reports,               ///< «сообщение»: whose, stands in the genitive behind it
  joint,                 ///< «совместно»
  relatives,             ///< «который»: a clause begins
  heading,               ///< «заведующий»: what is headed stands in the instrumental
  see_endings,           ///< «Ивдинский»: of the word that names a bishop's see
  conjunctions,
};

/// Looked up by any form of a word, in the prepared alphabet; of abbreviations without the last full stop.
class PeopleWords {
 public:
  /// Reads the tables `people.posts` and so on; the dictionary gives the other forms.
  static PeopleWords read(const Grammar& grammar, const Dictionary& dictionary);

  bool in(PeopleTable table, std::string_view word) const;
  bool has_surname_ending(std::string_view word) const;
  /// The case that a surname ends in which can be no nominative: «Кардановым»; Case::none for others.
  Case plain_case(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> tables_;  ///< a bit a table
  std::vector<std::string> surname_endings_;
  std::vector<std::pair<std::string, Case>> plain_endings_;
};

}  // namespace protokol
