// Cases for tests: a title after «==== », an input, «----», what is expected.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

namespace protokol::test {

struct Case {
  std::string title, text, dump;
};

/// The cases of tests/`path`; what stands before the first is a note. Fails the test where the file is
/// missing.
inline std::vector<Case> cases(const std::string& path) {
  std::ifstream in(std::string(PROTOKOL_SOURCE_DIR "/tests/") + path);
  REQUIRE_MESSAGE(in.good(), path);
  std::vector<Case> all;
  bool expected = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("==== ")) {
      all.push_back({line.substr(5), {}, {}});
      expected = false;
    } else if (line == "----") {
      expected = true;
    } else if (!all.empty()) {
      (expected ? all.back().dump : all.back().text) += line + "\n";
    }
  }
  return all;
}

}  // namespace protokol::test
