// Quotations and brackets of a passage: where they begin and end, however carelessly they are closed.
#pragma once

#include <vector>

#include "record/passage.h"

namespace protokol {

/// Quotations from their first mark to behind their last, in order, outermost only. «ООО «СК «Рубеж»», closed
/// once, is one; a mark that nothing closes opens none.
std::vector<Span> quotes_in(const Passage& passage);

/// Brackets, round and square, from the opening to behind the closing one, in order, outermost only; one that
/// nothing closes opens none.
std::vector<Span> brackets_in(const Passage& passage);

}  // namespace protokol
