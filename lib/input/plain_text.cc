// Plain text in: decoding, lines, tables, blocks.
#include "input/plain_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "input/tables.h"
#include "input/text_lines.h"
#include "text/encoding.h"

namespace protokol {
namespace {

constexpr std::uint16_t most_tables = 0xFFFF;
constexpr std::size_t most_bytes = std::size_t{1} << 30;  ///< decoded it still fits a Span

std::string_view cut(std::string_view text, Span span) { return text.substr(span.from, span.size()); }

/// Bars at either end of a line outside tables are what an export left of a cell's edges.
Span without_outer_bars(std::string_view text, Span content) {
  while (!content.empty() && text[content.from] == '|') {
    content = utf8::trim(text, {content.from + 1, content.to});
  }
  while (!content.empty() && text[content.to - 1] == '|') {
    content = utf8::trim(text, {content.from, content.to - 1});
  }
  return content;
}

/// Behind the «## » of a Markdown heading; the line itself where none stands before it.
Span without_heading_mark(std::string_view text, Span content) {
  constexpr std::size_t deepest = 6;
  const std::string_view line = cut(text, content);
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > deepest || marks >= line.size() || line[marks] != ' ') return content;
  return utf8::trim(text, {content.from + static_cast<std::uint32_t>(marks), content.to});
}

class Splitting {
 public:
  explicit Splitting(std::string_view text)
      : text_(text), lines_(text_lines(text)), emphasised_(emphasised_lines(text, lines_)) {}

  std::vector<Block> blocks() {
    blocks_.reserve(lines_.size());
    for (std::size_t at = 0; at < lines_.size();) at = take(at);
    return std::move(blocks_);
  }

 private:
  std::size_t take(std::size_t at) {
    const std::string_view content = cut(text_, lines_[at].content);
    if (may_be_barred(content)) return take(at, find_barred_table(text_, lines_, at));
    if (may_be_tabbed(text_, lines_[at])) return take(at, find_tabbed_table(text_, lines_, at));
    take_line(at);
    return at + 1;
  }

  std::size_t take(std::size_t at, TableSearch found) {
    for (; at < found.plain; ++at) take_line(at);
    if (!found.rows.empty() && tables_ < most_tables) ++tables_;
    for (Block& row : found.rows) {
      row.table = tables_;
      blocks_.push_back(std::move(row));
    }
    return found.end;
  }

  void take_line(std::size_t at) {
    const TextLine& line = lines_[at];
    Block block;
    const Span inner = without_heading_mark(text_, without_outer_bars(text_, line.content));
    const bool heading = text_[line.content.from] == '#' && inner.from != line.content.from;
    block.pieces = {inner.empty() ? line.content : inner};
    block.indent = line.indent;
    block.width = line.width;
    block.blank_before = line.blank_before;
    block.emphasis = emphasised_[at] || heading;
    block.ends_paragraph = heading;
    block.page_furniture =
        inner.empty() || is_ruled_off(cut(text_, line.content)) || is_page_number(text_, lines_, at);
    blocks_.push_back(std::move(block));
  }

  std::string_view text_;
  std::vector<TextLine> lines_;
  std::vector<bool> emphasised_;
  std::vector<Block> blocks_;
  std::uint16_t tables_ = 0;
};

}  // namespace

std::variant<Document, InputError> read_plain_text(std::string_view bytes, std::string source,
                                                   const InputOptions& options) {
  if (bytes.size() >= most_bytes) {
    return InputError{"too_large", "read", "The input is larger than 1 GB; split it into single protocols."};
  }
  auto decoded = decode_text(bytes, options.encoding);
  if (auto* error = std::get_if<DecodingError>(&decoded)) {
    return InputError{std::move(error->code), "decode", std::move(error->message)};
  }
  auto& text = std::get<DecodedText>(decoded);
  Document document;
  document.source = std::move(source);
  document.text = std::move(text.text);
  document.encoding = std::move(text.encoding);
  document.blocks = split_blocks(document.text);
  if (document.blocks.empty())
    return InputError{"empty", "read", "The input holds no text; check that this is the right file."};
  if (text.invalid > 0) document.warnings.emplace_back("invalid_bytes");
  return document;
}

std::vector<Block> split_blocks(std::string_view text) { return Splitting(text).blocks(); }

}  // namespace protokol
