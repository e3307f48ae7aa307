#include "emit/code_points.h"

#include <algorithm>

namespace protokol {

namespace {

// Every byte but a continuation byte (10xxxxxx) starts a code point.
std::uint32_t count(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_stride_.reserve(text.size() / stride_ + 1);
  before_stride_.push_back(0);
  for (std::size_t from = 0; from + stride_ <= text.size(); from += stride_) {
    before_stride_.push_back(before_stride_.back() + count(text.substr(from, stride_)));
  }
}

std::uint32_t CodePoints::before(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t stride = offset / stride_;
  return before_stride_[stride] + count(text_.substr(stride * stride_, offset - stride * stride_));
}

}  // namespace protokol
