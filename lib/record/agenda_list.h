// The items of an agenda as they are found, with where each part was taken from.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "record/agenda_item.h"
#include "record/language.h"
#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

class AgendaList {
 public:
  explicit AgendaList(const Language& language) : language_(language) {}

  bool empty() const { return items_.empty(); }
  std::vector<AgendaItem>& items() { return items_; }
  bool knows(const std::string& number) const { return numbers_.contains(number); }

  /// A new item: its wording is split into title and speakers. `number_span` may be empty.
  void add(const Passage& content, std::string number, Span number_span);
  /// The title that stands in the next line behind a bare number.
  void complete(const Passage& content);
  /// A line that names the speakers of the item before it.
  void add_line_of_speakers(const Passage& line);
  /// The same below the title of an item as the minutes repeat it; nothing where it has speakers.
  void add_speakers_below(const std::string& number, const Passage& line);
  void add_reporter_line(Span line) { reporter_lines_.push_back(line); }
  const std::vector<Span>& reporter_lines() const { return reporter_lines_; }

  std::vector<Claim> claims() const;

 private:
  ItemWording speakers_in(const Passage& line) const;
  static void add_speakers(AgendaItem& item, ItemWording found);

  const Language& language_;
  std::vector<AgendaItem> items_;
  std::unordered_set<std::string> numbers_;
  std::vector<Span> reporter_lines_;  ///< bytes
};

/// Reads the units of one agenda section, as far as they are its.
void read_agenda_section(const Outline& outline, const Section& section, const Language& language,
                         AgendaList& list);

}  // namespace protokol
