// Signatures that were laid out as a table: «Председатель | ______ | И. И. Котов».
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with the rows of signatures at their end turned into lines; nothing where there are none. A row
/// is one where a post stands first and a name last, with nothing but room for the hand between them; where
/// there is no room either, the post has to be one of those that sign. Below it, names may stand alone.
std::optional<std::vector<Block>> with_signed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language);

}  // namespace protokol
