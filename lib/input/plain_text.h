// Plain text in: bytes → document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "input/document.h"

namespace protokol {

/// Why an input could not be read; becomes an error record, never an exception.
struct InputError {
  std::string code;     ///< "binary", "empty", "encoding", "not_found", "permission", …
  std::string stage;    ///< "read", "decode", …
  std::string message;  ///< one plain English sentence with what to do
};

struct InputOptions {
  std::optional<std::string> encoding;  ///< IANA name that overrides detection
};

/// Decodes `bytes` and cuts them into lines and table rows. Never throws on content.
std::variant<Document, InputError> read_plain_text(std::string_view bytes, std::string source,
                                                   const InputOptions& options);

/// The blocks of already decoded text (UTF-8, \n): what read_plain_text calls.
std::vector<Block> split_blocks(std::string_view text);

/// One line a block: kind, indent, number of blank lines, content; for tests and `explain`.
std::string dump(const Document& document);

}  // namespace protokol
