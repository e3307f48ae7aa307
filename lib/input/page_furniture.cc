#include "input/page_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace protokol {
namespace {

constexpr double same_height = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text with each number as one sign.
std::string without_numbers(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_digit(c)) {
      result += c;
    } else if (result.empty() || result.back() != '#') {
      result += '#';
    }
  }
  return result;
}

/// «2», «- 2 -», «2.»: the only number of a line that has no letters.
std::optional<std::size_t> lone_number(std::string_view text) {
  std::size_t number = 0, digits = 0;
  bool ended = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      if (ended || ++digits > 4) return std::nullopt;
      number = 10 * number + static_cast<std::size_t>(text[at] - '0');
    } else {
      ended |= digits > 0;
      const bool dash =
          text.substr(at).starts_with("\xE2\x80\x93") || text.substr(at).starts_with("\xE2\x80\x94");
      if (dash) {
        at += 2;
      } else if (text[at] != ' ' && text[at] != '-') {
        return std::nullopt;
      }
    }
  }
  if (digits == 0) return std::nullopt;
  return number;
}

/// A number at the very edge that is the page's own, or as far from it as that of most other pages.
void mark_page_numbers(const std::vector<EdgeLine>& lines, std::vector<bool>& furniture) {
  std::map<long, std::size_t> offsets;
  const auto offset_of = [](const EdgeLine& line) -> std::optional<long> {
    const auto number = line.edge == 0 ? lone_number(line.text) : std::nullopt;
    if (!number) return std::nullopt;
    return static_cast<long>(*number) - static_cast<long>(line.page + 1);
  };
  for (const EdgeLine& line : lines) {
    if (const auto offset = offset_of(line)) ++offsets[*offset];
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto offset = offset_of(lines[i]);
    if (offset && ((*offset == 0 && lines[i].page > 0) || offsets[*offset] > 1)) furniture[i] = true;
  }
}

}  // namespace

std::vector<bool> find_furniture(const std::vector<EdgeLine>& lines, std::size_t pages) {
  std::vector<bool> furniture(lines.size(), false);
  mark_page_numbers(lines, furniture);
  // A height is one of its own band or of a neighbouring one.
  std::map<std::pair<std::string, long>, std::set<std::size_t>> pages_with;
  const auto band_of = [](const EdgeLine& line) { return std::lround(line.top / same_height); };
  for (const EdgeLine& line : lines)
    pages_with[{without_numbers(line.text), band_of(line)}].insert(line.page);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t repeats = 0;
    for (long band = band_of(lines[i]) - 1; band <= band_of(lines[i]) + 1; ++band) {
      const auto found = pages_with.find({without_numbers(lines[i].text), band});
      if (found != pages_with.end()) repeats += found->second.size();
    }
    if (repeats > 1 && 2 * repeats >= pages) furniture[i] = true;
  }
  return furniture;
}

}  // namespace protokol
