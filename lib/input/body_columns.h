// Text that is set in columns, as in a newspaper: each is read from its head to its foot.
#pragma once

#include "input/page_items.h"

namespace protokol {

/// The items with the lines of such columns one column after the other, each line as far to the left as if
/// its column were the first, and with the column's right margin. Columns are told by what tables and
/// signatures lack: two blocks of one width, side by side over some lines, whose lines break where the next
/// word had no room.
PageItems in_reading_order(PageItems items);

}  // namespace protokol
