// Titles of questions: those of the agenda, and units that repeat them or look like them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/outline.h"

namespace protokol {

class Titles {
 public:
  Titles(const Outline& outline, const Language& language);

  /// The number of the question whose title the unit is: one of the agenda, repeated, or, where there is no
  /// agenda, a numbered title. nullptr where it is none.
  const std::string* question_of(std::uint32_t unit) const;
  /// The number of the question that the unit itself decides, where its like are titles: «3) Котову К. К.
  /// чинить крышу.» nullptr elsewhere.
  const std::string* answer_to(std::uint32_t unit) const;
  /// Whether the unit looks like the title of a question: «I. О подготовке к паводку».
  bool is_title(std::uint32_t unit) const;
  /// Numbers of the agenda's own items, as printed; without an agenda empty.
  const std::vector<std::string>& agenda_numbers() const { return numbers_; }

 private:
  void read_agenda(const Outline& outline);
  void find_titles(const Outline& outline, const Language& language);
  void find_counted_titles(const Outline& outline, const Language& language);
  void find_counted_minutes(const Outline& outline, const Language& language);
  bool shortens_title(const Marker& marker, const Passage& content) const;

  std::vector<std::string> numbers_;
  std::uint32_t agenda_end_ = 0;          ///< the agenda's last unit with a title
  std::vector<std::string> keys_;         ///< of the agenda's titles: their letters
  std::vector<std::string> key_numbers_;  ///< and their numbers; empty where they have none
  std::unordered_map<std::uint32_t, std::string> questions_;  ///< unit → number
  std::optional<std::uint32_t> answered_;  ///< the unit that decides the last question itself
  std::string answer_;                     ///< and that question's number
};

}  // namespace protokol
