// The elements of an ODT file that its reader tells apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace protokol {

enum class OdtName : std::uint8_t {
  other,     ///< looked through
  left_out,  ///< deleted text, comments, forms, descriptions: nothing of it is printed
  paragraph,
  heading,
  space,
  tab,
  line_break,
  run,
  list,
  list_item,
  list_header,
  note,
  note_body,
  shape,  ///< a frame or a drawing, which may hold text of its own
  table,
  row,
  cell,
  covered_cell,
};

/// By the name without its prefix.
OdtName odt_name(std::string_view local);

}  // namespace protokol
