// Closes up letter-spaced words. Text between two ordinary words that consists of single characters is a
// passage; its wide gaps part it into groups; a passage in which one group is clearly a letter-spaced word is
// closed up.
#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/alphabet.h"
#include "text/repairs.h"

namespace protokol {
namespace {

/// What parts two atoms; none at the start and at the end of the text.
struct Gap {
  std::uint32_t width = 0;  ///< spaces; very_wide where a tab or a line end is among them
  bool no_break = false;    ///< a single no-break space
};
constexpr std::uint32_t very_wide = 9;

/// What stands between two gaps: at most one letter or digit, with the signs around it.
struct Atom {
  std::uint32_t from = 0, to = 0;  ///< prepared bytes
  Gap before;
  std::uint8_t kind = 0;  ///< of the letter or digit; 0 where there are only signs
  char core = 0;
  bool capital = false;
  bool leads = false, trails = false;  ///< signs before, after the core
};

constexpr std::uint32_t longest_atom = 4;

class Closing {
 public:
  Closing(const Prepared& prepared, std::string_view document)
      : prepared_(prepared), document_(document), alphabet_(alphabet()) {}

  /// Places of the spaces to close, in order.
  std::vector<std::uint32_t> spaces_to_close();

 private:
  Atom atom_at(std::uint32_t from) const;
  Atom behind_number(Atom atom) const;
  Gap gap_at(std::uint32_t space) const;
  bool is_thin(const Atom& atom) const { return atom.to - atom.from <= longest_atom && atom.to > atom.from; }
  void settle(Gap after);
  bool narrow(Gap gap) const {
    return gap.width > 0 && gap.width <= narrow_width_ && !(gap.no_break && no_break_is_wide_);
  }
  std::size_t run_end(std::size_t first) const;
  bool is_word(std::size_t first, std::size_t end) const;
  bool is_spaced_word(std::size_t first, std::size_t end, Gap after) const;
  void close_before(std::size_t atom) { spaces_.push_back(passage_[atom].from - 1); }
  bool closes(std::size_t atom) const;
  bool is_sign(std::size_t atom, std::string_view signs) const;

