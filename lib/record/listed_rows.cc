// A table at a time: each row is judged, and all of them turn into lines or none.
#include "record/listed_rows.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "record/cell_names.h"
#include "record/head_items.h"
#include "record/list_marks.h"
#include "record/wrap_width.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_label = 160;  // bytes
constexpr std::uint32_t longest_cell = 4000;  // bytes; lists of many names stand in one
constexpr std::uint16_t least_column = 16;    // text that begins so far right is of the second column

enum class RowForm : std::uint8_t { other, empty, label, labelled, person };

/// A cell's text, prepared on its own.
class CellText {
 public:
  CellText(std::string_view document, const std::vector<Span>& pieces) : document_(document) {
    if (!pieces.empty() && pieces.back().to - pieces.front().from <= longest_cell)
      text_ = tokenize(prepare(document, pieces), document);
  }
  Passage whole() const { return {&text_, document_, {0, text_.size()}}; }
  bool ends_with_colon() const { return text_.size() > 0 && is_sign(text_, text_.size() - 1, ":"); }

 private:
  std::string_view document_;
  TokenText text_;
};

std::vector<const Cell*> filled_cells(const Block& row) {
  std::vector<const Cell*> filled;
  for (const Cell& cell : row.cells) {
    if (!cell.pieces.empty()) filled.push_back(&cell);
  }
  return filled;
}

class ListedRows {
 public:
  ListedRows(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language) {}

  std::optional<std::vector<Block>> lines() {
    if (!may_hold_lists()) return std::nullopt;
    bool found = false;
    for (std::size_t i = 0; i < blocks_.size();) {
      const std::size_t end = table_end(i);
      if (const std::size_t lists = two_lists_end(i); lists > i) {
        add_two_lists(i, lists);
        found = true;
        i = lists;
        continue;
      }
      const bool listed = blocks_[i].kind == BlockKind::row && is_list(i, end);
      found = found || listed;
      for (; i < end; ++i) {
        if (listed)
          add_lines(blocks_[i]);
        else
          lines_.push_back(blocks_[i]);
      }
    }
    return found ? std::optional(std::move(lines_)) : std::nullopt;
  }

