// Office files, put together from the parts that a case gives.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "input/zip_file.h"

namespace protokol::test {

struct CasePart {
  std::string name;   ///< «body», or what stood in brackets
  std::string lines;  ///< each ended by \n
};

/// The lines before the first «[name]» are the body, those after it that part.
inline std::vector<CasePart> case_parts(const std::string& text) {
  std::vector<CasePart> parts{{"body", {}}};
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, to - from);
    if (line.starts_with('['))
      parts.push_back({line.substr(1, line.size() - 2), {}});
    else
      (parts.back().lines += line) += '\n';
    from = to + 1;
  }
  return parts;
}

/// The lines joined; one that begins with no «<» stands between `open` and `close`.
inline std::string joined(const std::string& lines, const std::string& open, const std::string& close) {
  std::string content;
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t to = std::min(lines.find('\n', from), lines.size());
    const std::string line = lines.substr(from, to - from);
    content += line.starts_with('<') ? line : open + line + close;
    from = to + 1;
  }
  return content;
}

inline std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
  std::string text = "<";
  (((text += name) += attributes) += ">") += content;
  return ((text += "</") += name) += ">";
}

struct PartKind {
  std::string_view name, root;
};

inline constexpr PartKind part_kinds[] = {
    {"body", "w:document"},       {"styles", "w:styles"},     {"numbering", "w:numbering"},
    {"footnotes", "w:footnotes"}, {"endnotes", "w:endnotes"}, {"header", "w:hdr"},
    {"footer", "w:ftr"},
};

/// A DOCX file of a case's parts.
inline std::string docx(const std::string& text) {
  std::vector<ZipEntry> entries{{"[Content_Types].xml", "<Types/>"}};
  std::string relations;
  for (const CasePart& part : case_parts(text)) {
    std::string content = joined(part.lines, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    if (part.name == "body") content = element("w:body", "", content);
    for (const PartKind& kind : part_kinds) {
      if (kind.name != part.name) continue;
      const std::string file = part.name == "body" ? "document.xml" : part.name + ".xml";
      entries.push_back(
          {"word/" + file, element(kind.root, R"( xmlns:w="w" xmlns:mc="mc" xmlns:m="m")", content)});
      relations += R"(<Relationship Id="r" Type="http://schemas.openxmlformats.org/)" + part.name +
                   R"(" Target=")" + file + R"("/>)";
    }
  }
  entries.push_back({"word/_rels/document.xml.rels", element("Relationships", "", relations)});
  return zip_file(entries);
}

inline constexpr std::string_view odt_spaces =
    R"( xmlns:text="t" xmlns:office="o" xmlns:style="s" xmlns:fo="f" xmlns:table="b")"
    R"( xmlns:draw="d" xmlns:svg="v" xmlns:loext="l")";

/// An ODT file: [automatic] stands in content.xml, [named] and [pages] in styles.xml.
inline std::string odt(const std::string& text) {
  std::string automatic, named, pages, body;
  for (const CasePart& part : case_parts(text)) {
    const std::string content = joined(part.lines, "<text:p>", "</text:p>");
    if (part.name == "body") body = element("office:body", "", element("office:text", "", content));
    if (part.name == "automatic") automatic = element("office:automatic-styles", "", content);
    if (part.name == "named") named = element("office:styles", "", content);
    if (part.name == "pages") pages = element("office:master-styles", "", content);
  }
  return zip_file({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml", element("office:document-content", odt_spaces, automatic + body)},
                   {"styles.xml", element("office:document-styles", odt_spaces, named + pages)}});
}

}  // namespace protokol::test
