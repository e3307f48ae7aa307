// The encoding of a page, its tree, and what html_body finds in it.
#include "input/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "input/content.h"
#include "input/html_body.h"
#include "input/html_comments.h"
#include "text/encoding.h"

namespace protokol {
namespace {

constexpr std::size_t head_size = 4096;  ///< where a page may say its encoding
constexpr std::size_t most_bytes = std::size_t{1} << 30;

/// What `<meta charset=…>` or `<meta … content="text/html; charset=…">` says.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, head_size));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::string_view key = "charset=";
  const std::size_t meta = head.find("<meta");
  const std::size_t at = meta == std::string::npos ? meta : head.find(key, meta);
  if (at == std::string::npos) return std::nullopt;
  std::size_t from = at + key.size();
  while (from < head.size() && (head[from] == '"' || head[from] == '\'' || head[from] == ' ')) ++from;
  const std::size_t to = head.find_first_of("\"'> ;/", from);
  if (to == std::string::npos || to == from) return std::nullopt;
  return head.substr(from, to - from);
}

/// Bytes that are UTF-8 or UTF-16 are so whatever the page says; the code pages look alike, so it is asked.
std::variant<DecodedText, DecodingError> decode(std::string_view bytes,
                                                const std::optional<std::string>& given) {
  if (given) return decode_text(bytes, given);
  const auto detected = detect_encoding(bytes);
  const auto declared = declared_encoding(bytes);
  const bool unicode = detected && detected->starts_with("UTF-");
  if (declared && !unicode) {
    auto decoded = decode_text(bytes, declared);
    if (std::holds_alternative<DecodedText>(decoded)) return decoded;
  }
  return decode_text(bytes, std::nullopt);
}

}  // namespace

std::variant<Document, InputError> read_html(std::string_view bytes, const InputOptions& options) {
  if (bytes.size() >= most_bytes)
    return InputError{"too_large", "read", "The page is larger than 1 GB; split it into single protocols."};
  auto decoded = decode(bytes, options.encoding);
  if (auto* error = std::get_if<DecodingError>(&decoded))
    return InputError{std::move(error->code), "decode", std::move(error->message)};
  auto& text = std::get<DecodedText>(decoded);
  // The parser would take a zero for the end.
  std::replace(text.text.begin(), text.text.end(), '\0', ' ');
  text.text = without_conditions(std::move(text.text));

  xmlInitParser();
  constexpr int quiet_and_local = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC |
                                  static_cast<int>(XML_PARSE_HUGE);
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> page(
      htmlReadMemory(text.text.data(), static_cast<int>(text.text.size()), nullptr, "UTF-8", quiet_and_local),
      xmlFreeDoc);
  const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
  HtmlContent content;
  if (root != nullptr) content = read_html_tree(*root);
  Document document = lay_out(content.body, content.furniture);
  if (document.blocks.empty())
    return InputError{"empty", "read", "The page holds no text; save it again once it is loaded whole."};
  document.encoding = std::move(text.encoding);
  if (text.invalid > 0) document.warnings.emplace_back("invalid_bytes");
  return document;
}

}  // namespace protokol
