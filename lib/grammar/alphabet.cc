#include "grammar/alphabet.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace protokol::grammar {

namespace {

constexpr std::uint32_t longest_remembered = 64;

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

void GroupStarts::clear(std::uint32_t first, std::uint32_t tokens, std::size_t groups) {
  first_ = first;
  words_ = (tokens + 63) / 64;
  bits_.assign(words_ * groups, 0);
}

void GroupStarts::add(std::uint32_t token, std::span<const std::uint64_t> groups) {
  const std::uint32_t place = token - first_;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::uint64_t word = groups[i]; word != 0; word &= word - 1) {
      const std::size_t group = i * 64 + static_cast<std::size_t>(std::countr_zero(word));
      bits_[group * words_ + place / 64] |= std::uint64_t{1} << (place % 64);
    }
  }
}

std::uint32_t GroupStarts::next(std::uint32_t group, std::uint32_t from, std::uint32_t to) const {
  if (from >= to) return to;
  const std::uint64_t* bits = bits_.data() + group * words_;
  std::size_t word = (from - first_) / 64;
  std::uint64_t left = bits[word] & (~std::uint64_t{0} << ((from - first_) % 64));
  while (left == 0) {
    if (++word * 64 >= to - first_) return to;
    left = bits[word];
  }
  const auto place =
      static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(left));
  return std::min(first_ + place, to);
}

void LetterMemory::Kept::read(const TokenText& text, Span range, Alphabet& alphabet) {
  number = text.number;
  tokens = range;
  letters.clear();
  starts.clear(tokens.from, tokens.size(), alphabet.group_count());
  for (std::uint32_t i = tokens.from; i < tokens.to; ++i) {
    letters.push_back(alphabet.letter(text, i));
    starts.add(i, alphabet.groups(letters.back()));
  }
}

bool LetterMemory::Kept::holds(const TokenText& text, Span range) const {
  return number != 0 && number == text.number && tokens.from <= range.from && range.to <= tokens.to;
}

Lettered LetterMemory::read(const TokenText& text, Span range, Alphabet& alphabet) {
  const bool whole = text.number != 0 && text.size() <= longest_kept;
  Kept& kept = whole ? kept_[text.number % texts_kept] : range_;
  if (!kept.holds(text, range)) kept.read(text, whole ? Span{0, text.size()} : range, alphabet);
  return {&text, range, kept.letters, kept.tokens.from, &kept.starts};
}

void LetterMemory::forget() {
  for (Kept& kept : kept_) kept = {};
  range_ = {};
}

}  // namespace protokol::grammar
