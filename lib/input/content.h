// What readers of word processors' files and web pages find: paragraphs and tables, before they are laid out
// as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/document.h"

namespace protokol {

/// The floors above have paragraphs and tables of their own.
namespace content {

struct Paragraph {
  /// What is read on paper: the automatic number («1.1.» and a space) and the runs, joined. A tab is \t, a
  /// line break \n; other control characters and broken UTF-8 are made harmless by lay_out.
  std::string text;
  std::uint16_t indent = 0;  ///< columns before it, as alignment and margins make them
  bool emphasis = false;     ///< all of it is bold or italic
  std::uint16_t width = 0;   ///< columns to its end where coordinates tell them; 0: as many as it has letters
  bool continues = false;    ///< a line of a page: the next paragraph may go on with it
};

struct Table;
/// In reading order. A text box stands behind the paragraph that holds it.
using Content = std::vector<std::variant<Paragraph, Table>>;

struct TableCell {
  Content content;
  std::uint16_t columns = 1;  ///< how many columns it takes
  bool merged = false;        ///< continues the cell above; its content is dropped
};

struct TableRow {
  std::vector<TableCell> cells;
};

struct Table {
  std::vector<TableRow> rows;
};

}  // namespace content

using content::Content;
using content::Paragraph;
using content::Table;
using content::TableCell;
using content::TableRow;

enum class Emphasis : std::uint8_t { none, strong };

/// Joins the runs of one paragraph; it is emphasised where every run with letters is.
class Runs {
 public:
  void add(std::string_view text, Emphasis emphasis = Emphasis::none);
  bool empty() const { return text_.empty(); }
  /// The paragraph so far; the next run begins a new one.
  Paragraph take();

 private:
  std::string text_;
  bool strong_ = false, plain_ = false;
};

/// The text and the blocks of a file: a paragraph is a line (each line of it a block), a table row is a line
/// whose cells are parted by tabs and a cell's paragraphs, which are its pieces, by a space. A cell over
/// several columns is followed by empty ones, so that a table's columns stay in place. A table of a single
/// column, and a row whose only filled cell holds a table, are frames: what stands in them stands in the
/// body. Other tables within cells are read cell by cell. Lines drawn as tables are rows, as in plain text.
/// `furniture` (headers, footers, footnotes) comes last, as page furniture. Fills in `text`, `blocks` and
/// `encoding`.
Document lay_out(const Content& body, const Content& furniture);

}  // namespace protokol
