// Heads of letters and their parts: RFC 2045, 2046 and 2557 as far as saved pages use them.
#include "input/mht.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "input/html.h"

namespace protokol {
namespace {

constexpr std::size_t longest_head = 16 * 1024;
constexpr std::size_t most_parts = 10'000;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_small_letters(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), small);
  return result;
}

/// A head's lines up to the empty one, and what comes behind it.
struct Letter {
  std::string_view head, body;
};

std::optional<Letter> letter(std::string_view bytes) {
  const std::string_view looked_at = bytes.substr(0, longest_head);
  const std::size_t wide = looked_at.find("\r\n\r\n"), narrow = looked_at.find("\n\n");
  const std::size_t end = std::min(wide, narrow);
  if (end == looked_at.npos) return std::nullopt;
  return Letter{bytes.substr(0, end), bytes.substr(end + (wide < narrow ? 4 : 2))};
}

/// «Content-Type: text/html; charset=utf-8» → the field's value, with its further lines; its name in small
/// letters.
std::string field(std::string_view head, std::string_view name) {
  const std::string small_head = '\n' + in_small_letters(head);
  const std::size_t at = small_head.find('\n' + std::string(name) + ':');
  if (at == std::string::npos) return {};
  const std::size_t from = at + name.size() + 1;  // in `head`, which lacks the first line end
  std::size_t to = head.find('\n', from);
  while (to != head.npos && to + 1 < head.size() && (head[to + 1] == ' ' || head[to + 1] == '\t'))
    to = head.find('\n', to + 1);
  return std::string(head.substr(from, to == head.npos ? to : to - from));
}

/// «boundary="x"» → «x».
std::string parameter(const std::string& value, std::string_view name) {
  const std::size_t at = in_small_letters(value).find(std::string(name) + '=');
  if (at == std::string::npos) return {};
  const std::size_t from = at + name.size() + 1;
  const bool quoted = from < value.size() && value[from] == '"';
  const std::string_view end = quoted ? "\"" : "; \t\r\n";
  const std::size_t begin = from + (quoted ? 1 : 0);
  return value.substr(begin, value.find_first_of(end, begin) - begin);
}

/// « Text/HTML; charset=utf-8» → «text/html».
std::string media_type(std::string_view head) {
  const std::string value = in_small_letters(field(head, "content-type"));
  const std::size_t from = std::min(value.find_first_not_of(" \t\r\n"), value.size());
  return value.substr(from, value.find_first_of("; \t\r\n", from) - from);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = small(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes += text[at];
      continue;
    }
    const std::string_view rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n') || rest == "\r\n") {  // a line that was broken for the letter's sake
      at += rest.front() == '\n' ? 1 : 2;
    } else if (rest.size() == 2 && hex_value(rest[0]) >= 0 && hex_value(rest[1]) >= 0) {
      bytes += static_cast<char>(hex_value(rest[0]) * 16 + hex_value(rest[1]));
      at += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string decoded(const Letter& part) {
  const std::string coding = in_small_letters(field(part.head, "content-transfer-encoding"));
  if (coding.find("quoted-printable") != std::string::npos) return from_quoted_printable(part.body);
  if (coding.find("base64") != std::string::npos) return from_base64(part.body);
  return std::string(part.body);
}

bool is_page(const Letter& part) { return media_type(part.head) == "text/html"; }

/// The first part that is a page.
std::optional<Letter> page_of(const Letter& whole) {
  if (is_page(whole)) return whole;
  const std::string name = parameter(field(whole.head, "content-type"), "boundary");
  if (name.empty()) return std::nullopt;
  const std::string boundary = "--" + name;
  std::size_t at = whole.body.find(boundary);
  for (std::size_t i = 0; at != whole.body.npos && i < most_parts; ++i) {
    const std::size_t line_end = whole.body.find('\n', at);
    if (line_end == whole.body.npos) break;
    at = whole.body.find(boundary, line_end);
    const auto part = letter(whole.body.substr(line_end + 1, at - line_end - 1));
    if (part && is_page(*part)) return part;
  }
  return std::nullopt;
}

}  // namespace

bool is_mht(std::string_view bytes) {
  const auto whole = letter(bytes);
  if (!whole) return false;
  return !field(whole->head, "mime-version").empty() &&
         (is_page(*whole) || media_type(whole->head) == "multipart/related");
}

std::variant<Document, InputError> read_mht(std::string_view bytes, const InputOptions& options) {
  const auto whole = letter(bytes);
  const auto page = whole ? page_of(*whole) : std::nullopt;
  if (!page)
    return InputError{"empty", "read", "The file holds no page; save it again once it is loaded whole."};
  InputOptions of_page = options;
  const std::string charset = parameter(field(page->head, "content-type"), "charset");
  const std::string html = decoded(*page);
  if (!of_page.encoding && !charset.empty()) of_page.encoding = charset;
  auto reading = read_html(html, of_page);
  const auto* error = std::get_if<InputError>(&reading);
  const bool unknown_charset = error != nullptr && error->code == "encoding" && !options.encoding;
  return unknown_charset ? read_html(html, options) : reading;
}

}  // namespace protokol
