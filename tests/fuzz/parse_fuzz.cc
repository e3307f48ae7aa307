// The whole way: every span of every record lies in the text, and every emitter's output is read back.
#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "emit/emit.h"
#include "fuzz/csv_reader.h"
#include "fuzz/fuzz.h"
#include "input/plain_text.h"
#include "parser.h"

namespace protokol::fuzz {
namespace {

/// Every {"from": …, "to": …} below `value` lies within so many code points.
void check_spans(const boost::json::value& value, std::int64_t size) {
  if (const auto* list = value.if_array()) {
    for (const auto& one : *list) check_spans(one, size);
  }
  const auto* object = value.if_object();
  if (object == nullptr) return;
  const auto* from = object->if_contains("from");
  const auto* to = object->if_contains("to");
  if (from != nullptr && to != nullptr && object->size() == 2) {
    require(0 <= from->as_int64() && from->as_int64() <= to->as_int64() && to->as_int64() <= size,
            "spans lie in the text");
  }
  for (const auto& [key, one] : *object) check_spans(one, size);
}

void check_json(const Result& result, RuleNames rules) {
  const Emitter lines = ndjson_emitter(rules), array = json_emitter(rules);
  const std::string line = lines.record(result, 0);
  require(line.ends_with('\n') && std::count(line.begin(), line.end(), '\n') == 1, "NDJSON is one line");
  boost::json::error_code error;
  const boost::json::value record = boost::json::parse(line, error);
  require(!error && record.is_object(), "NDJSON is JSON");
  check_spans(record, static_cast<std::int64_t>(utf8::count(result.text)));
  const boost::json::value all =
      boost::json::parse(array.begin + array.record(result, 0) + array.record(result, 1) + array.end, error);
  require(!error && all.is_array() && all.as_array().size() == 2, "JSON is an array of the records");
  require(all.as_array()[0] == record, "JSON and NDJSON say the same");
}

void check_csv(const Result& result, CsvTable table, CsvDialect dialect) {
  const Emitter emitter = csv_emitter({.table = table, .dialect = dialect, .headers = {}, .choices = {}});
  const char separator = dialect == CsvDialect::excel_ru ? ';' : ',';
  const auto rows = read_csv(emitter.begin + emitter.record(result, 0) + emitter.end, separator);
  require(rows.has_value() && !rows->empty(), "CSV can be read");
  for (const auto& row : *rows) require(row.size() == rows->front().size(), "every row has all columns");
}

void check(std::string_view bytes) {
  const auto reading = read_plain_text(bytes, "fuzz", {});
  const auto* document = std::get_if<Document>(&reading);
  if (document == nullptr) return;
  Result result{document->source, document->encoding,
                document->text,   parse(*document, language()),
                document->format, {}};
  check_json(result, RuleNames::hidden);
  check_json(result, RuleNames::shown);
  for (const CsvTable table :
       {CsvTable::decisions, CsvTable::agenda, CsvTable::people, CsvTable::documents}) {
    for (const CsvDialect dialect : {CsvDialect::rfc4180, CsvDialect::excel_ru})
      check_csv(result, table, dialect);
  }
  explanation(std::get<Protocol>(result.content), document->text);
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
