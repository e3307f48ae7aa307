// Russian letters between UTF-8 and the prepared alphabet, and the wording of a changed word.
#pragma once

#include <string>
#include <string_view>

namespace protokol::letters {

/// In the prepared alphabet.
inline constexpr std::string_view vowels = "\xE0\xE5\xE8\xEE\xF3\xFB\xFD\xFE\xFF";

/// Russian letters as small windows-1251 ones, ё as е; ASCII letters small; other characters become 0x7F.
std::string prepare(std::string_view utf8);

/// Small Russian letters and ASCII as UTF-8.
std::string to_utf8(std::string_view prepared);

/// `changed` (prepared) written as `printed` (UTF-8) was, whose prepared form is `prepared`: what both
/// begin with is copied with its capitals and ё; the rest follows in capitals where all of `printed` is.
std::string reprint(std::string_view printed, std::string_view prepared, std::string_view changed);

}  // namespace protokol::letters
