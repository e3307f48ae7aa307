// Plain text in: bytes → document.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// Decodes `bytes` and cuts them into lines and table rows. Never throws on content.
std::variant<Document, InputError> read_plain_text(std::string_view bytes, std::string source,
                                                   const InputOptions& options);

/// The blocks of already decoded text (UTF-8, \n): what read_plain_text calls.
std::vector<Block> split_blocks(std::string_view text);

}  // namespace protokol
