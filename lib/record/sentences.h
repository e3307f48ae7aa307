// A passage cut into sentences.
#pragma once

#include <vector>

#include "morphology/dictionary.h"
#include "record/passage.h"

namespace protokol {

/// The passage's sentences, in order; together they cover it. A full stop behind an initial, an abbreviation or
/// within a date ends none.
std::vector<Span> sentences_of(const Passage& passage, const Dictionary& dictionary);

}  // namespace protokol
