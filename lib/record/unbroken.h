// Phrases within which a full stop ends no sentence.
#pragma once

#include <vector>

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

/// `phrases` and the abbreviations of `passage` («ул. Луговой», «зам. Ивановой»), each with the token behind
/// it; by place, for Sentences.
std::vector<Span> unbroken_phrases(const Passage& passage, std::vector<Span> phrases,
                                   const Language& language);

}  // namespace protokol
