#include "input/office_package.h"

#include <algorithm>

namespace protokol {

OfficePackage::OfficePackage(ZipArchive archive, const ArchiveLimits& limits)
    : archive_(std::move(archive)), limits_(limits), bytes_left_(limits.whole_bytes) {
  for (std::size_t i = 0; i < archive_.size(); ++i) {
    std::string name = archive_.name(i);
    std::replace(name.begin(), name.end(), '\\', '/');
    if (name.starts_with('/')) name.erase(0, 1);
    entries_.emplace(std::move(name), i);
  }
}

std::variant<OfficePackage, InputError> OfficePackage::open(std::string_view bytes,
                                                            const ArchiveLimits& limits) {
  auto opened = ZipArchive::open(bytes);
  if (auto* error = std::get_if<InputError>(&opened)) return std::move(*error);
  auto& archive = std::get<ZipArchive>(opened);
  if (archive.size() > limits.entries) {
    return InputError{"too_many_entries", "unpack",
                      "The file has too many parts; raise --max-entries if it is a protocol."};
  }
  return OfficePackage(std::move(archive), limits);
}

std::optional<std::string> OfficePackage::first_of(std::string_view beginning) const {
  const auto found = entries_.lower_bound(beginning);
  if (found == entries_.end() || !found->first.starts_with(beginning)) return std::nullopt;
  return found->first;
}

std::variant<XmlTree, InputError> OfficePackage::read(const std::string& name) {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    return InputError{"damaged", "unpack",
                      "The file lacks its part " + name + "; open it in an office program and save it anew."};
  }
  UnpackedEntry part = archive_.read(found->second, limits_, bytes_left_);
  bytes_left_ -= std::min(bytes_left_, part.unpacked);
  if (auto* error = std::get_if<InputError>(&part.bytes)) return std::move(*error);
  return XmlTree::parse(std::get<std::string>(std::move(part.bytes)));
}

}  // namespace protokol
