// The commands: options in, exit status out. Each stands in a file of its own name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "emit/emit.h"

namespace protokol::cli {

enum class Format : std::uint8_t { json, ndjson, csv };

struct ParseOptions {
  SourceOptions sources;
  Format format = Format::json;
  RuleNames rules = RuleNames::hidden;
  CsvTable table = CsvTable::decisions;
  CsvDialect dialect = CsvDialect::rfc4180;
  std::optional<std::string> output;  ///< a file instead of standard output
  std::size_t jobs = 1;
  bool fail_fast = false;
  std::vector<std::string> grammars;  ///< folders of rules beside the built-in ones
};

struct CheckOptions {
  std::vector<std::string> grammars;
};

struct ExplainOptions {
  SourceOptions sources;
  std::vector<std::string> grammars;
};

struct TextOptions {
  SourceOptions sources;
};

struct SchemaOptions {};

/// Prints one option's worth of help, or the program's versions.
struct PrintOptions {
  std::string text;
};

int run(const ParseOptions& options);
int run(const CheckOptions& options);
int run(const ExplainOptions& options);
int run(const TextOptions& options);
int run(const SchemaOptions& options);
int run(const PrintOptions& options);

}  // namespace protokol::cli
