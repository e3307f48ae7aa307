// OpenDocument text in: a ZIP file of XML parts, or one XML file → document.
#pragma once

#include <string_view>
#include <variant>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// The same as read_docx does, for ODT.
std::variant<Document, InputError> read_odt(std::string_view bytes, const InputOptions& options);
/// For FODT: the same elements in one XML file.
std::variant<Document, InputError> read_flat_odt(std::string_view bytes, const InputOptions& options);

}  // namespace protokol
