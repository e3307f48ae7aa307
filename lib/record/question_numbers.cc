#include "record/question_numbers.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace protokol {

namespace {

std::uint32_t roman_digit(char letter) {
  switch (letter) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    default:
      return 0;
  }
}

/// «4» and «IV» are 4; 0 of anything else.
std::uint32_t value_of(std::string_view number) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc()) return end == number.data() + number.size() ? value : 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const std::uint32_t digit = roman_digit(number[i]);
    const std::uint32_t next = i + 1 < number.size() ? roman_digit(number[i + 1]) : 0;
    if (digit == 0) return 0;
    value = digit < next ? value - digit : value + digit;
  }
  return value;
}

class AgendaNumbers {
 public:
  explicit AgendaNumbers(const std::vector<AgendaItem>& agenda) {
    for (const AgendaItem& item : agenda) {
      if (const std::uint32_t value = value_of(item.number.value)) by_value_.emplace(value, item.number.value);
    }
  }

  void rename(std::vector<std::string>& questions) const {
    for (std::string& question : questions) {
      const auto known = by_value_.find(value_of(question));
      if (known != by_value_.end()) question = known->second;
    }
  }

 private:
  std::unordered_map<std::uint32_t, std::string> by_value_;
};

}  // namespace

Protocol with_agenda_numbers(Protocol protocol) {
  const AgendaNumbers numbers(protocol.agenda);
  for (Hearing& hearing : protocol.hearings) numbers.rename(hearing.agenda);
  for (Decision& decision : protocol.decisions) numbers.rename(decision.agenda);
  return protocol;
}

}  // namespace protokol
