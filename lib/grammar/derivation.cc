#include "grammar/derivation.h"

#include <algorithm>
#include <utility>

#include "grammar/matcher.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

void sort_unique(std::vector<std::uint32_t>& ends) {
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
}

void add(std::vector<std::uint32_t>& ends, const std::vector<std::uint32_t>& more) {
  ends.insert(ends.end(), more.begin(), more.end());
}

bool holds(const std::vector<std::uint32_t>& ends, std::uint32_t end) {
  return std::binary_search(ends.begin(), ends.end(), end);
}

}  // namespace

std::vector<std::uint32_t> Deriver::ends(std::uint32_t entry, std::uint32_t from) const {
  Ends all;
  for (const std::uint32_t line : program_->entries[entry].lines) {
    add(all, step_ends(program_->lines[line].root, from));
  }
  sort_unique(all);
  return all;
}

Deriver::Ends Deriver::step_ends(std::uint32_t number, const Ends& from) const {
  Ends all;
  for (const std::uint32_t start : from) add(all, step_ends(number, start));
  sort_unique(all);
  return all;
}

Deriver::Ends Deriver::step_ends(std::uint32_t number, std::uint32_t from) const {
  const Step& step = program_->steps[number];
  switch (step.kind) {
    case StepKind::token:
      if (from < line_->range.to && alphabet_->passes(line_->letter(from), step.index)) return {from + 1};
      return {};
    case StepKind::entry:
      return ends(step.index, from);
    case StepKind::line_start:
      if ((line_->border(from) & Lettered::starts) != 0) return {from};
      return {};
    case StepKind::line_end:
      if ((line_->border(from) & Lettered::ends) != 0) return {from};
      return {};
    case StepKind::stretch: {
      if (from == line_->range.to) return {};
      const std::uint32_t end = stretch_end(program_->stretches[step.index], *line_, from);
      if (end == from) return {};
      return {end};
    }
    case StepKind::choice: {
      Ends all;
      for (std::uint32_t i = 0; i < step.child_count; ++i)
        add(all, step_ends(program_->child(step, i), from));
      sort_unique(all);
      return all;
    }
    case StepKind::sequence: {
      Ends places = {from};
      for (std::uint32_t i = 0; i < step.child_count && !places.empty(); ++i) {
        places = step_ends(program_->child(step, i), places);
      }
      return places;
    }
    case StepKind::repeat: {
      Ends places = {from};
      Ends all;
      for (std::uint32_t done = 0; done <= step.most && !places.empty(); ++done) {
        if (done != 0) places = step_ends(program_->child(step, 0), places);
        if (done >= step.least) add(all, places);
      }
      sort_unique(all);
      return all;
    }
  }
  return {};
}

bool Deriver::reaches(std::uint32_t step, Span tokens) const {
  return holds(step_ends(step, tokens.from), tokens.to);
}

std::optional<Derivation> Deriver::derive(std::uint32_t entry, Span tokens) const {
  for (const std::uint32_t line : program_->entries[entry].lines) {
    const std::uint32_t root = program_->lines[line].root;
    if (!reaches(root, tokens)) continue;
    Derivation derivation{none, entry, line, tokens, {}};
    collect(root, tokens, derivation.parts);
    return derivation;
  }
  return std::nullopt;
}

void Deriver::collect(std::uint32_t number, Span tokens, std::vector<Derivation>& parts) const {
  const Step& step = program_->steps[number];
  switch (step.kind) {
    case StepKind::token:
      if (step.label != none) parts.push_back({step.label, none, none, tokens, {}});
      return;
    case StepKind::entry:
      if (auto part = derive(step.index, tokens)) {
        part->label = step.label;
        parts.push_back(std::move(*part));
      }
      return;
    case StepKind::sequence: {
      const auto* first = program_->children.data() + step.first_child;
      return collect_chain({first, first + step.child_count}, tokens, parts);
    }
    case StepKind::repeat:
      return collect_repeat(step, tokens, parts);
    case StepKind::choice:
      for (std::uint32_t i = 0; i < step.child_count; ++i) {
        if (reaches(program_->child(step, i), tokens))
          return collect(program_->child(step, i), tokens, parts);
      }
      return;
    case StepKind::stretch:
    case StepKind::line_start:
    case StepKind::line_end:
      return;
  }
}

/// Steps one after another: from the back, which places lead to the end; from the front, each step as long
/// as these places let it be.
void Deriver::collect_chain(const std::vector<std::uint32_t>& steps, Span tokens,
                            std::vector<Derivation>& parts) const {
  std::vector<Ends> places = {{tokens.from}};
  for (const std::uint32_t step : steps) places.push_back(step_ends(step, places.back()));
  places.back() = {tokens.to};
  for (std::size_t i = steps.size(); i-- > 1;) {
    std::erase_if(places[i], [&](std::uint32_t place) {
      const Ends behind = step_ends(steps[i], place);
      return std::none_of(behind.begin(), behind.end(),
                          [&](std::uint32_t end) { return holds(places[i + 1], end); });
    });
  }
  std::uint32_t from = tokens.from;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Ends behind = step_ends(steps[i], from);
    const auto longest = std::find_if(behind.rbegin(), behind.rend(),
                                      [&](std::uint32_t end) { return holds(places[i + 1], end); });
    if (longest == behind.rend()) return;
    collect(steps[i], {from, *longest}, parts);
    from = *longest;
  }
}

/// As often as the tokens allow.
void Deriver::collect_repeat(const Step& step, Span tokens, std::vector<Derivation>& parts) const {
  const std::uint32_t child = program_->child(step, 0);
  std::size_t times = 0;
  Ends places = {tokens.from};
  for (std::size_t done = 1; done <= step.most && !places.empty(); ++done) {
    places = step_ends(child, places);
    if (holds(places, tokens.to)) times = done;
  }
  collect_chain(std::vector<std::uint32_t>(times, child), tokens, parts);
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
