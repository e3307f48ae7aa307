// Names that a reader of XML tells apart.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace protokol {

template <typename Kind>
struct KnownName {
  std::string_view local;  ///< without its prefix
  Kind kind;
};

template <typename Kind>  // Clang 14 does not find it by itself
KnownName(std::string_view, Kind)->KnownName<Kind>;

template <typename Kind, std::size_t size>
constexpr std::array<KnownName<Kind>, size> sorted(std::array<KnownName<Kind>, size> names) {
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.local < b.local; });
  return names;
}

/// The kind of that name, in sorted names; `other` of one that is not among them.
template <typename Kind, std::size_t size>
Kind kind_of(const std::array<KnownName<Kind>, size>& names, std::string_view local, Kind other) {
  const auto* found =
      std::lower_bound(names.begin(), names.end(), local,
                       [](const auto& known, std::string_view name) { return known.local < name; });
  return found != names.end() && found->local == local ? found->kind : other;
}

}  // namespace protokol
