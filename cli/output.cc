#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/messages.h"

namespace protokol::cli {

namespace {

namespace fs = std::filesystem;

Written not_written(const std::string& target, int error) {
  say("cannot write " + target + ": " + std::strerror(error));
  return Written::failed;
}

// The mode of the file that is replaced, or what the umask leaves of 0666.
mode_t wanted_mode(const struct stat& old, bool exists) {
  if (exists) return old.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

}  // namespace

Output::Output(int descriptor, std::string target, std::string beside)
    : descriptor_(descriptor), target_(std::move(target)), beside_(std::move(beside)) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      target_(std::move(other.target_)),
      beside_(std::exchange(other.beside_, {})) {}

Output::~Output() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

Output Output::standard() { return Output(STDOUT_FILENO, "standard output", ""); }

std::optional<Output> Output::file(const std::string& path) {
  std::error_code error;
  // A link is kept: what it points to is replaced.
  const std::string target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error).string() : path;
  struct stat old = {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) {
    not_written(path, EISDIR);
    return std::nullopt;
  }
  if (exists && !S_ISREG(old.st_mode)) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return not_written(path, errno), std::nullopt;
    return Output(descriptor, path, "");
  }
  std::string beside = target + ".XXXXXX";
  const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
  if (descriptor < 0) return not_written(path, errno), std::nullopt;
  if (::fchmod(descriptor, wanted_mode(old, exists)) != 0) say("cannot set the permissions of " + path);
  return Output(descriptor, target, std::move(beside));
}

Written Output::write(std::string_view data) {
  while (!data.empty()) {
    const ssize_t count = ::write(descriptor_, data.data(), data.size());
    if (count >= 0) {
      data.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd ready{descriptor_, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno == EPIPE) {
      return Written::pipe_closed;
    } else if (errno != EINTR) {
      return not_written(target_, errno);
    }
  }
  return Written::done;
}

Written Output::commit() {
  if (descriptor_ == STDOUT_FILENO) return Written::done;
  if (!beside_.empty() && ::fsync(descriptor_) != 0) return not_written(target_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) return not_written(target_, errno);
  if (beside_.empty()) return Written::done;
  if (::rename(beside_.c_str(), target_.c_str()) != 0) return not_written(target_, errno);
  beside_.clear();
  return Written::done;
}

}  // namespace protokol::cli