  const Prepared& prepared_;
  std::string_view document_;
  const Alphabet& alphabet_;
  std::vector<Atom> passage_;
  std::uint32_t narrow_width_ = 1;  ///< spaces between the letters of a word in this passage
  bool no_break_is_wide_ =
      false;  ///< letters are parted by plain spaces, so that this is a gap between words
  std::vector<std::uint32_t> spaces_;
};

std::vector<std::uint32_t> Closing::spaces_to_close() {
  const auto size = static_cast<std::uint32_t>(prepared_.text.size());
  for (std::uint32_t at = 0; at < size;) {
    const Atom atom = atom_at(at);
    if (is_thin(atom)) {
      passage_.push_back(atom);
    } else {
      settle(atom.before);
    }
    at = atom.to + 1;
  }
  settle({});
  return std::move(spaces_);
}

// A longer stretch than an atom may have, or one with two letters, comes back without a core and too long.
Atom Closing::atom_at(std::uint32_t from) const {
  const std::string& text = prepared_.text;
  Atom atom;
  atom.from = from;
  atom.to = static_cast<std::uint32_t>(std::min(text.find(' ', from), text.size()));
  atom.before = from == 0 ? Gap{} : gap_at(from - 1);
  if (!is_thin(atom)) return atom;
  std::uint32_t cores = 0;
  for (std::uint32_t i = from; i < atom.to; ++i) {
    const std::uint8_t kind = kind_of(alphabet_, text[i]);
    if (!kind) continue;
    ++cores;
    atom.kind = kind;
    atom.core = text[i];
    atom.capital = utf8::is_capital(utf8::decode(document_, prepared_.source[i]).value);
    atom.leads = i > from;
    atom.trails = i + 1 < atom.to;
  }
  if (cores > 1) atom = behind_number(std::move(atom));
  return atom;
}

// «1.С Л У Ш А Л И», «1)С Л У Ш А Л И»: a letter right behind an item's number begins a word; else the atom
// is not thin.
Atom Closing::behind_number(Atom atom) const {
  const std::string& text = prepared_.text;
  const std::uint32_t last = atom.to - 1;
  std::uint32_t at = atom.from;
  while (at < last && ((kind_of(alphabet_, text[at]) & digit_bit) || text[at] == '.')) ++at;
  if (at + 1 == last && at > atom.from && text[at] == ')') ++at;
  const bool closed = last > atom.from && (text[last - 1] == '.' || text[last - 1] == ')');
  const bool numbered = at == last && closed && (atom.kind & letter_bits);
  atom.from = numbered ? last : atom.to;
  if (!numbered) return atom;
  atom.before = Gap{};
  atom.leads = false;
  return atom;
}

Gap Closing::gap_at(std::uint32_t space) const {
  const std::uint32_t from = prepared_.source[space], to = prepared_.source[space + 1];
  Gap gap;
  for (std::uint32_t at = from; at < to && gap.width < very_wide;) {
    const utf8::CodePoint next = utf8::decode(document_, at);
    gap.width += utf8::is_space(next.value);
    gap.no_break |= next.value == 0xA0;
    if (next.value == '\t' || next.value == '\n') gap.width = very_wide;
    at += next.size;
  }
  gap.no_break &= gap.width == 1;
  return gap;
}

bool Closing::is_sign(std::size_t atom, std::string_view signs) const {
  const Atom& a = passage_[atom];
  return a.kind == 0 && a.to - a.from == 1 && signs.find(prepared_.text[a.from]) != std::string_view::npos;
}

// Letters (or digits) from `first` on that only narrow gaps part.
std::size_t Closing::run_end(std::size_t first) const {
  const bool digits = (passage_[first].kind & digit_bit) != 0;
  const std::uint8_t wanted = digits ? std::uint8_t{digit_bit} : letter_bits;
  std::size_t end = first + 1;
  if (!(passage_[first].kind & wanted)) return end;
  while (end < passage_.size() && narrow(passage_[end].before) && (passage_[end].kind & wanted) &&
         !passage_[end].leads && !passage_[end - 1].trails) {
    ++end;
  }
  return end;
}

// All capitals, all small, or a capital and small letters; no list of letters in their order, no row of one
// letter.
bool Closing::is_word(std::size_t first, std::size_t end) const {
  if (passage_[first].kind & digit_bit) return end - first >= 2;
  if (end - first < 2) return false;
  bool ordered = true, equal = true, capitals = true, small = true, cyrillic = false;
  for (std::size_t i = first; i < end; ++i) {
    cyrillic |= (passage_[i].kind & cyrillic_bit) != 0;
    if (i == first) continue;
    ordered &= passage_[i].core == static_cast<char>(passage_[i - 1].core + 1);
    equal &= passage_[i].core == passage_[i - 1].core;
    capitals &= passage_[i].capital;
    small &= !passage_[i].capital;
  }
  return cyrillic && !ordered && !equal && (small || (capitals && passage_[first].capital));
}

bool Closing::is_spaced_word(std::size_t first, std::size_t end, Gap after) const {
  const std::size_t letters = end - first;
  if (letters < 3 || (passage_[first].kind & digit_bit) || !is_word(first, end)) return false;
  if (!passage_[first].capital && letters < 4) return false;
  const bool crowded_before = first == 0 && narrow(passage_[0].before);
  const bool crowded_after = end == passage_.size() && narrow(after) && !passage_[end - 1].trails;
  return letters >= 5 || (narrow_width_ == 1 && !crowded_before && !crowded_after);
}

// Whether the gap before a sign, or around a hyphen or initials, closes in a letter-spaced passage.
bool Closing::closes(std::size_t atom) const {
  if (atom == 0 || !narrow(passage_[atom].before)) return false;
  const auto letter = [&](std::size_t i) { return i < passage_.size() && (passage_[i].kind & letter_bits); };
  if (is_sign(atom, ".,:;!?)")) return true;
  const bool initials = is_sign(atom - 1, ".") && atom >= 2 && letter(atom - 2) && passage_[atom - 2].capital;
  if (initials && letter(atom) && passage_[atom].capital) return true;
  const auto spaced = [&](std::size_t i) { return letter(i) && i + 1 < passage_.size() && letter(i + 1); };
  if (is_sign(atom, "-")) return letter(atom - 1) && atom >= 2 && letter(atom - 2) && letter(atom + 1);
  return is_sign(atom - 1, "-") && atom >= 3 && letter(atom - 2) && letter(atom - 3) && spaced(atom);
}

void Closing::settle(Gap after) {
  std::size_t plain = 0, single = 0, doubled = 0;
  for (const Atom& atom : passage_) {
    plain += atom.before.width == 1 && !atom.before.no_break;
    single += atom.before.width == 1;
    doubled += atom.before.width == 2;
  }
  no_break_is_wide_ = plain > 1;
  narrow_width_ = doubled > single ? 2 : 1;
  bool spaced = false;
  for (std::size_t i = 0; i < passage_.size() && !spaced;) {
    const std::size_t end = run_end(i);
    spaced = is_spaced_word(i, end, after);
    i = end;
  }
  for (std::size_t i = 0; spaced && i < passage_.size();) {
    const std::size_t end = run_end(i);
    if (closes(i)) close_before(i);
    if (is_word(i, end)) {
      for (std::size_t k = i + 1; k < end; ++k) close_before(k);
    }
    i = end;
  }
  passage_.clear();
}

}  // namespace

Prepared close_up_letters(Prepared prepared, std::string_view document_text) {
  const std::vector<std::uint32_t> spaces = Closing(prepared, document_text).spaces_to_close();
  if (spaces.empty()) return prepared;
  std::size_t kept = spaces[0], next = 0;
  for (std::size_t i = spaces[0]; i < prepared.text.size(); ++i) {
    if (next < spaces.size() && spaces[next] == i) {
      ++next;
      continue;
    }
    prepared.text[kept] = prepared.text[i];
    prepared.source[kept++] = prepared.source[i];
  }
  prepared.source[kept] = prepared.source.back();
  prepared.text.resize(kept);
  prepared.source.resize(kept + 1);
  return prepared;
}

}  // namespace protokol
