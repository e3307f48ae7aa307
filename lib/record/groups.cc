// Looking up the names of groups.
#include "record/groups.h"

namespace protokol {

std::string_view group_named(const Grammar& grammar, std::string_view key) {
  const Table* table = grammar.table("outline.groups");
  if (!table) return {};
  for (const auto& row : *table) {
    if (row.size() > 1 && row[0] == key) return row[1];
  }
  return {};
}

std::unordered_set<std::string> words_of(const Grammar& grammar, std::string_view table) {
  std::unordered_set<std::string> words;
  if (const Table* rows = grammar.table(table)) {
    for (const auto& row : *rows) words.insert(row.begin(), row.end());
  }
  return words;
}

}  // namespace protokol
