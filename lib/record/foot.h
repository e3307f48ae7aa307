// Where the foot of a protocol begins.
#pragma once

#include <cstdint>

#include "record/outline.h"

namespace protokol {

/// The first unit of the foot: signatures and what stands behind them; the number of units where there is none.
std::uint32_t foot_of(const Outline& outline, const Language& language);

}  // namespace protokol
