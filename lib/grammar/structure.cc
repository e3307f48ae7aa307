#include "grammar/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/limits.h"
#include "grammar/rule_file.h"

namespace protokol::grammar {

namespace {

class Structure {
 public:
  explicit Structure(const Program& program)
      : program_(program), marks_(program.entries.size(), Mark::fresh), depths_(program.entries.size(), 0) {}

  std::vector<Diagnostic> faults() {
    for (std::uint32_t entry = 0; entry < program_.entries.size(); ++entry) {
      if (marks_[entry] == Mark::fresh) visit(entry, 1);
    }
    if (faults_.empty()) check_empty();
    if (faults_.empty()) check_size();
    return std::move(faults_);
  }

 private:
  enum class Mark : std::uint8_t { fresh, open, done };

  void fault(std::uint32_t line, std::string message, std::string hint) {
    const ProgramLine& made = program_.lines[line];
    faults_.push_back(
        {program_.entries[made.entry].file, made.source_line, std::move(message), std::move(hint)});
  }

  template <typename Visit>
  void for_entries_below(std::uint32_t root, Visit visit) const {
    const Step& made = program_.steps[root];
    if (made.kind == StepKind::entry) visit(made.index);
    for (std::uint32_t i = 0; i < made.child_count; ++i) for_entries_below(program_.child(made, i), visit);
  }

  /// `level`: how many names use each other down to this one.
  void visit(std::uint32_t number, std::uint32_t level) {
    marks_[number] = Mark::open;
    for (const std::uint32_t line : program_.entries[number].lines) {
      for_entries_below(program_.lines[line].root, [&](std::uint32_t used) {
        if (marks_[used] == Mark::fresh && level < deepest_parts) visit(used, level + 1);
        use(number, line, used);
      });
    }
    marks_[number] = Mark::done;
    order_.push_back(number);
  }

  void use(std::uint32_t number, std::uint32_t line, std::uint32_t used) {
    const std::string& name = program_.entries[number].name;
    if (marks_[used] == Mark::open) {
      return fault(
          line,
          fmt::format("«{}» is made of «{}», which is made of it again", name, program_.entries[used].name),
          "a name cannot contain itself; for repetition write {name}*3");
    }
    depths_[number] = std::max(depths_[number], depths_[used] + 1);
    if (marks_[used] == Mark::done && depths_[number] < deepest_parts) return;
    fault(line, fmt::format("«{}» is made of parts within parts, more than {} deep", name, deepest_parts),
          "write some of the parts out");
    depths_[number] = 0;  // of what is made of this name it is not told again
  }

  /// A line that may match nothing would match everywhere.
  void check_empty() {
    for (const std::uint32_t number : order_) {
      for (const std::uint32_t line : program_.entries[number].lines) {
        if (!may_be_empty(program_.lines[line].root)) continue;
        fault(line, "the pattern matches even where nothing stands",
              "leave the brackets off one of its words");
      }
    }
  }

  bool may_be_empty(std::uint32_t root) const {
    const Step& made = program_.steps[root];
    const auto* first = program_.children.data() + made.first_child;
    const auto* last = first + made.child_count;
    const auto empty = [&](std::uint32_t child) { return may_be_empty(child); };
    switch (made.kind) {
      case StepKind::sequence:
        return std::all_of(first, last, empty);
      case StepKind::choice:
        return std::any_of(first, last, empty);
      case StepKind::repeat:
        return made.least == 0 || may_be_empty(*first);
      case StepKind::line_start:
      case StepKind::line_end:
        return true;
      case StepKind::token:
      case StepKind::entry:
      case StepKind::stretch:
        return false;
    }
    return false;
  }

  void check_size() {
    std::vector<std::uint64_t> sizes(program_.entries.size(), 0);
    for (const std::uint32_t number : order_) {
      for (const std::uint32_t line : program_.entries[number].lines) {
        sizes[number] += written_out(program_.lines[line].root, sizes);
        if (sizes[number] <= most_words) continue;
        fault(line,
              fmt::format("«{}» with its parts written out has more than {} words",
                          program_.entries[number].name, most_words),
              "let it use fewer parts of parts, or repeat them less");
        sizes[number] = 0;  // of what is made of this name it is not told again
      }
    }
    check_sum(sizes);
  }

  void check_sum(const std::vector<std::uint64_t>& sizes) {
    std::map<std::string_view, std::uint64_t> sums;  // by folder
    for (const std::uint32_t number : program_.rules) {
      std::uint64_t& sum = sums[folder_of(program_.entries[number].file)];
      sum += sizes[number];
      if (sum <= most_words) continue;
      fault(program_.entries[number].lines.front(),
            fmt::format("the rules up to «{}» with their parts written out have more than {} words",
                        program_.entries[number].name, most_words),
            "let them use fewer parts of parts, or repeat them less");
    }
  }

  std::uint64_t written_out(std::uint32_t root, const std::vector<std::uint64_t>& sizes) const {
    const Step& made = program_.steps[root];
    if (made.kind == StepKind::entry) return sizes[made.index];
    if (made.child_count == 0) return 1;
    std::uint64_t size = 0;
    for (std::uint32_t i = 0; i < made.child_count; ++i) size += written_out(program_.child(made, i), sizes);
    if (made.kind == StepKind::repeat) size *= made.most;
    return std::min(size, most_words + 1);
  }

  const Program& program_;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> depths_;  ///< how many names deep the parts of an entry go
  std::vector<std::uint32_t> order_;   ///< parts before the names that use them
  std::vector<Diagnostic> faults_;
};

}  // namespace

std::vector<Diagnostic> structure_faults(const Program& program) { return Structure(program).faults(); }

}  // namespace protokol::grammar
