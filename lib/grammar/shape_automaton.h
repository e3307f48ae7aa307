// Regular expressions on one word as one automaton of bytes, laid out to be packed: RE2 would make its states
// again at each start.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protokol::grammar {

class ShapeAutomaton {
 public:
  /// Of expressions as RE2 reads them in Latin-1, each to match a whole word. Nothing where one of them says
  /// more than literals, classes, groups, alternatives and repetitions, or where the automaton grows too
  /// large.
  static std::optional<ShapeAutomaton> of(std::span<const std::string> expressions);

  bool empty() const { return moves_.empty(); }
  /// The numbers of the expressions that match all of the word, ascending.
  std::span<const std::uint32_t> matching(std::string_view word) const {
    std::uint32_t state = start;
    for (const char byte : word) {
      state = moves_[state * class_count_ + classes_[static_cast<unsigned char>(byte)]];
    }
    return std::span(accepted_).subspan(accepted_from_[state],
                                        accepted_from_[state + 1] - accepted_from_[state]);
  }

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(class_count_), stream(classes_), stream(moves_), stream(accepted_from_), stream(accepted_);
  }

 private:
  static constexpr std::uint32_t start = 0;

  std::uint32_t class_count_ = 0;
  std::vector<std::uint8_t> classes_;         ///< by byte: bytes that no expression tells apart
  std::vector<std::uint16_t> moves_;          ///< by state and class
  std::vector<std::uint32_t> accepted_from_;  ///< by state, in `accepted_`; one more at the end
  std::vector<std::uint32_t> accepted_;
};

}  // namespace protokol::grammar
