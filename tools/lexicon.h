// The dictionary while it is being packed: lemmas as stems with paradigms.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/dictionary.h"

namespace protokol::packer {

/// UTF-8 into the prepared alphabet: ASCII stays as it is, Russian letters become small windows-1251
/// ones with е for ё, anything else becomes 0x7F.
std::string recode(std::string_view utf8);
/// The way back, for messages.
std::string to_utf8(std::string_view recoded);

/// A tag of the source («С,мр,од,ед,им») understood.
struct Tag {
  Reading reading;
  std::string word_key;  ///< equal for tags that forms of one word may have
};

struct TaggedForm {
  std::string text;  ///< a suffix in paradigms, a whole form elsewhere
  std::uint16_t tag = 0;
  friend auto operator<=>(const TaggedForm&, const TaggedForm&) = default;
};
using Paradigm = std::vector<TaggedForm>;  ///< ordered, without repetition

/// What the packer knows of words. Stems lead to numbers of paradigms; one stem with one paradigm is a lemma.
struct Lexicon {
  std::vector<Tag> tags;
  std::map<std::string, std::uint16_t> tag_numbers;  ///< by the tag's text
  std::vector<Paradigm> paradigms;
  std::map<Paradigm, std::uint32_t> paradigm_numbers;
  std::map<std::string, std::vector<std::uint32_t>> stems;
  std::vector<std::string> prefixes;
};

/// The number of `paradigm`, which need be neither ordered nor free of repetition.
std::uint32_t number_of(Lexicon& lexicon, Paradigm paradigm);
/// Makes `paradigm` of `stem` a lemma, unless it is one.
void add_lemma(Lexicon& lexicon, const std::string& stem, Paradigm paradigm);
/// A lemma of whole forms: their common beginning becomes the stem.
void add_word(Lexicon& lexicon, const std::vector<TaggedForm>& forms);

/// A lemma found by one of its forms.
struct Found {
  std::string stem;
  std::uint32_t paradigm = 0;
};
/// The lemmas whose dictionary form is `base`.
std::vector<Found> lemmas_of(const Lexicon& lexicon, std::string_view base);

}  // namespace protokol::packer
