#include "grammar/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

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

/// Reads line after line into entries; remembers what a continuation would continue.
class FileReader {
 public:
  explicit FileReader(std::string file) : file_(std::move(file)) {}

  void read(const RawLine& line) {
    if (line.text.empty() || line.text.front() == '#') return;
    if (line.indent == 0) {
      header(line);
    } else {
      below(line);
    }
  }

  RuleEntries result() { return std::move(result_); }

 private:
  enum class Open { nothing, pattern, example, counter_example };

  bool continues(const RawLine& line) const { return open_ != Open::nothing && line.indent > open_indent_; }

  void fault(std::size_t line, std::string message, std::string hint) {
    result_.faults.push_back({file_, line, std::move(message), std::move(hint)});
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
    const char sign = line.text.front();
    const bool row_sign = sign == '|';
    const bool continued_choice = row_sign && open_ == Open::pattern && continues(line);
    if (sign != ':' && sign != '+' && sign != '-' && (!row_sign || continued_choice)) {
      if (continues(line)) return append(line.text);
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

  void append(std::string_view text) {
    RuleEntry& entry = result_.entries.back();
    auto& lines = open_ == Open::pattern   ? entry.patterns
                  : open_ == Open::example ? entry.examples
                                           : entry.counter_examples;
    lines.back().text += ' ';
    lines.back().text += text;
  }

  std::string file_;
  RuleEntries result_;
  Open open_ = Open::nothing;
  std::size_t open_indent_ = 0;
};

std::optional<std::string> content(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return std::nullopt;
  return text;
}

/// Entries that hold neither patterns nor rows, or both.
std::vector<Diagnostic> shape_faults(const std::vector<RuleEntry>& entries) {
  std::vector<Diagnostic> faults;
  for (const RuleEntry& entry : entries) {
    if (entry.patterns.empty() && entry.rows.empty()) {
      faults.push_back({entry.file, entry.line, fmt::format("«{}» has no pattern and no row", entry.name),
                        "write a line that begins with : or |"});
    }
    if (!entry.rows.empty() &&
        !(entry.patterns.empty() && entry.examples.empty() && entry.counter_examples.empty())) {
      faults.push_back({entry.file, entry.line, fmt::format("«{}» is a table and a rule at once", entry.name),
                        "give the rows a name of their own"});
    }
  }
  return faults;
}

std::vector<Diagnostic> duplicate_faults(const std::vector<RuleEntry>& entries) {
  std::vector<Diagnostic> faults;
  std::map<std::string_view, const RuleEntry*> first;
  for (const RuleEntry& entry : entries) {
    const auto [known, fresh] = first.emplace(entry.name, &entry);
    if (fresh) continue;
    faults.push_back(
        {entry.file, entry.line,
         fmt::format("«{}» stands already in {}:{}", entry.name,
                     std::filesystem::path(known->second->file).filename().string(), known->second->line),
         "put its lines beneath the first one, or choose another name"});
  }
  return faults;
}

void append(RuleEntries& all, RuleEntries more) {
  std::move(more.entries.begin(), more.entries.end(), std::back_inserter(all.entries));
  std::move(more.faults.begin(), more.faults.end(), std::back_inserter(all.faults));
}

}  // namespace

RuleEntries parse_rule_file(std::string_view text, std::string file) {
  if (const auto place = invalid_utf8(text)) {
    const auto line = 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + *place, '\n'));
    return {{}, {{std::move(file), line, "the file is not UTF-8", "save it in the encoding UTF-8"}}};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  FileReader reader(std::move(file));
  std::size_t number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    reader.read(raw_line(text.substr(from, end - from), ++number));
    from = end + 1;
  }
  RuleEntries result = reader.result();
  std::vector<Diagnostic> faults = shape_faults(result.entries);
  std::move(faults.begin(), faults.end(), std::back_inserter(result.faults));
  return result;
}

RuleEntries load_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".rules") files.push_back(entry->path());
  }
  if (error) {
    return {{},
            {{folder.string(), 0, "the folder of rules cannot be read: " + error.message(),
              "give a folder that holds *.rules files"}}};
  }
  std::sort(files.begin(), files.end());
  RuleEntries all;
  for (const std::filesystem::path& file : files) {
    if (const auto text = content(file)) {
      append(all, parse_rule_file(*text, file.string()));
    } else {
      all.faults.push_back({file.string(), 0, "the file cannot be read", "check its rights"});
    }
  }
  std::vector<Diagnostic> faults = duplicate_faults(all.entries);
  std::move(faults.begin(), faults.end(), std::back_inserter(all.faults));
  return all;
}

std::vector<Diagnostic> by_place(std::vector<Diagnostic> faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(std::string_view(a.file), a.line) < std::pair(std::string_view(b.file), b.line);
  });
  return faults;
}

}  // namespace protokol::grammar
