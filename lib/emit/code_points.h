// Byte offsets of a UTF-8 text turned into offsets in Unicode code points.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace protokol {

/// Counts once, answers often. Holds a view of the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  /// The number of code points before byte `offset`; an offset past the end counts as the end.
  std::uint32_t before(std::uint32_t offset) const;
  Span of(Span bytes) const { return {before(bytes.from), before(bytes.to)}; }

 private:
  static constexpr std::uint32_t stride_ = 64;
  std::string_view text_;
  std::vector<std::uint32_t> before_stride_;  ///< code points before byte i * stride_
};

}  // namespace protokol