 private:
  bool may_hold_lists() const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::row || two_lists_end(i) > i) return true;
    }
    return false;
  }

  std::size_t table_end(std::size_t i) const {
    std::size_t end = i + 1;
    if (blocks_[i].kind != BlockKind::row) return end;
    while (end < blocks_.size() && blocks_[end].kind == BlockKind::row &&
           blocks_[end].table == blocks_[i].table)
      ++end;
    return end;
  }

  bool is_list(std::size_t from, std::size_t to) const {
    bool told = from > 0 && is_text_line(blocks_[from - 1]) && tells(blocks_[from - 1].pieces, true);
    bool people = false;
    for (std::size_t i = from; i < to; ++i) {
      const RowForm form = form_of(blocks_[i]);
      if (form == RowForm::other) return false;
      people = people || form == RowForm::person || form == RowForm::labelled;
      if (form != RowForm::label && form != RowForm::labelled) continue;
      if (!told && !tells(filled_cells(blocks_[i]).front()->pieces, false)) return false;
      told = true;
    }
    return told && people;
  }

  // ---- two lists side by side

  /// What stands in two columns: a table's row, or a line with a wide gap. A lone part may be of the second.
  struct Sides {
    std::array<std::vector<Span>, 2> parts;
    bool both() const { return !parts[0].empty() && !parts[1].empty(); }
  };

  std::optional<Sides> sides_of(const Block& block) const {
    if (block.pieces.empty() || block.page_furniture) return std::nullopt;
    Sides sides;
    if (block.kind == BlockKind::line) {
      const std::vector<Span> parts = parts_of(block.pieces.front());
      if (block.pieces.size() > 1 || parts.size() > 2) return std::nullopt;
      const bool second = parts.size() == 1 && block.indent >= least_column;
      for (std::size_t i = 0; i < parts.size(); ++i) sides.parts[second ? 1 : i] = {parts[i]};
      return sides;
    }
    const std::vector<const Cell*> cells = filled_cells(block);
    if (cells.empty() || cells.size() > 2) return std::nullopt;
    const bool second = cells.size() == 1 && block.cells.front().pieces.empty();
    for (std::size_t i = 0; i < cells.size(); ++i) sides.parts[second ? 1 : i] = cells[i]->pieces;
    return sides;
  }

  /// Cut at tabs and at three spaces or more.
  std::vector<Span> parts_of(Span line) const {
    const std::string_view text = document_.substr(0, line.to);
    std::vector<Span> parts;
    for (std::uint32_t from = line.from; from < line.to;) {
      const std::size_t gap = std::min({text.find('\t', from), text.find("   ", from), text.size()});
      parts.push_back(utf8::trim(text, {from, static_cast<std::uint32_t>(gap)}));
      from = static_cast<std::uint32_t>(std::min(text.find_first_not_of(" \t", gap), text.size()));
    }
    return parts;
  }

  /// Behind the lists that «От заказчика:     От подрядчика:» in block `i` heads; `i` where there are none.
  std::size_t two_lists_end(std::size_t i) const {
    const std::optional<Sides> labels = sides_of(blocks_[i]);
    if (!labels || !labels->both()) return i;
    if (std::ranges::all_of(labels->parts, [this](const auto& part) { return is_stamp(part); }))
      return two_stamps_end(i);
    for (const std::vector<Span>& label : labels->parts) {
      if (!is_short(label) || !CellText(document_, label).ends_with_colon()) return i;
    }
    std::size_t end = i + 1;
    while (end < blocks_.size() && blocks_[end].kind == blocks_[i].kind && lists_people(blocks_[end])) ++end;
    return end > i + 1 ? end : i;
  }

  /// «УТВЕРЖДАЮ»
  bool is_stamp(const std::vector<Span>& part) const {
    if (!is_short(part)) return false;
    const CellText cell(document_, part);
    const Passage words = cell.whole();
    const auto marks =
        language_.grammar.find(*words.text, words.tokens, head_group(language_.grammar, "head"));
    return std::ranges::any_of(marks, [&words](const Mark& mark) {
      return mark.kind == "stamp" && mark.tokens.from <= words.tokens.from + 1;
    });
  }

  /// Behind two stamps side by side: the lines up to the first blank one.
  std::size_t two_stamps_end(std::size_t i) const {
    constexpr std::size_t longest_stamp = 10;  // lines
    std::size_t end = i + 1;
    while (end < blocks_.size() && end < i + longest_stamp && blocks_[end].kind == blocks_[i].kind &&
           blocks_[end].blank_before == 0 && sides_of(blocks_[end]))
      ++end;
    return end > i + 1 ? end : i;
  }

  bool lists_people(const Block& block) const {
    const std::optional<Sides> sides = sides_of(block);
    return sides && std::ranges::all_of(sides->parts, [this](const std::vector<Span>& part) {
             return part.empty() || begins_with_name(CellText(document_, part).whole(), language_);
           });
  }

  void add_two_lists(std::size_t from, std::size_t to) {
    for (const std::size_t side : {0, 1}) {
      for (std::size_t i = from; i < to; ++i) {
        const std::vector<Span> part = sides_of(blocks_[i])->parts[side];
        if (!part.empty()) add_line(blocks_[i], part);
      }
    }
  }

  RowForm form_of(const Block& row) const {
    const std::vector<const Cell*> cells = filled_cells(row);
    if (cells.empty()) return RowForm::empty;
    const std::vector<Span>& first = cells.front()->pieces;
    if (cells.size() == 1) return is_short(first) ? RowForm::label : RowForm::other;
    const CellText left(document_, first);
    const CellText right(document_, cells[1]->pieces);
    if (holds_only_names(left.whole(), language_)) {
      return holds_only_names(right.whole(), language_) ? RowForm::other : RowForm::person;
    }
    const bool label = cells.size() == 2 && is_short(first) && left.ends_with_colon();
    return label && begins_with_name(right.whole(), language_) ? RowForm::labelled : RowForm::other;
  }

  static bool is_short(const std::vector<Span>& pieces) {
    return pieces.back().to - pieces.front().from <= longest_label;
  }

  /// Does a label say who was there, who chaired, who kept the minutes?
  bool tells(const std::vector<Span>& pieces, bool needs_colon) const {
    if (!is_short(pieces)) return false;
    const CellText label(document_, pieces);
    if (needs_colon && !label.ends_with_colon()) return false;
    const MarkList marks = list_marks(label.whole(), "attendance", language_.grammar);
    return has_kind(marks, "status") || has_kind(marks, "chair") || has_kind(marks, "secretary");
  }

  void add_lines(const Block& row) {
    const RowForm form = form_of(row);
    const std::vector<const Cell*> cells = filled_cells(row);
    if (form == RowForm::labelled) {
      add_line(row, cells[0]->pieces);
      for (const Span piece : cells[1]->pieces) add_line(row, {piece});
    } else if (!row.pieces.empty()) {
      add_line(row, row.pieces);
    }
  }

  void add_line(const Block& row, std::vector<Span> pieces) {
    Block line;
    line.pieces = std::move(pieces);
    line.indent = row.indent;
    line.width = row.width;
    line.emphasis = row.emphasis;
    line.ends_paragraph = true;
    lines_.push_back(std::move(line));
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> lines_;
};

}  // namespace

std::optional<std::vector<Block>> with_listed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language) {
  return ListedRows(document, blocks, language).lines();
}

}  // namespace protokol
