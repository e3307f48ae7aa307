// Cuts text into lines and tells furniture from content.
#include "input/text_lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::uint32_t tab_stop = 8;
constexpr std::uint32_t far_indent = 20;  ///< from here on a bare number is centred or flush right

std::uint16_t narrowed(std::size_t count) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(count, 0xFFFF));
}

/// Columns that `part` takes from column `from` on.
std::size_t columns(std::string_view part, std::size_t from) {
  std::size_t column = from;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t tab = std::min(part.find('\t', at), part.size());
    column += utf8::count(part.substr(at, tab - at));
    if (tab < part.size()) column = (column / tab_stop + 1) * tab_stop;
    at = tab + 1;
  }
  return column;
}

// ---- quotations of e-mail
// -----------------------------------------------------------------------------------

std::uint32_t quote_size(std::string_view line) {
  std::uint32_t size = 0;
  while (size < line.size() && line[size] == '>') {
    ++size;
    if (size < line.size() && line[size] == ' ') ++size;
  }
  return size;
}

/// Bytes at the head of a line that a quotation has put there: `>` is a mark of quotation where most lines
/// begin so, or where lines that hold nothing else stand between them; else it is a bullet.
class Quotation {
 public:
  explicit Quotation(std::string_view text) : text_(text) {
    occurs_ = text.starts_with('>') || text.find("\n>") != std::string_view::npos;
    if (occurs_) count_lines();
  }
  std::uint32_t size_at(std::string_view line) const { return occurs_ && quoted_ ? quote_size(line) : 0; }

 private:
  void count_lines() {
    std::size_t all = 0, quoted = 0, bare = 0;
    for (std::size_t from = 0; from < text_.size();) {
      const std::size_t to = std::min(text_.find('\n', from), text_.size());
      const std::string_view line = text_.substr(from, to - from);
      const std::uint32_t size = quote_size(line);
      all += !line.empty();
      quoted += size > 0;
      bare += size > 0 && size == line.size();
      from = to + 1;
    }
    quoted_ = quoted >= 3 && (quoted * 2 > all || bare > 0);
  }

  std::string_view text_;
  bool occurs_ = false, quoted_ = false;
};

bool is_line_end(char c) { return c == '\n' || c == '\f' || c == '\v'; }

}  // namespace

std::vector<TextLine> text_lines(std::string_view text) {
  const Quotation quotation(text);
  std::vector<TextLine> lines;
  std::size_t blanks = 0;
  bool page_break = false;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_line_end) -
        text.begin());
    TextLine line;
    line.all = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
    line.all.from += quotation.size_at(text.substr(from, to - from));
    line.content = utf8::trim(text, line.all);
    if (line.content.empty()) {
      const bool ends_page = to < text.size() && text[to] == '\f';
      const bool begins_page = from > 0 && text[from - 1] == '\f';
      blanks += !ends_page && !begins_page;
    } else {
      const std::size_t indent = columns(text.substr(line.all.from, line.content.from - line.all.from), 0);
      line.indent = narrowed(indent);
      line.width = narrowed(columns(text.substr(line.content.from, line.content.size()), indent));
      line.blank_before = narrowed(blanks);
      line.page_break_before = page_break;
      lines.push_back(line);
      blanks = 0;
      page_break = false;
    }
    page_break |= to < text.size() && text[to] == '\f';
    from = to + 1;
  }
  return lines;
}

bool is_ruled_off(std::string_view content) {
  std::size_t signs = 0;
  for (std::size_t at = 0; at < content.size();) {
    const utf8::CodePoint next = utf8::decode(content, at);
    at += next.size;
    if (utf8::is_space(next.value)) continue;
    const bool rule = std::u32string_view(U"_-=.*~—–―‐·•─━═¯").find(next.value) != std::u32string_view::npos;
    if (next.value == U'…') ++signs, ++signs;
    if (!rule && next.value != U'…') return false;
    ++signs;
  }
  return signs >= 3;
}

bool is_page_number(std::string_view text, const std::vector<TextLine>& lines, std::size_t line) {
  const TextLine& here = lines[line];
  if (here.content.size() > 16) return false;
  const std::string_view content = text.substr(here.content.from, here.content.size());
  std::size_t digits = 0, dashes_before = 0, dashes_after = 0;
  for (std::size_t at = 0; at < content.size();) {
    const utf8::CodePoint next = utf8::decode(content, at);
    at += next.size;
    if (utf8::is_space(next.value)) continue;
    const bool dash = next.value == '-' || (next.value >= 0x2010 && next.value <= 0x2015);
    if (next.value >= '0' && next.value <= '9' && dashes_after == 0) {
      ++digits;
    } else if (dash) {
      ++(digits == 0 ? dashes_before : dashes_after);
    } else {
      return false;
    }
  }
  if (digits == 0 || digits > 4) return false;
  if (dashes_before > 0 || dashes_after > 0) return dashes_before > 0 && dashes_after > 0;
  const bool last = line + 1 == lines.size();
  if (here.page_break_before || (!last && lines[line + 1].page_break_before)) return true;
  const bool gap_before = line == 0 || here.blank_before > 0;
  const bool gap_after = last || lines[line + 1].blank_before > 0;
  if (here.indent >= far_indent) return gap_before || gap_after;
  return last && gap_before && lines.size() > 1;
}

std::vector<bool> emphasised_lines(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<bool> emphasised(lines.size());
  if (text.find('*') == std::string_view::npos) return emphasised;
  bool open = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view content = text.substr(lines[i].content.from, lines[i].content.size());
    if (lines[i].blank_before > 0 || is_ruled_off(content)) open = false;
    bool all = true, some = false;
    for (std::size_t at = 0; at < content.size(); ++at) {
      const char c = content[at];
      if (c == '*') {
        while (at + 1 < content.size() && content[at + 1] == '*') ++at;
        const bool bullet = at + 1 < content.size() && content[at + 1] == ' ' && !open;
        open = !open && !bullet && at + 1 < content.size();
      } else if (open) {
        some = true;
      } else if (c != ' ' && c != '.' && c != ',' && c != ':' && c != ';') {
        all = false;
      }
    }
    emphasised[i] = all && some;
  }
  return emphasised;
}

}  // namespace protokol
