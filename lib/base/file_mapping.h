// A file mapped read-only: what is looked into here and there need not be read.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace protokol {

class FileMapping {
 public:
  /// Nothing where the file cannot be opened or is empty.
  static std::optional<FileMapping> of(const std::filesystem::path& file);

  FileMapping(FileMapping&& other) noexcept;
  FileMapping& operator=(FileMapping&& other) noexcept;
  ~FileMapping();

  /// They stay where they are for the life of the object, wherever it is moved.
  std::string_view bytes() const { return bytes_; }

 private:
  explicit FileMapping(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace protokol
