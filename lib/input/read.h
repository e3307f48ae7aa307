// Start here: the bytes of a file become documents, whatever the format.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// A file as given, or an entry of an archive, or why it could not be unpacked.
struct Part {
  std::string source;  ///< «minutes.docx», «archive.zip!folder/minutes.docx»
  std::variant<std::string, InputError> bytes;
};

/// The file itself; of a ZIP archive every file in it, archives within it unpacked too. In the archive's
/// order, and never empty. Nothing is written to disk.
std::vector<Part> unpack(std::string bytes, std::string source, const InputOptions& options);

/// Reads one document: its format is told by its content; where its name says otherwise, the document
/// carries the warning "wrong_extension". Never throws on content.
std::variant<Document, InputError> read_document(std::string_view bytes, std::string source,
                                                 const InputOptions& options);

}  // namespace protokol
