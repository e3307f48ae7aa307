#include "grammar/derivation.h"

#include <algorithm>
#include <utility>

#include "grammar/borders.h"
#include "grammar/matcher.h"
#include "grammar/number_map.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

/// Derivations within a window of a text; borders are counted from its start.
template <std::size_t Words>
class Window {
 public:
  using Set = Borders<Words>;

  Window(const Program& program, const Alphabet& alphabet, const Lettered& line, Span window)
      : program_(program), alphabet_(alphabet), line_(line), start_(window.from), size_(window.size()) {}

  /// Where matches of the entry that begin at any of these borders end.
  Set entry_ends(std::uint32_t entry, const Set& from) const {
    Set all;
    for (const std::uint32_t line : program_.entries[entry].lines) all |= line_ends(line, from);
    return all;
  }

  /// The entry's uppermost line that takes exactly these tokens.
  std::optional<Derivation> derive(std::uint32_t entry, Span borders) const {
    for (const std::uint32_t line : program_.entries[entry].lines) {
      if (line_ends(line, Set::only(borders.from)).has(borders.to)) return derive_line(line, borders);
    }
    return std::nullopt;
  }

  Derivation derive_line(std::uint32_t line, Span borders) const {
    Derivation derivation{none, program_.lines[line].entry, line, tokens(borders), {}};
    collect(program_.lines[line].root, borders, derivation.parts);
    return derivation;
  }

 private:
  Span tokens(Span borders) const { return {start_ + borders.from, start_ + borders.to}; }
  std::uint32_t letter(std::uint32_t border) const { return line_.letter(start_ + border); }

  Set line_ends(std::uint32_t line, const Set& from) const {
    Set all;
    from.each([&](std::uint32_t border) {
      if (border < size_ && alphabet_.may_begin(letter(border), line)) all |= line_ends(line, border);
    });
    return all;
  }

  /// A derivation asks the same of a line several times: what may follow, and then how it came about.
  Set line_ends(std::uint32_t line, std::uint32_t from) const {
    const std::uint64_t key = (std::uint64_t{line} << 32U) | from;
    if (const std::uint32_t known = known_.find(key); known != NumberMap::absent) return known_ends_[known];
    const Set found = ends(program_.lines[line].root, Set::only(from));
    known_.set(key, static_cast<std::uint32_t>(known_ends_.size()));
    known_ends_.push_back(found);
    return found;
  }

  Set ends(std::uint32_t number, const Set& from) const {
    const Step& step = program_.steps[number];
    switch (step.kind) {
      case StepKind::token:
        return token_ends(step.index, from);
      case StepKind::entry:
        return entry_ends(step.index, from);
      case StepKind::stretch:
        return stretch_ends(step.index, from);
      case StepKind::line_start:
        return bordered(Lettered::starts, from);
      case StepKind::line_end:
        return bordered(Lettered::ends, from);
      case StepKind::repeat:
        return repeat_ends(step, from);
      case StepKind::choice: {
        Set all;
        for (std::uint32_t i = 0; i < step.child_count; ++i) all |= ends(program_.child(step, i), from);
        return all;
      }
      case StepKind::sequence: {
        Set places = from;
        for (std::uint32_t i = 0; i < step.child_count && !places.empty(); ++i) {
          places = ends(program_.child(step, i), places);
        }
        return places;
      }
    }
    return {};
  }

  Set token_ends(Atom atom, const Set& from) const {
    Set all;
    from.each([&](std::uint32_t border) {
      if (border < size_ && alphabet_.passes(letter(border), atom)) all.add(border + 1);
    });
    return all;
  }

  Set stretch_ends(std::uint32_t stretch, const Set& from) const {
    Set all;
    from.each([&](std::uint32_t border) {
      if (border >= size_) return;
      const std::uint32_t end = stretch_end(program_.stretches[stretch], line_, start_ + border) - start_;
      if (end != border && end <= size_) all.add(end);
    });
    return all;
  }

