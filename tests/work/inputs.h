// Documents that no clerk writes: long, deep, repeated, or no text at all.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace protokol::work {

struct HostileInput {
  std::string name;
  std::size_t size = 0;  ///< of the largest that is tried, in whatever `make` counts
  std::function<std::string(std::size_t)> make;
  double most_steps = 800;  ///< for a byte; protocols take 150
};

std::vector<HostileInput> hostile_inputs();

}  // namespace protokol::work
