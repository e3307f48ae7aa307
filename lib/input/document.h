// A file's content as a list of lines and table rows, each knowing its place in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace protokol {

enum class BlockKind : std::uint8_t {
  line,  ///< one line of plain text, or one paragraph of a word processor's file
  row,   ///< a table row: `cells` holds its cells
};

/// One cell of a table row: one span for each line of it. A cell that continues the one above
/// (vertical merge) is `merged`.
struct Cell {
  std::vector<Span> pieces;
  bool merged = false;
};

struct Block {
  BlockKind kind = BlockKind::line;
  std::vector<Span> pieces;        ///< without white space at either end; of a row: those of all its cells
  std::vector<Cell> cells;         ///< of a row
  std::uint16_t indent = 0;        ///< columns of white space before it; a tab goes to the next multiple of 8
  std::uint16_t width = 0;         ///< columns from the margin to the end of the content
  std::uint16_t blank_before = 0;  ///< blank lines before it
  std::uint16_t table = 0;         ///< rows of one table share a number from 1; 0 elsewhere
  bool emphasis = false;           ///< all of it was bold or italic
  bool page_furniture = false;     ///< a page number, a header, a footnote: kept, never read
  bool ends_paragraph = false;     ///< the file says so: the next line never continues it
};

struct Document {
  std::string source;    ///< path as given, or «-»; of an archive's entry «archive.zip!folder/name.docx»
  std::string text;      ///< UTF-8, lines ended by \n; all spans point into it
  std::string encoding;  ///< IANA name of what the bytes were read as
  std::string format;    ///< what the file was: "text", "docx", …: file_format.h
  std::optional<double> ocr_confidence;  ///< where the text was recognised from a picture: the mean, 0 to 100
  std::vector<Block> blocks;
  std::vector<std::string> warnings;  ///< codes: "invalid_bytes", "wrong_extension", …
};

/// One line a block: kind, indent, number of blank lines, content; for tests and `explain`.
std::string dump(const Document& document);

}  // namespace protokol
