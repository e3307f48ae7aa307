// Tells the encoding of a text from its bytes.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/code_pages.h"
#include "text/encoding.h"

namespace protokol {
namespace {

constexpr std::size_t sample_size = 256 * 1024;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// ---- UTF-16
// -------------------------------------------------------------------------------------------------

/// A character that Russian protocols are made of.
bool is_expected(unsigned value) {
  return value == '\t' || value == '\n' || value == '\r' || value == '\f' ||
         (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0xC0) ||
         (value >= 0x400 && value < 0x530) || (value >= 0x2010 && value <= 0x201E) || value == 0x2022 ||
         value == 0x2026 || value == 0x2116 || (value >= 0x2500 && value < 0x2580) || value == 0x2028;
}

/// Share of byte pairs that are expected characters, `low` telling which byte of a pair is the low one.
double expected_share(std::string_view bytes, std::size_t low) {
  std::size_t expected = 0;
  const std::size_t pairs = bytes.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    expected += is_expected(byte_at(bytes, 2 * i + 1 - low) << 8 | byte_at(bytes, 2 * i + low));
  }
  return pairs == 0 ? 0 : static_cast<double>(expected) / static_cast<double>(pairs);
}

std::optional<std::string_view> detect_utf16(std::string_view bytes) {
  const auto is_high = [](char c) { return c == 0 || c == 4; };
  const auto highs = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  if (highs * 4 < bytes.size()) return {};
  const double little = expected_share(bytes, 0), big = expected_share(bytes, 1);
  if (std::max(little, big) < 0.9) return {};
  return little >= big ? "UTF-16LE" : "UTF-16BE";
}

// ---- UTF-8
// --------------------------------------------------------------------------------------------------

struct HighBytes {
  std::size_t all = 0, valid = 0;
};

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const std::uint32_t size = utf8::decode(bytes, at).size;
    count.all += size;
    if (size > 1) count.valid += size;
    at += size;
  }
  return count;
}

// ---- no text
// ------------------------------------------------------------------------------------------------

bool is_binary(std::string_view bytes) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1A && byte != 0x1B);
  };
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return controls * 200 > bytes.size() && (controls >= 4 || controls * 10 > bytes.size());
}

struct Mark {
  std::string_view bytes, encoding;
};
constexpr std::array<Mark, 5> order_marks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                              {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                              {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                              {"\xFF\xFE", "UTF-16LE"},
                                              {"\xFE\xFF", "UTF-16BE"}}};

}  // namespace

std::optional<std::string_view> detect_encoding(std::string_view bytes) {
  for (const Mark& mark : order_marks) {
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  }
  const std::string_view sample = bytes.substr(0, sample_size);
  if (const auto utf16 = detect_utf16(sample)) return utf16;
  if (is_binary(sample)) return {};
  const HighBytes high = count_high_bytes(sample);
  if (high.valid * 10 >= high.all * 9) return "UTF-8";
  return likeliest_code_page(sample).name;
}

}  // namespace protokol
