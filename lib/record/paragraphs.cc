// Which lines belong to one paragraph: by how the lines before end, how the next ones begin, and whether a
// word would still have fitted.
#include "record/paragraphs.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace protokol {

namespace {

constexpr std::uint16_t widest_wrap = 140;   // longer lines were never wrapped by hand
constexpr std::uint16_t narrowest_wrap = 28;
constexpr std::uint16_t ragged_edge = 16;    // a wrapped line ends within so many columns of the margin
constexpr std::size_t fewest_full_lines = 3;
constexpr std::size_t fewest_wrapped = 2;
constexpr std::size_t fewest_listed = 3;         // so many lines with dashes are a list
constexpr std::uint16_t farthest_indent = 16;  // text set further right is another column

/// How a line begins and ends, as far as joining asks.
struct LineShape {
  bool starts_small = false;     ///< its first letter is small; quotes and brackets before it do not count
  bool starts_item = false;      ///< a number, letter or bullet of a list
  bool starts_dash = false;      ///< that is a dash
  std::uint32_t number = 0;      ///< that is a number of one level: «12.»
  bool starts_label = false;
  bool starts_opener = false;    ///< a label's word without its sign: «Срок по пп. 1, 2 …»
  bool starts_bracket = false;
  bool open_bracket = false;     ///< a bracket is opened and not closed
  bool ends_sentence = false;    ///< . ; : ! ? behind its last word
  bool ends_stop = false;        ///< a full stop
  bool ends_hyphen = false;      ///< a letter and a hyphen
  bool ends_open = false;        ///< a comma or a dash
  bool columns = false;          ///< wide gaps inside: no running text
  std::uint16_t first_word = 0;  ///< columns of its first word
};

class Shaper {
 public:
  Shaper(std::string_view text, const std::function<bool(std::string_view)>& opens) : text_(text), opens_(opens) {}

  LineShape shape(Span content) const {
    LineShape shape;
    const std::string_view line = text_.substr(content.from, content.size());
    shape.first_word = static_cast<std::uint16_t>(
        std::min<std::size_t>(utf8::count(line.substr(0, std::min(line.find_first_of(" \t"), line.size()))), 999));
    shape.columns = line.find('\t') != std::string_view::npos || line.find("   ") != std::string_view::npos ||
                    line.find("__") != std::string_view::npos;
    shape.open_bracket = std::ranges::count(line, '(') > std::ranges::count(line, ')');
    begin(line, shape);
    end(line, shape);
    return shape;
  }

 private:
  static bool is_opening(char32_t c) {
    return c == U'«' || c == U'"' || c == U'“' || c == U'„' || c == U'*' || c == U'(';
  }

  void begin(std::string_view line, LineShape& shape) const {
    shape.starts_bracket = line.front() == '(';
    shape.starts_item = begins_item(line);
    const char32_t sign = utf8::decode(line, 0).value;
    shape.starts_dash = sign == U'-' || sign == U'–' || sign == U'—';
    if (shape.starts_item) shape.number = plain_number(line);
    std::size_t at = 0;
    while (at < line.size() && is_opening(utf8::decode(line, at).value)) at += utf8::decode(line, at).size;
    if (at == line.size()) return;
    const char32_t first = utf8::decode(line, at).value;
    shape.starts_small = utf8::is_small(first) && !is_abbreviated_place(line.substr(at));
    if (!utf8::is_letter(first)) return;
    const Opening opening = opening_of(line.substr(at));
    shape.starts_label = opening == Opening::label;
    shape.starts_opener = opening != Opening::none && utf8::is_capital(first);
  }

  /// «г. Энск», «пос.Рудный»: three letters at most, a full stop and a capital.
  static bool is_abbreviated_place(std::string_view line) {
    std::size_t at = 0, letters = 0;
    for (; at < line.size() && utf8::is_letter(utf8::decode(line, at).value); ++letters) at += utf8::decode(line, at).size;
    if (letters == 0 || letters > 3 || at >= line.size() || line[at] != '.') return false;
    ++at;
    at += utf8::space_size(line, at);
    return at < line.size() && utf8::is_capital(utf8::decode(line, at).value);
  }

  enum class Opening : std::uint8_t { none, word, label };

  Opening opening_of(std::string_view line) const {
    std::string word;
    std::size_t at = 0;
    while (at < line.size()) {
      const utf8::CodePoint letter = utf8::decode(line, at);
      if (!utf8::is_letter(letter.value)) break;
      word += utf8::encode(utf8::to_small(letter.value));
      if (word.size() > 64) return Opening::none;
      at += letter.size;
    }
    at += utf8::space_size(line, at);
    if (!opens_(word)) return Opening::none;
    if (at >= line.size()) return Opening::label;
    const char32_t sign = utf8::decode(line, at).value;
    const bool parted = sign == U':' || sign == U'.' || sign == U'–' || sign == U'—' || sign == U'-';
    return parted ? Opening::label : Opening::word;
  }

