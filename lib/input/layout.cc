// Lays paragraphs and tables out as a document's text and blocks.
#include <algorithm>

#include "base/utf8.h"
#include "input/content.h"
#include "input/plain_text.h"
#include "input/wrapped_text.h"

namespace protokol {
namespace {

constexpr std::uint16_t most_tables = 0xFFFF;
constexpr std::uint16_t most_columns = 63;  ///< that one cell may take: what Word allows
constexpr char piece_separator = ' ', cell_separator = '\t';

/// Valid UTF-8 without control characters but \t and \n.
std::string cleaned(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint next = utf8::decode(text, at);
    if (next.value == '\n' || next.value == '\t') {
      result += static_cast<char>(next.value);
    } else if (next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0)) {
      result += ' ';
    } else if (next.value == utf8::replacement) {
      result += utf8::encode(utf8::replacement);
    } else {
      result += text.substr(at, next.size);
    }
    at += next.size;
  }
  return result;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// ---- frames
// -------------------------------------------------------------------------------------------------

bool is_blank(const Content& content);

bool is_blank(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const TableCell& cell) { return cell.merged || is_blank(cell.content); });
}

bool is_blank(const Content& content) {
  return std::all_of(content.begin(), content.end(), [](const auto& item) {
    if (const auto* paragraph = std::get_if<Paragraph>(&item))
      return utf8::space_size(paragraph->text, 0) == paragraph->text.size();
    const std::vector<TableRow>& rows = std::get<Table>(item).rows;
    return std::all_of(rows.begin(), rows.end(), [](const TableRow& row) { return is_blank(row); });
  });
}

bool holds_table(const Content& content) {
  return std::any_of(content.begin(), content.end(),
                     [](const auto& item) { return std::holds_alternative<Table>(item); });
}

bool is_single_column(const Table& table) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [](const TableRow& row) { return row.cells.size() <= 1; });
}

/// The content of the row's only filled cell, where a table stands in it.
const Content* framed(const TableRow& row) {
  const Content* filled = nullptr;
  for (const TableCell& cell : row.cells) {
    if (cell.merged || is_blank(cell.content)) continue;
    if (filled != nullptr) return nullptr;
    filled = &cell.content;
  }
  return filled != nullptr && holds_table(*filled) ? filled : nullptr;
}

// ---- layout
// -------------------------------------------------------------------------------------------------

std::size_t columns_of(const TableRow& row) {
  std::size_t columns = 0;
  for (const TableCell& cell : row.cells) columns += std::clamp<std::size_t>(cell.columns, 1, most_columns);
  return columns;
}

/// Only the last cell is filled, and nothing above reaches down into the others: where a row stands above, it
/// goes on in that cell, as it does in plain text.
bool goes_on_in_last_cell(const TableRow& row) {
  if (row.cells.size() < 3 || row.cells.back().merged || is_blank(row.cells.back().content)) return false;
  return std::all_of(row.cells.begin(), row.cells.end() - 1,
                     [](const TableCell& cell) { return !cell.merged && is_blank(cell.content); });
}

/// What the file says of one line of text.
struct LineMark {
  std::size_t from = 0;
  std::uint16_t indent = 0, width = 0;
  bool emphasis = false, ends_paragraph = false;
};

class Layout {
 public:
  void add(const Content& content);
  void finish_lines();
  void mark_furniture(std::size_t from_block);
  std::size_t block_count() const { return document_.blocks.size(); }
  Document take() { return std::move(document_); }

 private:
  void add_paragraph(const Paragraph& paragraph);
  void add_table(const Table& table);
  void add_row(const TableRow& row);
  void extend_row(const TableCell& cell);
  void add_pieces(const Content& content, Cell& cell);
  void push(Block block);
  void count_blanks();
  std::uint16_t next_table();

