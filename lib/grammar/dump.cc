// How marks came about, as indented text.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "grammar/derivation.h"
#include "grammar/grammar.h"
#include "grammar/impl.h"
#include "text/prepared.h"

namespace protokol {

namespace {

using grammar::Derivation;
using grammar::Deriver;
using grammar::Program;

std::string quoted(const TokenText& text, Span tokens) {
  const std::uint32_t from = text.tokens[tokens.from].from;
  const std::uint32_t to = text.tokens[tokens.to - 1].to;
  return "«" + to_utf8(std::string_view(text.prepared.text).substr(from, to - from)) + "»";
}

/// «числа.rules:12» of the pattern that took the tokens.
std::string pattern_place(const Program& program, const Derivation& derivation) {
  return fmt::format("{}:{}",
                     std::filesystem::path(program.entries[derivation.entry].file).filename().string(),
                     program.lines[derivation.line].source_line);
}

std::string parts_dump(const Program& program, const Deriver& deriver, const TokenText& text,
                       const std::vector<Derivation>& parts, std::size_t depth) {
  std::string lines;
  for (const Derivation& part : parts) {
    lines += fmt::format("{:{}}{{{}}} = {}  {}", "", depth * 2, program.labels[part.label],
                         deriver.value(part), quoted(text, part.tokens));
    if (part.entry != grammar::none) lines += "  " + pattern_place(program, part);
    lines += "\n" + parts_dump(program, deriver, text, part.parts, depth + 1);
  }
  return lines;
}

/// The derivation of a rule over a mark's tokens, within their surroundings or, where the mark was looked for
/// in a smaller range, in themselves alone.
std::string mark_dump(const Program& program, grammar::Matcher& matcher, const TokenText& text,
                      const Mark& mark) {
  const std::uint32_t entry = program.rules[mark.rule];
  std::string recorded =
      std::string(mark.kind) + (mark.kind.empty() || mark.value.empty() ? "" : " ") + mark.value;
  std::string line =
      fmt::format("{} = {}  {}", program.entries[entry].name, recorded, quoted(text, mark.tokens));
  const Span around{mark.tokens.from - std::min(mark.tokens.from, 1U),
                    std::min(mark.tokens.to + 64, text.size())};
  for (const Span range : {around, mark.tokens}) {
    matcher.read(text, range);
    const Deriver deriver(program, matcher.alphabet(), matcher.line());
    const auto derivation = deriver.derive(entry, mark.tokens);
    if (!derivation) continue;
    return line + "  " + pattern_place(program, *derivation) + "\n" +
           parts_dump(program, deriver, text, derivation->parts, 1);
  }
  return line + "\n";
}

}  // namespace

std::string dump(const Grammar& grammar, const TokenText& text, const std::vector<Mark>& marks) {
  const Program& program = grammar.impl_->program;
  auto matcher = grammar.impl_->matchers.lend(program, grammar.impl_->learnt);
  std::string lines;
  for (const Mark& mark : marks) lines += mark_dump(program, *matcher, text, mark);
  return lines;
}

}  // namespace protokol
