// Personal names: declined by tables of endings, and brought back to the nominative.
#include "morphology/names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "morphology/letters.h"

namespace protokol {
namespace {

constexpr std::size_t case_count = 6;
constexpr std::size_t whole_ending = 3;  // «Цой» may be all ending
constexpr std::string_view vowels = "\xE0\xE5\xE8\xEE\xF3\xFB\xFD\xFE\xFF";
constexpr std::array genders = {Gender::masculine, Gender::feminine};

/// The ending that a table's cell stands for: «-ова» → «ова», «-» → «».
std::string_view ending(const std::string& cell) {
  return cell.starts_with('-') ? std::string_view(cell).substr(1) : std::string_view(cell);
}

struct Restored {
  std::string text;         ///< prepared
  std::size_t matched = 0;  ///< letters of the ending that told it; 0 where nothing did
};

/// No surname is without a vowel, and no stem of an adjective: «Грому» is not of «Грый».
bool makes_surname(std::string_view stem, std::string_view nominative_ending) {
  constexpr std::array<std::string_view, 3> adjectives = {"\xFB\xE9", "\xE8\xE9", "\xEE\xE9"};
  const bool adjective =
      std::find(adjectives.begin(), adjectives.end(), nominative_ending) != adjectives.end();
  return stem.find_first_of(vowels) != std::string_view::npos ||
         (!adjective && nominative_ending.find_first_of(vowels) != std::string_view::npos);
}

/// A row that fits a word, by its ending in one case.
struct RowMatch {
  const std::vector<std::string>* row = nullptr;
  std::size_t size = 0;  ///< letters of the ending
  /// A row without an ending in this case says nothing by itself.
  std::size_t matched() const { return std::max<std::size_t>(size, 1); }
};

/// The row whose ending in `from` is the longest that `word` has.
std::optional<RowMatch> row_of(const EndingRows& endings, std::string_view word, Case from) {
  if (word.empty()) return std::nullopt;
  const auto& by_letter = endings.by_letter[static_cast<std::size_t>(from)];
  for (const unsigned char letter :
       {static_cast<unsigned char>(word.back()), static_cast<unsigned char>(0)}) {
    for (const std::uint16_t index : by_letter[letter]) {
      const auto& row = endings.rows[index];
      const std::string_view own = ending(row[static_cast<std::size_t>(from)]);
      if (!word.ends_with(own) || (word == own && own.size() < whole_ending)) continue;
      if (!makes_surname(word.substr(0, word.size() - own.size()), ending(row[0]))) continue;
      return RowMatch{&row, own.size()};
    }
  }
  return std::nullopt;
}

std::string turned(const RowMatch& match, std::string_view word, Case to) {
  std::string result(word.substr(0, word.size() - match.size));
  return result += ending((*match.row)[static_cast<std::size_t>(to)]);
}

/// The word turned from one case into another.
std::optional<Restored> by_rows(const EndingRows& endings, std::string_view word, Case from, Case to) {
  const auto match = row_of(endings, word, from);
  if (!match) return std::nullopt;
  return Restored{turned(*match, word, to), match->matched()};
}

/// How much of `word` tells that it is not declined.
std::size_t fixed_size(const InflectionTables& tables, std::string_view word) {
  std::size_t longest = 0;
  if (word.empty()) return longest;
  for (const std::string& cell : tables.fixed_by_letter[static_cast<unsigned char>(word.back())]) {
    const bool fits = cell.starts_with('-') ? word.ends_with(ending(cell)) : word == cell;
    if (fits) longest = std::max(longest, ending(cell).size());
  }
  return longest;
}

bool ends_in_vowel(std::string_view word) {
  return !word.empty() && vowels.find(word.back()) != std::string_view::npos;
}

/// Whether a man's surname has a woman's form of its own: those with the instrumental in -ым or -им
/// («Ивановым», «Золотницким») have.
bool has_feminine(const InflectionTables& tables, std::string_view word) {
  const auto instrumental = by_rows(tables.surnames_masculine, word, Case::nominative, Case::instrumental);
  return instrumental &&
         (instrumental->text.ends_with("\xFB\xEC") || instrumental->text.ends_with("\xE8\xEC"));
}

const EndingRows& surnames_of(const InflectionTables& tables, Gender gender) {
  return gender == Gender::feminine ? tables.surnames_feminine : tables.surnames_masculine;
}

/// How one part of a surname in a case is told: by a row, or as a word that is not declined.
struct PartMatch {
  std::optional<RowMatch> row;
  std::size_t matched = 0;
};

std::optional<PartMatch> match_part(const InflectionTables& tables, std::string_view word, Case from,
                                    Gender gender) {
  const auto row = row_of(surnames_of(tables, gender), word, from);
  const std::size_t fixed = fixed_size(tables, word);
  if (fixed > 0 && (!row || fixed >= row->matched())) return PartMatch{std::nullopt, fixed};
  if (row) return PartMatch{row, row->matched()};
  if (gender != Gender::feminine || ends_in_vowel(word) || has_feminine(tables, word)) return std::nullopt;
  return PartMatch{std::nullopt, 1};
}

/// One part of a surname between two cases, one of which is the nominative.
std::optional<Restored> surname_part(const InflectionTables& tables, std::string_view word, Case from,
                                     Case to, Gender gender) {
  const auto match = match_part(tables, word, from, gender);
  if (!match) return std::nullopt;
  return Restored{match->row ? turned(*match->row, word, to) : std::string(word), match->matched};
}

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    const std::size_t to = text.find(at, from);
    parts.push_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return parts;
    from = to + 1;
  }
}

