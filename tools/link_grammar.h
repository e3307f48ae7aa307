// Reads the Russian dictionary of link-grammar: stems with classes, classes with tagged suffixes.
#pragma once

#include <filesystem>

#include "lexicon.h"
#include "supplement.h"

namespace protokol::packer {

/// The words of `folder` (stem.dict, suffix.dict, 4.0.dict, words/). Throws LoadError where a file is
/// missing or a tag has no meaning.
Lexicon read_link_grammar(const std::filesystem::path& folder, const Supplement& supplement);

}  // namespace protokol::packer
