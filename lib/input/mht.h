// A web page saved in one file (MHTML), as browsers, Word and Confluence do: a letter's parts → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// Whether the bytes begin with the head of such a file.
bool is_mht(std::string_view bytes);

/// Its first page as read_html reads it. Pictures and whatever else comes with it are left out.
std::variant<Document, InputError> read_mht(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
