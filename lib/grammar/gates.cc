#include "grammar/gates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "grammar/program.h"

namespace protokol::grammar {

namespace {

/// What may stand first in a pattern.
struct First {
  std::vector<Atom> atoms;
  bool open = false;
};

class Finder {
 public:
  explicit Finder(const Program& program) : program_(program), entries_(program.entries.size()) {}

  First of_line(std::uint32_t line) {
    First first;
    of_step(program_.lines[line].root, first);
    std::sort(first.atoms.begin(), first.atoms.end());
    first.atoms.erase(std::unique(first.atoms.begin(), first.atoms.end()), first.atoms.end());
    return first;
  }

 private:
  const First& of_entry(std::uint32_t entry) {
    if (!entries_[entry]) {
      First first;
      for (const std::uint32_t line : program_.entries[entry].lines) join(first, of_line(line));
      entries_[entry] = std::move(first);
    }
    return *entries_[entry];
  }

  static void join(First& all, const First& more) {
    all.atoms.insert(all.atoms.end(), more.atoms.begin(), more.atoms.end());
    all.open = all.open || more.open;
  }

  /// Adds what may stand first in the step; true where the step may take no token, so that what follows
  /// it may stand first too.
  bool of_step(std::uint32_t number, First& first) {
    const Step& step = program_.steps[number];
    switch (step.kind) {
      case StepKind::token:
        first.atoms.push_back(step.index);
        return false;
      case StepKind::stretch:
        first.open = true;
        return false;
      case StepKind::entry:
        join(first, of_entry(step.index));
        return false;
      case StepKind::line_start:
      case StepKind::line_end:
        return true;
      case StepKind::repeat:
        return of_step(program_.child(step, 0), first) || step.least == 0;
      case StepKind::sequence:
        for (std::uint32_t i = 0; i < step.child_count; ++i) {
          if (!of_step(program_.child(step, i), first)) return false;
        }
        return true;
      case StepKind::choice: {
        bool empty = false;
        for (std::uint32_t i = 0; i < step.child_count; ++i) {
          if (of_step(program_.child(step, i), first)) empty = true;
        }
        return empty;
      }
    }
    return true;
  }

  const Program& program_;
  std::vector<std::optional<First>> entries_;
};

}  // namespace

Gates make_gates(const Program& program) {
  Gates gates;
  Finder finder(program);
  std::vector<std::pair<Atom, std::uint32_t>> pairs;
  for (std::uint32_t line = 0; line < program.lines.size(); ++line) {
    const First first = finder.of_line(line);
    for (const Atom atom : first.atoms) pairs.emplace_back(atom, line);
    if (first.open) gates.open_lines.push_back(line);
  }
  gates.first.assign(program.lexicon.atom_count() + 1, 0);
  for (const auto& [atom, line] : pairs) ++gates.first[atom + 1];
  for (std::size_t i = 1; i < gates.first.size(); ++i) gates.first[i] += gates.first[i - 1];
  gates.lines.resize(pairs.size());
  std::vector<std::uint32_t> next(gates.first);
  for (const auto& [atom, line] : pairs) gates.lines[next[atom]++] = line;
  return gates;
}

}  // namespace protokol::grammar
