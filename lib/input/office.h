// DOC and RTF become DOCX: LibreOffice converts them, many files in one process.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/document.h"
#include "input/options.h"

namespace protokol {

/// How many files one process is given: it takes a second to start, and 30 ms a file.
inline constexpr std::size_t files_at_once = 64;

using Docx = std::variant<std::string, InputError>;

/// The DOCX of each file, in order. What is no DOC or RTF by its content is an error; a file that stops or
/// stalls LibreOffice costs only itself.
/// `stop`: as of InputOptions.
std::vector<Docx> convert_to_docx(const std::vector<std::string_view>& files,
                                  const std::function<bool()>& stop = {});

/// Reads a DOC or RTF through its DOCX, which options.convert gives. Where that fails, a DOC is read with
/// antiword, if it is there: with the warning "numbering_lost".
std::variant<Document, InputError> read_office(std::string_view bytes, std::string_view source,
                                               const InputOptions& options);

}  // namespace protokol
