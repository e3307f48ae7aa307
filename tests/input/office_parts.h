// Puts an office file together from the parts that a case gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protokol::test {

struct CasePart {
  std::string name;   ///< «body», or what stood in brackets
  std::string lines;  ///< each ended by \n
};

/// The lines before the first «[name]» are the body, those after it that part.
inline std::vector<CasePart> case_parts(const std::string& text) {
  std::vector<CasePart> parts{{"body", {}}};
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = text.find('\n', from);
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
    const std::size_t to = lines.find('\n', from);
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

}  // namespace protokol::test