  Document document_;
  std::size_t lines_from_ = 0;   ///< where the text begins that is not in blocks yet
  std::vector<LineMark> marks_;  ///< of its lines
  std::uint16_t tables_ = 0;
  std::size_t blanks_ = 0;  ///< blank lines after the last block
};

void Layout::add(const Content& content) {
  for (const auto& item : content) {
    if (const auto* paragraph = std::get_if<Paragraph>(&item)) {
      add_paragraph(*paragraph);
    } else {
      add_table(std::get<Table>(item));
    }
  }
}

void Layout::add_paragraph(const Paragraph& paragraph) {
  const std::string text = cleaned(paragraph.text);
  for (const std::string_view line : lines_of(text)) {
    marks_.push_back({document_.text.size(), paragraph.indent, paragraph.width, paragraph.emphasis, false});
    (document_.text += line) += '\n';
  }
  marks_.back().ends_paragraph = !paragraph.continues;
}

// Lines drawn as tables, page numbers and the like are told as in plain text.
void Layout::finish_lines() {
  std::vector<Block> blocks = split_blocks(std::string_view(document_.text).substr(lines_from_));
  const auto shift = static_cast<std::uint32_t>(lines_from_);
  const auto moved = [&](Span& span) { span = {span.from + shift, span.to + shift}; };
  std::uint16_t most = 0;
  auto mark = marks_.begin();
  for (Block& block : blocks) {
    std::for_each(block.pieces.begin(), block.pieces.end(), moved);
    for (Cell& cell : block.cells) std::for_each(cell.pieces.begin(), cell.pieces.end(), moved);
    if (block.table > 0) {
      most = std::max(most, block.table);
      block.table = static_cast<std::uint16_t>(std::min<unsigned>(block.table + tables_, most_tables));
    }
    if (block.kind == BlockKind::line) {
      while (mark + 1 != marks_.end() && (mark + 1)->from <= block.pieces[0].from) ++mark;
      block.indent = static_cast<std::uint16_t>(std::min(block.indent + mark->indent, 0xFFFF));
      block.width = static_cast<std::uint16_t>(std::min(block.width + mark->indent, 0xFFFF));
      if (mark->width > 0) block.width = mark->width;
      block.emphasis |= mark->emphasis;
      block.ends_paragraph = mark->ends_paragraph;
    }
    push(std::move(block));
  }
  tables_ = static_cast<std::uint16_t>(std::min<unsigned>(tables_ + most, most_tables));
  count_blanks();
  marks_.clear();
  lines_from_ = document_.text.size();
}

void Layout::push(Block block) {
  block.blank_before =
      static_cast<std::uint16_t>(std::min<std::size_t>(block.blank_before + blanks_, 0xFFFF));
  blanks_ = 0;
  document_.blocks.push_back(std::move(block));
}

/// The lines after the last block, for the next one.
void Layout::count_blanks() {
  const std::uint32_t end = document_.blocks.empty() ? 0 : document_.blocks.back().pieces.back().to;
  const auto after = [&](const LineMark& mark) { return mark.from >= end; };
  blanks_ += static_cast<std::size_t>(std::count_if(marks_.begin(), marks_.end(), after));
}

std::uint16_t Layout::next_table() {
  if (tables_ < most_tables) ++tables_;
  return tables_;
}

void Layout::add_table(const Table& table) {
  if (is_single_column(table)) {
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) add(cell.content);
    }
    return;
  }
  finish_lines();
  next_table();
  for (const TableRow& row : table.rows) {
    if (const Content* content = framed(row)) {
      add(*content);
      finish_lines();
      next_table();
    } else if (!is_blank(row)) {
      add_row(row);
    }
  }
}

/// The last block goes on in its last cell.
void Layout::extend_row(const TableCell& cell) {
  Block& above = document_.blocks.back();
  document_.text.append(above.cells.size() - 1, cell_separator);
  const std::size_t pieces = above.cells.back().pieces.size();
  add_pieces(cell.content, above.cells.back());
  above.pieces.insert(above.pieces.end(), above.cells.back().pieces.begin() + static_cast<long>(pieces),
                      above.cells.back().pieces.end());
  document_.text += '\n';
  lines_from_ = document_.text.size();
}

