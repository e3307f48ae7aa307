// The Russian dictionary: which readings has a form, which forms has a lemma.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/grammemes.h"

namespace protokol {

/// What one form may be.
struct Reading {
  std::uint32_t lemma = 0;  ///< equal for forms of one word
  PartOfSpeech part = PartOfSpeech::other;
  Case grammatical_case = Case::none;  ///< of a preposition: the case it governs
  Gender gender = Gender::none;
  Number number = Number::none;
  Animacy animacy = Animacy::none;  ///< of nouns; of accusative adjectives: what they agree with
  Tense tense = Tense::none;
  Voice voice = Voice::none;  ///< of participles; a short participle is a short_adjective with a voice

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// The packed dictionary, mapped read-only. Words are in the prepared alphabet (text/prepared.h:
/// windows-1251 small letters, е for ё), one word without hyphens.
class Dictionary {
 public:
  /// Maps a file that the build packed. Throws LoadError where it is missing or damaged.
  static Dictionary open(const std::filesystem::path& file);

  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;
  ~Dictionary();

  /// Bytes that tell this dictionary from others: the sizes of all that it is made of.
  std::string_view fingerprint() const;

  bool knows(std::string_view form) const;
  /// Every reading of `form`; empty where the dictionary lacks it.
  std::vector<Reading> readings(std::string_view form) const;
  /// Readings of a form that the dictionary lacks, by its end: `form` its first `prefix_size` letters are
  /// known prefixes («тепло», «не»), or, before an end that many words have («-ский»), any letters; the rest
  /// is a known word, whose readings and lemmas these are. No readings where nothing fits.
  struct Guess {
    std::size_t prefix_size = 0;
    std::vector<Reading> readings;
  };
  Guess guess(std::string_view form) const;
  /// The lemma's dictionary form (nominative, infinitive …).
  std::string base_form(std::uint32_t lemma) const;
  /// Every form of the lemma with its reading.
  struct Form {
    std::string text;
    Reading reading;
  };
  std::vector<Form> forms(std::uint32_t lemma) const;
  /// The form of `like`'s lemma and part of speech that has these categories; categories given as `none` are
  /// free. For adjectives and participles: gender is ignored in the plural.
  std::optional<std::string> form(const Reading& like, Case wanted_case, Number wanted_number,
                                  Gender wanted_gender) const;

 private:
  Guess guess_by_end(std::string_view form) const;

  struct Impl;
  explicit Dictionary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace protokol
