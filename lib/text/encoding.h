// Bytes of a file into UTF-8: which encoding they are in, and the conversion.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace protokol {

struct DecodedText {
  std::string text;         ///< UTF-8; lines end in \n, whatever they ended in
  std::string encoding;     ///< IANA name of what the bytes were read as
  std::size_t invalid = 0;  ///< places that were no character and became U+FFFD
};

struct DecodingError {
  std::string code;     ///< "binary": no text at all; "encoding": no encoding of that name
  std::string message;  ///< one plain English sentence with what to do
};

/// The encoding of Russian text: a byte order mark; UTF-16 by its zero and 0x04 bytes; UTF-8 where at least
/// nine in ten high bytes stand in valid sequences; else the likeliest of windows-1251, KOI8-R, IBM866,
/// ISO-8859-5 by the letters' frequencies. IANA name; nothing where the bytes are no text. Reads at most the
/// first 256 KB.
std::optional<std::string_view> detect_encoding(std::string_view bytes);

/// Decodes `bytes` from `encoding`, any name that ICU knows, or from what detect_encoding tells. A byte order
/// mark is no part of the text. The message of an error says what the bytes look like where that is known.
std::variant<DecodedText, DecodingError> decode_text(std::string_view bytes,
                                                     const std::optional<std::string>& encoding);

}  // namespace protokol
