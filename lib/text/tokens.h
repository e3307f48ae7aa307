// Prepared text cut into words, numbers and signs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace protokol {

enum class TokenKind : std::uint8_t {
  word,    ///< a run of letters; hyphenated compounds are word, sign, word
  number,  ///< a run of digits
  sign,    ///< one other character
};

/// One token: bytes [from, to) of the prepared text. Small: a large document has ten million of them.
struct Token {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  TokenKind kind = TokenKind::sign;
  bool space_before : 1 = false;  ///< a gap, or the start of the text, stands before it
  bool capital : 1 = false;       ///< a word that begins with a capital in the source
  bool capitals : 1 = false;      ///< a word of two or more letters, all of them capitals
  bool opens : 1 = false;         ///< `^` of a rule may stand before it
  bool closes : 1 = false;        ///< `$` of a rule may stand after it
  bool wrap_before : 1 = false;   ///< the line break before it only filled the lines: a space, no more
};

/// Prepared text with its tokens. The first token opens, the last one closes.
struct TokenText {
  Prepared prepared;
  std::vector<Token> tokens;
  /// Tells this text from every other that was tokenised; copies share it. 0: made by hand.
  std::uint64_t number = 0;
  bool reordered = false;  ///< its pieces do not stand in the order of the document's text

  std::string_view at(std::uint32_t token) const {
    const Token& t = tokens[token];
    return std::string_view(prepared.text).substr(t.from, t.to - t.from);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  /// The byte span of the document's text that tokens [from, to) were read from; where pieces were reordered
  /// it may hold others, too.
  Span source(Span tokens) const;
};

TokenText tokenize(Prepared prepared, std::string_view document_text);

/// The printed wording of tokens [from, to), as `wording` of prepared text.
std::string wording(const TokenText& text, std::string_view document_text, Span tokens);

}  // namespace protokol
