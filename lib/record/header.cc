// Reading the head: its items, then stamp, title, values, officers.
#include "record/header.h"

#include <algorithm>
#include <utility>

#include "record/approval.h"
#include "record/head_items.h"
#include "record/head_title.h"
#include "record/head_values.h"

namespace protokol {

FoundHeader read_header(const Outline& outline, const std::vector<Section>& sections, const Language& language) {
  FoundHeader found;
  std::vector<HeadItem> items = head_items(outline, sections, language);
  FoundApproval stamp = read_approval(items, language);
  std::vector<bool> taken = std::move(stamp.taken);
  found.header.approval = std::move(stamp.approval);
  HeadTitle title = read_head_title(items, taken, language);
  found.header.kind = title.kind;
  found.header.kind_span = title.kind_span;
  found.header.title = std::move(title.title);
  found.header.organization = std::move(title.organization);
  for (std::uint32_t item : title.items) taken[item] = true;
  HeadValues values = read_head_values(items, taken, title.kind_line);
  found.header.number = std::move(values.number);
  found.header.date = std::move(values.date);
  found.header.time = std::move(values.time);
  found.header.place = std::move(values.place);
  found.header.topic = std::move(values.topic);
  return found;
}

}  // namespace protokol
