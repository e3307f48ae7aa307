// Web pages in: HTML → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// Paragraphs, items of lists with their numbers written out, tables as rows of cells. Navigation, scripts,
/// styles, forms and what is hidden are left out. Nothing is loaded from anywhere.
std::variant<Document, InputError> read_html(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
