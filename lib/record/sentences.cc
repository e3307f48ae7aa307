// Full stops that end sentences, by their neighbours.
#include "record/sentences.h"

namespace protokol {

namespace {

constexpr std::size_t longest_abbreviation = 3;

/// «… ночных часов.Голосовали тайно»: the space was lost between two whole words.
bool is_glued_end(const Passage& passage, std::uint32_t token, const Dictionary& dictionary) {
  const TokenText& text = *passage.text;
  if (token == passage.tokens.from || !is_word(text, token - 1) || !is_word(text, token + 1)) return false;
  const Token& before = text.tokens[token - 1];
  const Token& next = text.tokens[token + 1];
  if (before.capital || !next.capital || text.at(token + 1).size() <= longest_abbreviation) return false;
  return text.at(token - 1).size() > longest_abbreviation && dictionary.knows(text.at(token - 1));
}

/// «… до 15 января 2024 г. По пп. 2, 3 …»: a unit, and a small word with a capital; a noun there may be whom
/// the sentence goes on to charge: «До 1 марта 2024 г. Управлению культуры …».
bool is_unit_end(const Passage& passage, std::uint32_t token, const Dictionary& dictionary) {
  const TokenText& text = *passage.text;
  if (token < passage.tokens.from + 2 || text.tokens[token - 2].kind != TokenKind::number) return false;
  const std::string_view after = text.at(token + 1);
  return is_word(text, token + 1) && after.size() <= longest_abbreviation && !is_sign(text, token + 2, ".") &&
         !text.tokens[token + 1].capitals && dictionary.knows(after);
}

bool ends_sentence(const Passage& passage, std::uint32_t token, const Dictionary& dictionary) {
  const TokenText& text = *passage.text;
  if (is_sign(text, token, "!?")) return true;
  if (!is_sign(text, token, ".")) return false;
  if (token + 1 >= passage.tokens.to) return true;
  const Token& next = text.tokens[token + 1];
  if (!next.space_before) return is_glued_end(passage, token, dictionary);
  const bool begins = (next.kind == TokenKind::word && next.capital) || is_sign(text, token + 1, "\"([");
  if (!begins) return false;
  if (token == passage.tokens.from || !is_word(text, token - 1)) return true;
  const std::size_t letters = text.at(token - 1).size();
  if (letters == 1 && !text.tokens[token - 1].capital) return is_unit_end(passage, token, dictionary);
  if (letters == 1) {
    // An initial, unless a surname stands before it: «Котов И. И. Решено …».
    const bool after_initial = token >= passage.tokens.from + 2 && is_sign(text, token - 2, ".");
    const bool initial_follows = is_sign(text, token + 2, ".") && text.at(token + 1).size() <= 2;
    return after_initial && !initial_follows;
  }
  if (letters > longest_abbreviation || text.tokens[token - 1].capital) return true;
  return letters == longest_abbreviation &&
         dictionary.knows(text.at(token - 1));  // «… за 2019 год. Решение …»
}

}  // namespace

std::vector<Span> sentences_of(const Passage& passage, const Dictionary& dictionary) {
  std::vector<Span> sentences;
  std::uint32_t from = passage.tokens.from;
  for (std::uint32_t t = from; t < passage.tokens.to; ++t) {
    if (!ends_sentence(passage, t, dictionary)) continue;
    sentences.push_back({from, t + 1});
    from = t + 1;
  }
  if (from < passage.tokens.to) sentences.push_back({from, passage.tokens.to});
  return sentences;
}

}  // namespace protokol
