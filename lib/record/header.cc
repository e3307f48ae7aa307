// Reading the head: its items, then stamp, title, values and officers; what the foot alone tells comes last.
#include "record/header.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "record/approval.h"
#include "record/head_items.h"
#include "record/head_title.h"
#include "record/head_values.h"
#include "record/officers.h"

namespace protokol {

namespace {

constexpr std::uint32_t foot_units = 12;
constexpr std::size_t month_and_day = 5;  // «06-24»

void claim(std::vector<Claim>& claims, const Field& field, std::string_view name) {
  if (!field.empty())
    claims.push_back({field.span, field.rule, "document." + std::string(name), field.value});
}

/// «N» and «No» before the number have letters, too.
void claim_number_sign(std::vector<Claim>& claims, const HeadItem& number) {
  const std::uint32_t first = number.passage.tokens.from;
  if (first == 0 || !is_sign(*number.passage.text, first - 1, "\xB9")) return;
  const Passage sign = number.passage.within({first - 1, first});
  const std::string printed = wording(sign);
  if (printed.starts_with('N')) claims.push_back({source(sign), number.rule, "", printed});
}

/// Units of which every item was taken.
std::vector<std::uint32_t> whole_units(const std::vector<HeadItem>& items, const std::vector<bool>& taken) {
  std::vector<std::uint32_t> units;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t end = i;
    bool whole = true;
    for (; end < items.size() && items[end].unit == items[i].unit; ++end) whole = whole && taken[end];
    if (whole) units.push_back(items[i].unit);
    i = end;
  }
  return units;
}

/// «24.06.2021 № 214» below the signatures, «Дата проведения: …», «протокол № 7» in a disclosure.
void fill_from_foot(Header& header, const Outline& outline, std::uint32_t head_end,
                    const Language& language) {
  bool open_date = header.date.value.size() <= month_and_day;
  if (!open_date && !header.number.empty()) return;
  std::uint32_t end = static_cast<std::uint32_t>(outline.units.size());
  std::uint32_t from = std::max(head_end, end > foot_units ? end - foot_units : 0);
  std::vector<HeadItem> items = items_of(outline, from, end, language);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const HeadItem& item = items[i];
    bool opens = item.before == Gap::line || item.before == Gap::blank;
    bool number_follows =
        i + 1 < items.size() && items[i + 1].mark == HeadMark::number && items[i + 1].line == item.line;
    bool kind_before = i > 0 && items[i - 1].mark == HeadMark::kind;
    if (item.mark == HeadMark::date && item.value.size() > month_and_day) {
      bool labelled = item.label == HeadLabel::date;
      bool registered = opens && number_follows;
      bool completes = header.date.empty() || item.value.ends_with(header.date.value);
      if (open_date && (labelled || registered) && completes) {
        header.date = field_of(item, item.value);
        open_date = false;
      }
      if (registered && header.number.empty()) header.number = field_of(items[i + 1], items[i + 1].value);
    }
    if (item.mark == HeadMark::number && kind_before && item.label != HeadLabel::none &&
        header.number.empty()) {
      header.number = field_of(item, item.value);
    }
  }
}

std::uint32_t end_of(const std::vector<HeadItem>& items) { return items.empty() ? 0 : items.back().unit + 1; }

void add_officers(FoundHeader& found, FoundOfficers officers) {
  if (found.chair.empty()) found.chair = std::move(officers.chair);
  if (found.secretary.empty()) found.secretary = std::move(officers.secretary);
  for (Claim& one : officers.claims) found.claims.push_back(std::move(one));
}

/// Those that belong to a stamp, or those that do not.
std::vector<HeadItem> items_where(const std::vector<HeadItem>& items, const std::vector<bool>& in_stamp,
                                  bool wanted) {
  std::vector<HeadItem> found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (in_stamp[i] == wanted) found.push_back(items[i]);
  }
  return found;
}

}  // namespace

FoundHeader read_header(const Outline& outline, const std::vector<Section>& sections,
                        const Language& language) {
  FoundHeader found;
  Header& header = found.header;
  const std::vector<HeadItem> items = head_items(outline, sections, language);
  FoundApproval stamp = read_approval(items, language);
  std::vector<bool> taken = stamp.taken;
  header.approval = std::move(stamp.approval);
  HeadTitle title = read_head_title(items, taken, language);
  header.kind = title.kind;
  header.kind_span = title.kind_span;
  header.title = std::move(title.title);
  header.organization = std::move(title.organization);
  for (std::uint32_t item : title.items) taken[item] = true;
  HeadValues values = read_head_values(items, taken, title.kind_line);
  for (std::uint32_t item : values.items) taken[item] = true;
  header.number = std::move(values.number);
  header.date = std::move(values.date);
  header.time = std::move(values.time);
  header.place = std::move(values.place);
  header.topic = std::move(values.topic);
  fill_from_foot(header, outline, end_of(items), language);
  if (header.date.value.size() <= month_and_day) header.date = {};
  // Who approved the protocol leads the meeting only where nobody else is named.
  add_officers(found, read_officers(items_where(items, stamp.taken, false), language));
  if (found.chair.empty() || found.secretary.empty()) {
    std::vector<bool> approves = stamp.taken;
    for (std::size_t i = 0; i < approves.size(); ++i) approves[i] = approves[i] && !stamp.agreed[i];
    add_officers(found, read_officers(items_where(items, approves, true), language));
  }
  if (found.chair.empty() || found.secretary.empty()) add_officers(found, read_elections(outline, language));
  found.units = whole_units(items, taken);
  claim(found.claims, header.number, "number");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (taken[i] && items[i].mark == HeadMark::number) claim_number_sign(found.claims, items[i]);
  }
  claim(found.claims, header.date, "date");
  claim(found.claims, header.time, "time");
  claim(found.claims, header.place, "place");
  claim(found.claims, header.organization, "organization");
  claim(found.claims, header.title, "title");
  claim(found.claims, header.topic, "topic");
  return found;
}

}  // namespace protokol
