// Whether a stretch of a document is nothing but names: asked of table cells and lines before they are read.
#pragma once

#include <span>
#include <string_view>

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

/// Names of at least two words, one or several, and signs around them; false of an empty cell.
bool holds_only_names(const Passage& cell, const Language& language);

/// A name of at least two words stands first.
bool begins_with_name(const Passage& cell, const Language& language);

}  // namespace protokol
