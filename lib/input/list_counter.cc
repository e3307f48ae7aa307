#include "input/list_counter.h"

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::size_t longest_text = 64;  ///< bytes of a level's text that are read

}  // namespace

std::string bullet(std::string_view printed) {
  constexpr std::u32string_view kept = U"-*\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  if (!printed.empty()) {
    const utf8::CodePoint sign = utf8::decode(printed, 0);
    if (kept.find(sign.value) != std::u32string_view::npos) return std::string(printed.substr(0, sign.size));
  }
  return utf8::encode(U'\u2022');
}

bool is_ordinal(std::string_view printed) {
  for (std::size_t at = 0; at < printed.size();) {
    const utf8::CodePoint next = utf8::decode(printed, at);
    if (utf8::is_letter(next.value) || utf8::is_digit(next.value)) return true;
    at += next.size;
  }
  return false;
}

void ListCounter::count(const ListLevels& levels, std::size_t level) {
  for (std::size_t above = 0; above < level; ++above) {
    if (!numbers_[above]) numbers_[above] = next_[above].value_or(levels[above].start);
  }
  std::optional<std::uint32_t>& number = numbers_[level];
  if (next_[level]) {
    number = next_[level];
  } else {
    number = number ? *number + 1 : levels[level].start;
  }
  next_[level].reset();
  for (std::size_t below = level + 1; below < list_levels; ++below) {
    const auto& restart = levels[below].restart;
    if (!restart || level < *restart) numbers_[below].reset();
  }
}

void ListCounter::restart(std::size_t level, std::uint32_t number) { next_[level] = number; }

std::string ListCounter::printed(const ListLevels& levels, std::size_t level) const {
  const std::string_view text = std::string_view(levels[level].text).substr(0, longest_text);
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool place = text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
    if (!place) {
      result += text[at];
      continue;
    }
    const auto named = static_cast<std::size_t>(text[++at] - '1');
    const bool decimal = levels[level].legal && levels[named].format != NumberFormat::none;
    result += formatted(numbers_[named].value_or(levels[named].start),
                        decimal ? NumberFormat::decimal : levels[named].format);
  }
  return result;
}

}  // namespace protokol
