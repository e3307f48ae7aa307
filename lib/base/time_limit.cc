#include "base/time_limit.h"

#include <algorithm>

namespace protokol {
namespace {

using Clock = std::chrono::steady_clock;

struct State {
  bool limited = false;
  bool up = false;  ///< once over it stays over, so that a reading is not half thrown away
  int stopped = 0;  ///< how many TimeOuts stand
  Milliseconds whole{0};
  Clock::time_point end;
};

constinit thread_local State state;

}  // namespace

TimeLimit::TimeLimit(std::optional<Milliseconds> time) {
  state = {};
  if (!time) return;
  state.limited = true;
  state.whole = *time;
  state.end = Clock::now() + *time;
}

TimeLimit::~TimeLimit() { state = {}; }

TimeOut::TimeOut() : began_(Clock::now()) { ++state.stopped; }

TimeOut::~TimeOut() {
  if (--state.stopped == 0) state.end += Clock::now() - began_;
}

bool time_is_up() {
  if (!state.limited || state.stopped > 0) return false;
  if (!state.up) state.up = Clock::now() >= state.end;
  return state.up;
}

Milliseconds time_left(Milliseconds most) {
  if (!state.limited || state.stopped > 0) return most;
  const auto left = std::chrono::ceil<Milliseconds>(state.end - Clock::now());
  return std::clamp(left, Milliseconds(0), most);
}

Milliseconds time_for(std::size_t documents, Milliseconds most) {
  if (!state.limited) return most;
  const auto count = static_cast<Milliseconds::rep>(documents);
  return state.whole > most / count ? most : state.whole * count;
}

}  // namespace protokol
