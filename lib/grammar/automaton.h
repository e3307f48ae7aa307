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
  friend bool operator==(const Accepted&, const Accepted&) = default;
};
struct Pending {
  std::uint32_t stretch = 0;  ///< a regular expression over several tokens that may begin here
  Rest rest = 0;              ///< what follows it
  friend bool operator==(const Pending&, const Pending&) = default;
};

/// Not for two threads at once. The states' numbers are good until `forget`.
class Automaton {
 public:
  using State = std::uint32_t;
  static constexpr State dead = 0;

  explicit Automaton(const Program& program);

  /// Before the first token of the rules of `group` (`none`: of all rules), as far as they begin with a
  /// stretch.
  State start(std::uint32_t group, std::uint8_t border) {
    const State known = starts_[start_place(group, border)];
    return known != unmade ? known : make_start(group, border);
  }
  /// After the first token, where the rules do not begin with a stretch; `before` is the border before it,
  /// `behind` the one behind it.
  State first(std::uint32_t group, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t before,
              std::uint8_t behind) {
    const std::uint64_t key =
        (std::uint64_t{start_place(group, before)} << 34U) | (std::uint64_t{letter} << 2U) | behind;
    const std::uint32_t known = firsts_.find(key);
    return known != NumberMap::absent ? known : make_first(group, alphabet, letter, before, behind);
  }
  /// Behind a stretch.
  State resume(Rest rest, std::uint8_t border);
  /// After one more token; `border` is the one behind it.
  State next(State from, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t border) {
    const std::uint64_t key = (std::uint64_t{from} << 34U) | (std::uint64_t{letter} << 2U) | border;
    const std::uint32_t known = transitions_.find(key);
    return known != NumberMap::absent ? known : make_next(from, alphabet, letter, border);
  }

  std::span<const Accepted> accepted(State state) const {
    return std::span(accepted_).subspan(states_[state].accepted,
                                        states_[state + 1].accepted - states_[state].accepted);
  }
  std::span<const Pending> pending(State state) const {
    return std::span(pending_).subspan(states_[state].pending,
                                       states_[state + 1].pending - states_[state].pending);
  }
  /// Whether a state accepts or has pending stretches.
  bool speaks(State state) const {
    const StateStart &own = states_[state], &next = states_[state + 1];
    return own.accepted != next.accepted || own.pending != next.pending;
  }

  /// True when the states take much memory; the owner then forgets them between two texts.
  bool is_large() const { return places_.size() > most_places || transitions_.size() > most_transitions; }
  void forget();

  template <typename Stream>
  void transfer(Stream& stream) {
    stream.block(states_), stream.block(places_), stream.block(accepted_), stream.block(pending_);
    stream(state_hashes_), stream(state_slots_), stream(transitions_), stream(starts_), stream(firsts_);
    stream(resumed_), stream.block(frames_), stream(frame_slots_);
  }

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
  };
  /// Where what a state holds begins in the common vectors; it ends where the next state's begins.
  struct StateStart {
    std::uint32_t places = 0, accepted = 0, pending = 0;
  };
  /// A frame of a rest: which child of a step comes next, and what comes behind the step.
  struct Frame {
    std::uint32_t step = 0;  ///< `none`: the rule's line `index` ends here
    std::uint32_t index = 0;
    Rest behind = 0;
    friend bool operator==(const Frame&, const Frame&) = default;
  };
  std::size_t frame_slot(const Frame& frame) const;

  static constexpr State unmade = 0xFFFFFFFFU;
  std::size_t start_place(std::uint32_t group, std::uint8_t border) const {
    const std::size_t groups = program_->groups.size();
    return (group == none ? groups : group) * 4U + border;
  }
  State make_start(std::uint32_t group, std::uint8_t border);
  State make_first(std::uint32_t group, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t before,
                   std::uint8_t behind);
  void enter_rules(std::uint32_t group);
  State make_next(State from, const Alphabet& alphabet, std::uint32_t letter, std::uint8_t border);
  Rest rest(std::uint32_t step, std::uint32_t index, Rest behind);
  void begin(std::uint8_t border);
  bool may_enter(std::uint32_t line) const {
    return sieve_ == nullptr || sieve_->may_begin(first_letter_, line);
  }
  void enter(std::uint32_t step, Rest behind);
  void enter_entry(std::uint32_t entry, Rest behind);
  void enter_repeat(std::uint32_t step, std::uint32_t done, Rest behind);
  void go_on(Rest rest);
  State finish();
  std::span<const Place> places(State state) const {
    return std::span(places_).subspan(states_[state].places,
                                      states_[state + 1].places - states_[state].places);
  }
  State push_made();
  bool is_made(State state) const;
  std::uint64_t hash_of_made() const;
  void grow_state_slots();

  const Program* program_;
  std::vector<StateStart> states_;  ///< one more at the end
  std::vector<Place> places_;
  std::vector<Accepted> accepted_;
  std::vector<Pending> pending_;
  std::vector<std::uint64_t> state_hashes_;
  std::vector<State> state_slots_;  ///< states by hash; `dead` is empty; the size is a power of two
  NumberMap transitions_;
  std::vector<State> starts_;  ///< by start_place
  NumberMap firsts_;
  NumberMap resumed_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> frame_slots_;  ///< frame + 1; 0 is empty; the size is a power of two

  // The state in the making.
  StateData made_;
  NumberMap visited_;
  std::uint8_t border_ = 0;
  const Alphabet* sieve_ = nullptr;  ///< while only lines that may begin with `first_letter_` are entered
  std::uint32_t first_letter_ = 0;
};

}  // namespace protokol::grammar
