// Small questions about the UTF-8 text of rule files.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace protokol::grammar {

/// Without ASCII white space (and \r) at either end.
std::string_view trimmed(std::string_view text);

/// The first byte that is no valid UTF-8, if any.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Bytes of the character that begins at `text[place]`; at least 1, never past the end.
std::size_t character_size(std::string_view text, std::size_t place);

/// Letters, digits, `.`, `-`, `_` and single spaces; begins with a letter.
bool is_name(std::string_view text);

}  // namespace protokol::grammar
