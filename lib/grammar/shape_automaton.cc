// Expressions are parsed into states with moves on sets of bytes; sets of these states are the automaton's.
#include "grammar/shape_automaton.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <utility>

namespace protokol::grammar {

namespace {

using Bytes = std::bitset<256>;
using Number = std::uint32_t;

constexpr std::size_t deepest = 50;         // groups within groups
constexpr Number most_copies = 100;         // of what a counted repetition repeats
constexpr std::size_t most_parts = 20'000;  // states before they are joined to sets
constexpr std::size_t most_states = 0x7FFF;

unsigned char byte_of(char letter) { return static_cast<unsigned char>(letter); }

/// A state of one expression: on each of `bytes` to `next`; without a byte to each of `free`.
struct Part {
  Bytes bytes;
  Number next = 0;
  std::vector<Number> free;
};

/// A piece of an expression: from its first part to its last one, which has no moves yet.
struct Piece {
  Number first = 0, last = 0;
};

/// Makes parts of expressions. What it does not know makes it fail.
class Maker {
 public:
  explicit Maker(std::vector<Part>& parts) : parts_(parts) {}

  std::optional<Piece> make(std::string_view expression) {
    text_ = expression;
    at_ = 0;
    const Piece made = alternatives();
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return made;
  }

 private:
  bool ends() const { return at_ == text_.size(); }
  bool sees(char sign) const { return !ends() && text_[at_] == sign; }
  bool takes(char sign) {
    if (!sees(sign)) return false;
    ++at_;
    return true;
  }

  Number part() {
    if (parts_.size() >= most_parts) failed_ = true;
    if (!failed_) parts_.emplace_back();
    return static_cast<Number>(parts_.size() - 1);
  }
  void lead(Number from, Number to) { parts_[from].free.push_back(to); }

  Piece alternatives() {
    const Piece whole{part(), part()};
    do {
      const Piece one = sequence();
      lead(whole.first, one.first);
      lead(one.last, whole.last);
    } while (!failed_ && takes('|'));
    return whole;
  }

  Piece sequence() {
    Piece whole;
    whole.first = whole.last = part();
    while (!failed_ && !ends() && !sees('|') && !sees(')')) {
      const Piece next = repeated();
      lead(whole.last, next.first);
      whole.last = next.last;
    }
    return whole;
  }

  Piece repeated() {
    const std::size_t from = at_;
    Piece one = single();
    const std::size_t to = at_;
    Number least = 1, most = 1;
    bool endless = false;
    if (takes('*')) {
      least = 0, endless = true;
    } else if (takes('+')) {
      endless = true;
    } else if (takes('?')) {
      least = 0;
    } else if (takes('{')) {
      least = number();
      most = least;
      if (takes(',')) {
        endless = sees('}');
        if (!endless) most = number();
      }
      if (!takes('}') || most < least || most > most_copies) failed_ = true;
    } else {
      return one;
    }
    if (sees('*') || sees('+') || sees('?') || sees('{')) failed_ = true;  // «a+?» means something else
    return failed_ ? one : copies(one, text_.substr(from, to - from), least, most, endless);
  }

  /// `one` and as many more as make it `least` to `most` times, or without end.
  Piece copies(Piece one, std::string_view expression, Number least, Number most, bool endless) {
    const Number count = endless ? std::max<Number>(least, 1) : most;
    Piece whole;
    whole.first = whole.last = part();
    const Number end = part();
    for (Number done = 0; done < count && !failed_; ++done) {
      if (done >= least) lead(whole.last, end);
      const Piece next = done == 0 ? one : again(expression);
      lead(whole.last, next.first);
      if (endless && done + 1 == count) lead(next.last, next.first);
      whole.last = next.last;
    }
    lead(whole.last, end);
    if (endless && least == 0) lead(whole.first, end);
    whole.last = end;
    return whole;
  }

  Piece again(std::string_view expression) {
    const std::string_view text = std::exchange(text_, expression);
    const std::size_t at = std::exchange(at_, 0);
    const Piece made = single();
    text_ = text;
    at_ = at;
    return made;
  }

  Number number() {
    Number value = 0;
    const std::size_t from = at_;
    while (!ends() && text_[at_] >= '0' && text_[at_] <= '9' && value <= most_copies) {
      value = value * 10 + static_cast<Number>(text_[at_++] - '0');
    }
    if (at_ == from || value > most_copies) failed_ = true;
    return value;
  }

