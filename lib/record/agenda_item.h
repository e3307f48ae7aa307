// One item of an agenda: where its title ends and who reports on it.
#pragma once

#include <optional>
#include <vector>

#include "record/language.h"
#include "record/parties.h"
#include "record/passage.h"

namespace protokol {

/// The wording of an item taken apart.
struct ItemWording {
  Passage title;  ///< without the separator before the speaker; may be empty
  std::vector<Party> speakers;
  std::vector<Span> speaker_spans;  ///< bytes of the document: each speaker's
};

/// Splits the speaker off: behind «Докладчик:», behind a dash, in brackets at the end, before a dash at the
/// beginning.
ItemWording read_item(const Passage& item, const Language& language);

/// The people of a place that holds nothing else («Котов И. И., директор школы»), with or without a label;
/// empty where anything else stands in it.
std::vector<FoundParty> only_people(const Passage& place, const Language& language);

/// Is the line a bracket that holds nothing but people: «(Котов И. И., Мышкин П. П.)»?
bool is_bracket_of_people(const Passage& line, const Language& language);

/// Does the passage begin like a title, and is it none of a narrative?
bool is_title(const Passage& passage, const Language& language);

/// Does a word that can only be a finite verb stand outside brackets and quotation marks?
bool has_finite_verb(const Passage& passage, const Dictionary& dictionary);

/// The passage without separators at its end and before it; a full stop stays.
Passage trimmed_title(Passage title);

}  // namespace protokol
