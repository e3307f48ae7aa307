// Invented texts recoded into every encoding must be told apart and come back as they were.
#include "text/encoding.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "base/utf8.h"
#include "text/code_pages.h"

using namespace protokol;

namespace {

std::vector<std::string> snippets() {
  std::ifstream in(PROTOKOL_SOURCE_DIR "/tests/text/snippets.txt");
  REQUIRE(in.good());
  std::vector<std::string> all(1);
  for (std::string line; std::getline(in, line);) {
    if (line == "====")
      all.emplace_back();
    else
      all.back() += line + "\n";
  }
  return all;
}

std::u32string code_points(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint next = utf8::decode(text, at);
    all += next.value;
    at += next.size;
  }
  return all;
}

std::string in_utf8(const std::u32string& text) {
  std::string all;
  for (const char32_t c : text) all += utf8::encode(c);
  return all;
}

/// What a clerk types where the code page lacks a character; 0 where the page has it or nothing helps.
char32_t replaced(char32_t value, const CodePage& page) {
  if (value < 0x80 || page.letters.end() != std::find(page.letters.begin(), page.letters.end(), value))
    return value;
  static const std::map<char32_t, char32_t> typed = {{U'«', '"'},  {U'»', '"'},  {U'–', '-'}, {U'№', 'N'},
                                                     {U'ё', U'е'}, {U'Ё', U'Е'}, {U'─', '-'}, {U'│', '|'}};
  const auto found = typed.find(value);
  return found == typed.end() ? U'+' : found->second;
}

std::u32string as_a_clerk(std::u32string text, const CodePage& page) {
  for (char32_t& c : text) c = replaced(c, page);
  return text;
}

std::string in_page(const std::u32string& text, const CodePage& page) {
  std::string bytes;
  for (const char32_t c : text) {
    const auto at = std::find(page.letters.begin(), page.letters.end(), c) - page.letters.begin();
    bytes += static_cast<char>(static_cast<unsigned char>(at));
  }
  return bytes;
}

std::string in_utf16(const std::u32string& text, bool little) {
  std::string bytes;
  for (const char32_t c : text) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

void check(const std::string& bytes, const std::string& encoding, const std::string& text) {
  CAPTURE(encoding);
  CAPTURE(text);
  const auto decoded = decode_text(bytes, {});
  REQUIRE(std::holds_alternative<DecodedText>(decoded));
  CHECK(std::get<DecodedText>(decoded).encoding == encoding);
  CHECK(std::get<DecodedText>(decoded).text == text);
  CHECK(std::get<DecodedText>(decoded).invalid == 0);
}

std::string upper(std::string_view text) {
  std::u32string all = code_points(text);
  for (char32_t& c : all) {
    if (c >= U'а' && c <= U'я') c -= 32;
    if (c == U'ё') c = U'Ё';
  }
  return in_utf8(all);
}

DecodedText decoded(std::string_view bytes, const char* encoding = nullptr) {
  const auto name = encoding == nullptr ? std::optional<std::string>{} : std::string(encoding);
  auto result = decode_text(bytes, name);
  REQUIRE(std::holds_alternative<DecodedText>(result));
  return std::get<DecodedText>(result);
}

std::string error_code(std::string_view bytes, const char* encoding = nullptr) {
  const auto name = encoding == nullptr ? std::optional<std::string>{} : std::string(encoding);
  const auto result = decode_text(bytes, name);
  const auto* error = std::get_if<DecodingError>(&result);
  return error == nullptr ? "none" : error->code;
}

}  // namespace

TEST_CASE("every encoding is told, in small letters and in capitals") {
  std::vector<std::string> texts = snippets();
  REQUIRE(texts.size() >= 8);
  for (std::size_t i = 0, count = texts.size(); i < count; ++i) {
    REQUIRE(utf8::count(texts[i]) >= 300);
    texts.push_back(upper(texts[i]));
  }
  for (const std::string& text : texts) {
    const std::u32string points = code_points(text);
    check(text, "UTF-8", text);
    check("\xEF\xBB\xBF" + text, "UTF-8", text);
    check(in_utf16(points, true), "UTF-16LE", text);
    check(in_utf16(points, false), "UTF-16BE", text);
    check("\xFF\xFE" + in_utf16(points, true), "UTF-16LE", text);
    check("\xFE\xFF" + in_utf16(points, false), "UTF-16BE", text);
    for (const CodePage& page : code_pages()) {
      const std::u32string typed = as_a_clerk(points, page);
      check(in_page(typed, page), std::string(page.name), in_utf8(typed));
    }
  }
}

TEST_CASE("UTF-8 with one byte in a hundred broken is still UTF-8") {
  for (std::string text : snippets()) {
    std::size_t broken = 0;
    for (std::size_t at = 50; at < text.size(); at += 100) {
      text[at] = '\xFF';
      ++broken;
    }
    const DecodedText result = decoded(text);
    CHECK(result.encoding == "UTF-8");
    CHECK(result.invalid >= broken);
    CHECK(result.text.find("\xEF\xBF\xBD") != std::string::npos);
  }
}

TEST_CASE("broken UTF-16 and unassigned bytes are counted") {
  CHECK(decoded(std::string("\x3F\x04\x00\xD8\x3F\x04\x3F", 7), "UTF-16LE").invalid == 2);
  CHECK(decoded("\xCF\x98\xF0", "windows-1251").invalid == 1);
}

TEST_CASE("a name overrides detection") {
  CHECK(decoded("\x8F\xF0\xEE", "x-MacCyrillic").text == "Про");
  CHECK(decoded("\x8F\xF0\xEE", "x-MacCyrillic").encoding == "x-MacCyrillic");
  CHECK(decoded("\x8F\xE0\xAE", "cp866").encoding == "IBM866");
  CHECK(decoded("\xCF\xF0\xEE", "CP1251").encoding == "windows-1251");
  CHECK(decoded("\xBF\xE0\xDE", "iso8859-5").encoding == "ISO-8859-5");
  CHECK(decoded("abc", "latin1").encoding == "ISO-8859-1");
  CHECK(error_code("abc", "no-such-thing") == "encoding");
  CHECK(error_code("abc", "") == "encoding");
}

TEST_CASE("line ends") {
  CHECK(decoded("а\r\nб\rв\nг\r\r\nд\r").text == "а\nб\nв\nг\n\nд\n");
  CHECK(decoded("а\xE2\x80\xA8\xE2\x80\xA9"
                "б")
            .text == "а\n\nб");
  CHECK(decoded("end\r\n\x1A").text == "end\n");
}

TEST_CASE("plain ASCII is UTF-8") { CHECK(decoded("Protocol 1\n").encoding == "UTF-8"); }

TEST_CASE("what is no text") {
  CHECK(error_code("PK\x03\x04rest") == "binary");
  CHECK(error_code("%PDF-1.4 ...") == "binary");
  CHECK(error_code(std::string("\x7F"
                               "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0",
                               20)) == "binary");
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 5000; ++i)
    noise += static_cast<char>((state = state * 1103515245 + 12345) >> 16 & 0xFF);
  CHECK(error_code(noise) == "binary");
  CHECK(error_code("") == "none");
}
