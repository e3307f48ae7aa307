// Rows are looked at from the end: signatures stand last, and little stands behind them.
#include "record/signed_rows.h"

#include <algorithm>
#include <cstddef>

#include "record/cell_names.h"
#include "record/groups.h"
#include "record/parties.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"

namespace protokol {

namespace {

constexpr std::size_t most_lines_behind = 8;
constexpr std::uint32_t longest_line = 200;  // bytes of a line that may stand among signatures
constexpr std::uint32_t longest_cell = 400;  // bytes

enum class RowKind : std::uint8_t {
  other,
  empty,
  name,    ///< a name, or several, and nothing else
  signed_  ///< a post and a name
};

class SignedRows {
 public:
  SignedRows(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document),
        blocks_(blocks),
        language_(language),
        offices_(group_named(language.grammar, "office")) {}

  /// The first row of signatures; the number of blocks where there is none.
  std::size_t find() const {
    std::size_t begin = blocks_.size(), passed = 0;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      const Block& block = blocks_[i];
      if (block.page_furniture) continue;
      if (block.kind == BlockKind::line) {
        if (begin < blocks_.size() || !may_stand(block) || ++passed > most_lines_behind) break;
        continue;
      }
      const RowKind kind = kind_of(block);
      if (kind == RowKind::other) break;
      if (kind == RowKind::signed_) begin = i;
    }
    return begin;
  }

 private:
  static bool may_stand(const Block& line) { return extent(line.pieces) <= longest_line; }

  RowKind kind_of(const Block& row) const {
    std::vector<PieceText> told;
    bool room = false;
    for (const Cell& cell : row.cells) {
      if (extent(cell.pieces) > longest_cell) return RowKind::other;
      PieceText text(document_, cell.pieces);
      if (is_room(text)) {
        room = room || told.size() == 1;
        continue;
      }
      if (told.size() == 2) return RowKind::other;
      told.push_back(std::move(text));
    }
    if (told.empty()) return RowKind::empty;
    const Passage name = inner(told.back()), post = inner(told.front());
    if (told.size() == 2 && is_surname(name) && signs(post)) return RowKind::signed_;
    if (!holds_only_names(name, language_)) return RowKind::other;
    if (told.size() == 1) return RowKind::name;
    return signs(post) || (room && names_office(post)) ? RowKind::signed_ : RowKind::other;
  }

  /// For the hand: «», «______», «(подпись)».
  static bool is_room(const PieceText& text) { return text.only_signs() || is_sign(text.text(), 0, "("); }

  /// «Секретарь | Мышкина»: beside who signs, a capitalised word is a surname.
  static bool is_surname(const Passage& cell) {
    return cell.tokens.size() == 1 && is_word(*cell.text, cell.tokens.from) &&
           cell.token(cell.tokens.from).capital;
  }

  static Passage inner(const PieceText& text) { return trimmed(text.whole(), "_/:;,-"); }

  bool signs(const Passage& cell) const {
    if (offices_.empty()) return false;
    return std::ranges::any_of(language_.grammar.find(*cell.text, cell.tokens, offices_),
                               [&](const Mark& mark) { return mark.tokens.from == cell.tokens.from; });
  }

  /// A post, or several people by theirs: «Члены комиссии».
  bool names_office(const Passage& cell) const {
    const std::vector<FoundParty> found = party_at(cell, cell.tokens.from, Case::nominative, language_);
    return found.size() == 1 && found.front().kind != PartyKind::person &&
           found.front().tokens == cell.tokens;
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::string_view offices_;
};

/// Rows are apart as lines of a list are not.
Block as_line(const Block& row) {
  Block line = line_of(row, row.pieces);
  line.blank_before = std::max<std::uint16_t>(row.blank_before, 1);
  return line;
}

}  // namespace

std::optional<std::vector<Block>> with_signed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language) {
  const std::size_t begin = SignedRows(document, blocks, language).find();
  if (begin == blocks.size()) return std::nullopt;
  std::vector<Block> lines = blocks;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    const bool row = lines[i].kind == BlockKind::row && !lines[i].page_furniture;
    if (row && !lines[i].pieces.empty()) lines[i] = as_line(lines[i]);
  }
  return lines;
}

}  // namespace protokol
