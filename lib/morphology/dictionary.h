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
#include "morphology/readings.h"

namespace protokol {

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
  Readings readings(std::string_view form) const;
  /// Whether `form` is nothing but a noun of a thing: «смета», but not «рабочая» or «директор».
  bool names_thing(std::string_view form) const;
  /// Readings of a form that the dictionary lacks, by its end: `form` its first `prefix_size` letters are
  /// known prefixes («тепло», «не»), or, before an end that many words have («-ский»), any letters; the rest
  /// is a known word, whose readings and lemmas these are. No readings where nothing fits.
  struct Guess {
    std::size_t prefix_size = 0;
    Readings readings;
  };
  Guess guess(std::string_view form) const;
  /// The readings of `form`, guessed where the dictionary lacks it.
  Readings likely_readings(std::string_view form) const;
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
  /// The same as it lies in the dictionary: stem and suffix.
  struct Pieces {
    std::string_view stem, suffix;
  };
  std::optional<Pieces> form_in_pieces(const Reading& like, Case wanted_case, Number wanted_number,
                                       Gender wanted_gender) const;

 private:
  Guess guess_by_end(std::string_view form) const;

  struct Impl;
  explicit Dictionary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace protokol
