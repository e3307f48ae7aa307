#include "grammar/example.h"

#include <utility>
#include <vector>

#include "grammar/utf8_text.h"

namespace protokol::grammar {

namespace {

constexpr std::string_view opening = "\u2039";  // ‹
constexpr std::string_view closing = "\u203A";  // ›

/// A plain text without the signs of the example, and where they stood.
struct Plain {
  std::string text;
  std::vector<Span> pieces;
  std::optional<std::uint32_t> from, to;
};

std::uint32_t place(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

std::variant<Plain, Fault> plain(std::string_view line) {
  Plain made;
  std::uint32_t piece = 0;
  while (!line.empty()) {
    if (line.starts_with(opening) || line.starts_with(closing)) {
      std::optional<std::uint32_t>& border = line.starts_with(opening) ? made.from : made.to;
      if (border) return Fault{"the marked part begins or ends twice", "mark one part, by one pair of ‹ ›"};
      border = place(made.text);
      line.remove_prefix(opening.size());
    } else if (line.starts_with(" / ")) {
      made.pieces.push_back({piece, place(made.text)});
      made.text += '\n';
      piece = place(made.text);
      line.remove_prefix(3);
    } else {
      made.text += line.front();
      line.remove_prefix(1);
    }
  }
  made.pieces.push_back({piece, place(made.text)});
  if (made.from.has_value() != made.to.has_value() || made.from > made.to) {
    return Fault{"the marked part is not closed", "write ‹ before it and › behind it"};
  }
  return made;
}

/// The tokens that begin within these bytes of the source.
Span tokens_within(const TokenText& text, Span bytes) {
  Span tokens{text.size(), text.size()};
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const std::uint32_t start = text.prepared.source[text.tokens[i].from];
    if (start >= bytes.to) tokens.to = std::min(tokens.to, i);
    if (start >= bytes.from) tokens.from = std::min(tokens.from, i);
  }
  return tokens;
}

std::string one_spaced(std::string_view text) {
  std::string made;
  for (const char c : trimmed(text)) {
    if (c != ' ' || made.back() != ' ') made += c;
  }
  return made;
}

}  // namespace

std::variant<Example, Fault> parse_example(std::string_view line) {
  Example example;
  if (const std::size_t arrow = line.rfind("=>"); arrow != std::string_view::npos) {
    example.value = one_spaced(line.substr(arrow + 2));
    line = line.substr(0, arrow);
  }
  auto cut = plain(trimmed(line));
  if (auto* fault = std::get_if<Fault>(&cut)) return std::move(*fault);
  const Plain& source = std::get<Plain>(cut);
  example.text = tokenize(prepare(source.text, source.pieces), source.text);
  example.is_marked = source.from.has_value();
  example.tokens = {0, example.text.size()};
  if (example.is_marked) example.tokens = tokens_within(example.text, {*source.from, *source.to});
  if (example.tokens.empty()) return Fault{"the example is empty", "write a text behind the sign"};
  return example;
}

}  // namespace protokol::grammar
