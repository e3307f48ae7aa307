// Collects the tables of inflection from the rule files.
#include "morphology/inflection.h"
#include "morphology/letters.h"

namespace protokol {
namespace {

/// «Павел/Павл»: a name, and the stem of its other cases where they have another.
std::unordered_map<std::string, std::string> names_of(const Rows& rows) {
  std::unordered_map<std::string, std::string> result;
  for (const auto& row : rows) {
    for (const std::string& cell : row) {
      const std::string name = cell.substr(0, cell.find('/'));
      result[name] = name;
      if (name.size() < cell.size()) result[cell.substr(name.size() + 1)] = name;
    }
  }
  return result;
}

}  // namespace

InflectionTables read_inflection_tables(const std::function<const Rows*(std::string_view name)>& table) {
  InflectionTables result;
  const auto take = [&](std::string_view name, Rows& rows) {
    const Rows* found = table(name);
    if (!found) return;
    rows = *found;
    for (auto& row : rows) {
      for (std::string& cell : row) cell = letters::prepare(cell);
    }
  };
#define PROTOKOL_INFLECTION_TABLE(name, member) take(name, result.member);
#include "morphology/inflection_tables.inc"
#undef PROTOKOL_INFLECTION_TABLE
  result.masculine_names = names_of(result.first_names_masculine);
  result.feminine_names = names_of(result.first_names_feminine);
  return result;
}

}  // namespace protokol
