// Converts bytes into UTF-8 with plain line ends.
#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"
#include "text/code_pages.h"

namespace protokol {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// ---- UTF-8
// --------------------------------------------------------------------------------------------------

/// Bytes from `at` on that are valid UTF-8.
std::size_t valid_size(std::string_view bytes, std::size_t at) {
  const auto* all = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t from = at, size = bytes.size();
  while (at < size) {
    if (all[at] < 0x80) {
      ++at;
    } else if (all[at] >= 0xC2 && all[at] < 0xE0 && at + 1 < size && (all[at + 1] & 0xC0) == 0x80) {
      at += 2;
    } else {
      const std::uint32_t next = utf8::decode(bytes, at).size;
      if (next == 1) break;
      at += next;
    }
  }
  return at - from;
}

DecodedText from_utf8(std::string_view bytes) {
  DecodedText result{{}, "UTF-8", 0};
  result.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = valid_size(bytes, at);
    result.text.append(bytes, at, size);
    at += size;
    if (at == bytes.size()) break;
    ++result.invalid;
    result.text += replacement;
    ++at;
    while (at < bytes.size() && (bytes[at] & 0xC0) == 0x80) ++at;  // the rest of the broken character
  }
  return result;
}

// ---- one-byte pages
// -----------------------------------------------------------------------------------------

DecodedText from_code_page(std::string_view bytes, const CodePage& page) {
  struct Letter {
    char bytes[3];
    std::uint8_t size;
  };
  std::array<Letter, 256> letters{};
  for (std::size_t i = 0; i < 256; ++i) {
    const std::string letter = utf8::encode(page.letters[i]);
    std::copy(letter.begin(), letter.end(), letters[i].bytes);
    letters[i].size = static_cast<std::uint8_t>(letter.size());
  }
  DecodedText result{std::string(bytes.size() * 3, '\0'), std::string(page.name), 0};
  char* out = result.text.data();
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const Letter& letter = letters[byte];
    for (std::uint8_t i = 0; i < letter.size; ++i) *out++ = letter.bytes[i];
    result.invalid += page.letters[byte] == utf8::replacement;
  }
  result.text.resize(static_cast<std::size_t>(out - result.text.data()));
  return result;
}

// ---- everything else
// ----------------------------------------------------------------------------------------

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

void replace_and_count(const void* counter, UConverterToUnicodeArgs* arguments, const char*, std::int32_t,
                       UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<std::size_t*>(const_cast<void*>(counter));
  const UChar sign = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &sign, 1, 0, status);
}

DecodedText from_icu(std::string_view bytes, UConverter* converter, std::string name) {
  DecodedText result{{}, std::move(name), 0};
  result.text.reserve(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter, replace_and_count, &result.invalid, nullptr, nullptr, &status);
  Converter to_utf8(ucnv_open("UTF-8", &status));
  std::array<UChar, 4096> pivot;
  UChar *pivot_from = pivot.data(), *pivot_to = pivot.data();
  std::array<char, 16384> chunk;
  const char* source = bytes.data();
  do {
    char* target = chunk.data();
    const bool first = source == bytes.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to_utf8.get(), converter, &target, chunk.data() + chunk.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_from, &pivot_to,
                   pivot.data() + pivot.size(), first, true, &status);
    result.text.append(chunk.data(), static_cast<std::size_t>(target - chunk.data()));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return result;
}

/// The name as MIME and IANA have it, else ICU's own.
std::string standard_name(const std::string& name, UConverter* converter) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) && known != nullptr) return known;
  }
  UErrorCode status = U_ZERO_ERROR;
  const char* own = ucnv_getName(converter, &status);
  return U_SUCCESS(status) ? own : name;
}

std::optional<DecodedText> from_named(std::string_view bytes, const std::string& encoding) {
  const bool mac = ucnv_compareNames(encoding.c_str(), "x-MacCyrillic") == 0;
  const std::string known = mac ? "x-mac-cyrillic" : encoding;
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(known.c_str(), &status));
  if (converter == nullptr || U_FAILURE(status) || known.empty()) return {};
  const std::string name = mac ? "x-MacCyrillic" : standard_name(known, converter.get());
  if (name == "UTF-8") return from_utf8(bytes);
  for (const CodePage& page : code_pages()) {
    if (page.name == name) return from_code_page(bytes, page);
  }
  return from_icu(bytes, converter.get(), name);
}

// ---- line ends
// ----------------------------------------------------------------------------------------------

bool is_separator(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() &&
         (text[at + 2] == '\xA8' || text[at + 2] == '\xA9');
}

/// \r\n, \r and the line and paragraph separators of Unicode become \n.
std::string with_plain_line_ends(std::string text) {
  while (text.ends_with('\x1A')) text.pop_back();  // DOS ends a text so
  std::size_t kept = std::min({text.find('\r'), text.find("\xE2\x80\xA8"), text.find("\xE2\x80\xA9")});
  if (kept == std::string::npos) return text;
  for (std::size_t at = kept; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    const bool separator = is_separator(text, at);
    text[kept++] = separator || text[at] == '\r' ? '\n' : text[at];
    if (separator) at += 2;
  }
  text.resize(kept);
  return text;
}

// ---- files that are no text
// ---------------------------------------------------------------------------------

struct Format {
  std::string_view head, advice;
};
constexpr std::array<Format, 6> formats = {
    {{"PK\x03\x04", "This is a ZIP archive or an office document; save it as plain text first."},
     {"%PDF-", "This is a PDF document; extract its text first."},
     {"\xD0\xCF\x11\xE0", "This is an old office document; save it as plain text first."},
     {"{\\rtf", "This is an RTF document; save it as plain text first."},
     {"\x1F\x8B", "This is a gzip archive; unpack it first."},
     {"\x89PNG", "This is an image; recognise its text first."}}};

}  // namespace

std::variant<DecodedText, DecodingError> decode_text(std::string_view bytes,
                                                     const std::optional<std::string>& encoding) {
  for (const Format& format : formats) {
    if (bytes.starts_with(format.head)) return DecodingError{"binary", std::string(format.advice)};
  }
  const std::optional<std::string_view> detected = encoding ? *encoding : detect_encoding(bytes);
  if (!detected)
    return DecodingError{"binary", "The bytes are no text; give a text file, or name its encoding."};
  std::optional<DecodedText> decoded = from_named(bytes, std::string(*detected));
  if (!decoded) {
    return DecodingError{"encoding", "There is no encoding named '" + std::string(*detected) +
                                         "'; name one such as UTF-8, windows-1251, KOI8-R or IBM866."};
  }
  if (decoded->text.starts_with("\xEF\xBB\xBF")) decoded->text.erase(0, 3);
  decoded->text = with_plain_line_ends(std::move(decoded->text));
  return std::move(*decoded);
}

}  // namespace protokol
