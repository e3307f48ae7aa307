// How large rules may be. What goes beyond is a fault, told with its line like any other: rules that somebody
// else wrote cannot take time or memory without end. The built-in rules stay below a tenth of each.
#pragma once

#include <cstddef>
#include <cstdint>

namespace protokol::grammar {

inline constexpr std::size_t largest_file = 4 << 20;    // bytes of one *.rules file
inline constexpr std::size_t largest_folder = 8 << 20;  // bytes of the *.rules files of one folder
inline constexpr std::size_t longest_line = 20'000;     // bytes, continuations included
inline constexpr std::size_t most_names = 20'000;       // of one folder
inline constexpr std::size_t most_faults = 10'000;      // after so many, reading ends

inline constexpr int deepest_brackets = 40;             // in one pattern
inline constexpr std::size_t longest_sequence = 200;    // words and parts one behind the other
inline constexpr std::uint32_t deepest_parts = 40;      // parts within parts
inline constexpr std::uint64_t most_words = 2'000'000;  // of the rules of one folder, their parts written out
inline constexpr int largest_expression = 20'000;       // instructions of RE2
inline constexpr int largest_expressions = 100'000;     // of all regular expressions of one folder

}  // namespace protokol::grammar
