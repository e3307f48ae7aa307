#include "grammar/lexicon.h"

#include <algorithm>
#include <utility>

namespace protokol::grammar {

namespace {

void add_classes(std::vector<Atom>& atoms, const Token& token) {
  const auto add = [&](TokenClass passed) { atoms.push_back(static_cast<Atom>(passed)); };
  switch (token.kind) {
    case TokenKind::number:
      return add(TokenClass::number);
    case TokenKind::sign:
      return add(TokenClass::sign);
    case TokenKind::word:
      break;
  }
  add(TokenClass::word);
  if (token.capital) add(TokenClass::capitalised);
  if (token.capitals) add(TokenClass::capitals);
  if (token.capital && token.to - token.from == 1) add(TokenClass::initial);
}

}  // namespace

void Lexicon::link(std::string_view word, Atom atom) {
  const std::uint32_t id = words_.insert(word);
  if (id == heads_.size()) heads_.push_back(0);
  links_.push_back({atom, heads_[id]});
  heads_[id] = static_cast<std::uint32_t>(links_.size());
}

Atom Lexicon::of_word(std::string_view prepared) {
  const std::uint32_t id = literals_.insert(prepared);
  if (id == literal_atoms_.size()) {
    literal_atoms_.push_back(next_++);
    link(prepared, literal_atoms_.back());
  }
  return literal_atoms_[id];
}

Atom Lexicon::of_forms(std::string_view key, const std::vector<std::string>& forms) {
  const std::uint32_t id = keys_.insert(key);
  if (id == key_atoms_.size()) {
    key_atoms_.push_back(next_++);
    for (const std::string& form : forms) link(form, key_atoms_.back());
  }
  return key_atoms_[id];
}

std::variant<Atom, Fault> Lexicon::of_shape(std::string_view utf8, Room& room) {
  if (const auto known = shape_texts_.find(utf8)) return shape_atoms_[*known];
  auto added = shapes_.add(utf8, room);
  if (auto* fault = std::get_if<Fault>(&added)) return std::move(*fault);
  shape_texts_.insert(utf8);
  shape_atoms_.push_back(next_++);
  return shape_atoms_.back();
}

std::vector<Atom> Lexicon::atoms(std::string_view text, const Token& token) const {
  std::vector<Atom> passed;
  add_classes(passed, token);
  if (const auto id = words_.find(text)) {
    for (std::uint32_t link = heads_[*id]; link != 0; link = links_[link - 1].next) {
      passed.push_back(links_[link - 1].atom);
    }
  }
  if (!shapes_.empty()) {
    for (const std::uint32_t shape : shapes_.matching(text)) passed.push_back(shape_atoms_[shape]);
  }
  std::sort(passed.begin(), passed.end());
  passed.erase(std::unique(passed.begin(), passed.end()), passed.end());
  return passed;
}

}  // namespace protokol::grammar
