// Names in a printed line, told by capitals and full stops alone: nothing is looked up.
#pragma once

#include <string_view>

namespace protokol {

/// «И. И., …», «О. В.»: initials, and no surname behind them.
bool begins_with_bare_initials(std::string_view line);

/// «Иванов Иван Иванович – …», «…, …»
bool begins_full_name(std::string_view line);

/// «Иванов И. …», «Петров-Водкин К. …»
bool begins_name(std::string_view line);

/// Bytes of «Иванов И. И.» at the start of the line; 0 where no such name begins it.
std::size_t name_size(std::string_view line);

/// «Иванов И. И. – …», «Иванов И. И.: …»
bool begins_remark(std::string_view line);

/// «…, Иванов И. …»
bool has_name_inside(std::string_view line);

}  // namespace protokol
