// The parts of an office file, which is a ZIP file of XML.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "input/options.h"
#include "input/xml.h"
#include "input/zip_archive.h"

namespace protokol {

class OfficePackage {
 public:
  /// `bytes` outlive the package.
  static std::variant<OfficePackage, InputError> open(std::string_view bytes, const ArchiveLimits& limits);

  bool holds(const std::string& name) const { return entries_.count(name) > 0; }
  /// Names begin so, in alphabetical order.
  std::optional<std::string> first_of(std::string_view beginning) const;

  /// The part, unpacked and parsed; an error "damaged" where there is none. What all parts take together
  /// is limited.
  std::variant<XmlTree, InputError> read(const std::string& name);

 private:
  OfficePackage(ZipArchive archive, const ArchiveLimits& limits);

  ZipArchive archive_;
  ArchiveLimits limits_;
  std::size_t bytes_left_;
  std::map<std::string, std::size_t, std::less<>> entries_;  ///< by names with «/», without one in front
};

}  // namespace protokol
