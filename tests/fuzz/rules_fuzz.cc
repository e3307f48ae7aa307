// A rule file of any content: it loads, or every fault is told with its line; what loads finds only what is
// there.
#include <string>
#include <vector>

#include "fuzz/fuzz.h"
#include "grammar/compiler.h"
#include "grammar/derivation.h"
#include "grammar/matcher.h"
#include "grammar/rule_file.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol::fuzz {
namespace {

void check_faults(const std::vector<Diagnostic>& faults, std::size_t lines) {
  for (const Diagnostic& fault : faults) {
    require(!fault.message.empty(), "a fault says what is wrong");
    require(fault.line <= lines, "a fault has a line of the file");
  }
}

/// The rule file is a text, too: one that its own rules will find something in.
void check_matches(const grammar::Program& program, std::string_view file) {
  const std::array<Span, 1> piece{Span{0, static_cast<std::uint32_t>(file.size())}};
  const TokenText text = tokenize(prepare(file, piece), file);
  grammar::Matcher matcher(program);
  const auto& found = matcher.find(text, {0, text.size()}, grammar::none);
  const grammar::Deriver deriver(program, matcher.alphabet(), matcher.line());
  std::uint32_t place = 0;
  for (const grammar::Found& one : found) {
    require(one.line < program.lines.size(), "a match is of a line");
    require(place <= one.tokens.from && one.tokens.from <= one.tokens.to && one.tokens.to <= text.size(),
            "matches lie in the text, by place");
    place = one.tokens.from;
    const grammar::Derivation derivation = deriver.derive_line(one.line, one.tokens);
    require(derivation.tokens == one.tokens, "a match is derived whole");
    for (const grammar::Derivation& part : derivation.parts) {
      require(one.tokens.from <= part.tokens.from && part.tokens.to <= one.tokens.to, "parts lie in the match");
    }
    deriver.value(derivation);
  }
}

void check(std::string_view text) {
  std::size_t lines = 2;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  const grammar::RuleEntries read = grammar::parse_rule_file(text, "fuzz.rules");
  check_faults(read.faults, lines);
  const auto compiled = grammar::compile(read.entries, language().dictionary);
  if (const auto* faults = std::get_if<std::vector<Diagnostic>>(&compiled)) {
    require(!faults->empty(), "what does not compile has a fault");
    check_faults(*faults, lines);
  } else if (read.faults.empty()) {
    check_matches(std::get<grammar::Program>(compiled), text);
  }
}

}  // namespace
}  // namespace protokol::fuzz

// The language is loaded before the first input, whose time is measured.
extern "C" int LLVMFuzzerInitialize(int* count, char*** words);
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*words*/) {
  protokol::fuzz::language();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokol::fuzz::check(protokol::fuzz::view(data, size));
  return 0;
}
