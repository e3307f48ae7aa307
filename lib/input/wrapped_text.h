// Tells text that a program wrapped before it got into a word processor's paragraphs.
#pragma once

#include "input/document.h"

namespace protokol {

/// Whether the lines were wrapped by a program before they became paragraphs: none is wide, and full ones,
/// or such as end within a word, are followed by small letters.
bool came_wrapped(const Document& document);

}  // namespace protokol
