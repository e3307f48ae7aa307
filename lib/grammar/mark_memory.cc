#include "grammar/mark_memory.h"

namespace protokol::grammar {

const std::vector<Mark>* MarkMemory::find(const TokenText& text, Span range, std::uint32_t group) const {
  const Kept& kept = kept_[text.number % texts_kept];
  if (kept.number != text.number || !may_keep(text)) return nullptr;
  const std::uint32_t place = kept.places.find(key(range, group));
  return place == NumberMap::absent ? nullptr : &kept.marks[place];
}

void MarkMemory::keep(const TokenText& text, Span range, std::uint32_t group,
                      const std::vector<Mark>& marks) {
  if (!may_keep(text)) return;
  Kept& kept = kept_[text.number % texts_kept];
  if (kept.number != text.number) {
    kept.number = text.number;
    kept.places.clear();
    kept.marks.clear();
  }
  kept.places.set(key(range, group), static_cast<std::uint32_t>(kept.marks.size()));
  kept.marks.push_back(marks);
}

}  // namespace protokol::grammar