  Set bordered(std::uint8_t wanted, const Set& from) const {
    Set all;
    from.each([&](std::uint32_t border) {
      if ((line_.border(start_ + border) & wanted) != 0) all.add(border);
    });
    return all;
  }

  Set repeat_ends(const Step& step, const Set& from) const {
    Set places = from;
    Set all;
    for (std::uint32_t done = 0; done <= step.most && !places.empty(); ++done) {
      if (done != 0) places = ends(program_.child(step, 0), places);
      if (done >= step.least) all |= places;
    }
    return all;
  }

  void collect(std::uint32_t number, Span borders, std::vector<Derivation>& parts) const {
    const Step& step = program_.steps[number];
    switch (step.kind) {
      case StepKind::token:
        if (step.label != none) parts.push_back({step.label, none, none, tokens(borders), {}});
        return;
      case StepKind::entry:
        if (auto part = derive(step.index, borders)) {
          part->label = step.label;
          parts.push_back(std::move(*part));
        }
        return;
      case StepKind::sequence: {
        const auto* first = program_.children.data() + step.first_child;
        return collect_chain({first, first + step.child_count}, borders, parts);
      }
      case StepKind::repeat:
        return collect_repeat(step, borders, parts);
      case StepKind::choice:
        for (std::uint32_t i = 0; i < step.child_count; ++i) {
          const std::uint32_t child = program_.child(step, i);
          if (ends(child, Set::only(borders.from)).has(borders.to)) return collect(child, borders, parts);
        }
        return;
      case StepKind::stretch:
      case StepKind::line_start:
      case StepKind::line_end:
        return;
    }
  }

  /// From one place, where a step of a chain may end.
  struct Hop {
    std::size_t step = 0;
    std::uint32_t from = 0;
    Set ends;
  };

  /// Steps one after another: forwards, every hop that is possible; backwards, only those that lead to the
  /// end; forwards again, each step as long as these let it be.
  void collect_chain(const std::vector<std::uint32_t>& steps, Span borders,
                     std::vector<Derivation>& parts) const {
    std::vector<Hop> hops;
    Set places = Set::only(borders.from);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      Set behind;
      places.each([&](std::uint32_t place) {
        hops.push_back({i, place, ends(steps[i], Set::only(place))});
        behind |= hops.back().ends;
      });
      places = behind;
    }
    std::vector<Set> good(steps.size() + 1);
    good.back().add(borders.to);
    for (std::size_t i = hops.size(); i-- > 0;) {
      hops[i].ends = hops[i].ends & good[hops[i].step + 1];
      if (!hops[i].ends.empty()) good[hops[i].step].add(hops[i].from);
    }
    std::uint32_t from = borders.from;
    std::size_t next = 0;
    for (const Hop& hop : hops) {
      if (hop.step != next || hop.from != from || hop.ends.empty()) continue;
      const std::uint32_t to = hop.ends.last();
      collect(steps[next++], {from, to}, parts);
      from = to;
    }
  }

  /// As often as the tokens allow.
  void collect_repeat(const Step& step, Span borders, std::vector<Derivation>& parts) const {
    const std::uint32_t child = program_.child(step, 0);
    std::size_t times = 0;
    Set places = Set::only(borders.from);
    for (std::size_t done = 1; done <= step.most && !places.empty(); ++done) {
      places = ends(child, places);
      if (places.has(borders.to)) times = done;
    }
    collect_chain(std::vector<std::uint32_t>(times, child), borders, parts);
  }

  const Program& program_;
  const Alphabet& alphabet_;
  const Lettered& line_;
  std::uint32_t start_;
  std::uint32_t size_;
  mutable NumberMap known_;  ///< by line and border: number of `known_ends_`
  mutable std::vector<Set> known_ends_;
};

using SmallWindow = Window<1>;
using LargeWindow = Window<longest_match / 64 + 1>;
static_assert(LargeWindow::Set::capacity > longest_match);

