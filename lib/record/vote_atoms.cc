// Reading the words and figures of votes.
#include "record/vote_atoms.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace protokol {

namespace {

constexpr std::size_t longest_number = 9;  // digits; more is no count of votes

VoteAtomKind kind_of(const Mark& mark) {
  using enum VoteAtomKind;
  constexpr std::array<std::pair<std::string_view, VoteAtomKind>, 16> kinds{{{"side", side},
                                                                             {"nil", nil},
                                                                             {"count", number},
                                                                             {"unit", unit},
                                                                             {"all", all},
                                                                             {"unanimous", unanimous},
                                                                             {"majority", majority},
                                                                             {"label", label},
                                                                             {"took", took},
                                                                             {"ground", ground},
                                                                             {"novote", no_vote},
                                                                             {"others", others},
                                                                             {"items", items},
                                                                             {"rest", rest},
                                                                             {"everywhere", everywhere},
                                                                             {"filler", filler}}};
  if (mark.kind == "verdict") return mark.value == "rejected" ? rejected : adopted;
  for (auto [name, kind] : kinds) {
    if (name == mark.kind) return kind;
  }
  return filler;
}

VoteSide side_of(std::string_view value) {
  if (value.ends_with("for")) return VoteSide::in_favour;
  if (value.ends_with("against")) return VoteSide::against;
  if (value.ends_with("abstained")) return VoteSide::abstained;
  return VoteSide::absent;
}

double to_number(std::string_view digits) {
  double number = 0;
  for (char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

class AtomReading {
 public:
  explicit AtomReading(const Passage& passage) : passage_(passage) {}

  std::vector<VoteAtom> read(std::vector<Mark> marks) {
    std::uint32_t t = passage_.tokens.from;
    for (Mark& mark : marks) {
      if (is_initial(mark)) continue;
      read_numbers({t, mark.tokens.from});
      t = mark.tokens.to;
      VoteAtom atom;
      atom.kind = kind_of(mark);
      atom.tokens = mark.tokens;
      if (atom.kind == VoteAtomKind::side) {
        atom.side = side_of(mark.value);
        atom.nil_before = mark.value.starts_with("nil-");
      }
      if (atom.kind == VoteAtomKind::number) atom.number = to_number(mark.value);
      if (atom.kind == VoteAtomKind::items) atom.value = std::move(mark.value);
      atoms_.push_back(std::move(atom));
    }
    read_numbers({t, passage_.tokens.to});
    return std::move(atoms_);
  }

 private:
  bool is_number(std::uint32_t token) const {
    return token < passage_.tokens.to && passage_.token(token).kind == TokenKind::number;
  }
  bool is_glued(std::uint32_t token) const { return !passage_.token(token).space_before; }

  /// «И.» of a name, which looks like the conjunction.
  bool is_initial(const Mark& mark) const {
    std::uint32_t token = mark.tokens.from;
    return mark.tokens.size() == 1 && passage_.token(token).capital && passage_.at(token).size() == 1 &&
           is_sign(*passage_.text, token + 1, ".");
  }

  void read_numbers(Span gap) {
    for (std::uint32_t t = gap.from; t < gap.to;) {
      if (!is_number(t)) {
        ++t;
        continue;
      }
      VoteAtom atom = figures_at(t, gap.to).value_or(number_at(t, gap.to));
      t = atom.tokens.to;
      atoms_.push_back(std::move(atom));
    }
  }

  /// «7-0-0», «6 / 1 / 0»: three whole numbers, none with a leading zero, and no fourth.
  std::optional<VoteAtom> figures_at(std::uint32_t from, std::uint32_t end) const {
    if (from + 5 > end) return std::nullopt;
    std::string_view sign = passage_.at(from + 1);
    VoteAtom atom;
    atom.kind = VoteAtomKind::figures;
    atom.tokens = {from, from + 5};
    for (std::uint32_t i = 0; i < 3; ++i) {
      std::uint32_t token = from + 2 * i;
      std::string_view digits = is_number(token) ? passage_.at(token) : std::string_view();
      if (digits.empty() || digits.size() > 4 || (digits.size() > 1 && digits[0] == '0')) return std::nullopt;
      if (i > 0 && (passage_.at(token - 1) != sign || !is_sign(*passage_.text, token - 1, "-/")))
        return std::nullopt;
      atom.figures[i] = to_number(digits);
    }
    bool goes_on = from + 6 < end && passage_.at(from + 5) == sign && is_number(from + 6);
    bool continues = from > passage_.tokens.from && passage_.at(from - 1) == sign && is_glued(from);
    if (goes_on || continues) return std::nullopt;
    return atom;
  }

  /// «2 871,4»: groups of three digits behind a gap, a fraction without one. A share in per cent is no count.
  VoteAtom number_at(std::uint32_t from, std::uint32_t end) const {
    VoteAtom atom;
    atom.kind = VoteAtomKind::number;
    std::uint32_t t = from + 1;
    std::string digits(passage_.at(from));
    while (digits.size() < longest_number && digits[0] != '0' && passage_.at(t - 1).size() <= 3 && t < end &&
           is_number(t) && passage_.at(t).size() == 3) {
      digits += passage_.at(t++);
    }
    bool fraction =
        t + 1 < end && is_sign(*passage_.text, t, ",.") && is_glued(t) && is_number(t + 1) && is_glued(t + 1);
    if (digits.size() > longest_number) atom.kind = VoteAtomKind::filler;
    atom.number = to_number(digits.substr(0, longest_number));
    if (fraction) {
      std::string text = digits + "." + std::string(passage_.at(t + 1));
      std::from_chars(text.data(), text.data() + text.size(), atom.number);
      t += 2;
    }
    if (t < passage_.tokens.to && is_sign(*passage_.text, t, "%")) atom.kind = VoteAtomKind::filler;
    atom.tokens = {from, t};
    return atom;
  }

  const Passage& passage_;
  std::vector<VoteAtom> atoms_;
};

/// «2.1» → «2.» and 1; nothing where it does not end in digits.
std::optional<std::pair<std::string_view, int>> last_number(std::string_view number) {
  std::size_t from = number.find_last_not_of("0123456789");
  from = from == std::string_view::npos ? 0 : from + 1;
  int value = 0;
  auto [end, error] = std::from_chars(number.data() + from, number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  return std::pair{number.substr(0, from), value};
}

void add_range(std::vector<std::string>& items, std::string_view first, std::string_view last) {
  constexpr int longest_range = 200;
  auto from = last_number(first), to = last_number(last);
  if (from && to && from->first == to->first && from->second < to->second &&
      to->second - from->second < longest_range) {
    for (int n = from->second; n <= to->second; ++n) {
      items.push_back(std::string(from->first) + std::to_string(n));
    }
    return;
  }
  // Letters: UTF-8 keeps the alphabet's order in the last byte of each half.
  if (first.size() == 2 && last.size() == 2 && first[0] == last[0] && first[1] < last[1]) {
    for (char letter = first[1]; letter <= last[1]; ++letter) {
      items.push_back({first[0], letter});
    }
    return;
  }
  items.emplace_back(first);
  items.emplace_back(last);
}

bool is_item_byte(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '.' || static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

std::vector<Mark> vote_marks(std::string_view place, const Passage& passage, const Grammar& grammar) {
  const Table* groups = grammar.table("vote.groups");
  if (!groups) return {};
  for (const std::vector<std::string>& row : *groups) {
    if (row.size() > 1 && row[0] == place) return grammar.find(*passage.text, passage.tokens, row[1]);
  }
  return {};
}

std::vector<VoteAtom> vote_atoms(const Passage& passage, const Language& language) {
  return AtomReading(passage).read(vote_marks("votes", passage, language.grammar));
}

std::vector<std::string> spelled_out(std::string_view text) {
  std::vector<std::string> items;
  std::string_view range_start;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_item_byte(text[i])) {
      if (text[i] == '-' && !items.empty()) range_start = items.back();
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_item_byte(text[end])) ++end;
    std::string_view item = text.substr(i, end - i);
    i = end;
    while (item.ends_with('.')) item.remove_suffix(1);
    // Words between numbers («и») are no items; a letter is two bytes, and «и» stands for no item.
    bool joint = item.size() == 2 && item == "\xD0\xB8";
    if (item.empty() || joint) continue;
    if (!range_start.empty()) {
      std::string first = std::move(items.back());
      items.pop_back();
      add_range(items, first, item);
      range_start = {};
    } else {
      items.emplace_back(item);
    }
  }
  return items;
}

}  // namespace protokol
