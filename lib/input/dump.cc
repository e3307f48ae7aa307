// A document as text, for tests and `explain`.
#include "input/document.h"

namespace protokol {
namespace {

// Line ends and bars inside a piece would be taken for the dump's own.
std::string shown(std::string_view piece) {
  std::string text;
  for (const char c : piece) {
    if (c == '\t')
      text += "\\t";
    else if (c == '\\' || c == '|')
      (text += '\\') += c;
    else
      text += c;
  }
  return text;
}

std::string shown(const Document& document, const std::vector<Span>& pieces) {
  std::string text;
  for (const Span piece : pieces) {
    if (!text.empty()) text += " / ";
    text += shown(std::string_view(document.text).substr(piece.from, piece.size()));
  }
  return text;
}

std::string head(const Block& block) {
  std::string text = block.kind == BlockKind::row ? "row" : "line";
  const auto add = [&](const char* name, unsigned value) {
    if (value > 0) ((text += ' ') += name) += std::to_string(value);
  };
  add("table=", block.table);
  add("blank=", block.blank_before);
  add("indent=", block.indent);
  if (block.emphasis) text += " emphasis";
  if (block.page_furniture) text += " furniture";
  if (block.ends_paragraph) text += " ends";
  return text;
}

}  // namespace

std::string dump(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    text += head(block) + ':';
    if (block.kind == BlockKind::line) text += ' ' + shown(document, block.pieces);
    for (const Cell& cell : block.cells) {
      text += " | ";
      text += cell.merged ? "^" : shown(document, cell.pieces);
    }
    text += '\n';
  }
  return text;
}

}  // namespace protokol