  Piece single() {
    if (takes('(')) {
      if (++depth_ > deepest || sees('?')) failed_ = true;
      const Piece group = failed_ ? Piece{} : alternatives();
      --depth_;
      if (!takes(')')) failed_ = true;
      return group;
    }
    Bytes bytes;
    if (takes('[')) {
      bytes = class_of_bytes();
    } else if (takes('.')) {
      bytes.set();
      bytes.reset('\n');
    } else {
      bytes.set(byte_of(literal("^$*+?{}[]().|")));
    }
    const Piece made{part(), part()};
    parts_[made.first].bytes = bytes;
    parts_[made.first].next = made.last;
    return made;
  }

  /// One byte that means itself; a backslash stands before the others.
  char literal(std::string_view signs) {
    const bool quoted = takes('\\');
    if (ends()) failed_ = true;
    if (failed_) return '\0';
    const char byte = text_[at_++];
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9') || byte_of(byte) >= 0x80 || byte == '_';
    if (quoted ? letter : signs.find(byte) != std::string_view::npos) failed_ = true;
    return byte;
  }

  Bytes class_of_bytes() {
    Bytes bytes;
    const bool others = takes('^');
    bool first = true;
    while (!failed_ && (first || !sees(']'))) {
      if (ends() || text_.substr(at_, 2) == "[:") failed_ = true;
      const unsigned char from = byte_of(literal(""));
      unsigned char to = from;
      if (sees('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        to = byte_of(literal("["));
      }
      if (to < from) failed_ = true;
      for (unsigned byte = from; byte <= to; ++byte) bytes.set(byte);
      first = false;
    }
    if (!takes(']')) failed_ = true;
    return others ? ~bytes : bytes;
  }

  std::vector<Part>& parts_;
  std::string_view text_;
  std::size_t at_ = 0, depth_ = 0;
  bool failed_ = false;
};

/// Bytes that stand in the same sets are one class.
std::vector<std::uint8_t> classes_of(const std::vector<Part>& parts) {
  std::vector<std::uint8_t> classes(256, 0);
  for (const Part& part : parts) {
    if (part.bytes.none()) continue;
    std::map<std::pair<std::uint8_t, bool>, std::uint8_t> split;
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
      const auto next = static_cast<std::uint8_t>(split.size());
      classes[byte] = split.try_emplace({classes[byte], part.bytes.test(byte)}, next).first->second;
    }
  }
  return classes;
}

using PartSet = std::vector<Number>;  // ascending

/// With all that is reached without a byte.
PartSet reached(const std::vector<Part>& parts, PartSet from) {
  std::vector<bool> seen(parts.size(), false);
  PartSet all;
  while (!from.empty()) {
    const Number part = from.back();
    from.pop_back();
    if (seen[part]) continue;
    seen[part] = true;
    all.push_back(part);
    from.insert(from.end(), parts[part].free.begin(), parts[part].free.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::optional<ShapeAutomaton> ShapeAutomaton::of(std::span<const std::string> expressions) {
  std::vector<Part> parts;
  PartSet firsts;
  std::map<Number, std::uint32_t> lasts;  // the last part of each expression
  for (std::uint32_t i = 0; i < expressions.size(); ++i) {
    const auto piece = Maker(parts).make(expressions[i]);
    if (!piece) return std::nullopt;
    firsts.push_back(piece->first);
    lasts.emplace(piece->last, i);
  }
  ShapeAutomaton made;
  made.classes_ = classes_of(parts);
  made.class_count_ = 1U + *std::max_element(made.classes_.begin(), made.classes_.end());
  std::vector<unsigned char> member(made.class_count_);  // a byte of each class
  for (unsigned byte = 0; byte < 256; ++byte) member[made.classes_[byte]] = static_cast<unsigned char>(byte);

  std::map<PartSet, std::uint16_t> numbers;
  std::vector<PartSet> states;
  const auto number_of = [&](PartSet set) {
    const auto [known, fresh] = numbers.try_emplace(set, static_cast<std::uint16_t>(states.size()));
    if (fresh) states.push_back(std::move(set));
    return known->second;
  };
  number_of(reached(parts, firsts));
  for (std::size_t state = 0; state < states.size(); ++state) {
    if (states.size() > most_states) return std::nullopt;
    made.accepted_from_.push_back(static_cast<std::uint32_t>(made.accepted_.size()));
    for (const Number part : states[state]) {
      if (const auto last = lasts.find(part); last != lasts.end()) made.accepted_.push_back(last->second);
    }
    std::sort(made.accepted_.begin() + made.accepted_from_.back(), made.accepted_.end());
    for (const unsigned char byte : member) {
      PartSet next;
      for (const Number part : states[state]) {
        if (parts[part].bytes.test(byte)) next.push_back(parts[part].next);
      }
      made.moves_.push_back(number_of(reached(parts, std::move(next))));
    }
  }
  made.accepted_from_.push_back(static_cast<std::uint32_t>(made.accepted_.size()));
  return made;
}

}  // namespace protokol::grammar
