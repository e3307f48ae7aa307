// Runs a tool of somebody else's: its own process group, no network, bounded time and output.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protokol {

struct Command {
  std::vector<std::string> words;             ///< the tool's name, looked up in PATH, and its arguments
  std::string_view input = {};                ///< what it finds on standard input, and as the file /dev/stdin
  std::vector<std::string> environment = {};  ///< NAME=VALUE, added to our own
  std::filesystem::path writable = {};        ///< the one folder it may write to; empty: none
  std::chrono::milliseconds time{60'000};  ///< less where the document's own limit ends sooner: time_limit.h
  std::size_t most_output = std::size_t{256} << 20;  ///< bytes; of standard error 64 KB are kept
  std::function<bool()> stop = {};                   ///< asked now and then; true ends the tool
};

enum class Ending : std::uint8_t {
  exited,
  killed,     ///< died of a signal
  timed_out,  ///< and was killed with everything it started
  too_much,   ///< wrote more than allowed; likewise
  stopped,    ///< by `stop`; likewise
  not_found,  ///< there is no such tool, or it cannot be started
};

struct Outcome {
  Ending ending = Ending::not_found;
  int status = 0;  ///< of `exited`
  std::string output, errors;

  bool succeeded() const { return ending == Ending::exited && status == 0; }
};

/// Runs the command to its end. Where `bwrap` works, the tool has no network and sees the system read-only.
Outcome run(const Command& command);

/// Whether PATH holds a tool of this name.
bool has_tool(std::string_view name);

/// A folder of our own under the system's temporary one, removed with all that is in it.
class WorkFolder {
 public:
  static std::optional<WorkFolder> make();
  WorkFolder(WorkFolder&& other) noexcept;
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit WorkFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

/// Writes a file; false where it could not be written.
bool write_file(const std::filesystem::path& path, std::string_view bytes);
/// A regular file's bytes, at most `most`; nothing where there is no such file or it is larger.
std::optional<std::string> read_whole_file(const std::filesystem::path& path, std::size_t most);

}  // namespace protokol
