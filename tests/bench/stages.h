// What is measured: each stage of the way from bytes to records, the whole way, and the floor. A stage is given what
// the stage before it makes; making that is not measured.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "bench/archive.h"

namespace protokol::bench {

/// Work on one slice. Returns a number that depends on all of the work, so that none of it is left out.
using Work = std::function<std::size_t()>;
/// Makes what a stage reads from a slice, and the work on it. What is learnt in one work is known in the next.
using Stage = std::function<Work(const Documents& slice)>;

struct NamedStage {
  std::string name;
  std::function<Stage()> make;  ///< a stage that knows no text yet
};

/// `data` holds dictionary.bin and grammars/; `patterns` is a file of regular expressions, one a line.
std::vector<NamedStage> all_stages(const std::filesystem::path& data, const std::filesystem::path& patterns);

}  // namespace protokol::bench
