// Work counted instead of timed: the same figures on any machine, however busy.
#pragma once

#include <cstdint>

namespace protokol::work {

struct Work {
  std::uint64_t steps = 0;      ///< runs of a basic block of the library's code, its templates included
  std::uint64_t allocated = 0;  ///< bytes asked of the heap by C++ code
  std::uint64_t peak = 0;       ///< the most bytes of these that were in use at once
};

/// What has been done since `start`, on one thread.
void start();
Work done();

}  // namespace protokol::work
