// One ZIP file in memory: its entries' names and contents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "input/options.h"

struct zip;

namespace protokol {

struct UnpackedEntry {
  std::variant<std::string, InputError> bytes;
  std::size_t unpacked = 0;  ///< bytes; also where the entry could not be used
};

class ZipArchive {
 public:
  /// `bytes` outlive the archive.
  static std::variant<ZipArchive, InputError> open(std::string_view bytes);

  std::size_t size() const { return size_; }
  /// UTF-8; a name in another encoding is taken for CP866. A folder's ends in «/».
  std::string name(std::size_t entry) const;
  std::optional<std::size_t> find(const std::string& name) const;

  /// The entry unpacked, as long as it keeps within the limits and `bytes_left`. What the archive says of its
  /// size is not believed.
  UnpackedEntry read(std::size_t entry, const ArchiveLimits& limits, std::size_t bytes_left) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  explicit ZipArchive(zip* archive);

  std::unique_ptr<zip, Close> archive_;
  std::size_t size_ = 0;
};

}  // namespace protokol
