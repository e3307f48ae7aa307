// Small steps through the letters of a printed line, in UTF-8; every place is a byte of the line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace protokol {

constexpr std::size_t longest_label = 64;  ///< bytes of a word; no label is longer

constexpr bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }

/// Where the code point that ends at `end` begins. `end` is not 0.
std::size_t code_point_before(std::string_view line, std::size_t end);

/// The letters from `at` on, in small letters; empty where there are too many for a label.
std::string word_at(std::string_view line, std::size_t at);

/// Past the letters from `at` on.
std::size_t after_letters(std::string_view line, std::size_t at);

}  // namespace protokol
