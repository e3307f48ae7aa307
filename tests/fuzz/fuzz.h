// What the fuzz targets share: a check that ends the program, and the language, loaded once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "record/language.h"

namespace protokol::fuzz {

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What has to hold of any input; libFuzzer keeps the input where it does not.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline const Language& language() {
  static const Language loaded = [] {
    const std::filesystem::path data(PROTOKOL_DATA_DIR);
    return load_language(data / "dictionary.bin", std::array{data / "grammars"});
  }();
  return loaded;
}

}  // namespace protokol::fuzz
