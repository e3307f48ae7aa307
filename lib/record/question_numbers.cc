#include "record/question_numbers.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/markers.h"
#include "text/prepared.h"

namespace protokol {

namespace {

/// «4» and «IV» are 4; 0 of anything else.
std::uint32_t value_of(std::string_view number) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc()) return end == number.data() + number.size() ? value : 0;
  return roman_number(prepare(number)).value_or(0);
}

class AgendaNumbers {
 public:
  explicit AgendaNumbers(const std::vector<AgendaItem>& agenda) {
    for (const AgendaItem& item : agenda) {
      if (const std::uint32_t value = value_of(item.number.value))
        by_value_.emplace(value, item.number.value);
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
