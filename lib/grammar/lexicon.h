// Which of the patterns' token tests («atoms») a token passes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/word_table.h"
#include "grammar/expressions.h"
#include "grammar/keywords.h"
#include "text/tokens.h"

namespace protokol::grammar {

/// The number of a test that one token passes or fails: a word, the forms of a lemma, a class, a shape.
/// The first `token_classes` numbers are the token classes.
using Atom = std::uint32_t;

class Lexicon {
 public:
  Atom of_class(TokenClass wanted) const { return static_cast<Atom>(wanted); }
  /// The atom of one word, number or sign.
  Atom of_word(std::string_view prepared);
  /// The atom of a set of words; equal keys give the same atom.
  Atom of_forms(std::string_view key, const std::vector<std::string>& forms);
  /// Whether the key's forms are known already.
  bool knows_forms(std::string_view key) const { return keys_.find(key).has_value(); }
  std::variant<Atom, Fault> of_shape(std::string_view utf8, Room& room);
  /// To be called once, after the last atom.
  std::optional<Fault> complete() { return shapes_.compile(); }

  std::uint32_t atom_count() const { return next_; }
  template <typename Stream>
  void transfer(Stream& stream) {
    stream(next_), stream(words_), stream(heads_), stream.block(links_);
    stream(literals_), stream(literal_atoms_), stream(keys_), stream(key_atoms_);
    stream(shape_texts_), stream(shape_atoms_), stream(shapes_);
  }

  /// Every atom that the token passes, ascending.
  std::vector<Atom> atoms(std::string_view text, const Token& token) const;

 private:
  struct Link {
    Atom atom = 0;
    std::uint32_t next = 0;  ///< link number + 1; 0 ends the chain
  };
  void link(std::string_view word, Atom atom);

  Atom next_ = token_classes;
  WordTable words_;                   ///< every literal word and every form
  std::vector<std::uint32_t> heads_;  ///< by word: its first link
  std::vector<Link> links_;
  WordTable literals_;
  std::vector<Atom> literal_atoms_;
  WordTable keys_;
  std::vector<Atom> key_atoms_;
  WordTable shape_texts_;
  std::vector<Atom> shape_atoms_;
  Shapes shapes_;
};

}  // namespace protokol::grammar
