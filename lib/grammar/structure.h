// Whether names may use each other as they do.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "grammar/program.h"

namespace protokol::grammar {

/// Names that contain themselves, parts nested too deep, patterns that match nothing at all, and rules that
/// would be too large with all their parts written out. Only what has none of these faults can be matched.
std::vector<Diagnostic> structure_faults(const Program& program);

}  // namespace protokol::grammar
