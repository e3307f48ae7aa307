// Noun phrases: which case do they stand in, and how are they called in the nominative.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "morphology/case_set.h"
#include "morphology/dictionary.h"

namespace protokol {

/// One token of a phrase: a word, a number or a sign; hyphenated compounds are word, sign, word.
struct PhraseToken {
  std::string_view printed;   ///< as it stands in the source, UTF-8
  std::string_view prepared;  ///< in the prepared alphabet (text/prepared.h)
  bool space_before = false;
};

/// Rows of a rule file's table.
using Rows = std::vector<std::vector<std::string>>;

/// The ending of a row in one case, its last letters packed: comparing them with a word's end is one
/// comparison.
struct CaseEnding {
  std::uint64_t letters = 0;  ///< the last letter in the lowest byte
  std::uint64_t mask = 0;     ///< of the bytes in use
  std::uint16_t row = 0;
  std::uint8_t size = 0;        ///< letters
  bool makes_syllable = false;  ///< the stem may be without a vowel: the nominative's ending brings one
  bool whole_word = false;  ///< no ending, but a surname: «полевой», which «Тополевой» is not of

  static constexpr std::size_t packed = sizeof letters;  ///< only the last so many letters are
};

/// Rows of endings by case, found by the last letter of a word: names are tried in many cases.
struct EndingRows {
  Rows rows;
  /// For each case and last letter (0: no ending) the endings that have it, the longest first.
  std::array<std::array<std::vector<CaseEnding>, 256>, 6> by_letter;
};

/// The tables that inflection is guided by; the comments in grammars/склонение.rules tell what each holds.
struct InflectionTables {
  EndingRows surnames_masculine, surnames_feminine;
  Rows surnames_fixed;
  /// The cells of surnames_fixed by their last letter.
  std::array<std::vector<std::string>, 256> fixed_by_letter;
  Rows first_names_masculine, first_names_feminine, first_name_endings;
  /// By case and last letter of a word: the rows of first_name_endings that it may have, in their order.
  std::array<std::array<std::vector<std::uint16_t>, 256>, 6> first_name_rows;
  /// From the lists of first names: the name, or the stem of its other cases, leads to the name.
  std::unordered_map<std::string, std::string> masculine_names, feminine_names;
  std::bitset<65536> name_starts;  ///< the first two letters of these names and stems
  EndingRows patronymics_masculine, patronymics_feminine;
  Rows head_abbreviations;  ///< «зам», «и.о»: they are the head, a genitive follows
  /// False where no form of a first name begins as the word does.
  bool may_begin_name(std::string_view word) const {
    return word.size() <= shortest_told || name_starts[start_of(word)];
  }
  static std::size_t start_of(std::string_view word) {
    return static_cast<unsigned char>(word[0]) * 256U + static_cast<unsigned char>(word[1]);
  }
  static constexpr std::size_t shortest_told =
      4;  ///< the second letter of a shorter word may be of its ending

  Rows object_participles;  ///< «исполнять»: what follows its participle is an object, not a head
};

/// Collects the tables; `table` gives a table by the name it has in the rule files, or nullptr.
/// Their text is recoded into the prepared alphabet.
InflectionTables read_inflection_tables(const std::function<const Rows*(std::string_view name)>& table);

/// The cases that the head of the phrase may stand in, judged by the agreement of its first words. Empty
/// where the head is no inflected word: an abbreviation, a name.
CaseSet phrase_case(const Dictionary& dictionary, const InflectionTables& tables,
                    std::span<const PhraseToken> phrase);

/// The phrase in the nominative, its number kept: only the head and what agrees with it change
/// («Руководителям образовательных организаций» → «Руководители образовательных организаций»).
/// `assumed` is the case that the phrase seems to stand in, or Case::none; where the phrase cannot, the
/// likeliest of phrase_case is taken: nominative before dative before the others.
std::string to_nominative(const Dictionary& dictionary, const InflectionTables& tables,
                          std::span<const PhraseToken> phrase, Case assumed);

}  // namespace protokol
