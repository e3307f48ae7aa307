// The grammatical categories of Russian that the parser asks about.
#pragma once

#include <cstdint>

namespace protokol {

enum class PartOfSpeech : std::uint8_t {
  noun,
  adjective,
  short_adjective,
  participle,
  pronoun,
  numeral,
  infinitive,
  verb /* finite */,
  converb /* деепричастие */,
  adverb,
  comparative,
  preposition,
  conjunction,
  particle,
  other,
};
enum class Case : std::uint8_t {
  nominative,
  genitive,
  dative,
  accusative,
  instrumental,
  prepositional,
  none
};
enum class Gender : std::uint8_t { masculine, feminine, neuter, none };
enum class Number : std::uint8_t { singular, plural, none };
enum class Animacy : std::uint8_t { animate, inanimate, none };
enum class Tense : std::uint8_t { past, present, future, imperative, none };
enum class Voice : std::uint8_t { active, passive, none };  // of participles, full and short

}  // namespace protokol
