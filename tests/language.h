// The language as tests use it, loaded once, and phrases made ready for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/passage.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol::test {

inline const Language& language() {
  static const Language once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    std::vector<std::filesystem::path> folders{data / "grammars"};
    return load_language(data / "dictionary.bin", folders);
  }();
  return once;
}

/// A text with its tokens.
class Phrase {
 public:
  explicit Phrase(std::string source) : source_(std::move(source)) {
    std::vector<Span> pieces{{0, static_cast<std::uint32_t>(source_.size())}};
    text_ = tokenize(prepare(source_, pieces), source_);
  }
  Passage passage() const { return {&text_, source_, {0, text_.size()}}; }

 private:
  std::string source_;
  TokenText text_;
};

}  // namespace protokol::test
