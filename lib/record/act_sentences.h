// Where the sentences of running decisions end. For operative_verbs.cc only.
#pragma once

#include <vector>

#include "morphology/dictionary.h"
#include "record/passage.h"

namespace protokol {

/// The sentences and sides of a «;» that cover the passage, in order. No full stop of a time phrase, of an
/// abbreviation (tokens with the word behind it) or within brackets and quotes ends one; `phrases` and
/// `abbreviations` are in order.
std::vector<Span> act_sentences(const Passage& passage, const std::vector<Span>& phrases,
                                const std::vector<Span>& abbreviations, const Dictionary& dictionary);

}  // namespace protokol
