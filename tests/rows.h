// Tables for tests: tab-separated lines, `#` opens a note.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace protokol::test {

struct Row {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

/// The rows of tests/`path`, without notes and blank lines. Fails the test where the file is missing.
inline std::vector<Row> rows(const std::string& path) {
  std::ifstream in(std::string(PROTOKOL_SOURCE_DIR "/tests/") + path);
  REQUIRE_MESSAGE(in.good(), path);
  std::vector<Row> all;
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    Row row{line, {}};
    std::size_t from = 0;
    for (std::size_t tab; (tab = text.find('\t', from)) != std::string::npos; from = tab + 1) {
      row.cells.push_back(text.substr(from, tab - from));
    }
    row.cells.push_back(text.substr(from));
    all.push_back(std::move(row));
  }
  return all;
}

}  // namespace protokol::test
