// Records out: one emitter a file behind one signature.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "record/protocol.h"

namespace protokol {

/// Why one input gave no record: what became of it instead.
struct ErrorRecord {
  std::string code, stage, message;
};

/// What came of one input, as emitters see it.
struct Result {
  std::string source;     ///< path as given, or «-»; valid UTF-8
  std::string encoding;   ///< what the bytes were read as; empty on errors
  std::string_view text;  ///< the document's text, for turning byte spans into code points
  std::variant<Protocol, ErrorRecord> content;
  std::string format = {};                    ///< «docx»; empty on errors
  std::optional<double> ocr_confidence = {};  ///< where the text was recognised from a picture, 0 to 100
};

/// Whether JSON names, beside each span, the rule that found the value, and lists every claim.
enum class RuleNames { hidden, shown };

/// Which records a CSV file lists, one a row.
enum class CsvTable { decisions, agenda, people, documents };

/// Strict RFC 4180, or what a Russian Excel opens with a double click: semicolons, a byte order mark,
/// days as ДД.ММ.ГГГГ, Russian headers, and no cell that could be taken for a formula.
enum class CsvDialect { rfc4180, excel_ru };

struct CsvOptions {
  CsvTable table = CsvTable::decisions;
  CsvDialect dialect = CsvDialect::rfc4180;
  /// Of excel_ru: the Russian words for column keys («decision_number») and for the records' fixed choices
  /// («assign»); what is missing stays English.
  using Words = std::map<std::string, std::string, std::less<>>;
  Words headers = {};
  Words choices = {};
};

/// One format: a run's output is `begin`, then the record of every result in order, then `end`.
/// `index` grows from result to result, the first has 0. `record` may be called from several threads at once,
/// and in any order: the same result and index give the same bytes.
struct Emitter {
  std::string begin;
  std::function<std::string(const Result& result, std::size_t index)> record;
  std::string end;
};

Emitter json_emitter(RuleNames rules);    ///< one array, indented by two spaces
Emitter ndjson_emitter(RuleNames rules);  ///< one object a line
Emitter csv_emitter(CsvOptions options);  ///< a header row, then the chosen table; rows end with CR LF

/// «decisions» → CsvTable::decisions.
std::optional<CsvTable> csv_table(std::string_view name);

/// For people: the text line by line, beneath each line what was taken from it and by which rule, a claim
/// within a claim indented, and what stayed unread.
std::string explanation(const Protocol& protocol, std::string_view text);

/// The JSON Schema (2020-12) of json_emitter's and ndjson_emitter's output.
std::string_view json_schema();

}  // namespace protokol
