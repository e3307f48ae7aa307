// Numbers and letters picked out of a printed list.
#include "record/deadline_items.h"

#include <charconv>

#include "base/utf8.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_range = 100;

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }

/// «2.1» → «2.», 1; «7» → «», 7. Nothing for letters.
struct Numbered {
  std::string stem;
  std::uint32_t number = 0;
};

Numbered numbered(const std::string& item) {
  const std::size_t dot = item.rfind('.');
  Numbered result{dot == std::string::npos ? std::string() : item.substr(0, dot + 1)};
  const char* from = item.data() + result.stem.size();
  std::from_chars(from, item.data() + item.size(), result.number);
  return result;
}

void spell_out(std::vector<std::string>& items, const std::string& last) {
  const std::string first = items.back();
  const Numbered from = numbered(first), to = numbered(last);
  if (from.number > 0 && to.number > from.number && to.number - from.number < longest_range) {
    for (std::uint32_t n = from.number + 1; n < to.number; ++n) items.push_back(from.stem + std::to_string(n));
  } else if (from.number == 0 && to.number == 0) {
    const char32_t a = utf8::decode(first, 0).value, b = utf8::decode(last, 0).value;
    for (char32_t c = a + 1; a < b && b - a < 32 && c < b; ++c) items.push_back(utf8::encode(c));
  }
  items.push_back(last);
}

}  // namespace

std::vector<std::string> deadline_items(std::string_view printed) {
  std::vector<std::string> items;
  bool range = false;
  for (std::size_t at = 0; at < printed.size();) {
    const utf8::CodePoint first = utf8::decode(printed, at);
    std::string item;
    if (utf8::is_digit(first.value)) {
      while (at < printed.size() && (utf8::is_digit(utf8::decode(printed, at).value) ||
                                     (printed[at] == '.' && at + 1 < printed.size() && utf8::is_digit(utf8::decode(printed, at + 1).value)))) {
        item += printed[at++];
      }
    } else if (utf8::is_letter(first.value)) {
      std::size_t letters = 0;
      std::string word;
      while (at < printed.size() && utf8::is_letter(utf8::decode(printed, at).value)) {
        const utf8::CodePoint letter = utf8::decode(printed, at);
        word += utf8::encode(letter.value);
        at += letter.size;
        ++letters;
      }
      const bool roman = word.find_first_not_of("IVX") == std::string::npos;
      if (letters == 1 || roman) item = word;
    } else {
      range = range || is_dash(first.value);
      at += first.size;
      continue;
    }
    if (item.empty()) continue;
    if (range && !items.empty()) spell_out(items, item);
    else
      items.push_back(item);
    range = false;
  }
  return items;
}

}  // namespace protokol
