// OpenDocument text in: a ZIP file of XML parts → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// The same as read_docx does, for ODT.
std::variant<Document, InputError> read_odt(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
