// Lists of item numbers: «1 - 3, 6», «2.1 и 2.2», ««б» – «г»», «[А] и [Б]».
#pragma once

#include <string>
#include <vector>

#include "record/passage.h"

namespace protokol {

/// The numbers and letters that a list names, as printed, without quotes and brackets; ranges are spelled
/// out («1 - 3» → 1, 2, 3). Words before the list are passed over.
std::vector<std::string> read_items(const Passage& list);

}  // namespace protokol
