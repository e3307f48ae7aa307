// Each line that has two sides may be a head; its columns end where what stands below is of another kind.
#include "record/side_by_side.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "record/cell_names.h"
#include "record/head_items.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_head = 160;  // bytes of one side
constexpr std::uint32_t longest_side = 4000;
constexpr std::size_t longest_stamp = 10;   // lines
constexpr std::uint16_t least_column = 16;  // text that begins so far right is of the second column

/// A lone part may be of either side.
struct Sides {
  std::array<std::vector<Span>, 2> parts;
  bool both() const { return !parts[0].empty() && !parts[1].empty(); }
};

class SideBySide {
 public:
  SideBySide(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language) {}

  std::optional<std::vector<Block>> lines() {
    std::size_t copied = 0;  // blocks before this one are in `lines_`
    for (std::size_t i = 0; i < blocks_.size();) {
      const std::size_t end = columns_end(i);
      if (end > i) {
        copy(copied, i);
        add_columns(i, end);
        copied = end;
      }
      i = std::max(end, table_end(blocks_, i));
    }
    if (copied == 0) return std::nullopt;
    copy(copied, blocks_.size());
    return std::move(lines_);
  }

 private:
  /// Behind the columns that block `i` heads; `i` where it heads none.
  std::size_t columns_end(std::size_t i) const {
    const std::optional<Sides> heads = sides_of(blocks_[i]);
    if (!heads || !heads->both() || !goes_on(i)) return i;
    const auto& [left, right] = heads->parts;
    if (extent(left) > longest_head || extent(right) > longest_head) return i;
    const PieceText first(document_, left), second(document_, right);
    const std::size_t below = i + 1;
    std::size_t end = below;
    if (first.ends_with_colon() && second.ends_with_colon())
      end = names_end(below);
    else if (is_stamp(first) && is_stamp(second))
      end = stamp_end(below);
    return end > below ? end : i;
  }

  /// Whether the block below is of the same kind, and has sides, too.
  bool goes_on(std::size_t i) const {
    return i + 1 < blocks_.size() && blocks_[i + 1].kind == blocks_[i].kind && sides_of(blocks_[i + 1]);
  }

  std::optional<Sides> sides_of(const Block& block) const {
    if (block.pieces.empty() || block.page_furniture) return std::nullopt;
    return block.kind == BlockKind::row ? sides_of_row(block) : sides_of_line(block);
  }

  static std::optional<Sides> sides_of_row(const Block& row) {
    std::vector<const Cell*> filled;
    for (const Cell& cell : row.cells) {
      if (!cell.pieces.empty()) filled.push_back(&cell);
    }
    if (filled.empty() || filled.size() > 2) return std::nullopt;
    const bool second = filled.size() == 1 && row.cells.front().pieces.empty();
    Sides sides;
    for (std::size_t i = 0; i < filled.size(); ++i) sides.parts[second ? 1 : i] = filled[i]->pieces;
    return sides;
  }

  /// Cut at a tab or at three spaces or more; nothing where there are more than two parts.
  std::optional<Sides> sides_of_line(const Block& line) const {
    if (line.pieces.size() > 1) return std::nullopt;
    const Span whole = line.pieces.front();
    const std::string_view text = document_.substr(0, whole.to);
    Sides sides;
    std::size_t count = 0;
    for (std::uint32_t from = whole.from; from < whole.to; ++count) {
      if (count == 2) return std::nullopt;
      const std::size_t gap = std::min({text.find('\t', from), text.find("   ", from), text.size()});
      sides.parts[count] = {utf8::trim(text, {from, static_cast<std::uint32_t>(gap)})};
      from = static_cast<std::uint32_t>(std::min(text.find_first_not_of(" \t", gap), text.size()));
    }
    if (count == 1 && line.indent >= least_column) std::swap(sides.parts[0], sides.parts[1]);
    return sides;
  }

  /// Behind the lists of people that begin in block `from`.
  std::size_t names_end(std::size_t from) const {
    std::size_t end = lists_people(blocks_[from]) ? from + 1 : from;
    while (end > from && goes_on(end - 1) && lists_people(blocks_[end])) ++end;
    return end;
  }

  bool lists_people(const Block& block) const {
    const std::optional<Sides> sides = sides_of(block);
    return sides && std::ranges::all_of(sides->parts, [this](const std::vector<Span>& part) {
             if (part.empty()) return true;
             return extent(part) <= longest_side &&
                    begins_with_name(PieceText(document_, part).whole(), language_);
           });
  }

  /// «УТВЕРЖДАЮ»
  bool is_stamp(const PieceText& text) const {
    const auto marks =
        language_.grammar.find(text.text(), text.whole().tokens, head_group(language_.grammar, "head"));
    return std::ranges::any_of(
        marks, [](const Mark& mark) { return mark.kind == "stamp" && mark.tokens.from <= 1; });
  }

  /// Behind the lines of two stamps that begin in block `from`, up to the first blank one.
  std::size_t stamp_end(std::size_t from) const {
    std::size_t end = from;
    while (end + 1 < from + longest_stamp && goes_on(end - 1) && blocks_[end].blank_before == 0) ++end;
    return end;
  }

  void copy(std::size_t from, std::size_t to) {
    lines_.insert(lines_.end(), blocks_.begin() + static_cast<std::ptrdiff_t>(from),
                  blocks_.begin() + static_cast<std::ptrdiff_t>(to));
  }

  void add_columns(std::size_t from, std::size_t to) {
    for (const std::size_t side : {0, 1}) {
      for (std::size_t i = from; i < to; ++i) {
        const std::vector<Span> part = sides_of(blocks_[i])->parts[side];
        if (!part.empty()) lines_.push_back(line_of(blocks_[i], part));
      }
    }
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> lines_;
};

}  // namespace

std::optional<std::vector<Block>> with_columns_apart(std::string_view document,
                                                     const std::vector<Block>& blocks,
                                                     const Language& language) {
  return SideBySide(document, blocks, language).lines();
}

}  // namespace protokol
