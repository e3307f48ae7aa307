// The items that a deadline names: «1 - 3, 6», «2.1, 2.2», «а – г».
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protokol {

/// The numbers one by one, ranges spelled out; `printed` is UTF-8.
std::vector<std::string> deadline_items(std::string_view printed);

}  // namespace protokol
