#include "grammar/automaton.h"

#include <algorithm>
#include <utility>

namespace protokol::grammar {

namespace {

constexpr std::size_t first_frame_slots = 1024, first_state_slots = 1024;

std::uint64_t mixed(std::uint64_t hash, std::uint32_t first, std::uint32_t second) {
  hash = (hash ^ (std::uint64_t{first} << 32U | second)) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

/// The first line of each group.
void keep_first_lines(std::vector<Accepted>& accepted) {
  std::sort(accepted.begin(), accepted.end(), [](const Accepted& a, const Accepted& b) {
    return std::pair(a.group, a.line) < std::pair(b.group, b.line);
  });
  const auto same_group = [](const Accepted& a, const Accepted& b) { return a.group == b.group; };
  accepted.erase(std::unique(accepted.begin(), accepted.end(), same_group), accepted.end());
}

}  // namespace

Automaton::Automaton(const Program& program) : program_(&program) { forget(); }

void Automaton::forget() {
  states_.assign(2, {});  // the dead state
  places_.clear();
  accepted_.clear();
  pending_.clear();
  state_hashes_.assign(1, 0);
  state_slots_.assign(first_state_slots, dead);
  transitions_.clear();
  starts_.assign(start_place(none, 0) + 4U, unmade);
  resumed_.clear();
  firsts_.clear();
  frames_.clear();
  frame_slots_.assign(first_frame_slots, 0);
}

void Automaton::enter_rules(std::uint32_t group) {
  for (const std::uint32_t number : program_->rules) {
    const ProgramEntry& entry = program_->entries[number];
    if (group != none && entry.group != group) continue;
    for (const std::uint32_t line : entry.lines) {
      if (may_enter(line)) enter(program_->lines[line].root, rest(none, line, 0));
    }
  }
}

Automaton::State Automaton::make_start(std::uint32_t group, std::uint8_t border) {
  begin(border);
  for (const std::uint32_t line : program_->gates.open_lines) {
    const ProgramEntry& entry = program_->entries[program_->lines[line].entry];
    if (entry.rule == none || (group != none && entry.group != group)) continue;
    enter(program_->lines[line].root, rest(none, line, 0));
  }
  made_.places.clear();
  const State state = finish();
  starts_[start_place(group, border)] = state;
  return state;
}

Automaton::State Automaton::make_first(std::uint32_t group, const Alphabet& alphabet, std::uint32_t letter,
                                       std::uint8_t before, std::uint8_t behind) {
  begin(before);
  sieve_ = &alphabet;
  first_letter_ = letter;
  enter_rules(group);
  sieve_ = nullptr;
  const std::vector<Place> places = std::move(made_.places);
  begin(behind);
  for (const Place& place : places) go_on(place.rest);
  const State state = finish();
  firsts_.set((std::uint64_t{start_place(group, before)} << 34U) | (std::uint64_t{letter} << 2U) | behind,
              state);
  return state;
}

Automaton::State Automaton::resume(Rest rest, std::uint8_t border) {
  const std::uint64_t key = (std::uint64_t{rest} << 2U) | border;
  if (const std::uint32_t known = resumed_.find(key); known != NumberMap::absent) return known;
  begin(border);
  go_on(rest);
  const State state = finish();
  resumed_.set(key, state);
  return state;
}

Automaton::State Automaton::make_next(State from, const Alphabet& alphabet, std::uint32_t letter,
                                      std::uint8_t border) {
  begin(border);
  const auto below = [](const Place& place, Atom atom) { return place.atom < atom; };
  for (const Atom atom : alphabet.atoms(letter)) {
    const auto waiting = places(from);
    auto place = std::lower_bound(waiting.begin(), waiting.end(), atom, below);
    for (; place != waiting.end() && place->atom == atom; ++place) go_on(place->rest);
  }
  const State state = finish();
  transitions_.set((std::uint64_t{from} << 34U) | (std::uint64_t{letter} << 2U) | border, state);
  return state;
}

Rest Automaton::rest(std::uint32_t step, std::uint32_t index, Rest behind) {
  const Frame frame{step, index, behind};
  const std::size_t slot = frame_slot(frame);
  if (frame_slots_[slot] != 0) return frame_slots_[slot] - 1;
  frames_.push_back(frame);
  const auto number = static_cast<std::uint32_t>(frames_.size());
  frame_slots_[slot] = number;
  if (frames_.size() * 2 > frame_slots_.size()) {
    frame_slots_.assign(frame_slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < number; ++i) frame_slots_[frame_slot(frames_[i])] = i + 1;
  }
  return number - 1;
}

/// The slot that holds the frame, or the empty one where it belongs.
std::size_t Automaton::frame_slot(const Frame& frame) const {
  std::uint64_t hash = (std::uint64_t{frame.step} << 32U | frame.index) * 0x9E3779B97F4A7C15U;
  hash = (hash ^ (hash >> 32U) ^ frame.behind) * 0x9E3779B97F4A7C15U;
  const std::size_t mask = frame_slots_.size() - 1;
  std::size_t place = (hash ^ (hash >> 32U)) & mask;
  while (frame_slots_[place] != 0 && frames_[frame_slots_[place] - 1] != frame) place = (place + 1) & mask;
  return place;
}

void Automaton::begin(std::uint8_t border) {
  made_ = {};
  visited_.clear();
  border_ = border;
}

void Automaton::enter(std::uint32_t number, Rest behind) {
  const Step& step = program_->steps[number];
  if (step.kind == StepKind::token) {
    if (sieve_ == nullptr || sieve_->passes(first_letter_, step.index)) {
      made_.places.push_back({step.index, behind});
    }
    return;
  }
  const std::uint64_t key = (std::uint64_t{number} << 32U) | behind;
  if (visited_.find(key) != NumberMap::absent) return;
  visited_.set(key, 0);
  switch (step.kind) {
    case StepKind::token:
      break;
    case StepKind::stretch:
      made_.pending.push_back({step.index, behind});
      break;
    case StepKind::sequence:
      go_on(rest(number, 0, behind));
      break;
    case StepKind::repeat:
      enter_repeat(number, 0, behind);
      break;
    case StepKind::entry:
      enter_entry(step.index, behind);
      break;
    case StepKind::choice:
      for (std::uint32_t i = 0; i < step.child_count; ++i) enter(program_->child(step, i), behind);
      break;
    case StepKind::line_start:
      if ((border_ & Lettered::starts) != 0) go_on(behind);
      break;
    case StepKind::line_end:
      if ((border_ & Lettered::ends) != 0) go_on(behind);
      break;
  }
}

void Automaton::enter_entry(std::uint32_t entry, Rest behind) {
  for (const std::uint32_t line : program_->entries[entry].lines) {
    if (may_enter(line)) enter(program_->lines[line].root, behind);
  }
}

void Automaton::enter_repeat(std::uint32_t number, std::uint32_t done, Rest behind) {
  const Step& step = program_->steps[number];
  if (done >= step.least) go_on(behind);
  if (done < step.most) enter(program_->child(step, 0), rest(number, done + 1, behind));
}

void Automaton::go_on(Rest number) {
  const std::uint64_t key = (std::uint64_t{none} << 32U) | number;
  if (visited_.find(key) != NumberMap::absent) return;
  visited_.set(key, 0);
  const Frame frame = frames_[number];
  if (frame.step == none) {
    made_.accepted.push_back({program_->entries[program_->lines[frame.index].entry].group, frame.index});
    return;
  }
  const Step& step = program_->steps[frame.step];
  if (step.kind == StepKind::repeat) return enter_repeat(frame.step, frame.index, frame.behind);
  const bool last = frame.index + 1 == step.child_count;
  enter(program_->child(step, frame.index),
        last ? frame.behind : rest(frame.step, frame.index + 1, frame.behind));
}

Automaton::State Automaton::finish() {
  if (made_.places.empty() && made_.accepted.empty() && made_.pending.empty()) return dead;
  std::sort(made_.places.begin(), made_.places.end());
  made_.places.erase(std::unique(made_.places.begin(), made_.places.end()), made_.places.end());
  keep_first_lines(made_.accepted);
  const std::uint64_t hash = hash_of_made();
  const std::size_t mask = state_slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; state_slots_[slot] != dead; slot = (slot + 1) & mask) {
    const State state = state_slots_[slot];
    if (state_hashes_[state] == hash && is_made(state)) return state;
  }
  const State state = push_made();
  state_hashes_.push_back(hash);
  state_slots_[slot] = state;
  if (state_hashes_.size() * 2 > state_slots_.size()) grow_state_slots();
  return state;
}

std::uint64_t Automaton::hash_of_made() const {
  std::uint64_t hash = made_.places.size();
  for (const Place& place : made_.places) hash = mixed(hash, place.atom, place.rest);
  for (const Accepted& one : made_.accepted) hash = mixed(hash, one.group, one.line);
  for (const Pending& one : made_.pending) hash = mixed(hash, one.stretch, one.rest);
  return hash;
}

bool Automaton::is_made(State state) const {
  return std::ranges::equal(places(state), made_.places) &&
         std::ranges::equal(accepted(state), made_.accepted) &&
         std::ranges::equal(pending(state), made_.pending);
}

Automaton::State Automaton::push_made() {
  places_.insert(places_.end(), made_.places.begin(), made_.places.end());
  accepted_.insert(accepted_.end(), made_.accepted.begin(), made_.accepted.end());
  pending_.insert(pending_.end(), made_.pending.begin(), made_.pending.end());
  states_.push_back({static_cast<std::uint32_t>(places_.size()), static_cast<std::uint32_t>(accepted_.size()),
                     static_cast<std::uint32_t>(pending_.size())});
  return static_cast<State>(states_.size() - 2);
}

void Automaton::grow_state_slots() {
  state_slots_.assign(state_slots_.size() * 2, dead);
  const std::size_t mask = state_slots_.size() - 1;
  for (State state = dead + 1; state < state_hashes_.size(); ++state) {
    std::size_t slot = state_hashes_[state] & mask;
    while (state_slots_[slot] != dead) slot = (slot + 1) & mask;
    state_slots_[slot] = state;
  }
}

}  // namespace protokol::grammar
