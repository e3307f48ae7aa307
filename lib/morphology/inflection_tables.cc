// Collects the tables of inflection from the rule files.
#include <algorithm>
#include <array>
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

/// The ending that a table's cell stands for: «-ова» → «ова», «-» → «».
std::string_view ending_of(const std::string& cell) {
  return cell.starts_with('-') ? std::string_view(cell).substr(1) : std::string_view(cell);
}

/// No surname is without a vowel, and no stem of an adjective: «Грому» is not of «Грый».
bool makes_syllable(std::string_view nominative_ending) {
  constexpr std::array<std::string_view, 3> adjectives = {"\xFB\xE9", "\xE8\xE9", "\xEE\xE9"};
  const bool adjective =
      std::find(adjectives.begin(), adjectives.end(), nominative_ending) != adjectives.end();
  return !adjective && nominative_ending.find_first_of(letters::vowels) != std::string_view::npos;
}

CaseEnding packed(std::string_view letters) {
  CaseEnding result;
  result.size = static_cast<std::uint8_t>(letters.size());
  for (const char letter : letters) {
    result.letters = result.letters << 8U | static_cast<unsigned char>(letter);
    result.mask = result.mask << 8U | 0xFFU;
  }
  return result;
}

void index(EndingRows& endings) {
  for (std::size_t row = 0; row < endings.rows.size(); ++row) {
    const auto& cells = endings.rows[row];
    if (cells.size() < endings.by_letter.size()) continue;
    for (std::size_t c = 0; c < endings.by_letter.size(); ++c) {
      const std::string_view letters = ending_of(cells[c]);
      CaseEnding ending = packed(letters);
      ending.row = static_cast<std::uint16_t>(row);
      ending.makes_syllable = makes_syllable(ending_of(cells[0]));
      ending.whole_word = !cells[c].starts_with('-');
      endings.by_letter[c][letters.empty() ? 0 : static_cast<unsigned char>(letters.back())].push_back(
          ending);
    }
  }
  for (auto& by_letter : endings.by_letter) {
    for (auto& list : by_letter) {
      std::stable_sort(list.begin(), list.end(),
                       [](const CaseEnding& a, const CaseEnding& b) { return a.size > b.size; });
    }
  }
}

void index_first_names(InflectionTables& tables) {
  constexpr std::size_t first_letter = 0xE0, letters = 0x100;
  for (std::size_t row = 0; row < tables.first_name_endings.size(); ++row) {
    const auto& cells = tables.first_name_endings[row];
    if (cells.size() < tables.first_name_rows.size()) continue;
    for (std::size_t c = 0; c < tables.first_name_rows.size(); ++c) {
      const std::string_view ending = ending_of(cells[c]);
      auto& by_letter = tables.first_name_rows[c];
      const auto number = static_cast<std::uint16_t>(row);
      if (!ending.empty()) {
        by_letter[static_cast<unsigned char>(ending.back())].push_back(number);
      } else {
        for (std::size_t letter = first_letter; letter < letters; ++letter)
          by_letter[letter].push_back(number);
      }
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
  index_first_names(result);
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
