#include "cli/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <sstream>
#include <thread>

#include "cli/help.h"

namespace protokol::cli {

namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

// Said where an option's value is wrong; becomes a UsageError.
struct WrongValue {
  std::string message;
};

constexpr std::size_t largest_input = 1024U * 1024U * 1024U;

po::options_description common_options() {
  po::options_description options("Options", 100);
  options.add_options()("help,h", "print this help");
  return options;
}

void add_source_options(po::options_description& options) {
  options.add_options()                                                             //
      ("recursive,r", "read the documents in folders, and in the folders in them")  //
      ("files-from", po::value<std::string>()->value_name("FILE"),
       "read paths, one a line, from FILE; - for standard input")  //
      ("encoding", po::value<std::string>()->value_name("NAME"),
       "read every input as NAME, such as windows-1251, instead of detecting it")   //
      ("ocr", "recognise the text of scans: pictures, and PDF pages without text")  //
      ("max-bytes", po::value<std::string>()->value_name("N")->default_value("64M"),
       "refuse larger inputs; k, M and G are understood")  //
      ("timeout", po::value<std::string>()->value_name("SECONDS")->default_value("0"),
       "give up a document that takes longer, and go on with the next; 0 means never")  //
      ("max-part", po::value<std::string>()->value_name("N")->default_value("64M"),
       "of ZIP, DOCX and ODT: refuse parts that are larger unpacked")  //
      ("max-unpacked", po::value<std::string>()->value_name("N")->default_value("256M"),
       "of ZIP, DOCX and ODT: unpack no more of one input")  //
      ("max-entries", po::value<std::string>()->value_name("N")->default_value("10000"),
       "of ZIP, DOCX and ODT: open no more entries of one input")  //
      ("max-ratio", po::value<std::string>()->value_name("N")->default_value("1000"),
       "of ZIP, DOCX and ODT: refuse parts above 1M that were packed more tightly");
}

void add_grammar_option(po::options_description& options) {
  options.add_options()("grammars", po::value<Strings>()->value_name("FOLDER")->composing(),
                        "add the rules of FOLDER to the built-in ones; a rule of the same name is replaced");
}

po::options_description options_of(std::string_view command) {
  po::options_description options = common_options();
  if (command == "parse") {
    options.add_options()                                                   //
        ("version", "print the versions of the program and its libraries")  //
        ("format,f", po::value<std::string>()->value_name("NAME")->default_value("json"),
         "json (an array), ndjson (one record a line) or csv")  //
        ("table", po::value<std::string>()->value_name("NAME"),
         "of csv: decisions (the default), agenda, people or documents")      //
        ("excel-ru", "of csv: as a Russian Excel opens it")                   //
        ("rules", "of json and ndjson: name the rule that found each value")  //
        ("output,o", po::value<std::string>()->value_name("FILE"),
         "write FILE, which appears only when it is whole")  //
        ("jobs,j", po::value<std::string>()->value_name("N")->default_value("0"),
         "use N threads; 0 means one for each core")  //
        ("fail-fast", "stop at the first input that fails");
  }
  if (command == "parse" || command == "explain" || command == "text") add_source_options(options);
  if (command == "parse" || command == "explain") add_grammar_option(options);
  return options;
}

std::string help_of(std::string_view command) {
  std::ostringstream text;
  text << help_examples(command) << '\n' << options_of(command);
  if (command == "parse") text << exit_status_help();
  return text.str();
}

std::optional<std::string> text_of(const po::variables_map& given, const std::string& name) {
  if (given.count(name) == 0) return std::nullopt;
  return given[name].as<std::string>();
}

Strings texts_of(const po::variables_map& given, const std::string& name) {
  return given.count(name) == 0 ? Strings{} : given[name].as<Strings>();
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// «64M» → 67108864.
std::size_t byte_count(const std::string& option, std::string_view text) {
  constexpr std::string_view units = "kMG";
  std::string_view digits = text;
  int shift = 0;
  if (const auto unit = text.empty() ? units.npos : units.find(text.back()); unit != units.npos) {
    shift = 10 * (static_cast<int>(unit) + 1);
    digits.remove_suffix(1);
  }
  const auto number = whole_number(digits);
  if (!number || *number == 0 || *number > (largest_input >> shift)) {
    throw WrongValue{"--" + option + " takes a number from 1 to 1G, not '" + std::string(text) + "'"};
  }
  return *number << shift;
}

std::size_t positive_count(const std::string& option, std::string_view text) {
  const auto number = whole_number(text);
  if (!number || *number == 0)
    throw WrongValue{"--" + option + " takes a whole number above 0, not '" + std::string(text) + "'"};
  return *number;
}

// «2.5» → 2500 ms; «0» → no limit.
std::optional<std::chrono::milliseconds> time_limit(std::string_view text) {
  constexpr double longest = 1'000'000;  // seconds
  double seconds = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || !(seconds >= 0 && seconds <= longest))
    throw WrongValue{"--timeout takes seconds from 0 to 1000000, not '" + std::string(text) + "'"};
  if (seconds == 0) return std::nullopt;
  return std::chrono::milliseconds(std::max(1L, std::lround(1000 * seconds)));
}

std::size_t job_count(std::string_view text) {
  const auto number = whole_number(text);
  if (!number || *number > 1024)
    throw WrongValue{"--jobs takes a number from 0 to 1024, not '" + std::string(text) + "'"};
  return *number == 0 ? std::max(1U, std::thread::hardware_concurrency()) : *number;
}

Format format_of(const std::string& name) {
  if (name == "json") return Format::json;
  if (name == "ndjson") return Format::ndjson;
  if (name == "csv") return Format::csv;
  throw WrongValue{"--format takes json, ndjson or csv, not '" + name + "'"};
}

CsvTable table_of(const std::string& name) {
  if (const auto table = csv_table(name)) return *table;
  throw WrongValue{"--table takes decisions, agenda, people or documents, not '" + name + "'"};
}

SourceOptions source_options(const po::variables_map& given) {
  SourceOptions sources;
  sources.paths = texts_of(given, "input");
  sources.files_from = text_of(given, "files-from");
  sources.recursive = given.count("recursive") != 0;
  sources.max_bytes = byte_count("max-bytes", *text_of(given, "max-bytes"));
  sources.timeout = time_limit(*text_of(given, "timeout"));
  ArchiveLimits& archive = sources.input.archive;
  archive.part_bytes = byte_count("max-part", *text_of(given, "max-part"));
  archive.whole_bytes = byte_count("max-unpacked", *text_of(given, "max-unpacked"));
  archive.entries = positive_count("max-entries", *text_of(given, "max-entries"));
  archive.ratio = positive_count("max-ratio", *text_of(given, "max-ratio"));
  sources.input.ocr = given.count("ocr") != 0;
  sources.input.encoding = text_of(given, "encoding");
  if (sources.paths.empty() && !sources.files_from) throw WrongValue{"no input is named"};
  return sources;
}

ParseOptions parse_options(const po::variables_map& given) {
  ParseOptions options;
  options.sources = source_options(given);
  options.format = format_of(*text_of(given, "format"));
  options.output = text_of(given, "output");
  options.jobs = job_count(*text_of(given, "jobs"));
  options.fail_fast = given.count("fail-fast") != 0;
  options.grammars = texts_of(given, "grammars");
  if (given.count("rules") != 0) options.rules = RuleNames::shown;
  if (given.count("excel-ru") != 0) options.dialect = CsvDialect::excel_ru;
  if (const auto table = text_of(given, "table")) options.table = table_of(*table);
  if (options.format != Format::csv && (given.count("excel-ru") != 0 || given.count("table") != 0)) {
    throw WrongValue{"--table and --excel-ru go with --format csv"};
  }
  if (options.format == Format::csv && given.count("rules") != 0) {
    throw WrongValue{"--rules goes with --format json and ndjson"};
  }
  return options;
}

CheckOptions check_options(const po::variables_map& given) { return {texts_of(given, "input")}; }

Command command_of(std::string_view command, const po::variables_map& given) {
  if (given.count("help") != 0) return PrintOptions{help_of(command)};
  if (command == "check") return check_options(given);
  if (command == "explain") return ExplainOptions{source_options(given), texts_of(given, "grammars")};
  if (command == "text") return TextOptions{source_options(given)};
  if (command == "schema") {
    if (given.count("input") != 0) throw WrongValue{"schema takes no input"};
    return SchemaOptions{};
  }
  return parse_options(given);
}

po::variables_map read_options(std::string_view command, const Strings& words) {
  po::options_description all = options_of(command);
  all.add_options()("input", po::value<Strings>()->composing());
  po::positional_options_description inputs;
  inputs.add("input", -1);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map given;
  po::store(po::command_line_parser(words).options(all).positional(inputs).style(style).run(), given);
  po::notify(given);
  return given;
}

}  // namespace

Command read_command_line(const Strings& words) {
  std::string command = "parse";
  Strings rest = words;
  if (!rest.empty() && !help_examples(rest.front()).empty()) {
    command = rest.front();
    rest.erase(rest.begin());
  }
  try {
    const po::variables_map given = read_options(command, rest);
    if (given.count("version") != 0) return PrintOptions{version_text()};
    return command_of(command, given);
  } catch (const po::error& error) {
    return UsageError{error.what(), command};
  } catch (const WrongValue& error) {
    return UsageError{error.message, command};
  }
}

}  // namespace protokol::cli
