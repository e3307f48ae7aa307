// Where data goes: standard output, or a file that appears only when it is whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace protokol::cli {

enum class Written : std::uint8_t { done, pipe_closed, failed };

/// Writes at once, without a buffer of its own. A failure is said on standard error where it happens.
class Output {
 public:
  static Output standard();
  /// Writes beside `path` and renames on `commit`; what is no regular file (/dev/null, a pipe) is written in
  /// place. Empty, and said on standard error, where the file cannot be made.
  static std::optional<Output> file(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  ///< what was not committed is removed

  Written write(std::string_view data);
  Written commit();

 private:
  Output(int descriptor, std::string target, std::string beside);

  int descriptor_;
  std::string target_;  ///< for messages and the rename
  std::string beside_;  ///< the unfinished file; empty where data is written in place
};

}  // namespace protokol::cli
