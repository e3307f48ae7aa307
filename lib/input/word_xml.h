// Word's single XML files in: those of Word 2003, and a DOCX whose parts stand in one file («flat OPC»).
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// The same as read_docx does, for these; numbers as Word 2003 printed them into the file.
std::variant<Document, InputError> read_word_xml(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
