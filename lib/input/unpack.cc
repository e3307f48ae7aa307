// Takes archives apart, archives within them too.
#include <algorithm>
#include <utility>

#include "input/file_format.h"
#include "input/read.h"
#include "input/zip_archive.h"

namespace protokol {
namespace {

/// What a program leaves in an archive and nobody has written.
bool is_litter(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return file.empty() || file.starts_with('.') || name.starts_with("__MACOSX/") || file == "Thumbs.db" ||
         file == "desktop.ini";
}

class Unpacking {
 public:
  explicit Unpacking(const ArchiveLimits& limits)
      : limits_(limits), bytes_left_(limits.whole_bytes), entries_left_(limits.entries) {}

  std::vector<Part> parts() { return std::move(parts_); }

  void take(std::string bytes, std::string source, std::size_t depth) {
    if (detect_format(bytes) != FileFormat::zip) {
      parts_.push_back({std::move(source), std::move(bytes)});
    } else if (depth == limits_.depth) {
      fail(std::move(source), "too_deep",
           "The archive stands in too many others; unpack it and give what is in it.");
    } else {
      open(bytes, source, depth);
    }
  }

 private:
  void fail(std::string source, std::string code, std::string message) {
    parts_.push_back({std::move(source), InputError{std::move(code), "unpack", std::move(message)}});
  }

  void open(std::string_view bytes, const std::string& source, std::size_t depth) {
    auto opened = ZipArchive::open(bytes);
    if (auto* error = std::get_if<InputError>(&opened)) {
      parts_.push_back({source, std::move(*error)});
      return;
    }
    const auto& archive = std::get<ZipArchive>(opened);
    const std::size_t before = parts_.size();
    for (std::size_t entry = 0; entry < archive.size(); ++entry) {
      if (entries_left_ == 0) {
        return fail(source, "too_many_entries",
                    "The archive holds too many files; raise --max-entries if they are protocols.");
      }
      --entries_left_;
      std::string name = archive.name(entry);
      if (!is_litter(name)) take_entry(archive, entry, source + '!' + name, depth);
    }
    if (parts_.size() == before)
      fail(source, "empty", "The archive holds no files; check that it is the right one.");
  }

  void take_entry(const ZipArchive& archive, std::size_t entry, std::string source, std::size_t depth) {
    UnpackedEntry read = archive.read(entry, limits_, bytes_left_);
    bytes_left_ -= std::min(bytes_left_, read.unpacked);
    if (auto* error = std::get_if<InputError>(&read.bytes)) {
      parts_.push_back({std::move(source), std::move(*error)});
    } else {
      take(std::get<std::string>(std::move(read.bytes)), std::move(source), depth + 1);
    }
  }

  const ArchiveLimits& limits_;
  std::size_t bytes_left_, entries_left_;
  std::vector<Part> parts_;
};

}  // namespace

std::vector<Part> unpack(std::string bytes, std::string source, const InputOptions& options) {
  Unpacking unpacking(options.archive);
  unpacking.take(std::move(bytes), std::move(source), 0);
  return unpacking.parts();
}

}  // namespace protokol
