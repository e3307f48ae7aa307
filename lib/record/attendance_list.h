// One list of those present, absent or invited, read piece by piece: what stands in one line tells how the
// next one is to be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/mark_list.h"
#include "record/parties.h"
#include "record/passage.h"
#include "record/protocol.h"
#include "record/signatures.h"

namespace protokol {

/// An attendee on the way to the record.
struct AttendanceEntry {
  Attendee attendee;
  Span source;                   ///< bytes of the document
  Office office = Office::none;  ///< «(председательствует)»: the list itself says so
  bool announced = false;  ///< a head count that opens a list: «Присутствовали 9 человек: …»
};

/// What a mark of kind status, advisory or away says.
Attendance status_of(const Mark& mark);

class AttendanceList {
 public:
  /// Without a status nobody is taken until a statement gives one.
  AttendanceList(std::optional<Attendance> status, const Language& language)
      : status_(status), language_(language) {}

  /// Reads the next paragraph or line.
  void read(const Passage& passage);
  /// The list goes on behind another heading: it names offices as the earlier part did.
  void go_on_from(const AttendanceList& earlier) { labels_offices_ = earlier.labels_offices_; }
  /// What stands before the list: «Членов правления всего – 11».
  void announce(const Passage& passage);
  /// «Отдел образования» on a line of its own: those who follow come from there.
  void come_from(const Passage& label);
  /// Reads a table's row of which one cell holds the people and others who they are.
  void read_row(const std::vector<Passage>& cells);

  bool open() const { return status_.has_value(); }
  void close() { status_.reset(); }
  void open_as(Attendance status) { status_ = status; }
  const std::vector<AttendanceEntry>& entries() const { return entries_; }
  std::vector<Claim> take_claims() { return std::move(claims_); }

  /// What the next line says of the one who was read last: his post.
  void describe_last(const Passage& role);

 private:
  void begin(const Passage& passage);
  bool closes(const Passage& sentence);
  std::uint32_t surname_behind_plural(const Passage& piece) const;
  bool names_more(const Passage& behind_count) const;
  static bool lists_surnames(const Passage& behind_count);
  static bool in_bracket(const Passage& behind_count);
  static bool holds_capitals(const Passage& piece);
  bool names_post(const Mark& mark, const TokenText& text) const;
  bool tells(const Passage& sentence) const;
  void read_unnamed(const Passage& label, const Passage& last);
  static void describe(AttendanceEntry& entry, const Passage& role);
  void read_sentence(const Passage& sentence);
  void read_statement(const Passage& lead, const Mark& mark, const Passage& body);
  void read_clauses(const Passage& passage);
  void read_piece(Passage piece);
  std::optional<std::uint32_t> read_count(const Passage& piece);
  std::optional<std::uint32_t> number_behind_genitive(const Passage& piece) const;
  bool names_side(const Passage& label) const;
  Passage without_label(const Passage& piece);
  void read_people(const Passage& piece);
  bool remember_total(const Passage& lead);
  Passage without_title(const Passage& composition) const;
  bool takes_count(const Passage& place);
  void add(const FoundParty& found, const Passage& place);

  const Span* person_in(Span tokens) const;  ///< the first one there

  std::optional<Attendance> status_;
  std::string role_;             ///< whom those of this line come from
  std::string lasting_role_;     ///< the same, from a line of its own
  std::string total_group_;      ///< «Членов правления всего – 11»
  bool labels_offices_ = false;  ///< «Председатель: …» stood first in the list
  const Language& language_;
  MarkList marks_;             ///< of the paragraph being read
  Passage before_;             ///< the sentence before
  bool list_follows_ = false;  ///< the line before ended with a colon
  std::vector<Span> people_;   ///< its persons
  std::vector<AttendanceEntry> entries_;
  std::vector<Claim> claims_;
};

}  // namespace protokol
