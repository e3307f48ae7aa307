// The layout of the packed dictionary file: what the packer writes and `Dictionary` maps.
//
// A word is stem + suffix. The stem leads to its classes, a class lists the suffixes it takes and
// what each makes of the word; one stem with one class is a lemma. Sections, in this order after
// the header, each at a multiple of four bytes:
//
//   readings    PackedReading     what a form may be; an entry of a class names one by its index
//   classes     u32[class + 1]    first entry of each class in `entries`
//   entries     Entry             of one class: ordered by suffix, then reading
//   suffixes    u32[suffix + 1]   first letter of each suffix in `letters`
//   suffix_slots u16              hash table: index of a suffix + 1, or 0
//   stem_slots  u32               hash table: offset in `stems` + 1 in the low 24 bits, the hash's top byte
//   above; or 0 prefixes    bytes             the prefixes that `guess` may take off, each ended by a zero;
//                                 behind a hyphen the base form of an end that it knows
//   letters     bytes             all suffixes, one after another
//   stems       bytes             records: class numbers (u16, the last one with `last_class` set), length
//   (u8), letters
//
// A lemma's number is the offset of its class number in `stems`. Both hash tables are probed
// linearly and have a power of two of slots. Numbers are little-endian.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "morphology/dictionary.h"

namespace protokol::packed {

inline constexpr std::array<char, 8> magic = {'p', 'r', 't', 'k', 'd', 'i', 'c', '2'};
inline constexpr std::uint16_t last_class = 0x8000;

enum Section : std::uint32_t {
  readings,
  classes,
  entries,
  suffixes,
  suffix_slots,
  stem_slots,
  prefixes,
  letters,
  stems,
  section_count,
};

struct Header {
  std::array<char, 8> magic;
  std::array<std::uint32_t, section_count + 1> starts;  ///< byte offsets; the last one is the file's size
};

struct Entry {
  std::uint16_t suffix;
  std::uint16_t reading;
};

/// A Reading without its lemma.
struct PackedReading {
  std::uint8_t part, grammatical_case, gender, number, animacy, tense, voice, unused;
};

/// One step of the hash of stems (from the first letter on) and of suffixes (from the last letter back).
inline constexpr std::uint32_t hash_start = 2166136261u;
constexpr std::uint32_t hash_step(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<std::uint8_t>(letter)) * 16777619u;
}
constexpr std::uint32_t hash_end(std::uint32_t hash) {
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ (hash >> 13);
}

/// How well a form serves as the lemma's dictionary form; the smallest one is it.
constexpr int base_rank(const Reading& reading) {
  switch (reading.part) {
    case PartOfSpeech::infinitive:
      return 0;
    case PartOfSpeech::verb:
      return 40;
    case PartOfSpeech::converb:
      return 50;
    case PartOfSpeech::participle:
      return 60 + static_cast<int>(reading.grammatical_case);
    case PartOfSpeech::comparative:
      return 41;
    default:
      break;
  }
  int rank = reading.part == PartOfSpeech::short_adjective ? 20 : 0;
  if (reading.voice != Voice::none) rank += 50;
  if (reading.grammatical_case != Case::nominative && reading.grammatical_case != Case::none) rank += 8;
  if (reading.number == Number::plural) rank += 4;
  if (reading.gender != Gender::masculine) rank += 1;
  return rank;
}

}  // namespace protokol::packed
