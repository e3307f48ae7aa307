// Collects the tables of inflection from the rule files.
#include "morphology/inflection.h"
#include "morphology/letters.h"

namespace protokol {

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
  return result;
}

}  // namespace protokol
