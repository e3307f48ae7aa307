#include "input/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "base/time_limit.h"

extern char** environ;

namespace protokol {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t most_errors = 64 * 1024;
constexpr std::chrono::milliseconds longest_wait{100};

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor reading, writing;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A nameless file in memory: a tool can read it at any pace and seek in it, and nobody has to feed it.
Descriptor file_in_memory(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Descriptor();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (file.is_open()) ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

std::vector<std::string> environment_with(const std::vector<std::string>& added) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view old = *entry;
    const std::string_view name = old.substr(0, old.find('=') + 1);
    const bool replaced = std::any_of(added.begin(), added.end(),
                                      [&](const std::string& one) { return one.starts_with(name); });
    if (!replaced) all.emplace_back(old);
  }
  all.insert(all.end(), added.begin(), added.end());
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// ---- one process
// --------------------------------------------------------------------------------------------

/// Starts the words with these three as standard input, output and errors, as the head of a process group.
/// Nothing where the tool cannot be started.
std::optional<pid_t> start(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                           std::array<int, 3> standard) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  for (int i = 0; i < 3; ++i)
    posix_spawn_file_actions_adddup2(&actions, standard[static_cast<std::size_t>(i)], i);
  // Tools must not inherit that we ignore SIGPIPE, nor a blocked SIGTERM.
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> given = words, variables = environment_with(environment);
  pid_t process = 0;
  const int error = ::posix_spawnp(&process, given.front().c_str(), &actions, &attributes,
                                   pointers(given).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return std::nullopt;
  return process;
}

enum class Reading : std::uint8_t { goes_on, ended, too_much };

/// Takes what is there; past `most` bytes nothing more is kept.
Reading read_some(Descriptor& from, std::string& into, std::size_t most) {
  std::array<char, 65536> chunk;
  const ssize_t count = ::read(from.number(), chunk.data(), chunk.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN ? Reading::goes_on : Reading::ended;
  if (count == 0) return Reading::ended;
  const auto room = most - std::min(into.size(), most);
  into.append(chunk.data(), std::min(static_cast<std::size_t>(count), room));
  return static_cast<std::size_t>(count) > room ? Reading::too_much : Reading::goes_on;
}

/// Collects both outputs until the process closes them; says why it has to be killed, if it has to.
std::optional<Ending> collect(Descriptor output, Descriptor errors, const Command& command,
                              Clock::time_point deadline, Outcome& outcome) {
  while (output.is_open() || errors.is_open()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return Ending::timed_out;
    if (command.stop && command.stop()) return Ending::stopped;
    std::array<pollfd, 2> waiting{pollfd{output.number(), POLLIN, 0}, pollfd{errors.number(), POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::min(left, longest_wait).count())) <= 0)
      continue;
    if (waiting[0].revents != 0) {
      const Reading reading = read_some(output, outcome.output, command.most_output);
      if (reading == Reading::too_much) return Ending::too_much;
      if (reading == Reading::ended) output.close();
    }
    if (waiting[1].revents != 0 && read_some(errors, outcome.errors, most_errors) == Reading::ended)
      errors.close();
  }
  return std::nullopt;
}

/// Waits for the process, no longer than until the deadline.
bool wait_until(pid_t process, Clock::time_point deadline, int& status) {
  for (useconds_t pause = 200;; pause = std::min<useconds_t>(2 * pause, 20'000)) {
    const pid_t ended = ::waitpid(process, &status, WNOHANG);
    if (ended == process || (ended < 0 && errno != EINTR)) return true;
    if (Clock::now() >= deadline) return false;
    ::usleep(pause);
  }
}

Outcome run_plainly(const Command& command, const std::vector<std::string>& words) {
  Outcome outcome;
  Descriptor input = file_in_memory(command.input);
  auto output = make_pipe(), errors = make_pipe();
  if (!input.is_open() || !output || !errors) return outcome;
  const auto process =
      start(words, command.environment, {input.number(), output->writing.number(), errors->writing.number()});
  if (!process) return outcome;
  output->writing.close();
  errors->writing.close();

  const auto deadline = Clock::now() + time_left(command.time);
  auto ending = collect(std::move(output->reading), std::move(errors->reading), command, deadline, outcome);
  int status = 0;
  if (!ending && !wait_until(*process, deadline, status)) ending = Ending::timed_out;
  // What the tool started and left behind goes with it.
  ::kill(-*process, SIGKILL);
  if (ending) ::waitpid(*process, &status, 0);
  outcome.ending = ending.value_or(WIFEXITED(status) ? Ending::exited : Ending::killed);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return outcome;
}

// ---- the sandbox
// --------------------------------------------------------------------------------------------

std::vector<std::string> sandbox(const fs::path& writable) {
  std::vector<std::string> words{
      "bwrap",        "--ro-bind", "/",       "/",    "--dev",         "/dev",
      "--proc",       "/proc",     "--tmpfs", "/tmp", "--unshare-all", "--die-with-parent",
      "--new-session"};
  if (!writable.empty()) words.insert(words.end(), {"--bind", writable.string(), writable.string()});
  words.emplace_back("--");
  return words;
}

/// bwrap may be there and still be forbidden, as in many containers.
bool sandbox_works() {
  static const bool works = [] {
    const TimeOut time_out;  // it is asked once, for all documents
    Command trial;
    std::vector<std::string> words = sandbox({});
    words.emplace_back("true");
    trial.time = std::chrono::seconds(10);
    return run_plainly(trial, words).succeeded();
  }();
  return works;
}

}  // namespace

Outcome run(const Command& command) {
  if (!has_tool(command.words.front())) return {};
  if (time_is_up()) return {Ending::timed_out, 0, {}, {}};
  if (!sandbox_works()) return run_plainly(command, command.words);
  std::vector<std::string> words = sandbox(command.writable);
  words.insert(words.end(), command.words.begin(), command.words.end());
  return run_plainly(command, words);
}

bool has_tool(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const fs::path tool = fs::path(folders.substr(0, end)) / name;
    if (end > 0 && ::access(tool.c_str(), X_OK) == 0) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

// ---- files
// --------------------------------------------------------------------------------------------------

std::optional<WorkFolder> WorkFolder::make() {
  std::error_code error;
  const fs::path temporary = fs::temp_directory_path(error);
  if (error) return std::nullopt;
  std::string name = (temporary / "protokol-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return std::nullopt;
  return WorkFolder(name);
}

WorkFolder::WorkFolder(WorkFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

bool write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !file.fail();
}

std::optional<std::string> read_whole_file(const fs::path& path, std::size_t most) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error)) || error) return std::nullopt;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > most) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.gcount() != static_cast<std::streamsize>(bytes.size())) return std::nullopt;
  return bytes;
}

}  // namespace protokol
