#include "grammar/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "grammar/limits.h"
#include "grammar/utf8_text.h"

namespace protokol::grammar {

namespace {

/// A line of the file without its indentation and the white space at its end.
struct RawLine {
  std::string_view text;
  std::size_t number = 0;
  std::size_t indent = 0;
};

RawLine raw_line(std::string_view line, std::size_t number) {
  std::size_t indent = 0;
  std::size_t start = 0;
  for (; start < line.size() && (line[start] == ' ' || line[start] == '\t'); ++start) {
    indent = line[start] == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
  }
  return {trimmed(line.substr(start)), number, indent};
}

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size()) {
      cells.back() += row[++i];
    } else if (row[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += row[i];
    }
  }
  for (std::string& cell : cells) cell = std::string(trimmed(cell));
  if (cells.size() > 1 && cells.back().empty()) cells.pop_back();
  return cells;
}

bool has_control_character(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

/// Reads line after line into entries; remembers what a continuation would continue.
class FileReader {
 public:
  explicit FileReader(std::string file) : file_(std::move(file)) {}

  void read(const RawLine& line) {
    if (line.text.empty() || line.text.front() == '#') return;
    if (has_control_character(line.text)) {
      return fault(line.number, "a control character stands in the line", "write rules as plain text");
    }
    if (line.text.size() > longest_line) return too_long(line.number, line.indent);
    if (line.indent == 0) {
      header(line);
    } else {
      below(line);
    }
  }

  /// Of what is so faulty, or so much, the rest need not be read; load_folder says so.
  bool is_full() const { return result_.faults.size() > most_faults || result_.entries.size() > most_names; }

  RuleEntries result() {
    // Where reading ended early, the last entry is not whole.
    const std::size_t whole = result_.entries.size() - (is_full() ? 1 : 0);
    for (std::size_t i = 0; i < whole; ++i) check_shape(i);
    return std::move(result_);
  }

 private:
  /// What a deeper line continues; what continues a refused line is refused with it.
  enum class Open : std::uint8_t { nothing, pattern, example, counter_example, refused };

  bool continues(const RawLine& line) const { return open_ != Open::nothing && line.indent > open_indent_; }

  void fault(std::size_t line, std::string message, std::string hint) {
    result_.faults.push_back({file_, line, std::move(message), std::move(hint)});
    faulty_.resize(result_.entries.size(), false);
    if (!faulty_.empty()) faulty_.back() = true;
  }

  void too_long(std::size_t line, std::size_t indent) {
    open_ = Open::refused;
    open_indent_ = indent;
    fault(line, fmt::format("the line has more than {} bytes", longest_line),
          "put a stretch of a pattern into a {part}; show less in an example");
  }

  void header(const RawLine& line) {
    open_ = Open::nothing;
    std::string_view name = line.text;
    RuleEntry entry;
    entry.is_part = name.front() == '{';
    if (entry.is_part) {
      if (name.back() != '}') {
        return fault(line.number, "a part's name is not closed", "write {name} and nothing else on the line");
      }
      name = trimmed(name.substr(1, name.size() - 2));
    }
    if (!is_name(name)) {
      return fault(
          line.number, fmt::format("«{}» is no name", line.text),
          "a name is letters, digits, dots, hyphens and single spaces; lines beneath it are indented");
    }
    entry.name = std::string(name);
    entry.file = file_;
    entry.line = line.number;
    result_.entries.push_back(std::move(entry));
  }

  void below(const RawLine& line) {
    if (open_ == Open::refused && continues(line)) return;
    const char sign = line.text.front();
    const bool row_sign = sign == '|';
    const bool continued_choice = row_sign && open_ == Open::pattern && continues(line);
    if (sign != ':' && sign != '+' && sign != '-' && (!row_sign || continued_choice)) {
      if (continues(line)) return append(line);
      return fault(line.number, "the line begins with none of the signs : + - | #",
                   "begin it with a sign, or indent it deeper to continue the line above");
    }
    if (result_.entries.empty()) {
      return fault(line.number, "the line stands beneath no name",
                   "write a name above it, without indentation");
    }
    add(sign, {std::string(trimmed(line.text.substr(1))), line.number});
    open_indent_ = line.indent;
  }

  void add(char sign, RuleLine line) {
    RuleEntry& entry = result_.entries.back();
    if (line.text.empty()) {
      open_ = Open::nothing;
      return fault(line.line, fmt::format("nothing stands after «{}»", sign), "fill the line or remove it");
    }
    open_ = Open::nothing;
    if (sign == '|') {
      entry.rows.push_back(cells_of(line.text));
    } else if (sign == ':') {
      entry.patterns.push_back(std::move(line));
      open_ = Open::pattern;
    } else if (sign == '+') {
      entry.examples.push_back(std::move(line));
      open_ = Open::example;
    } else {
      entry.counter_examples.push_back(std::move(line));
      open_ = Open::counter_example;
    }
  }

  void append(const RawLine& line) {
    RuleEntry& entry = result_.entries.back();
    auto& lines = open_ == Open::pattern   ? entry.patterns
                  : open_ == Open::example ? entry.examples
                                           : entry.counter_examples;
    std::string& text = lines.back().text;
    if (text.size() + line.text.size() > longest_line) {
      return too_long(line.number, open_indent_);
    }
    text += ' ';
    text += line.text;
  }

  /// Entries that hold neither patterns nor rows, or both; what a faulty line was meant for is not known.
  void check_shape(std::size_t number) {
    const RuleEntry& entry = result_.entries[number];
    const bool has_fault = number < faulty_.size() && faulty_[number];
    if (entry.patterns.empty() && entry.rows.empty() && !has_fault) {
      result_.faults.push_back({entry.file, entry.line,
                                fmt::format("«{}» has no pattern and no row", entry.name),
                                "write a line that begins with : or |"});
    }
    if (!entry.rows.empty() &&
        !(entry.patterns.empty() && entry.examples.empty() && entry.counter_examples.empty())) {
      result_.faults.push_back({entry.file, entry.line,
                                fmt::format("«{}» is a table and a rule at once", entry.name),
                                "give the rows a name of their own"});
    }
  }

  std::string file_;
  RuleEntries result_;
  std::vector<bool> faulty_;  ///< by entry: whether a line beneath it is at fault
  Open open_ = Open::nothing;
  std::size_t open_indent_ = 0;
};

/// A fault for each line that is no UTF-8.
std::vector<Diagnostic> encoding_faults(std::string_view text, const std::string& file) {
  std::vector<Diagnostic> faults;
  if (!invalid_utf8(text)) return faults;
  std::size_t number = 0;
  for (std::size_t from = 0; from < text.size() && faults.size() <= most_faults;) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    ++number;
    if (invalid_utf8(text.substr(from, end - from))) {
      faults.push_back({file, number, "the line is not UTF-8", "save the file in the encoding UTF-8"});
    }
    from = end + 1;
  }
  return faults;
}

}  // namespace

RuleEntries parse_rule_file(std::string_view text, std::string file) {
  if (auto faults = encoding_faults(text, file); !faults.empty()) return {{}, std::move(faults)};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  FileReader reader(std::move(file));
  std::size_t number = 0;
  for (std::size_t from = 0; from < text.size() && !reader.is_full();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    reader.read(raw_line(text.substr(from, end - from), ++number));
    from = end + 1;
  }
  return reader.result();
}

std::string_view folder_of(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : file.substr(0, slash);
}

std::vector<Diagnostic> by_place(std::vector<Diagnostic> faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(std::string_view(a.file), a.line) < std::pair(std::string_view(b.file), b.line);
  });
  return faults;
}

}  // namespace protokol::grammar
