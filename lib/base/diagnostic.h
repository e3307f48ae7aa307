// What is wrong with a configuration, and where.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace protokol {

/// One fault in a rule file, a word list or the dictionary.
struct Diagnostic {
  std::string file;      ///< path as the user gave it
  std::size_t line = 0;  ///< from 1; 0 where the whole file is meant
  std::string message;   ///< what is wrong
  std::string hint;      ///< what to do about it; may be empty
};

/// «file:line: message (hint)».
std::string to_string(const Diagnostic& diagnostic);

/// Thrown by everything that loads configuration, once, with every fault found.
/// The only exception that crosses the library's face.
class LoadError : public std::runtime_error {
 public:
  explicit LoadError(std::vector<Diagnostic> diagnostics);
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace protokol
