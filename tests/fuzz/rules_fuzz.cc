// A rule file of any content: it loads, or every fault is told with its line; what loads finds only what is
// there.
#include <string>
#include <vector>

#include "fuzz/fuzz.h"
#include "grammar/compiler.h"
#include "grammar/rule_file.h"

namespace protokol::fuzz {
namespace {

void check_faults(const std::vector<Diagnostic>& faults, std::size_t lines) {
  for (const Diagnostic& fault : faults) {
    require(!fault.message.empty(), "a fault says what is wrong");
    require(fault.line <= lines, "a fault has a line of the file");
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
  }
}

}  // namespace
}  // namespace protokol::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokol::fuzz::check(protokol::fuzz::view(data, size));
  return 0;
}