  /// «1.», «2.3», «а)», «IV.», «-», «•»: cheap, and rather too often than too seldom.
  static bool begins_item(std::string_view line) {
    const utf8::CodePoint first = utf8::decode(line, 0);
    const std::size_t second = first.size;
    if (first.value >= U'0' && first.value <= U'9') return begins_number(line);
    if (utf8::is_letter(first.value)) {
      if (line.size() <= second) return false;
      if (line[second] == ')') return true;
      if (first.value == U'o' && line[second] == ' ') return true;
      return begins_roman(line);
    }
    if (first.value == U'(' || first.value == U'[') {
      const utf8::CodePoint letter = second < line.size() ? utf8::decode(line, second) : utf8::CodePoint();
      const std::size_t close = second + letter.size;
      return close < line.size() && (line[close] == ')' || line[close] == ']');
    }
    if (first.value == U'§' || first.value == U'>' || first.value == U'=' || first.value == U'+') return true;
    const bool dash = first.value == U'-' || first.value == U'–' || first.value == U'—';
    if (dash) return true;
    const bool quote = is_opening(first.value) || first.value == U'»' || first.value == U'”' || first.value == U'№';
    return !quote && first.value > 0xFF && !utf8::is_letter(first.value);
  }

  static bool begins_number(std::string_view line) {
    std::size_t at = 0, parts = 0, digits = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') {
      digits = 0;
      while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at, ++digits;
      ++parts;
      if (digits > 3) return false;
      if (at < line.size() && (line[at] == '.' || line[at] == ')')) ++at;
      else
        return parts > 1 && at < line.size() && line[at] == ' ';
      if (line[at - 1] == ')') return true;
    }
    return at < line.size();
  }

  /// «12.» or «12)» and no further level; 0 elsewhere.
  static std::uint32_t plain_number(std::string_view line) {
    std::uint32_t number = 0;
    std::size_t at = 0;
    for (; at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9'; ++at) {
      number = number * 10 + static_cast<std::uint32_t>(line[at] - '0');
    }
    const bool closed = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
    const bool deeper = closed && at + 1 < line.size() && line[at + 1] >= '0' && line[at + 1] <= '9';
    return closed && !deeper ? number : 0;
  }

  static bool begins_roman(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X')) ++at;
    return at > 0 && at + 1 < line.size() && line[at] == '.';
  }

