// Who is marked as responsible or controlling, in a decision's wording and in sentences of their own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/parties.h"

namespace protokol {

enum class DutyKind : std::uint8_t { responsible, control };

/// A marked place: «Отв. Петров П.П.», «(Иванов И. И., к 1 ноября)» at the end of a task, «контроль – за
/// Сидоровой А. А.», «[к 2 марта, исп. – ст. медсестра …]».
struct FoundDuty {
  DutyKind kind = DutyKind::responsible;
  std::vector<FoundParty> parties;
  bool signer = false;  ///< «оставляю за собой», «за мной»: the signer of the document
  Span tokens;          ///< the parties with their label: other readings count these as not there
  Span removal;         ///< what leaves the wording with it: brackets and separator too; empty: it stays
  std::string items;    ///< the items that it names: «1 - 3, 6», «а – г»; as printed
  std::string rule;     ///< the rule of the label or the reading in code
};

/// The duties in the wording of one decision, by place.
std::vector<FoundDuty> find_duties(const Passage& wording, const Language& language);

/// Which leaves a control sentence covers.
enum class ControlReach : std::uint8_t {
  itself,  ///< the item that it stands at, no other: «Контроль: Иванов И. И.», «контроль за питанием»
  block,   ///< its own decision block
  document,  ///< «настоящего протокола (решения)»
  items,     ///< the items in FoundControl::items of the own block
  questions,  ///< the agenda items in FoundControl::items: «по вопросу 4», «по разделу I»
  rest,       ///< «остальных», «прочих», «в остальном»
  subjects,  ///< what is about one of the words in FoundControl::items: «по котельной – А, по сетям – Б»
};

/// One part of a control sentence: who controls what.
struct FoundControl {
  std::vector<FoundParty> parties;
  bool signer = false;
  ControlReach reach = ControlReach::itself;
  ControlReach otherwise = ControlReach::itself;  ///< of `subjects`: where no question is about them;
                                                  ///< `questions`: the items are such questions
  std::vector<std::string> items;  ///< numbers as printed, ranges spelled out («1 - 3» → 1, 2, 3; «б»–«г»)
  std::vector<std::string> questions;  ///< of `items`: theirs («п. 2 первого вопроса»)
  Span tokens;
};

/// Reads a sentence, item or line whose whole sense is who controls («Контроль за исполнением настоящего
/// решения возложить на …», «Контроль: по пп. 1 - 3, 6 – А, в остальном – за мной»). Empty where it is
/// none: «Организовать контроль за распределением …».
std::vector<FoundControl> read_control(const Passage& sentence, const Language& language);

/// For tests and `explain`: «responsible person Иванов И. И. | control signer», «items 1,2: …».
std::string dump(const std::vector<FoundDuty>& duties);
std::string dump(const std::vector<FoundControl>& controls);

}  // namespace protokol
