#include "grammar/automaton.h"

#include <algorithm>
#include <string>
#include <utility>

namespace protokol::grammar {

namespace {

template <typename T>
void append_bytes(std::string& bytes, const std::vector<T>& values) {
  const auto count = static_cast<std::uint32_t>(values.size());
  bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
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
  states_.assign(1, {});
  known_states_.clear();
  state_of_.clear();
  transitions_.clear();
  starts_.assign(start_place(none, 0) + 4U, unmade);
  resumed_.clear();
  frames_.clear();
  known_frames_.clear();
  places_held_ = 0;
}

Automaton::State Automaton::make_start(std::uint32_t group, std::uint8_t border) {
  begin(border);
  for (const std::uint32_t number : program_->rules) {
    const ProgramEntry& entry = program_->entries[number];
    if (group != none && entry.group != group) continue;
    for (const std::uint32_t line : entry.lines) enter(program_->lines[line].root, rest(none, line, 0));
  }
  const State state = finish();
  starts_[start_place(group, border)] = state;
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
    const auto& places = states_[from].places;
    auto place = std::lower_bound(places.begin(), places.end(), atom, below);
    for (; place != places.end() && place->atom == atom; ++place) go_on(place->rest);
  }
  const State state = finish();
  transitions_.set((std::uint64_t{from} << 34U) | (std::uint64_t{letter} << 2U) | border, state);
  return state;
}

Rest Automaton::rest(std::uint32_t step, std::uint32_t index, Rest behind) {
  const std::uint32_t key[] = {step, index, behind};
  const std::uint32_t number = known_frames_.insert({reinterpret_cast<const char*>(key), sizeof key});
  if (number == frames_.size()) frames_.push_back({step, index, behind});
  return number;
}

void Automaton::begin(std::uint8_t border) {
  made_ = {};
  visited_.clear();
  border_ = border;
}

void Automaton::enter(std::uint32_t number, Rest behind) {
  const std::uint64_t key = (std::uint64_t{number} << 32U) | behind;
  if (visited_.find(key) != NumberMap::absent) return;
  visited_.set(key, 0);
  const Step& step = program_->steps[number];
  switch (step.kind) {
    case StepKind::token:
      made_.places.push_back({step.index, behind});
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
  for (const std::uint32_t line : program_->entries[entry].lines) enter(program_->lines[line].root, behind);
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
  made_.speaks = !made_.accepted.empty() || !made_.pending.empty();
  std::string content;
  append_bytes(content, made_.places);
  append_bytes(content, made_.accepted);
  append_bytes(content, made_.pending);
  const std::uint32_t number = known_states_.insert(content);
  if (number == state_of_.size()) {
    state_of_.push_back(static_cast<State>(states_.size()));
    places_held_ += made_.places.size();
    states_.push_back(std::move(made_));
  }
  return state_of_[number];
}

}  // namespace protokol::grammar
