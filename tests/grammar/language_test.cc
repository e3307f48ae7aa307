// The rule language, file against text: tests/grammar/language/*.rules carry what they must give as notes.
//   #? text        is looked through; the lines #> under it are the marks' dump
//   #! line: text  a fault that loading or checking must report; no other may be reported
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "grammar/with_rules.h"

namespace protokol {

namespace {

struct Probe {
  std::string text;
  std::string dump;
};

struct Case {
  std::string rules;
  std::vector<Probe> probes;
  std::string faults;
};

Case read_case(const std::filesystem::path& file) {
  Case read;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    read.rules += line + "\n";
    const auto rest = [&] { return line.size() > 3 ? line.substr(3) : std::string(); };
    if (line.starts_with("#?")) read.probes.push_back({rest(), ""});
    if (line.starts_with("#!")) read.faults += rest() + "\n";
    if (line.starts_with("#>")) {
      REQUIRE(!read.probes.empty());
      read.probes.back().dump += rest() + "\n";
    }
  }
  return read;
}

std::string lines_of(const std::vector<Diagnostic>& faults) {
  std::string lines;
  for (const Diagnostic& fault : faults) {
    CHECK_FALSE(fault.hint.empty());
    lines += std::to_string(fault.line) + ": " + fault.message + "\n";
  }
  return lines;
}

void run(const Case& wanted) {
  try {
    const Grammar grammar = test::grammar_of(wanted.rules);
    CHECK(lines_of(grammar.check()) == wanted.faults);
    for (const Probe& probe : wanted.probes) {
      INFO(probe.text);
      CHECK(test::marks_dump(grammar, probe.text) == probe.dump);
    }
  } catch (const LoadError& error) {
    CHECK(lines_of(error.diagnostics()) == wanted.faults);
    CHECK(wanted.probes.empty());
  }
}

}  // namespace

TEST_CASE("every file of tests/grammar/language gives what its notes say") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(PROTOKOL_SOURCE_DIR "/tests/grammar/language")) {
    if (entry.path().extension() == ".rules") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 10);
  for (const auto& file : files) {
    INFO(file.string());
    run(read_case(file));
  }
}

TEST_CASE("the built-in grammars pass their own check") {
  const std::filesystem::path folder(PROTOKOL_SOURCE_DIR "/grammars");
  const Grammar grammar = Grammar::load(std::span(&folder, 1), test::dictionary());
  for (const Diagnostic& fault : grammar.check()) FAIL_CHECK(to_string(fault));
}

}  // namespace protokol
