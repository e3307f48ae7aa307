// How long the present thread may work on one document.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace protokol {

using Milliseconds = std::chrono::milliseconds;

/// While it stands and its time is over, `time_is_up()` is true on its thread: loops over a document's
/// content end early, tools are killed, and what the reading gives is to be thrown away. At most one stands
/// on a thread.
class TimeLimit {
 public:
  /// Nothing: no limit.
  explicit TimeLimit(std::optional<Milliseconds> time);
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
  ~TimeLimit();
};

/// While it stands the thread's clock does not run: what is done is done for other documents too.
class TimeOut {
 public:
  TimeOut();
  TimeOut(const TimeOut&) = delete;
  TimeOut& operator=(const TimeOut&) = delete;
  ~TimeOut();

 private:
  std::chrono::steady_clock::time_point began_;
};

/// Whether the thread's limit is over. Without a limit it costs nothing, else a look at the clock.
bool time_is_up();

/// The time that the thread has left, at most `most`; not below 0.
Milliseconds time_left(Milliseconds most);

/// The limits of so many documents together, at most `most`.
Milliseconds time_for(std::size_t documents, Milliseconds most);

}  // namespace protokol