/// A surname, double ones part by part: at least one part must fit, the others may stay.
std::optional<Restored> whole_surname(const InflectionTables& tables, std::string_view word, Case from,
                                      Case to, Gender gender) {
  std::optional<Restored> result;
  std::string text;
  for (const std::string_view part : cut(word, '-')) {
    if (part.data() != word.data()) text += '-';
    const auto restored = surname_part(tables, part, from, to, gender);
    text += restored ? restored->text : std::string(part);
    if (!restored) continue;
    if (!result) result.emplace();
    result->matched = std::max(result->matched, restored->matched);
  }
  if (result) result->text = std::move(text);
  return result;
}

/// How many letters of the endings of a surname in a case tell it; nothing where no part fits.
std::optional<std::size_t> matched_letters(const InflectionTables& tables, std::string_view word, Case from,
                                           Gender gender) {
  std::optional<std::size_t> result;
  for (std::size_t start = 0; start <= word.size();) {
    const std::size_t end = std::min(word.find('-', start), word.size());
    const auto match = match_part(tables, word.substr(start, end - start), from, gender);
    if (match) result = std::max(result.value_or(0), match->matched);
    start = end + 1;
  }
  return result;
}

const std::unordered_map<std::string, std::string>& names_of(const InflectionTables& tables, Gender gender) {
  return gender == Gender::feminine ? tables.feminine_names : tables.masculine_names;
}

bool is_initial(std::string_view prepared) {
  constexpr std::size_t longest_initial = 2;  // «Ю», «Дж»
  return prepared.size() <= longest_initial || prepared.ends_with('.');
}

std::vector<GivenReading> given_readings(const InflectionTables& tables, std::string_view word) {
  auto result = first_name_readings(tables, word);
  if (result.empty()) result = patronymic_readings(tables, word);
  return result;
}

/// A candidate: this case, this gender, and how well the words of the name go with them.
struct Candidate {
  Case grammatical_case = Case::nominative;
  Gender gender = Gender::masculine;
  int score = 0;
};

// Weights: a first name or patronymic outweighs what the caller assumes, that outweighs the surname's
// ending, and that the order of cases.
constexpr int given_weight = 30, assumed_weight = 20, surname_weight = 2, no_surname = -25;
constexpr std::size_t telling_letters = 4;
constexpr std::array case_penalty = {0, 3, 2, 4, 5, 6};

class Judge {
 public:
  Judge(const InflectionTables& tables, const PersonName& printed, Case assumed_case, Gender assumed_gender)
      : tables_(tables), assumed_case_(assumed_case), assumed_gender_(assumed_gender) {
    surname_ = letters::prepare(printed.surname);
    for (const std::string& word : printed.given) {
      const std::string prepared = letters::prepare(word);
      if (is_initial(prepared)) continue;
      if (auto readings = given_readings(tables, prepared); !readings.empty())
        given_.push_back(std::move(readings));
    }
  }

  Candidate candidate(Case c, Gender gender) const {
    int score = -case_penalty[static_cast<std::size_t>(c)];
    for (const auto& readings : given_) {
      const bool fits = std::any_of(readings.begin(), readings.end(), [&](const GivenReading& r) {
        return r.grammatical_case == c && r.gender == gender;
      });
      score += fits ? given_weight : -given_weight;
    }
    if (c == assumed_case_) score += assumed_weight;
    if (assumed_gender_ != Gender::none)
      score += gender == assumed_gender_ ? assumed_weight : -assumed_weight;
    if (surname_.empty()) return {c, gender, score};
    const auto matched = matched_letters(tables_, surname_, c, gender);
    score += matched ? surname_weight * static_cast<int>(std::min(*matched, telling_letters)) : no_surname;
    return {c, gender, score};
  }

  /// The best candidate; no gender where the other one is as good.
  Candidate best() const {
    Candidate best;
    std::array<int, 2> by_gender = {-1000, -1000};
    best.score = -1000;
    for (const Gender gender : genders) {
      for (std::size_t c = 0; c < case_count; ++c) {
        const Candidate next = candidate(static_cast<Case>(c), gender);
        int& own = by_gender[static_cast<std::size_t>(gender)];
        own = std::max(own, next.score);
        if (next.score > best.score) best = next;
      }
    }
    return best;
  }

