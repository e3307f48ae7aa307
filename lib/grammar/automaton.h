// All rules as one automaton over letters, whose states are made when a text first leads to them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/word_table.h"
#include "grammar/alphabet.h"
#include "grammar/number_map.h"
#include "grammar/program.h"

namespace protokol::grammar {

/// A place in a pattern, with all that is left to match behind it, also in the patterns that use it.
/// Equal rests have equal numbers.
using Rest = std::uint32_t;

/// What a state says beside its transitions.
struct Accepted {
  std::uint32_t group = 0;
  std::uint32_t line = 0;  ///< the uppermost line of the group's first rule that ends here
};
struct Pending {
  std::uint32_t stretch = 0;  ///< a regular expression over several tokens that may begin here
  Rest rest = 0;              ///< what follows it
};

/// Not for two threads at once. The states' numbers are good until `forget`.
class Automaton {
 public:
  using State = std::uint32_t;
  static constexpr State dead = 0;

  explicit Automaton(const Program& program);

  /// Before the first token of the rules of `group` (`none`: of all rules).
  State start(std::uint32_t group, std::uint8_t border) {
    const State known = starts_[start_place(group, border)];
    return known != unmade ? known : make_start(group, border);
  }
  /// Behind a stretch.
  State resume(Rest rest, std::uint8_t border);
  /// After one more token; `border` is the one behind it.
  State next(State from, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t border) {
    const std::uint64_t key = (std::uint64_t{from} << 34U) | (std::uint64_t{letter} << 2U) | border;
    const std::uint32_t known = transitions_.find(key);
    return known != NumberMap::absent ? known : make_next(from, alphabet, letter, border);
  }

  std::span<const Accepted> accepted(State state) const { return states_[state].accepted; }
  std::span<const Pending> pending(State state) const { return states_[state].pending; }
  /// Whether a state accepts or has pending stretches.
  bool speaks(State state) const { return states_[state].speaks; }

  /// True when the states take much memory; the owner then forgets them between two texts.
  bool is_large() const { return places_held_ > most_places || transitions_.size() > most_transitions; }
  void forget();

 private:
  static constexpr std::size_t most_places = 4'000'000;
  static constexpr std::uint32_t most_transitions = 2'000'000;

  /// Waiting for a token that passes `atom`.
  struct Place {
    Atom atom = 0;
    Rest rest = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct StateData {
    std::vector<Place> places;  ///< ascending
    std::vector<Accepted> accepted;
    std::vector<Pending> pending;
    bool speaks = false;
  };
  /// A frame of a rest: which child of a step comes next, and what comes behind the step.
  struct Frame {
    std::uint32_t step = 0;  ///< `none`: the rule's line `index` ends here
    std::uint32_t index = 0;
    Rest behind = 0;
  };

  static constexpr State unmade = 0xFFFFFFFFU;
  std::size_t start_place(std::uint32_t group, std::uint8_t border) const {
    const std::size_t groups = program_->groups.size();
    return (group == none ? groups : group) * 4U + border;
  }
  State make_start(std::uint32_t group, std::uint8_t border);
  State make_next(State from, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t border);
  Rest rest(std::uint32_t step, std::uint32_t index, Rest behind);
  void begin(std::uint8_t border);
  void enter(std::uint32_t step, Rest behind);
  void enter_entry(std::uint32_t entry, Rest behind);
  void enter_repeat(std::uint32_t step, std::uint32_t done, Rest behind);
  void go_on(Rest rest);
  State finish();

  const Program* program_;
  std::vector<StateData> states_;
  WordTable known_states_;       ///< by content, as bytes
  std::vector<State> state_of_;  ///< by number in known_states_
  NumberMap transitions_;
  std::vector<State> starts_;  ///< by start_place
  NumberMap resumed_;
  std::vector<Frame> frames_;
  WordTable known_frames_;
  std::size_t places_held_ = 0;

  // The state in the making.
  StateData made_;
  NumberMap visited_;
  std::uint8_t border_ = 0;
};

}  // namespace protokol::grammar
