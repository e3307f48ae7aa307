// ZIP files made by hand, so that a test may break any byte of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protokol::test {

struct ZipEntry {
  std::string name, bytes;
};

inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

/// A ZIP file of stored entries.
inline std::string zip_file(const std::vector<ZipEntry>& entries) {
  const auto number = [](std::uint32_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
  };
  std::string file, directory;
  for (const ZipEntry& entry : entries) {
    const auto size = static_cast<std::uint32_t>(entry.bytes.size());
    const std::string about = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x5A21, 2) +
                              number(crc32(entry.bytes), 4) + number(size, 4) + number(size, 4) +
                              number(static_cast<std::uint32_t>(entry.name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(static_cast<std::uint32_t>(file.size()), 4) + entry.name;
    file += "PK\x03\x04" + about + entry.name + entry.bytes;
  }
  const auto count = static_cast<std::uint32_t>(entries.size());
  const auto place = static_cast<std::uint32_t>(file.size());
  return file + directory + "PK\x05\x06" + number(0, 2) + number(0, 2) + number(count, 2) + number(count, 2) +
         number(static_cast<std::uint32_t>(directory.size()), 4) + number(place, 4) + number(0, 2);
}

}  // namespace protokol::test
