#include "cli/read_bytes.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/interrupt.h"

namespace protokol::cli {

namespace {

constexpr std::size_t first_chunk = 64 * 1024;

InputError failure(std::string code, std::string message) {
  return {std::move(code), "read", std::move(message)};
}

InputError system_failure(int error) {
  if (error == ENOENT || error == ENOTDIR)
    return failure("not_found", "There is no such file; check the path.");
  if (error == EACCES || error == EPERM)
    return failure("permission", "The file may not be read; check its permissions.");
  return failure("read_failed", std::string("The file could not be read: ") + std::strerror(error) + ".");
}

InputError too_large(std::size_t max_bytes) {
  return failure("too_large", "The input is larger than " + std::to_string(max_bytes) +
                                  " bytes; raise the limit with --max-bytes if it is a protocol.");
}

// Reads to the end; `expected` is how many bytes there will probably be.
std::variant<std::string, InputError> read_all(int descriptor, std::size_t expected, std::size_t max_bytes) {
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(std::min(expected == 0 ? first_chunk : expected + 1, max_bytes + 1));
  while (true) {
    const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno != EINTR && errno != EAGAIN) return system_failure(errno);
    if (count == 0) break;
    if (count > 0) filled += static_cast<std::size_t>(count);
    if (filled > max_bytes) return too_large(max_bytes);
    if (filled == bytes.size()) bytes.resize(std::min(2 * filled, max_bytes + 1));
  }
  bytes.resize(filled);
  return bytes;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::variant<std::string, InputError> read_file(const std::string& path, std::size_t max_bytes) {
  // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  struct stat about = {};
  if (file.number() < 0 || ::fstat(file.number(), &about) != 0) {
    return errno == ENXIO ? failure("not_a_file", "This is no regular file.") : system_failure(errno);
  }
  if (S_ISDIR(about.st_mode))
    return failure("is_folder", "This is a folder; give -r to read the files in it.");
  if (!S_ISREG(about.st_mode)) {
    return failure("not_a_file", "This is no regular file; pipe it in instead: protokol - < FILE.");
  }
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > max_bytes) return too_large(max_bytes);
  return read_all(file.number(), size, max_bytes);
}

std::variant<std::string, InputError> read_standard_input(std::size_t max_bytes) {
  // A signal may be delivered to another thread, so the wait for bytes looks up now and then.
  std::string bytes;
  std::string chunk(first_chunk, '\0');
  while (true) {
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    const int count_ready = ::poll(&ready, 1, 200);
    if (interrupted() != 0) return failure(std::string(interrupted_code), "The read was interrupted.");
    if (count_ready <= 0) continue;
    const ssize_t count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && errno != EINTR && errno != EAGAIN) return system_failure(errno);
    if (count == 0) return bytes;
    if (count > 0) bytes.append(chunk, 0, static_cast<std::size_t>(count));
    if (bytes.size() > max_bytes) return too_large(max_bytes);
  }
}

}  // namespace protokol::cli
