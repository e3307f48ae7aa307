// What a DOCX file's styles say of paragraphs and runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/xml.h"

namespace protokol {

/// Properties of a paragraph, a run or a style; empty where they leave something to what lies beneath.
struct DocxFormat {
  std::optional<std::string> list;     ///< w:numId; «0» takes the number away
  std::optional<std::uint32_t> level;  ///< w:ilvl, from 0
  std::optional<bool> bold, italic, hidden;
  std::optional<std::uint16_t> indent;  ///< columns, from margin or alignment
};

/// Each property from `upper`, where it has one, else from `lower`.
DocxFormat over(DocxFormat upper, const DocxFormat& lower);

/// From w:pPr and w:rPr; either may be an empty node.
DocxFormat read_format(const pugi::xml_node& paragraph_properties, const pugi::xml_node& run_properties);

struct DocxStyle {
  DocxFormat format;  ///< with what it inherits
  std::string list;   ///< of a list style: its w:numId
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const pugi::xml_node& root);

  /// The style of that id; nothing where there is none.
  const DocxStyle* find(std::string_view id) const;
  const std::string& default_paragraph() const { return default_paragraph_; }
  const DocxFormat& defaults() const { return defaults_; }

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_paragraph_;
  DocxFormat defaults_;
};

}  // namespace protokol
