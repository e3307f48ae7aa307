// Names of which the surname stands on one line, the first name and patronymic on the next, as lists of those
// present are laid out in two columns.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with the lines of such a name put together into one, the whole name before the whole of what is
/// said of it; nothing where there is none:
///
///     Рогов              - глава района,        Рогов
///     Степан Андреевич     председатель         Степан Андреевич - глава района
///
/// The pieces of such a line do not stand in the order of the text.
std::optional<std::vector<Block>> with_whole_names(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language);

}  // namespace protokol
