#include "grammar/alphabet.h"

#include <algorithm>
#include <cstddef>

namespace protokol::grammar {

namespace {

constexpr std::uint32_t longest_remembered = 64;

}  // namespace

Alphabet::Alphabet(const Program& program)
    : program_(&program), gate_words_((program.lines.size() + 63) / 64) {}

std::uint32_t Alphabet::letter(const TokenText& text, std::uint32_t number) {
  const Token& token = text.tokens[number];
  const std::string_view word = text.at(number);
  if (word.size() > longest_remembered) return intern(program_->lexicon.atoms(word, token));
  const std::uint32_t id = seen_.insert(word);
  if (id == letters_.size()) letters_.push_back({0, 0, 0});
  std::uint32_t& known = letters_[id][token.capitals ? 2 : token.capital ? 1 : 0];
  if (known == 0) known = intern(program_->lexicon.atoms(word, token)) + 1;
  return known - 1;
}

bool Alphabet::passes(std::uint32_t letter, Atom atom) const {
  const auto passed = atoms(letter);
  return std::binary_search(passed.begin(), passed.end(), atom);
}

void Alphabet::forget() {
  seen_.clear();
  letters_.clear();
  sets_.clear();
  atoms_.clear();
  starts_ = {0};
  gates_.clear();
}

std::uint32_t Alphabet::intern(const std::vector<Atom>& atoms) {
  const std::string_view bytes(reinterpret_cast<const char*>(atoms.data()), atoms.size() * sizeof(Atom));
  const std::uint32_t known = sets_.size();
  const std::uint32_t id = sets_.insert(bytes);
  if (id == known) {
    atoms_.insert(atoms_.end(), atoms.begin(), atoms.end());
    starts_.push_back(static_cast<std::uint32_t>(atoms_.size()));
    add_gate(atoms);
  }
  return id;
}

void Alphabet::add_gate(const std::vector<Atom>& atoms) {
  const std::size_t base = gates_.size();
  gates_.resize(base + gate_words_, 0);
  const auto open = [&](std::uint32_t line) { gates_[base + line / 64] |= std::uint64_t{1} << (line % 64); };
  for (const std::uint32_t line : program_->gates.open_lines) open(line);
  for (const Atom atom : atoms) {
    for (const std::uint32_t line : program_->gates.lines_of(atom)) open(line);
  }
}

void Lettered::read(const TokenText& new_text, Span new_range, Alphabet& alphabet) {
  text = &new_text;
  range = new_range;
  letters.clear();
  borders.clear();
  for (std::uint32_t i = range.from; i < range.to; ++i) {
    std::uint8_t border = 0;
    if (i == range.from || text->tokens[i].opens) border |= starts;
    if (i > range.from && text->tokens[i - 1].closes) border |= ends;
    borders.push_back(border);
    letters.push_back(alphabet.letter(*text, i));
  }
  borders.push_back(ends);
}

}  // namespace protokol::grammar
