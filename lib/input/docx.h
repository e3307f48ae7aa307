// Word's DOCX in: a ZIP file of XML parts → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// Paragraphs with their automatic numbers written out, tables as rows of cells, text boxes behind the
/// paragraph that holds them; headers, footers and notes as furniture. Deleted text is left out, inserted
/// text is kept.
std::variant<Document, InputError> read_docx(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
