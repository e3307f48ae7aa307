// What the tests of readings share: the language, loaded once, and a phrase as a passage.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/passage.h"

namespace protokol::test {

inline const Language& language() {
  static const Language once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    std::vector<std::filesystem::path> folders{data / "grammars"};
    return load_language(data / "dictionary.bin", folders);
  }();
  return once;
}

/// A prepared phrase; the passage is all of it.
struct PreparedText {
  explicit PreparedText(const std::string& source) : document(source) {
    std::vector<Span> pieces{{0, static_cast<std::uint32_t>(document.size())}};
    text = tokenize(prepare(document, pieces), document);
  }
  Passage passage() const { return {&text, document, {0, text.size()}}; }

  std::string document;
  TokenText text;
};

}  // namespace protokol::test
