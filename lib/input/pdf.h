// PDF in: words and drawn lines, as poppler's tools tell them → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// Lines and tables from coordinates: page_layout.h. Pages that are pictures are recognised where
/// options.ocr says so; else they are the warning "pages_without_text", or, where there are no others, an
/// error.
std::variant<Document, InputError> read_pdf(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
