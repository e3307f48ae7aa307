// The words of the rule language itself: built-in parts, and the tags behind `~word:`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "morphology/grammemes.h"

namespace protokol::grammar {

/// What a built-in part matches: one token of this class.
enum class TokenClass : std::uint8_t {
  number,       ///< a run of digits
  word,         ///< any word
  capitalised,  ///< a word that begins with a capital in the source
  capitals,     ///< a word of two or more letters, all of them capitals
  initial,      ///< a single letter, a capital in the source
  sign,         ///< any other sign
};
inline constexpr std::size_t token_classes = 6;

/// Cases and numbers that a `~word` is narrowed to; `none` is free.
struct FormFilter {
  Case grammatical_case = Case::none;
  Number number = Number::none;
};

/// The class of a built-in part's name (without braces).
std::optional<TokenClass> token_class(std::string_view name);

/// What one tag of `~word:tag,tag` narrows to.
std::optional<FormFilter> form_tag(std::string_view tag);

}  // namespace protokol::grammar
