// The elements of a DOCX file that its reader tells apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace protokol {

enum class DocxName : std::uint8_t {
  other,     ///< looked through
  left_out,  ///< properties, deleted text, instructions of fields: nothing of it is printed
  paragraph,
  run,
  text,
  tab,
  line_break,
  no_break_hyphen,
  symbol,
  field_sign,
  alternatives,  ///< the same content for several programs
  box,           ///< the content of a text box
  table,
  row,
  cell,
};

/// By the name without its prefix.
DocxName docx_name(std::string_view local);

}  // namespace protokol
