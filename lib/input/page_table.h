// Drawn tables of pages as tables of a document.
#pragma once

#include "input/content.h"
#include "input/page_items.h"

namespace protokol {

Table table_of(const PageTable& page_table);

/// Adds the table's part on the next page: without the repeated heading, a broken row mended.
void extend(Table& table, Table more);

}  // namespace protokol
