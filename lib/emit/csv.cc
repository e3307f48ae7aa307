#include <algorithm>
#include <array>
#include <utility>

#include "emit/emit.h"
#include "emit/tables.h"

namespace protokol {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A field is quoted where the separator, a quote, a line end or a space at either end asks for it.
std::string quoted(std::string_view value, char separator) {
  const bool plain = value.find_first_of("\"\r\n") == value.npos && value.find(separator) == value.npos &&
                     (value.empty() || (value.front() != ' ' && value.back() != ' '));
  if (plain) return std::string(value);
  std::string field = "\"";
  for (const char c : value) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + '"';
}

std::string csv_line(const std::vector<std::string>& fields, char separator) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) line += separator;
    line += quoted(fields[i], separator);
  }
  return line + "\r\n";
}

// «2020-11-24» → «24.11.2020»; anything else stays.
std::string russian_day(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  return iso.substr(8, 2) + '.' + iso.substr(5, 2) + '.' + iso.substr(0, 4);
}

std::string with_decimal_comma(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

bool is_number_like(std::string_view value) {
  return value.find_first_not_of("0123456789.,/:-") == value.npos;
}

// Excel reads «1.10» as the tenth of January, «07» as 7 and «2-2021» as February; a lone «12» is safe.
bool excel_would_change(std::string_view value) {
  if (value.empty() || value.front() < '0' || value.front() > '9' || !is_number_like(value)) return false;
  return value.find_first_of(".,/-") != value.npos || (value.front() == '0' && value.size() > 1) ||
         value.size() > 11;
}

// A cell that begins like a formula is disarmed by an apostrophe. A figure that is a name, such as «1.10», is
// written ="1.10", which Excel shows as it is printed.
std::string excel_text(const std::string& value) {
  if (excel_would_change(value)) return "=\"" + value + '"';
  if (!value.empty() && std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos)
    return "'" + value;
  return value;
}

std::string translated(const CsvOptions::Words& words, std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::string(word) : found->second;
}

std::string excel_cell(const TableCell& cell, const CsvOptions& options) {
  switch (cell.kind) {
    case CellKind::number:
      return with_decimal_comma(cell.value);
    case CellKind::day:
      return russian_day(cell.value);
    case CellKind::choice:
      return translated(options.choices, cell.value);
    case CellKind::text:
      break;
  }
  return excel_text(cell.value);
}

std::string header_line(const CsvOptions& options, char separator) {
  std::vector<std::string> fields;
  for (const std::string_view column : table_columns(options.table)) {
    fields.push_back(options.dialect == CsvDialect::excel_ru ? translated(options.headers, column)
                                                             : std::string(column));
  }
  return csv_line(fields, separator);
}

std::string row_lines(const CsvOptions& options, const Result& result, char separator) {
  std::string lines;
  std::vector<std::string> fields;
  for (TableRow& row : table_rows(options.table, result)) {
    fields.clear();
    for (TableCell& cell : row) {
      fields.push_back(options.dialect == CsvDialect::excel_ru ? excel_cell(cell, options)
                                                               : std::move(cell.value));
    }
    lines += csv_line(fields, separator);
  }
  return lines;
}

}  // namespace

Emitter csv_emitter(CsvOptions options) {
  const bool excel = options.dialect == CsvDialect::excel_ru;
  const char separator = excel ? ';' : ',';
  std::string begin =
      (excel ? std::string(byte_order_mark) : std::string()) + header_line(options, separator);
  return {.begin = std::move(begin),
          .record = [options = std::move(options), separator](
                        const Result& result, std::size_t) { return row_lines(options, result, separator); },
          .end = ""};
}

std::optional<CsvTable> csv_table(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, CsvTable>, 4> tables{{{"decisions", CsvTable::decisions},
                                                                         {"agenda", CsvTable::agenda},
                                                                         {"people", CsvTable::people},
                                                                         {"documents", CsvTable::documents}}};
  for (const auto& [known, table] : tables) {
    if (known == name) return table;
  }
  return std::nullopt;
}

}  // namespace protokol
