// A noun phrase cut into units: the first step of inflection. For inflection.cc only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/dictionary.h"
#include "morphology/inflection.h"

namespace protokol::phrase {

enum class UnitKind : std::uint8_t {
  word,          ///< a word or a hyphenated compound
  abbreviation,  ///< letters with a full stop
  head_abbreviation,
  name,  ///< what stands in quotes or brackets, with them
  comma,
  dash,   ///< a dash or a slash between phrases
  other,  ///< numbers and other signs
};

/// One word of a compound: «врачу» of «врачу-терапевту».
struct Part {
  std::uint32_t token = 0;
  std::size_t prefix_size = 0;  ///< of a guessed word: letters before the known one
  Readings readings;
};

struct Unit {
  UnitKind kind = UnitKind::other;
  std::vector<Part> parts;  ///< of a word
};

std::vector<Unit> units_of(const Dictionary& dictionary, const InflectionTables& tables,
                           std::span<const PhraseToken> phrase);

/// A word that is to stand in another form.
struct Change {
  std::uint32_t token = 0;
  std::string_view prefix;  ///< of a guessed word; this and the form are in the prepared alphabet
  Dictionary::Pieces form;

  std::string text() const { return std::string(prefix).append(form.stem).append(form.suffix); }
};

/// A head with the words before it that agree with it.
struct Group {
  std::size_t end = 0;    ///< first unit after it
  bool has_head = false;  ///< the head is an inflected word, and `changes` are its nominative
  bool noun = false;      ///< the head is a noun, not a participle or an adjective that stands for one
  Number number = Number::none;
  Gender gender = Gender::none;
  Animacy animacy = Animacy::none;
  bool may_be_genitive = false;  ///< the head's form may be a genitive, too
  std::vector<Change> changes;
};

/// The group that begins at `from` and stands in `wanted`; nothing where the words there cannot.
std::optional<Group> group_at(const Dictionary& dictionary, const InflectionTables& tables,
                              std::span<const PhraseToken> phrase, const std::vector<Unit>& units,
                              std::size_t from, Case wanted);

bool is_conjunction(const Unit& unit);
bool is_preposition(const Unit& unit);

}  // namespace protokol::phrase