  void end(std::string_view line, LineShape& shape) const {
    std::size_t end = line.size();
    const auto before = [&line](std::size_t place) {
      std::size_t start = place - 1;
      while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) --start;
      return start;
    };
    char32_t last = 0;
    while (end > 0) {
      const std::size_t start = before(end);
      last = utf8::decode(line, start).value;
      const bool closing = last == U'»' || last == U'"' || last == U'”' || last == U')' || last == U'*';
      if (!closing) break;
      end = start;
    }
    if (end == 0) return;
    shape.ends_stop = last == U'.';
    shape.ends_sentence = last == U'.' || last == U';' || last == U':' || last == U'!' || last == U'?';
    const bool dash = last == U'-' || last == U'–' || last == U'—';
    const std::size_t letter_end = before(end);
    const bool after_letter = letter_end > 0 && utf8::is_letter(utf8::decode(line, before(letter_end)).value);
    shape.ends_hyphen = (last == U'-' || last == 0xAD || last == 0x2010) && after_letter;
    shape.ends_open = last == U',' || (dash && !after_letter);
  }

  std::string_view text_;
  const std::function<bool(std::string_view)>& opens_;
};

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Block>& blocks, const std::function<bool(std::string_view)>& opens)
      : blocks_(blocks), shaper_(text, opens) {
    shapes_.resize(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (is_text(block)) shapes_[i] = shaper_.shape(block.pieces.front());
    }
    measure();
  }

  std::vector<Paragraph> join() const {
    std::vector<Paragraph> paragraphs;
    std::optional<std::uint32_t> last;
    std::uint32_t count = 0;  // the last number of a list
    for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.page_furniture || block.pieces.empty()) continue;
      const bool text = last && is_text(block) && is_text(blocks_[*last]);
      if (text && (belongs(*last, i) || is_broken_off(*last, i, count))) {
        paragraphs.back().push_back(i);
      } else {
        paragraphs.push_back({i});
        if (shapes_[i].number > 0) count = shapes_[i].number;
      }
      last = i;
    }
    return paragraphs;
  }

 private:
  static bool is_text(const Block& block) {
    return block.kind == BlockKind::line && !block.page_furniture && !block.pieces.empty();
  }

  /// Finds the margin at which lines were wrapped, and whether lines begin with small letters as a habit.
  void measure() {
    std::vector<std::uint16_t> widths;
    std::size_t small = 0, lines = 0;
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      if (!is_text(blocks_[i])) continue;
      if (!shapes_[i].columns) widths.push_back(blocks_[i].width);
      dashes_ += shapes_[i].starts_dash ? 1 : 0;
      if (shapes_[i].starts_item) continue;
      ++lines;
      small += shapes_[i].starts_small ? 1 : 0;
    }
    small_as_habit_ = lines > 5 && small * 5 > lines * 3 && !widths.empty();
    if (widths.empty()) return;
    std::sort(widths.begin(), widths.end());
    const std::uint16_t margin = widths[widths.size() - 1 - widths.size() / 50];
    if (margin > widest_wrap || margin < narrowest_wrap) return;
    const std::uint16_t edge = margin - std::min(ragged_edge, margin);
    const auto full = static_cast<std::size_t>(widths.end() - std::lower_bound(widths.begin(), widths.end(), edge));
    if (full < fewest_full_lines || full * 8 < widths.size()) return;
    margin_ = margin;
    if (!is_wrapped()) margin_.reset();
  }

  /// Lists of short lines have a margin, too. Text was wrapped where sentences go on behind full lines, and
  /// seldom behind others.
  bool is_wrapped() const {
    std::size_t behind_full = 0, behind_short = 0;
    for (std::uint32_t i = 0; i + 1 < shapes_.size(); ++i) {
      if (!is_text(blocks_[i]) || !is_text(blocks_[i + 1])) continue;
      const bool goes_on = shapes_[i + 1].starts_small && !shapes_[i].ends_sentence && !shapes_[i + 1].starts_item;
      if (goes_on) ++(forced(i, i + 1) ? behind_full : behind_short);
    }
    return behind_full >= fewest_wrapped && behind_full >= 2 * behind_short;
  }

  /// Whether the next line's first word would not have fitted behind line `i`.
  bool forced(std::uint32_t i, std::uint32_t next) const {
    return margin_ && !blocks_[i].ends_paragraph && blocks_[i].width + 1 + shapes_[next].first_word > *margin_;
  }

  /// A full line without an end goes on, though the next one begins like an item: «экз. № / 1)», «глава района / –
  /// председатель комиссии». The next number of the list is an item all the same.
  bool is_broken_off(std::uint32_t i, std::uint32_t next, std::uint32_t count) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    if (before.ends_sentence || before.columns || after.columns || after.starts_label) return false;
    if (blocks_[next].blank_before > 0 || !forced(i, next)) return false;
    if (after.starts_dash) return before.open_bracket || dashes_ < fewest_listed;
    return after.number > 0 && after.number != 1 && after.number != count + 1;
  }

  bool belongs(std::uint32_t i, std::uint32_t next) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    const bool page_between = next != i + 1;
    const std::uint16_t blank = blocks_[next].blank_before;
    if (before.ends_hyphen && after.starts_small) return true;
    if (after.starts_item || after.starts_label) return false;
    if (blocks_[next].indent > blocks_[i].indent + farthest_indent) return false;
    if (blank > 2 && !page_between) return false;
    if (after.columns || before.columns) return before.ends_open && after.starts_small;
    if (before.ends_open && !blocks_[i].emphasis) return true;
    const bool goes_on = !before.ends_sentence && after.starts_small;
    if (goes_on && !small_as_habit_ && !after.starts_bracket) return true;
    if (blank > 0 && !page_between) return false;
    if (!forced(i, next)) return false;
    if (!before.ends_sentence) return true;
    return before.ends_stop && !after.starts_opener && blocks_[next].indent <= blocks_[i].indent && !page_between;
  }

  const std::vector<Block>& blocks_;
  Shaper shaper_;
  std::vector<LineShape> shapes_;
  std::optional<std::uint16_t> margin_;
  bool small_as_habit_ = false;
  std::size_t dashes_ = 0;  ///< lines that begin with a dash
};

}  // namespace

std::vector<Paragraph> join_lines(std::string_view text, const std::vector<Block>& blocks,
                                  const std::function<bool(std::string_view)>& opens) {
  return Joiner(text, blocks, opens).join();
}

}  // namespace protokol
