#include "grammar/rule_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include "grammar/limits.h"

namespace protokol::grammar {

namespace {

namespace fs = std::filesystem;

Diagnostic fault_of(const fs::path& file, std::string message, std::string hint) {
  return {file.string(), 0, std::move(message), std::move(hint)};
}

/// The bytes of a file, never more than one beyond the limit.
std::variant<std::string, Diagnostic> content(const fs::path& file) {
  std::error_code error;
  // Opening a pipe that nobody writes to would wait for ever.
  if (!fs::is_regular_file(file, error)) {
    return fault_of(file, "this is no regular file", "only files may have a name that ends in .rules");
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::min(fs::file_size(file, error), largest_file) + 1, '\0');
  if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())) && !stream.eof()) {
    return fault_of(file, "the file cannot be read", "check its rights");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > largest_file) {
    return fault_of(file, fmt::format("the file is larger than {} bytes", largest_file),
                    "cut it into files by what the rules are about");
  }
  return text;
}

std::vector<Diagnostic> duplicate_faults(const std::vector<RuleEntry>& entries) {
  std::vector<Diagnostic> faults;
  std::map<std::string_view, const RuleEntry*> first;
  for (const RuleEntry& entry : entries) {
    const auto [known, fresh] = first.emplace(entry.name, &entry);
    if (fresh) continue;
    faults.push_back({entry.file, entry.line,
                      fmt::format("«{}» stands already in {}:{}", entry.name,
                                  fs::path(known->second->file).filename().string(), known->second->line),
                      "put its lines beneath the first one, or choose another name"});
  }
  return faults;
}

template <typename T>
void append(std::vector<T>& all, std::vector<T> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// What is too much in all files up to this one; nothing is read behind it.
std::optional<Diagnostic> excess(const RuleEntries& all, std::size_t bytes, const fs::path& file) {
  if (bytes > largest_folder) {
    return fault_of(file, fmt::format("the files up to this one are larger than {} bytes", largest_folder),
                    "leave out what is no rule");
  }
  if (all.entries.size() > most_names) {
    return fault_of(file, fmt::format("the files up to this one have more than {} names", most_names),
                    "words of one kind are lines of one name");
  }
  if (all.faults.size() > most_faults) {
    return fault_of(file, fmt::format("there are more than {} faults up to here", most_faults),
                    "correct these first; what stands behind is not read");
  }
  return std::nullopt;
}

RuleEntries load_files(const std::vector<fs::path>& files) {
  RuleEntries all;
  std::size_t bytes = 0;
  for (const fs::path& file : files) {
    const auto text = content(file);
    if (const auto* fault = std::get_if<Diagnostic>(&text)) {
      all.faults.push_back(*fault);
      continue;
    }
    RuleEntries read = parse_rule_file(std::get<std::string>(text), file.string());
    append(all.entries, std::move(read.entries));
    append(all.faults, std::move(read.faults));
    bytes += std::get<std::string>(text).size();
    if (auto fault = excess(all, bytes, file)) {
      all.faults.push_back(std::move(*fault));
      break;
    }
  }
  return all;
}

enum class EntryKind : std::uint8_t { part, rule, table };

EntryKind kind_of(const RuleEntry& entry) {
  if (!entry.rows.empty()) return EntryKind::table;
  return entry.is_part ? EntryKind::part : EntryKind::rule;
}

std::string_view word_of(EntryKind kind) {
  constexpr std::string_view words[] = {"a part", "a rule", "a table"};
  return words[static_cast<std::size_t>(kind)];
}

std::size_t fewest_cells(const RuleEntry& table) {
  const auto shorter = [](const auto& a, const auto& b) { return a.size() < b.size(); };
  return std::min_element(table.rows.begin(), table.rows.end(), shorter)->size();
}

std::optional<Diagnostic> replacement_fault(const RuleEntry& old, const RuleEntry& entry) {
  const std::string place = fmt::format("{}:{}", fs::path(old.file).filename().string(), old.line);
  if (kind_of(entry) != kind_of(old)) {
    return Diagnostic{entry.file, entry.line,
                      fmt::format("«{}» is {} here and {} in {}, which it replaces", entry.name,
                                  word_of(kind_of(entry)), word_of(kind_of(old)), place),
                      "choose another name, or make it of the same kind"};
  }
  if (kind_of(old) == EntryKind::table && fewest_cells(entry) < fewest_cells(old)) {
    return Diagnostic{
        entry.file, entry.line,
        fmt::format("a row of «{}» has {} cells; in {}, which it replaces, a row has at least {}", entry.name,
                    fewest_cells(entry), place, fewest_cells(old)),
        "give each row the cells that the replaced table has"};
  }
  return std::nullopt;
}

}  // namespace

RuleEntries load_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".rules") files.push_back(entry->path());
  }
  if (error) {
    return {{},
            {fault_of(folder, "the folder of rules cannot be read: " + error.message(),
                      "give a folder that holds *.rules files")}};
  }
  if (files.empty()) {
    return {{}, {fault_of(folder, "the folder holds no *.rules file", "give a folder that holds rules")}};
  }
  std::sort(files.begin(), files.end());
  RuleEntries all = load_files(files);
  append(all.faults, duplicate_faults(all.entries));
  return all;
}

RuleEntries overlaid(RuleEntries base, RuleEntries over) {
  std::map<std::string, RuleEntry*, std::less<>> known;
  for (RuleEntry& entry : base.entries) known.emplace(entry.name, &entry);
  RuleEntries all{{}, std::move(base.faults)};
  append(all.faults, std::move(over.faults));
  for (RuleEntry& entry : over.entries) {
    const auto same = known.find(entry.name);
    if (same == known.end()) {
      all.entries.push_back(std::move(entry));
      continue;
    }
    if (auto fault = replacement_fault(*same->second, entry)) all.faults.push_back(std::move(*fault));
    *same->second = std::move(entry);
  }
  append(all.entries, std::move(base.entries));
  return all;
}

}  // namespace protokol::grammar