void Layout::add_row(const TableRow& row) {
  const Block* above = document_.blocks.empty() ? nullptr : &document_.blocks.back();
  const bool in_table = above != nullptr && above->kind == BlockKind::row && above->table == tables_;
  if (in_table && goes_on_in_last_cell(row) && above->cells.size() == columns_of(row))
    return extend_row(row.cells.back());
  Block block;
  block.kind = BlockKind::row;
  block.table = tables_;
  const std::size_t from = document_.text.size();
  bool strong = false, plain = false;
  for (const TableCell& cell : row.cells) {
    if (&cell != &row.cells.front()) document_.text += cell_separator;
    Cell& made = block.cells.emplace_back();
    made.merged = cell.merged;
    if (!cell.merged) add_pieces(cell.content, made);
    block.pieces.insert(block.pieces.end(), made.pieces.begin(), made.pieces.end());
    for (std::uint16_t i = 1; i < std::min(cell.columns, most_columns); ++i) {
      document_.text += cell_separator;
      block.cells.emplace_back().merged = cell.merged;
    }
    for (const auto& item : cell.content) {
      const auto* paragraph = std::get_if<Paragraph>(&item);
      if (paragraph == nullptr || !paragraph->text.empty())
        (paragraph != nullptr && paragraph->emphasis ? strong : plain) = true;
    }
  }
  if (block.pieces.empty()) {  // nothing but characters that cannot be shown
    document_.text.resize(from);
    return;
  }
  block.emphasis = strong && !plain;
  block.width = static_cast<std::uint16_t>(
      std::min<std::size_t>(utf8::count(std::string_view(document_.text).substr(from)), 0xFFFF));
  document_.text += '\n';
  lines_from_ = document_.text.size();
  push(std::move(block));
}

void Layout::add_pieces(const Content& content, Cell& cell) {
  for (const auto& item : content) {
    if (const auto* table = std::get_if<Table>(&item)) {
      for (const TableRow& row : table->rows) {
        for (const TableCell& inner : row.cells) {
          if (!inner.merged) add_pieces(inner.content, cell);
        }
      }
      continue;
    }
    std::string text = cleaned(std::get<Paragraph>(item).text);
    std::replace(text.begin(), text.end(), cell_separator, ' ');
    for (const std::string_view line : lines_of(text)) {
      const Span inside = utf8::trim(line, {0, static_cast<std::uint32_t>(line.size())});
      if (inside.empty()) continue;
      if (!cell.pieces.empty()) document_.text += piece_separator;
      const auto from = static_cast<std::uint32_t>(document_.text.size());
      document_.text += line.substr(inside.from, inside.size());
      cell.pieces.push_back({from, from + inside.size()});
    }
  }
}

void Layout::mark_furniture(std::size_t from_block) {
  for (std::size_t i = from_block; i < document_.blocks.size(); ++i)
    document_.blocks[i].page_furniture = true;
}

}  // namespace

Document lay_out(const Content& body, const Content& furniture) {
  Layout layout;
  layout.add(body);
  layout.finish_lines();
  const std::size_t body_blocks = layout.block_count();
  layout.add(furniture);
  layout.finish_lines();
  layout.mark_furniture(body_blocks);
  Document document = layout.take();
  document.encoding = "UTF-8";
  const bool from_pages = std::any_of(body.begin(), body.end(), [](const auto& item) {
    const auto* paragraph = std::get_if<Paragraph>(&item);
    return paragraph != nullptr && paragraph->continues;
  });
  if (!from_pages && came_wrapped(document)) {
    for (Block& block : document.blocks) block.ends_paragraph = false;
  }
  return document;
}

}  // namespace protokol
