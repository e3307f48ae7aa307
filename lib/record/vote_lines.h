// Votes that take several lines, or rows of a table that counts nothing else.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"
#include "record/paragraphs.h"

namespace protokol {

/// The blocks with rows such as «За | 5» and «Итоги голосования: | «за» – 5 | «против» – нет» turned into
/// lines; nothing where there are none. A row that only names the columns («За | Против») stays.
std::optional<std::vector<Block>> with_vote_rows(std::string_view document, const std::vector<Block>& blocks,
                                                 const Language& language);

/// «Голосовали:», «За – 5», «Против – нет» on lines of their own are one paragraph. A side that was counted
/// already begins another vote.
std::vector<Paragraph> with_whole_votes(std::string_view document, const std::vector<Block>& blocks,
                                        std::vector<Paragraph> paragraphs, const Language& language);

}  // namespace protokol
