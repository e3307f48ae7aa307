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
using letters::vowels;
constexpr std::array genders = {Gender::masculine, Gender::feminine};

/// The ending that a table's cell stands for: «-ова» → «ова», «-» → «».
std::string_view ending(const std::string& cell) {
  return cell.starts_with('-') ? std::string_view(cell).substr(1) : std::string_view(cell);
}

struct Restored {
  std::string text;         ///< prepared
  std::size_t matched = 0;  ///< letters of the ending that told it; 0 where nothing did
};

/// A word as the endings are compared with it.
struct WordEnd {
  explicit WordEnd(std::string_view of) : word(of) {
    for (const char letter : of.substr(of.size() - std::min(of.size(), CaseEnding::packed))) {
      tail = tail << 8U | static_cast<unsigned char>(letter);
    }
    first_vowel = of.find_first_of(vowels);
  }

  bool has(const CaseEnding& ending) const {
    if ((tail & ending.mask) != ending.letters || ending.size > word.size()) return false;
    if (ending.whole_word) return ending.size == word.size();
    if (ending.size == word.size() && ending.size < whole_ending) return false;
    return ending.makes_syllable || first_vowel < word.size() - ending.size;
  }

  std::string_view word;
  std::uint64_t tail = 0;       ///< its last letters, as CaseEnding packs them
  std::size_t first_vowel = 0;  ///< npos where it has none
};

/// A row that fits a word, by its ending in one case.
struct RowMatch {
  const std::vector<std::string>* row = nullptr;
  std::size_t size = 0;  ///< letters of the ending
  /// A row without an ending in this case says nothing by itself.
  std::size_t matched() const { return std::max<std::size_t>(size, 1); }
};

