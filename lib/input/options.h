// How inputs are to be read, and why one could not be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace protokol {

/// Why an input could not be read; becomes an error record, never an exception.
struct InputError {
  std::string code;     ///< "binary", "empty", "encoding", "encrypted", "damaged", "not_found", …
  std::string stage;    ///< "read", "unpack", "convert", "decode", …
  std::string message;  ///< one plain English sentence with what to do
};

/// What a ZIP file (also a DOCX or ODT, which are ZIP files) may make of the memory.
struct ArchiveLimits {
  std::size_t part_bytes = 64U << 20;    ///< one entry, unpacked
  std::size_t whole_bytes = 256U << 20;  ///< everything unpacked from one input, archives within it included
  std::size_t entries = 10'000;          ///< of everything, likewise
  std::size_t ratio = 1'000;             ///< unpacked : packed, asked of entries above 1 MB
  std::size_t depth = 3;                 ///< archives within archives; 1 opens the given one only
};

struct InputOptions {
  std::optional<std::string> encoding = {};  ///< IANA name that overrides detection, of plain text and HTML
  ArchiveLimits archive = {};
  bool ocr = false;  ///< recognise the text of scans
  /// Gives the DOCX that a DOC or RTF becomes; where it is empty, each is converted by itself: see office.h.
  std::function<std::variant<std::string, InputError>(std::string_view bytes, std::string_view source)>
      convert = {};
  /// Asked now and then while a program reads the file; true ends it, and the error is "interrupted".
  std::function<bool()> stop = {};
};

}  // namespace protokol
