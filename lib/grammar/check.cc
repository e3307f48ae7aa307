// `protokol check`: the rule files' own examples, and patterns that no example reaches.
#include "grammar/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/derivation.h"
#include "grammar/example.h"
#include "grammar/matcher.h"
#include "text/prepared.h"

namespace protokol {

namespace grammar {

namespace {

class Checker {
 public:
  explicit Checker(const Program& program)
      : program_(program), matcher_(program), reached_(program.lines.size(), false) {}

  std::vector<Diagnostic> check(const std::vector<RuleEntry>& sources) {
    std::uint32_t entry = 0;
    for (const RuleEntry& source : sources) {
      if (source.patterns.empty()) continue;
      for (const RuleLine& line : source.examples) example(entry, source, line);
      for (const RuleLine& line : source.counter_examples) counter_example(entry, source, line);
      ++entry;
    }
    unreached();
    return std::move(faults_);
  }

 private:
  void fault(std::string message, std::string hint) {
    faults_.push_back({file_, line_, std::move(message), std::move(hint)});
  }

  std::optional<Example> read(const RuleEntry& source, const RuleLine& line) {
    file_ = source.file;
    line_ = line.line;
    auto parsed = parse_example(line.text);
    if (const auto* found = std::get_if<Fault>(&parsed)) {
      fault(found->message, found->hint);
      return std::nullopt;
    }
    return std::move(std::get<Example>(parsed));
  }

  Deriver deriver() const { return Deriver(program_, matcher_.alphabet(), matcher_.line()); }
  const ProgramEntry& named(std::uint32_t entry) const { return program_.entries[entry]; }

  std::string quoted(const Example& example, Span tokens) const {
    const std::uint32_t from = example.text.tokens[tokens.from].from;
    const std::uint32_t to = example.text.tokens[tokens.to - 1].to;
    return "«" + to_utf8(std::string_view(example.text.prepared.text).substr(from, to - from)) + "»";
  }

  void example(std::uint32_t entry, const RuleEntry& source, const RuleLine& line) {
    const auto parsed = read(source, line);
    if (!parsed) return;
    const bool taken = named(entry).rule == none ? part_takes(entry, *parsed) : rule_takes(entry, *parsed);
    if (!taken) return;
    const auto derivation = deriver().derive(entry, parsed->tokens);
    if (!derivation) return;
    reach(*derivation);
    const std::string value = deriver().value(*derivation);
    if (parsed->value && value != *parsed->value) {
      fault(fmt::format("the example gives «{}», not «{}»", value, *parsed->value),
            "correct the value behind =, or the example");
    }
  }

  bool part_takes(std::uint32_t entry, const Example& example) {
    matcher_.read(example.text, {0, example.text.size()});
    const auto ends = deriver().ends(entry, example.tokens.from);
    if (!ends.empty() && ends.back() == example.tokens.to) return true;
    fault(fmt::format("«{}» does not take the example", named(entry).name),
          ends.empty() ? "no pattern of it begins there"
                       : "at that place it takes " + quoted(example, {example.tokens.from, ends.back()}));
    return false;
  }

  bool rule_takes(std::uint32_t entry, const Example& example) {
    const auto found = matcher_.find(example.text, {0, example.text.size()}, named(entry).group);
    const auto same = std::find_if(found.begin(), found.end(), [&](const Found& one) {
      return program_.lines[one.line].entry == entry && one.tokens == example.tokens;
    });
    const std::string rival = rival_of(entry, example);
    if (same == found.end()) {
      std::string instead;
      for (const Found& one : found) {
        if (!one.tokens.overlaps(example.tokens)) continue;
        instead += fmt::format("{}«{}» takes {}", instead.empty() ? "" : ", ",
                               named(program_.lines[one.line].entry).name, quoted(example, one.tokens));
      }
      fault(fmt::format("«{}» does not take the example", named(entry).name),
            instead.empty() ? "no rule of the group does" : instead);
      return false;
    }
    if (!rival.empty()) {
      fault(fmt::format("«{}» and «{}» both take the example", named(entry).name, rival),
            "narrow one of the two, or give them different groups");
    }
    return true;
  }

  /// Another rule of the group that could take the same tokens.
  std::string rival_of(std::uint32_t entry, const Example& example) const {
    for (const std::uint32_t other : program_.rules) {
      if (other == entry || named(other).group != named(entry).group) continue;
      if (deriver().takes(other, example.tokens)) return named(other).name;
    }
    return {};
  }

  void counter_example(std::uint32_t entry, const RuleEntry& source, const RuleLine& line) {
    const auto parsed = read(source, line);
    if (!parsed) return;
    if (parsed->value) fault("a counter-example has a value", "take away what stands behind =>");
    for (const Span tokens : matches(entry, *parsed)) {
      if (parsed->is_marked && tokens != parsed->tokens) continue;
      return fault(
          fmt::format("«{}» takes {} of the counter-example", named(entry).name, quoted(*parsed, tokens)),
          "narrow the pattern, or remove the line");
    }
  }

  std::vector<Span> matches(std::uint32_t entry, const Example& example) {
    std::vector<Span> spans;
    const Span all{0, example.text.size()};
    if (named(entry).rule == none) {
      matcher_.read(example.text, all);
      for (std::uint32_t from = 0; from < all.to; ++from) {
        for (const std::uint32_t to : deriver().ends(entry, from)) spans.push_back({from, to});
      }
    } else {
      for (const Found& one : matcher_.find(example.text, all, named(entry).group)) {
        if (program_.lines[one.line].entry == entry) spans.push_back(one.tokens);
      }
    }
    return spans;
  }

  void reach(const Derivation& derivation) {
    if (derivation.entry == none) return;
    reached_[derivation.line] = true;
    for (const Derivation& part : derivation.parts) reach(part);
  }

  void unreached() {
    for (const ProgramEntry& entry : program_.entries) {
      for (const std::uint32_t line : entry.lines) {
        if (reached_[line]) continue;
        file_ = entry.file;
        line_ = program_.lines[line].source_line;
        fault(fmt::format("no example of «{}» reaches this pattern", entry.name),
              "write a line + with a text that it takes");
      }
    }
  }

  const Program& program_;
  Matcher matcher_;
  std::vector<bool> reached_;
  std::vector<Diagnostic> faults_;
  std::string file_;
  std::size_t line_ = 0;
};

}  // namespace

std::vector<Diagnostic> check(const Program& program, const std::vector<RuleEntry>& sources) {
  return by_place(Checker(program).check(sources));
}

}  // namespace grammar

}  // namespace protokol
