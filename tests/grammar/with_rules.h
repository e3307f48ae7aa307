// Grammars made of one string, for tests.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include "grammar/grammar.h"

namespace protokol::test {

inline const Dictionary& dictionary() {
  static const Dictionary opened = Dictionary::open(PROTOKOL_DATA_DIR "/dictionary.bin");
  return opened;
}

/// A folder with one rule file, `t.rules`; it goes when the object goes.
class RuleFolder {
 public:
  explicit RuleFolder(std::string_view rules) {
    static std::atomic<int> number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("protokol-rules-" + std::to_string(getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / "t.rules", std::ios::binary) << rules;
  }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  ~RuleFolder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Grammar grammar_of(std::string_view rules) {
  const RuleFolder folder(rules);
  return Grammar::load(std::span(&folder.path(), 1), dictionary());
}

inline TokenText tokens_of(const std::string& text) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  return tokenize(prepare(text, std::span(&all, 1)), text);
}

inline std::string marks_dump(const Grammar& grammar, const std::string& text) {
  const TokenText tokens = tokens_of(text);
  return dump(grammar, tokens, grammar.find(tokens, {0, tokens.size()}));
}

}  // namespace protokol::test
