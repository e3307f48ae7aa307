// A reader of CSV that knows nothing of the writer: RFC 4180, any separator, CR LF between rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protokol::fuzz {

using CsvRows = std::vector<std::vector<std::string>>;

/// Nothing where the text is no CSV.
inline std::optional<CsvRows> read_csv(std::string_view text, char separator) {
  CsvRows rows;
  std::size_t at = 0;
  while (at < text.size()) {
    std::vector<std::string> row;
    while (true) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          if (at == text.size()) return std::nullopt;
          if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) break;
          if (text[at] == '"') ++at;
          cell += text[at];
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != separator && text[at] != '\r') {
          if (text[at] == '"' || text[at] == '\n') return std::nullopt;
          cell += text[at++];
        }
      }
      row.push_back(std::move(cell));
      if (at < text.size() && text[at] == separator) {
        ++at;
        continue;
      }
      if (text.substr(at, 2) != "\r\n") return std::nullopt;
      at += 2;
      break;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace protokol::fuzz
