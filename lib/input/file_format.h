// What a file is, told by its content.
#pragma once

#include <cstdint>
#include <string_view>

namespace protokol {

enum class FileFormat : std::uint8_t {
  text,  ///< also what nothing else claims
  docx,
  odt,
  fodt,      ///< the same in one XML file
  word_xml,  ///< Word's documents in one XML file
  doc,
  rtf,
  html,
  mht,  ///< a web page and what belongs to it in one file
  pdf,
  image,  ///< PNG, JPEG, TIFF
  zip,
  encrypted,  ///< an office file behind a password
  other,      ///< a known format that holds no protocols: a spreadsheet, a program, 7z, RAR …
};

/// By magic bytes; of a ZIP file also by its entries' names.
FileFormat detect_format(std::string_view bytes);

/// «docx»; of `other` "unknown".
std::string_view name_of(FileFormat format);

/// Whether the ending of `path` belongs to another known format than `format`; false where the path has no
/// ending or an unknown one.
bool has_wrong_ending(std::string_view path, FileFormat format);

/// Whether a folder's file of this name is worth reading: its ending is one of a format above, ZIP included.
bool has_document_ending(std::string_view path);

}  // namespace protokol
