// Lines over a list that only name who must act.
#pragma once

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

/// «Главному инженеру (Дьяков Р. Р.)» over «1. Убрать …»: the whole line is people, posts or bodies in the dative,
/// with a colon or without.
bool names_addressees_only(const Passage& line, const Language& language);

}  // namespace protokol
