// Words on pages become lines, table rows and page furniture: the last step of reading PDF and scans.
#pragma once

#include <vector>

#include "input/document.h"
#include "input/page.h"

namespace protokol {

/// Lines from the top down, each with the margins it has on paper; a line ends a paragraph where the next
/// word would still have fitted. Tables are told by their drawn lines, else by gaps that stand one beneath
/// the other. What every page repeats at its head or foot, and page numbers, are furniture.
Document lay_out_pages(const std::vector<Page>& pages);

}  // namespace protokol
