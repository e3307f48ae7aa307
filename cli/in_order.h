// Work on several threads whose results come back in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace protokol::cli {

/// What the taker of results says.
enum class Next : std::uint8_t { go_on, stop };

/// Calls work(i) for i from 0 to `count` on `jobs` threads and take(i, result) on the calling thread, in
/// order. At most four results a thread wait to be taken, so memory does not grow with `count`. Work begins
/// on no further item once `ended()` is true; what was begun is still taken. After Next::stop nothing is
/// taken.
template <typename Work, typename Take, typename Ended>
class InOrder {
 public:
  using Value = decltype(std::declval<Work&>()(std::size_t{}));

  InOrder(std::size_t count, std::size_t jobs, Work work, Take take, Ended ended)
      : count_(count),
        jobs_(std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1))),
        work_(std::move(work)),
        take_(std::move(take)),
        ended_(std::move(ended)) {}

  void run() {
    if (jobs_ == 1) return run_alone();
    waiting_.resize(4 * jobs_);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < jobs_; ++i) threads.emplace_back([this] { work_on(); });
    take_all();
    for (std::thread& thread : threads) thread.join();
  }

 private:
  void run_alone() {
    for (std::size_t i = 0; i < count_ && !ended_(); ++i) {
      if (take_(i, work_(i)) == Next::stop) return;
    }
  }

  void work_on() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return no_more_ || begun_ < taken_ + waiting_.size(); });
      if (!no_more_ && (begun_ == count_ || ended_())) no_more_ = true;
      if (no_more_) break;
      const std::size_t mine = begun_++;
      lock.unlock();
      Value value = work_(mine);
      lock.lock();
      waiting_[mine % waiting_.size()] = std::move(value);
      changed_.notify_all();
    }
    changed_.notify_all();
  }

  void take_all() {
    for (std::size_t i = 0;; ++i) {
      std::unique_lock lock(mutex_);
      std::optional<Value>& place = waiting_[i % waiting_.size()];
      changed_.wait(lock, [&] { return place.has_value() || (no_more_ && i >= begun_); });
      if (!place.has_value()) return;
      Value value = std::move(*place);
      place.reset();
      taken_ = i + 1;
      changed_.notify_all();
      lock.unlock();
      if (take_(i, std::move(value)) == Next::stop) return give_up();
    }
  }

  void give_up() {
    const std::lock_guard lock(mutex_);
    no_more_ = true;
    changed_.notify_all();
  }

  const std::size_t count_, jobs_;
  Work work_;
  Take take_;
  Ended ended_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Value>> waiting_;  ///< the result of item i stands at i modulo its size
  std::size_t begun_ = 0, taken_ = 0;
  bool no_more_ = false;
};

}  // namespace protokol::cli
