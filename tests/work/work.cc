// The whole way, bytes → NDJSON, on hostile inputs: no more work for a byte of them than is allowed, and no
// more for a byte of a long one than for a byte of a short one.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <variant>

#include "emit/emit.h"
#include "input/plain_text.h"
#include "parser.h"
#include "work/count.h"
#include "work/inputs.h"

using namespace protokol;

namespace {

const Language& language() {
  static const Language loaded = [] {
    const std::filesystem::path data(PROTOKOL_DATA_DIR);
    return load_language(data / "dictionary.bin", std::array{data / "grammars"});
  }();
  return loaded;
}

// A byte of the whole input may take so many times the steps of a byte of its quarter; the square would take
// four.
constexpr double most_growth = 1.25;
// Bytes of memory in use at once, and bytes of NDJSON, for each byte of the input.
constexpr double most_memory = 200, most_output = 12;

/// Bytes of NDJSON, or none where the input is no text.
std::size_t whole_way(const std::string& bytes) {
  const auto reading = read_plain_text(bytes, "-", {});
  const auto* document = std::get_if<Document>(&reading);
  if (document == nullptr) return 0;
  const Result result{"-", document->encoding, document->text, parse(*document, language()), document->format,
                      {}};
  return ndjson_emitter(RuleNames::hidden).record(result, 0).size();
}

struct Cost {
  double bytes = 0, steps = 0, allocated = 0, peak = 0, output = 0;  ///< all but the first: for each byte
};

Cost cost_of(const std::string& bytes) {
  work::start();
  const std::size_t output = whole_way(bytes);
  const work::Work work = work::done();
  const auto size = static_cast<double>(bytes.size());
  return {size, static_cast<double>(work.steps) / size, static_cast<double>(work.allocated) / size,
          static_cast<double>(work.peak) / size, static_cast<double>(output) / size};
}

}  // namespace

TEST_CASE("work grows with the input's length and no faster") {
  whole_way("РЕШИЛИ:\n1. Сдать отчёт.\n");  // the language is loaded
  const char* only = std::getenv("ONLY");   // a part of the name of the inputs to try
  fmt::print("{:44} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "", "bytes", "steps", "growth", "allocated",
             "peak", "output");
  for (const work::HostileInput& input : work::hostile_inputs()) {
    if (only != nullptr && input.name.find(only) == std::string::npos) continue;
    const Cost part = cost_of(input.make(input.size / 4));
    const Cost whole = cost_of(input.make(input.size));
    fmt::print("{:44} {:>10.0f} {:>9.1f} {:>9.2f} {:>9.1f} {:>9.1f} {:>9.2f}\n", input.name, whole.bytes,
               whole.steps, whole.steps / part.steps, whole.allocated, whole.peak, whole.output);
    std::fflush(stdout);
    CAPTURE(input.name);
    CHECK(whole.steps < input.most_steps);
    CHECK(whole.steps < part.steps * most_growth);
    CHECK(whole.peak < most_memory);
    CHECK(whole.output < most_output);
  }
}
