// The head of a protocol cut into what rules found in it and the wording between: a line of items.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/outline.h"
#include "record/sections.h"

namespace protokol {

enum class HeadMark : std::uint8_t {
  text,     ///< wording that no rule knows
  kind,     ///< «ПРОТОКОЛ»; value: protocol, extract, decision, resolution, assignments
  sheet,    ///< «из протокола» on a line of its own
  related,  ///< «данных на», «по итогам»: the meeting's name follows
  number,   ///< value: as printed
  foreign,  ///< a number of something else: «школа № 5»
  date,     ///< value: Y-M-D or M-D
  time,     ///< value: HH:MM
  clock,    ///< the same, in digits alone: believed in good company only
  town,     ///< the beginning of a place
  room,
  address,  ///< «ул. Мира»: goes on with a place, is no part of a letterhead
  label,    ///< words before a value; `label` tells which
  stamp,    ///< «УТВЕРЖДАЮ»; value: approved, approved by (passive), agreed
  office,   ///< chair or secretary; value: chair, secretary, other
  nothing,  ///< a weekday, «Экз. № 2»
};

enum class HeadLabel : std::uint8_t { none, date, time, place, topic, organization, closing, nothing, other };

struct HeadItem {
  HeadMark mark = HeadMark::text;
  std::string value;
  std::string rule;
  Passage passage;
  Gap before = Gap::space;
  HeadLabel label = HeadLabel::none;  ///< of a label: itself; of others: the label that governs them
  std::uint32_t unit = 0, line = 0;   ///< lines count from 0 over the whole head
  bool governs = false;               ///< of an office: its holder stands in the genitive
  bool core = false;                  ///< of a section `head`, not of a list of those present
  bool listed = false;                ///< its unit carries a list number or a heading
};

/// The items of the head: of the sections before the agenda, hearings and decisions.
std::vector<HeadItem> head_items(const Outline& outline, const std::vector<Section>& sections,
                                 const Language& language);

/// The items of units [from, to).
std::vector<HeadItem> items_of(const Outline& outline, std::uint32_t from, std::uint32_t to,
                               const Language& language);

/// The name of the rule group that the grammar's table `head.groups` lists for `place`; empty without one.
std::string_view head_group(const Grammar& grammar, std::string_view place);

/// One item a line: mark, value, label, text; for tests and `explain`.
std::string dump(const std::vector<HeadItem>& items);

}  // namespace protokol
