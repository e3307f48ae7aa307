// What a list asks of a noun phrase: is it several people, what is it called, how many of whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/language.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

/// Does the phrase name several: «Члены комиссии», «мастера»? False where its first noun is unknown.
bool is_plural(const Passage& phrase, const Dictionary& dictionary);

/// Can the word (prepared) only be a finite verb or a short participle («завезён»)?
bool is_predicate(std::string_view word, const Dictionary& dictionary);

/// «заказчика (МКУ «Стройзаказчик»)» behind «от» → «заказчик (МКУ «Стройзаказчик»)».
std::string name_of_represented(const Passage& label, const Language& language);

/// Whom a number counts: «членов комиссии» → «члены комиссии»; «собственник» behind 61 → «собственники».
struct CountedGroup {
  Party party;
  std::uint32_t end = 0;  ///< the token behind it
};
std::optional<CountedGroup> counted_group(const Passage& phrase, int number, const Language& language);

}  // namespace protokol
