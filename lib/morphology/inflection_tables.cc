// Collects the tables of inflection from the rule files.
#include <algorithm>
#include <type_traits>

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

void index(EndingRows& endings) {
  for (std::size_t row = 0; row < endings.rows.size(); ++row) {
    const auto& cells = endings.rows[row];
    if (cells.size() < endings.by_letter.size()) continue;
    for (std::size_t c = 0; c < endings.by_letter.size(); ++c) {
      const bool empty = cells[c] == "-" || cells[c].empty();
      const auto last = empty ? 0 : static_cast<unsigned char>(cells[c].back());
      endings.by_letter[c][last].push_back(static_cast<std::uint16_t>(row));
    }
  }
  for (std::size_t c = 0; c < endings.by_letter.size(); ++c) {
    const auto letters = [&](std::uint16_t row) {
      const std::string& cell = endings.rows[row][c];
      return cell.size() - (cell.starts_with('-') ? 1 : 0);
    };
    for (auto& list : endings.by_letter[c]) {
      std::stable_sort(list.begin(), list.end(),
                       [&](std::uint16_t a, std::uint16_t b) { return letters(a) > letters(b); });
    }
  }
}

}  // namespace

InflectionTables read_inflection_tables(const std::function<const Rows*(std::string_view name)>& table) {
  InflectionTables result;
  const auto prepared = [&](std::string_view name) {
    const Rows* found = table(name);
    if (!found) return Rows();
    Rows rows = *found;
    for (auto& row : rows) {
      for (std::string& cell : row) cell = letters::prepare(cell);
    }
    return rows;
  };
  const auto take = [&]<typename Member>(std::string_view name, Member& member) {
    if constexpr (std::is_same_v<Member, EndingRows>) {
      member.rows = prepared(name);
      index(member);
    } else {
      member = prepared(name);
    }
  };
#define PROTOKOL_INFLECTION_TABLE(name, member) take(name, result.member);
#include "morphology/inflection_tables.inc"
#undef PROTOKOL_INFLECTION_TABLE
  for (const auto& row : result.surnames_fixed) {
    for (const std::string& cell : row) {
      if (!cell.empty()) result.fixed_by_letter[static_cast<unsigned char>(cell.back())].push_back(cell);
    }
  }
  result.masculine_names = names_of(result.first_names_masculine);
  result.feminine_names = names_of(result.first_names_feminine);
  for (const auto* names : {&result.masculine_names, &result.feminine_names}) {
    for (const auto& [stem, name] : *names) {
      if (stem.size() > 1) result.name_starts.set(InflectionTables::start_of(stem));
    }
  }
  return result;
}

}  // namespace protokol
