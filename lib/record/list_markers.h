// Markers that only the lines around them tell: letters that may be initials, numbers without a sign.
#pragma once

#include "record/outline.h"

namespace protokol {

/// Takes a doubtful letter from a unit that stands alone with it; gives bare numbers to lines that count
/// from 1.
void settle_markers(Outline& outline);

}  // namespace protokol
