// Rows of a table that only head the rows below them: «2 | Поставка оборудования | | |» over «2.1 | … | …».
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/outline.h"

namespace protokol {

struct RowTitle {
  std::string number;  ///< of the question
  Passage place;       ///< where the number stands
  Passage title;
};

/// The title that the unit is, where it is a row of a number and a title over a row with a number below it.
std::optional<RowTitle> row_title(const Outline& outline, std::uint32_t unit, const Language& language);

}  // namespace protokol