  bool tells_gender(const Candidate& best) const {
    const Gender other = best.gender == Gender::masculine ? Gender::feminine : Gender::masculine;
    return candidate(best.grammatical_case, other).score < best.score;
  }

 private:
  const InflectionTables& tables_;
  Case assumed_case_;
  Gender assumed_gender_;
  std::string surname_;
  std::vector<std::vector<GivenReading>> given_;
};

std::string restore_given(const InflectionTables& tables, const std::string& printed,
                          const Candidate& chosen) {
  const std::string prepared = letters::prepare(printed);
  if (is_initial(prepared)) return printed;
  for (const GivenReading& r : given_readings(tables, prepared)) {
    if (r.grammatical_case == chosen.grammatical_case && r.gender == chosen.gender) {
      return letters::reprint(printed, prepared, r.nominative);
    }
  }
  if (!given_readings(tables, prepared).empty()) return printed;
  const auto unknown =
      surname_part(tables, prepared, chosen.grammatical_case, Case::nominative, chosen.gender);
  return unknown ? letters::reprint(printed, prepared, unknown->text) : printed;
}

}  // namespace

std::vector<GivenReading> first_name_readings(const InflectionTables& tables, std::string_view word) {
  std::vector<GivenReading> result;
  if (!tables.may_begin_name(word)) return result;
  for (const Gender gender : genders) {
    const auto& names = names_of(tables, gender);
    for (std::size_t c = 0; c < case_count; ++c) {
      for (const auto& row : tables.first_name_endings) {
        if (row.size() < case_count || !word.ends_with(ending(row[c]))) continue;
        std::string stem(word.substr(0, word.size() - ending(row[c]).size()));
        const auto name = names.find(stem.append(ending(row[0])));
        if (name == names.end()) continue;
        if (c == 0 && name->first != name->second) continue;  // «Льв» is no nominative
        const bool known = std::any_of(result.begin(), result.end(), [&](const GivenReading& r) {
          return r.gender == gender && static_cast<std::size_t>(r.grammatical_case) == c;
        });
        if (!known) result.push_back({name->second, static_cast<Case>(c), gender});
      }
    }
  }
  return result;
}

std::vector<GivenReading> patronymic_readings(const InflectionTables& tables, std::string_view word) {
  constexpr std::size_t shortest_patronymic = 4;
  std::vector<GivenReading> result;
  if (word.size() < shortest_patronymic) return result;
  for (const Gender gender : genders) {
    const EndingRows& rows =
        gender == Gender::feminine ? tables.patronymics_feminine : tables.patronymics_masculine;
    for (std::size_t c = 0; c < case_count; ++c) {
      if (auto found = by_rows(rows, word, static_cast<Case>(c), Case::nominative)) {
        result.push_back({std::move(found->text), static_cast<Case>(c), gender});
      }
    }
  }
  return result;
}

RestoredName restore_name(const InflectionTables& tables, const PersonName& printed, Case assumed_case,
                          Gender assumed_gender) {
  const Judge judge(tables, printed, assumed_case, assumed_gender);
  const Candidate best = judge.best();
  RestoredName result{printed, best.grammatical_case, judge.tells_gender(best) ? best.gender : Gender::none};
  const std::string prepared = letters::prepare(printed.surname);
  if (const auto surname =
          whole_surname(tables, prepared, best.grammatical_case, Case::nominative, best.gender)) {
    result.name.surname = letters::reprint(printed.surname, prepared, surname->text);
  }
  for (std::string& word : result.name.given) word = restore_given(tables, word, best);
  return result;
}

bool may_be_form_of(const InflectionTables& tables, std::string_view surname, std::string_view nominative) {
  const std::string form = letters::prepare(surname);
  const std::string base = letters::prepare(nominative);
  if (form == base) return true;
  for (const Gender gender : genders) {
    for (std::size_t c = 1; c < case_count; ++c) {
      const auto declined = whole_surname(tables, base, Case::nominative, static_cast<Case>(c), gender);
      if (declined && declined->text == form) return true;
    }
  }
  return false;
}

PersonName decline_name(const InflectionTables& tables, const PersonName& nominative, Case wanted_case,
                        Gender gender) {
  PersonName result = nominative;
  const std::string surname = letters::prepare(nominative.surname);
  if (const auto declined = whole_surname(tables, surname, Case::nominative, wanted_case, gender)) {
    result.surname = letters::reprint(nominative.surname, surname, declined->text);
  }
  for (std::string& word : result.given) {
    const std::string prepared = letters::prepare(word);
    if (is_initial(prepared)) continue;
    const EndingRows& patronymics =
        gender == Gender::feminine ? tables.patronymics_feminine : tables.patronymics_masculine;
    auto declined = by_rows(patronymics, prepared, Case::nominative, wanted_case);
    if (!declined || names_of(tables, gender).contains(prepared)) {
      declined = surname_part(tables, prepared, Case::nominative, wanted_case, gender);
    }
    if (declined) word = letters::reprint(word, prepared, declined->text);
  }
  return result;
}

}  // namespace protokol
