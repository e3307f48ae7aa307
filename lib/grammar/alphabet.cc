#include "grammar/alphabet.h"

#include <algorithm>
#include <cstddef>

namespace protokol::grammar {

namespace {

constexpr std::uint32_t longest_remembered = 64;
constexpr std::uint32_t unread = 0xFFFFFFFFU;

}  // namespace

Alphabet::Alphabet(const Program& program)
    : program_(&program),
      gate_words_((program.lines.size() + 63) / 64),
      group_words_((program.groups.size() + 63) / 64) {}

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
  group_gates_.clear();
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
  const std::size_t group_base = group_gates_.size();
  gates_.resize(base + gate_words_, 0);
  group_gates_.resize(group_base + group_words_, 0);
  const auto open = [&](std::uint32_t line) {
    gates_[base + line / 64] |= std::uint64_t{1} << (line % 64);
    const std::uint32_t group = program_->entries[program_->lines[line].entry].group;
    if (group != none) group_gates_[group_base + group / 64] |= std::uint64_t{1} << (group % 64);
  };
  for (const std::uint32_t line : program_->gates.open_lines) open(line);
  for (const Atom atom : atoms) {
    for (const std::uint32_t line : program_->gates.lines_of(atom)) open(line);
  }
}

Lettered LetterMemory::read(const TokenText& text, Span range, Alphabet& alphabet) {
  if (text.number == 0 || text.size() > longest_kept) {
    range_letters_.clear();
    for (std::uint32_t i = range.from; i < range.to; ++i) range_letters_.push_back(alphabet.letter(text, i));
    return {&text, range, range_letters_, range.from};
  }
  Kept& kept = kept_[text.number % texts_kept];
  if (kept.number != text.number) {
    kept.number = text.number;
    kept.letters.assign(text.size(), unread);
  }
  for (std::uint32_t i = range.from; i < range.to; ++i) {
    if (kept.letters[i] == unread) kept.letters[i] = alphabet.letter(text, i);
  }
  return {&text, range, kept.letters, 0};
}

void LetterMemory::forget() {
  for (Kept& kept : kept_) kept = {};
}

}  // namespace protokol::grammar