bool is_small(Span tokens) { return tokens.size() < SmallWindow::Set::capacity; }

}  // namespace

std::vector<std::uint32_t> Deriver::ends(std::uint32_t entry, std::uint32_t from) const {
  const Span tokens{from, std::min(line_->range.to, from + longest_match)};
  const LargeWindow window(*program_, *alphabet_, *line_, tokens);
  std::vector<std::uint32_t> all;
  window.entry_ends(entry, LargeWindow::Set::only(0)).each([&](std::uint32_t end) {
    all.push_back(from + end);
  });
  return all;
}

bool Deriver::takes(std::uint32_t entry, Span tokens) const {
  const auto within = [&]<typename OfSize>(const OfSize& window) {
    return window.entry_ends(entry, OfSize::Set::only(0)).has(tokens.size());
  };
  if (is_small(tokens)) return within(SmallWindow(*program_, *alphabet_, *line_, tokens));
  return tokens.size() <= longest_match && within(LargeWindow(*program_, *alphabet_, *line_, tokens));
}

std::optional<Derivation> Deriver::derive(std::uint32_t entry, Span tokens) const {
  const Span whole{0, tokens.size()};
  if (is_small(tokens)) return SmallWindow(*program_, *alphabet_, *line_, tokens).derive(entry, whole);
  if (tokens.size() > longest_match) return std::nullopt;
  return LargeWindow(*program_, *alphabet_, *line_, tokens).derive(entry, whole);
}

Derivation Deriver::derive_line(std::uint32_t line, Span tokens) const {
  const Span whole{0, tokens.size()};
  if (is_small(tokens)) return SmallWindow(*program_, *alphabet_, *line_, tokens).derive_line(line, whole);
  return LargeWindow(*program_, *alphabet_, *line_, tokens).derive_line(line, whole);
}

std::string Deriver::text(Span tokens) const {
  const TokenText& source = *line_->text;
  const std::uint32_t from = source.tokens[tokens.from].from;
  return to_utf8(std::string_view(source.prepared.text).substr(from, source.tokens[tokens.to - 1].to - from));
}

const Derivation& Deriver::recording(const Derivation& derivation) const {
  if (derivation.entry == none || program_->lines[derivation.line].has_value) return derivation;
  const auto& parts = derivation.parts;
  if (parts.size() != 1 || parts.front().tokens != derivation.tokens) return derivation;
  return recording(parts.front());
}

std::string Deriver::value(const Derivation& derivation) const {
  const Derivation& source = recording(derivation);
  if (source.entry == none) {
    const bool number = line_->text->tokens[source.tokens.from].kind == TokenKind::number;
    return with_digits(text(source.tokens), number ? 1 : 0);
  }
  const ProgramLine& line = program_->lines[source.line];
  return line.has_value ? render(line.value, source.parts) : text(source.tokens);
}

std::string Deriver::render(const std::vector<ProgramPiece>& pieces,
                            const std::vector<Derivation>& parts) const {
  std::string made;
  const auto present = [&](const ProgramPiece& piece) {
    return piece.kind != ValuePiece::Kind::part ||
           std::any_of(parts.begin(), parts.end(),
                       [&](const Derivation& part) { return part.label == piece.label; });
  };
  for (const ProgramPiece& piece : pieces) {
    if (piece.kind == ValuePiece::Kind::text) {
      made += piece.text;
    } else if (piece.kind == ValuePiece::Kind::bracket) {
      if (std::all_of(piece.pieces.begin(), piece.pieces.end(), present)) made += render(piece.pieces, parts);
    } else {
      bool first = true;
      for (const Derivation& part : parts) {
        if (part.label != piece.label) continue;
        if (!std::exchange(first, false)) made += ' ';
        made += with_digits(value(part), piece.digits);
      }
    }
  }
  return made;
}

}  // namespace protokol::grammar
