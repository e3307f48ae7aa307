// For the tests of morphology: the dictionary, UTF-8 to and from the prepared alphabet.
#pragma once

#include <string>

#include "morphology/dictionary.h"

namespace protokol::test {

inline const Dictionary& dictionary() {
  static const Dictionary opened = Dictionary::open(PROTOKOL_DATA_DIR "/dictionary.bin");
  return opened;
}

/// Small and capital Russian letters and ASCII only.
inline std::string prepared(const std::string& utf8) {
  std::string result;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      result += utf8[i];
      continue;
    }
    const unsigned letter = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3Fu);
    const unsigned small = letter == 0x451 || letter == 0x401 ? 0x435
                           : letter < 0x430                   ? letter + 0x20
                                                              : letter;
    result += static_cast<char>(small - 0x430 + 0xE0);
  }
  return result;
}

inline std::string printed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0xE0) {
      result += c;
      continue;
    }
    const unsigned letter = byte - 0xE0u + 0x430u;
    result += static_cast<char>(0xC0 | letter >> 6);
    result += static_cast<char>(0x80 | (letter & 0x3F));
  }
  return result;
}

/// «noun genitive masculine singular animate»: the categories that a reading has.
inline std::string dump(const Reading& r) {
  static const char* const parts[] = {
      "noun", "adjective", "short_adjective", "participle",  "pronoun",     "numeral",     "infinitive",
      "verb", "converb",   "adverb",          "comparative", "preposition", "conjunction", "particle",
      "other"};
  static const char* const cases[] = {" nominative",   " genitive",      " dative", " accusative",
                                      " instrumental", " prepositional", ""};
  static const char* const genders[] = {" masculine", " feminine", " neuter", ""};
  static const char* const numbers[] = {" singular", " plural", ""};
  static const char* const animacies[] = {" animate", " inanimate", ""};
  static const char* const tenses[] = {" past", " present", " future", " imperative", ""};
  static const char* const voices[] = {" active", " passive", ""};
  return std::string(parts[static_cast<int>(r.part)]) + cases[static_cast<int>(r.grammatical_case)] +
         genders[static_cast<int>(r.gender)] + numbers[static_cast<int>(r.number)] +
         animacies[static_cast<int>(r.animacy)] + tenses[static_cast<int>(r.tense)] +
         voices[static_cast<int>(r.voice)];
}

}  // namespace protokol::test
