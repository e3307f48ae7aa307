// Later steps of preparation: each takes prepared text and gives it back repaired.
#pragma once

#include <string_view>

#include "text/prepared.h"

namespace protokol {

/// Latin and Greek letters that look like Cyrillic ones become Cyrillic inside Cyrillic words, and as
/// initials and one-letter words beside Cyrillic.
Prepared repair_look_alikes(Prepared prepared, std::string_view document_text);

inline constexpr char number_sign = '\xB9';

/// «N» and «No» before a number become the number sign, «NN» two of them.
Prepared repair_number_signs(Prepared prepared, std::string_view document_text);

/// Closes up letter-spaced words. Words of a letter-spaced passage are parted by wider gaps.
Prepared close_up_letters(Prepared prepared, std::string_view document_text);

}  // namespace protokol
