#include "cli/help.h"

#include <fmt/format.h>
#include <unicode/uvernum.h>

#include <array>
#include <boost/version.hpp>

#include "version.h"

namespace protokol::cli {

namespace {

struct Help {
  std::string_view command, examples;
};

constexpr std::array<Help, 5> helps{{
    {"parse",
     R"(protokol: raw Russian meeting protocols in, structured records out.

Examples:
  protokol minutes.txt                                  JSON on standard output
  protokol -r archive/ --format ndjson -o records.ndjson
                                                        a folder, one record a line
  protokol -r archive/ --format csv --excel-ru -o decisions.csv
                                                        decisions as an Excel table
  iconv -f cp866 -t utf-8 old.txt | protokol -          standard input
  protokol explain minutes.txt                          which rule took what

Usage: protokol [parse] [options] FILE|FOLDER|- ...
       protokol check|explain|text|schema [--help]
)"},
    {"check",
     R"(protokol check: are the rules sound, and do their examples hold?

Examples:
  protokol check                  the built-in rules
  protokol check our-rules/       the built-in rules with your own added

Usage: protokol check [options] [FOLDER ...]
)"},
    {"explain",
     R"(protokol explain: line by line, which rule took what, and what stayed unread.

Examples:
  protokol explain minutes.txt
  protokol explain --grammars our-rules/ minutes.txt

Usage: protokol explain [options] FILE|FOLDER|- ...
)"},
    {"text",
     R"(protokol text: the decoded text that the spans of the records count in.

Examples:
  protokol text minutes.txt
  protokol text --encoding koi8-r old.txt

Usage: protokol text [options] FILE|FOLDER|- ...
)"},
    {"schema",
     R"(protokol schema: the JSON Schema (2020-12) of the records.

Example:
  protokol schema > protokol.schema.json

Usage: protokol schema
)"},
}};

}  // namespace

std::string_view help_examples(std::string_view command) {
  for (const Help& help : helps) {
    if (help.command == command) return help.examples;
  }
  return {};
}

std::string_view exit_status_help() {
  return R"(
Exit status:
  0  all done (also where the reader of a pipe went away)
  1  some inputs failed: each gave an error record and a line on standard error
  2  wrong usage, or rules or a dictionary that cannot be used
  3  no input failed, and none was recognised as a protocol
  4  the output could not be written
  130, 143  interrupted by Ctrl-C, by SIGTERM
)";
}

std::string version_text() {
  return fmt::format("protokol {}\nBoost {}.{}.{}\nICU {}\nRE2 {}\nfmt {}.{}.{}\n", PROTOKOL_VERSION,
                     BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100, U_ICU_VERSION,
                     PROTOKOL_RE2_LIBRARY, FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100);
}

}  // namespace protokol::cli
