// What an element of a web page is to a reader of protocols.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct _xmlNode;

namespace protokol {

enum class HtmlKind : std::uint8_t {
  inline_text,  ///< and whatever is not known
  block,
  paragraph,
  line_break,
  preformatted,
  numbered_list,
  bulleted_list,
  item,
  table,
  row,
  cell,
  form,
  furniture,  ///< of a page that a word processor wrote
  left_out,   ///< navigation, scripts, what is hidden
};

/// By name, attributes and, for `header` and `footer`, by what it stands in.
HtmlKind html_kind(const _xmlNode& element);

/// Whether the element's text is bold or italic: by its name or its own style.
bool is_emphasis(const _xmlNode& element);

/// An attribute's value; empty where there is none.
std::string html_attribute(const _xmlNode& element, const char* name);
bool has_html_attribute(const _xmlNode& element, const char* name);
/// An attribute's number within limits; `otherwise` where there is none.
std::int32_t html_number(const _xmlNode& element, const char* name, std::int32_t least, std::int32_t most,
                         std::int32_t otherwise);

}  // namespace protokol