/// The row whose ending in `from` is the longest that `end` has.
std::optional<RowMatch> row_of(const EndingRows& endings, const WordEnd& end, Case from) {
  if (end.word.empty()) return std::nullopt;
  const auto& by_letter = endings.by_letter[static_cast<std::size_t>(from)];
  for (const unsigned char letter :
       {static_cast<unsigned char>(end.word.back()), static_cast<unsigned char>(0)}) {
    for (const CaseEnding& one : by_letter[letter]) {
      if (!end.has(one)) continue;
      const auto& row = endings.rows[one.row];
      const bool longer = one.size > CaseEnding::packed;
      if (longer && !end.word.ends_with(ending(row[static_cast<std::size_t>(from)]))) continue;
      return RowMatch{&row, one.size};
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
  const auto match = row_of(endings, WordEnd(word), from);
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
bool has_feminine(const InflectionTables& tables, const WordEnd& end) {
  const auto match = row_of(tables.surnames_masculine, end, Case::nominative);
  if (!match) return false;
  const std::string instrumental = turned(*match, end.word, Case::instrumental);
  return instrumental.ends_with("\xFB\xEC") || instrumental.ends_with("\xE8\xEC");
}

const EndingRows& surnames_of(const InflectionTables& tables, Gender gender) {
  return gender == Gender::feminine ? tables.surnames_feminine : tables.surnames_masculine;
}

/// How one part of a surname in a case is told: by a row, or as a word that is not declined.
struct PartMatch {
  std::optional<RowMatch> row;
  std::size_t matched = 0;
};

/// One part of a surname, looked at once and then tried in every case and gender.
class SurnamePart {
 public:
  SurnamePart(const InflectionTables& tables, std::string_view word)
      : tables_(&tables),
        end_(word),
        fixed_(fixed_size(tables, word)),
        undeclined_woman_(!ends_in_vowel(word) && !has_feminine(tables, end_)) {}

  std::optional<PartMatch> match(Case from, Gender gender) const {
    const auto row = row_of(surnames_of(*tables_, gender), end_, from);
    if (fixed_ > 0 && (!row || fixed_ >= row->matched())) return PartMatch{std::nullopt, fixed_};
    if (row) return PartMatch{row, row->matched()};
    if (gender != Gender::feminine || !undeclined_woman_) return std::nullopt;
    return PartMatch{std::nullopt, 1};
  }

  /// Between two cases, one of which is the nominative.
  std::optional<Restored> turn(Case from, Case to, Gender gender) const {
    const auto found = match(from, gender);
    if (!found) return std::nullopt;
    return Restored{found->row ? turned(*found->row, end_.word, to) : std::string(end_.word), found->matched};
  }

  std::string_view word() const { return end_.word; }

 private:
  const InflectionTables* tables_;
  WordEnd end_;
  std::size_t fixed_;
  bool undeclined_woman_;
};

/// A surname, double ones part by part: at least one part must fit, the others may stay.
class Surname {
 public:
  Surname(const InflectionTables& tables, std::string_view word) {
    for (std::size_t start = 0; start <= word.size();) {
      const std::size_t end = std::min(word.find('-', start), word.size());
      parts_.emplace_back(tables, word.substr(start, end - start));
      start = end + 1;
    }
  }

  std::optional<std::string> turn(Case from, Case to, Gender gender) const {
    std::string text;
    bool fits = false;
    for (const SurnamePart& part : parts_) {
      if (&part != &parts_.front()) text += '-';
      const auto turned = part.turn(from, to, gender);
      text += turned ? turned->text : std::string(part.word());
      fits = fits || turned;
    }
    return fits ? std::optional(std::move(text)) : std::nullopt;
  }

  /// How many letters of the endings in a case tell it; nothing where no part fits.
  std::optional<std::size_t> matched_letters(Case from, Gender gender) const {
    std::optional<std::size_t> result;
    for (const SurnamePart& part : parts_) {
      if (const auto match = part.match(from, gender)) result = std::max(result.value_or(0), match->matched);
    }
    return result;
  }

 private:
  std::vector<SurnamePart> parts_;
};

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
constexpr int given_weight = 30, assumed_weight = 20, surname_weight = 2, no_surname = -25,
              foreign_surname = -15;
constexpr std::size_t telling_letters = 4;
constexpr std::array case_penalty = {0, 3, 2, 4, 5, 6};

class Judge {
 public:
  Judge(const InflectionTables& tables, const PersonName& printed, const std::optional<Surname>& surname,
        Case assumed_case, Gender assumed_gender)
      : surname_(surname), assumed_case_(assumed_case), assumed_gender_(assumed_gender) {
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
    if (!surname_) return {c, gender, score};
    const auto matched = surname_->matched_letters(c, gender);
    // «Эйхе» where a nominative is asked for: a foreign one rather than the dative of «Эйха».
    const bool foreign = c == Case::nominative && assumed_case_ == Case::nominative;
    const int unmatched = foreign ? foreign_surname : no_surname;
    score += matched ? surname_weight * static_cast<int>(std::min(*matched, telling_letters)) : unmatched;
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
  const std::optional<Surname>& surname_;
  Case assumed_case_;
  Gender assumed_gender_;
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
      SurnamePart(tables, prepared).turn(chosen.grammatical_case, Case::nominative, chosen.gender);
  return unknown ? letters::reprint(printed, prepared, unknown->text) : printed;
}

}  // namespace

std::vector<GivenReading> first_name_readings(const InflectionTables& tables, std::string_view word) {
  std::vector<GivenReading> result;
  if (word.empty() || !tables.may_begin_name(word)) return result;
  for (const Gender gender : genders) {
    const auto& names = names_of(tables, gender);
    for (std::size_t c = 0; c < case_count; ++c) {
      for (const std::uint16_t number : tables.first_name_rows[c][static_cast<unsigned char>(word.back())]) {
        const auto& row = tables.first_name_endings[number];
        if (!word.ends_with(ending(row[c]))) continue;
        std::string stem(word.substr(0, word.size() - ending(row[c]).size()));
        const auto name = names.find(stem.append(ending(row[0])));
        if (name == names.end()) continue;
        if (c == 0 && name->first != name->second) continue;  // «Льв» is no nominative
        result.push_back({name->second, static_cast<Case>(c), gender});
        break;
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
  const std::string prepared = letters::prepare(printed.surname);
  const std::optional<Surname> surname =
      prepared.empty() ? std::nullopt : std::optional(Surname(tables, prepared));
  const Judge judge(tables, printed, surname, assumed_case, assumed_gender);
  const Candidate best = judge.best();
  RestoredName result{printed, best.grammatical_case, judge.tells_gender(best) ? best.gender : Gender::none};
  if (surname) {
    const auto nominative = surname->turn(best.grammatical_case, Case::nominative, best.gender);
    if (nominative) result.name.surname = letters::reprint(printed.surname, prepared, *nominative);
  }
  for (std::string& word : result.name.given) word = restore_given(tables, word, best);
  return result;
}

bool may_be_form_of(const InflectionTables& tables, std::string_view surname, std::string_view nominative) {
  const std::string form = letters::prepare(surname);
  const std::string base = letters::prepare(nominative);
  if (form == base) return true;
  const Surname surname_of_base(tables, base);
  for (const Gender gender : genders) {
    for (std::size_t c = 1; c < case_count; ++c) {
      if (surname_of_base.turn(Case::nominative, static_cast<Case>(c), gender) == form) return true;
    }
  }
  return false;
}

PersonName decline_name(const InflectionTables& tables, const PersonName& nominative, Case wanted_case,
                        Gender gender) {
  PersonName result = nominative;
  const std::string surname = letters::prepare(nominative.surname);
  if (const auto declined = Surname(tables, surname).turn(Case::nominative, wanted_case, gender)) {
    result.surname = letters::reprint(nominative.surname, surname, *declined);
  }
  for (std::string& word : result.given) {
    const std::string prepared = letters::prepare(word);
    if (is_initial(prepared)) continue;
    const EndingRows& patronymics =
        gender == Gender::feminine ? tables.patronymics_feminine : tables.patronymics_masculine;
    auto declined = by_rows(patronymics, prepared, Case::nominative, wanted_case);
    if (!declined || names_of(tables, gender).contains(prepared)) {
      declined = SurnamePart(tables, prepared).turn(Case::nominative, wanted_case, gender);
    }
    if (declined) word = letters::reprint(word, prepared, declined->text);
  }
  return result;
}

}  // namespace protokol
