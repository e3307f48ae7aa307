// Code points: reading, writing, counting.
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace protokol;

TEST_CASE("code points there and back") {
  for (char32_t value : {U'a', U'я', U'№', U'\U0001F4F0', U'\x7FF', U'\x800', U'\xFFFF', U'\x10FFFF'}) {
    const std::string text = utf8::encode(value);
    const utf8::CodePoint read = utf8::decode(text, 0);
    CHECK(read.value == value);
    CHECK(read.size == text.size());
  }
}

TEST_CASE("broken bytes are one replacement each") {
  for (std::string_view text :
       {"\x80", "\xD0", "\xD0 ", "\xC0\xAF", "\xE2\x84", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    CHECK(utf8::decode(text, 0).value == utf8::replacement);
    CHECK(utf8::decode(text, 0).size == 1);
  }
}

TEST_CASE("kinds") {
  CHECK(utf8::is_letter(U'ё'));
  CHECK(utf8::is_capital(U'Ё'));
  CHECK(utf8::is_small(U'ж'));
  CHECK(utf8::is_mark(0x306));
  CHECK(utf8::is_space(0xA0));
  CHECK(utf8::is_space(0x200B));
  CHECK(utf8::is_digit(U'7'));
  CHECK_FALSE(utf8::is_digit(U'²'));
  CHECK(utf8::to_small(U'Ё') == U'ё');
}

TEST_CASE("trimming") {
  const std::string_view text = " \t\xC2\xA0«а б» \xE2\x80\x8B\xC2\xA0";
  const Span span = utf8::trim(text, {0, static_cast<std::uint32_t>(text.size())});
  CHECK(text.substr(span.from, span.size()) == "«а б»");
  CHECK(utf8::trim("   ", {0, 3}).empty());
}

TEST_CASE("composition") { CHECK(utf8::to_nfc("и\xCC\x86") == "й"); }

TEST_CASE("byte spans become spans of code points") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += i % 3 == 0 ? "я" : i % 3 == 1 ? "z" : "№";
  const utf8::CodePointIndex index(text);
  std::uint32_t byte = 0;
  for (std::uint32_t i = 0; i < 500; ++i) {
    CHECK(index.at(byte) == i);
    byte += utf8::decode(text, byte).size;
  }
  CHECK(index.span({0, byte}) == Span{0, 500});
  CHECK(index.at(1u << 30) == 500);
  CHECK(utf8::count(text) == 500);
  CHECK(utf8::CodePointIndex("").at(0) == 0);
}
