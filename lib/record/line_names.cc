// A capitalised word and initials beside it.
#include "record/line_names.h"

#include "base/utf8.h"
#include "record/line_letters.h"

namespace protokol {

namespace {

/// Bytes of «И.» at the head of `line`; 0 where none stands there.
std::size_t initial_size(std::string_view line) {
  if (line.empty()) return 0;
  const utf8::CodePoint letter = utf8::decode(line, 0);
  const bool initial =
      utf8::is_capital(letter.value) && letter.size < line.size() && line[letter.size] == '.';
  return initial ? letter.size + 1 : 0;
}

/// Where the capitalised word that begins at `at` ends; `at` where none does.
std::size_t after_capitalised(std::string_view line, std::size_t at) {
  if (at >= line.size() || !utf8::is_capital(utf8::decode(line, at).value)) return at;
  std::size_t end = after_letters(line, at);
  if (end < line.size() && line[end] == '-') end = after_letters(line, end + 1);
  return end - at > utf8::decode(line, at).size ? end : at;
}

}  // namespace

bool begins_with_bare_initials(std::string_view line) {
  std::size_t at = 0;
  while (const std::size_t size = initial_size(line.substr(at))) {
    at += size;
    at += utf8::space_size(line, at);
  }
  return at > 0 && (at == line.size() || !utf8::is_capital(utf8::decode(line, at).value));
}

bool begins_full_name(std::string_view line) {
  std::size_t at = 0;
  for (int word = 0; word < 3; ++word) {
    const std::size_t end = after_capitalised(line, at);
    if (end == at) return false;
    at = end + utf8::space_size(line, end);
  }
  return at < line.size() && (line[at] == ',' || is_dash(utf8::decode(line, at).value));
}

bool begins_name(std::string_view line) {
  const std::size_t end = after_capitalised(line, 0);
  const std::size_t gap = utf8::space_size(line, end);
  return end > 0 && gap > 0 && initial_size(line.substr(end + gap)) > 0;
}

std::size_t name_size(std::string_view line) {
  if (!begins_name(line)) return 0;
  std::size_t end = after_capitalised(line, 0);
  for (std::size_t at = end + utf8::space_size(line, end);; at = end + utf8::space_size(line, end)) {
    const std::size_t size = initial_size(line.substr(at));
    if (size == 0) return end;
    end = at + size;
  }
}

bool begins_remark(std::string_view line) {
  std::size_t at = name_size(line);
  at += utf8::space_size(line, at);
  if (at == 0 || at >= line.size()) return false;
  return line[at] == ':' || (is_dash(utf8::decode(line, at).value) && line[at - 1] == ' ');
}

bool has_name_inside(std::string_view line) {
  for (std::size_t space = line.find(' '); space != std::string_view::npos;
       space = line.find(' ', space + 1)) {
    if (begins_name(line.substr(space + 1))) return true;
  }
  return false;
}

}  // namespace protokol
