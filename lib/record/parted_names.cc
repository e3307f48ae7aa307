// A line that begins with one capitalised word is looked at together with the line below: cheap for all
// others.
#include "record/parted_names.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "record/person_names.h"
#include "record/piece_text.h"

namespace protokol {

namespace {

constexpr std::size_t most_words_of_name = 3;

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }

/// A line's two columns: the capitalised words it begins with, and what stands behind a dash or a wide gap.
struct Columns {
  std::size_t words = 0;  ///< of the first
  Span first, second;
  bool dash = false;       ///< the second begins with one
  std::size_t column = 0;  ///< of the second, counted from the start of the first
};

/// Behind the capitalised word at `at`, hyphens included; `at` where none stands there.
std::size_t after_capitalised(std::string_view line, std::size_t at) {
  if (at >= line.size() || !utf8::is_capital(utf8::decode(line, at).value)) return at;
  while (at < line.size()) {
    const utf8::CodePoint letter = utf8::decode(line, at);
    const bool hyphen =
        letter.value == U'-' && at + 1 < line.size() && utf8::is_letter(utf8::decode(line, at + 1).value);
    if (!utf8::is_letter(letter.value) && !hyphen) break;
    at += letter.size;
  }
  return at;
}

/// White space of at least two columns, or a tab.
bool is_wide(std::string_view gap) { return gap.size() > 2 || gap.find('\t') != std::string_view::npos; }

/// Nothing where the line does not begin with one to three capitalised words.
std::optional<Columns> columns_of(std::string_view text, Span line) {
  const std::string_view content = text.substr(line.from, line.size());
  Columns columns;
  std::size_t end = 0, next = 0;
  while (columns.words <= most_words_of_name) {
    const std::size_t word = after_capitalised(content, next);
    if (word == next) break;
    end = word;
    ++columns.words;
    next = end + utf8::trim(content.substr(end), {0, static_cast<std::uint32_t>(content.size() - end)}).from;
    if (next == end || next >= content.size() || is_wide(content.substr(end, next - end))) break;
  }
  if (columns.words == 0 || columns.words > most_words_of_name) return std::nullopt;
  columns.first = {line.from, line.from + static_cast<std::uint32_t>(end)};
  if (end == content.size()) return columns;
  columns.dash = is_dash(utf8::decode(content, next).value);
  if (next == end || !(columns.dash || is_wide(content.substr(end, next - end)))) return std::nullopt;
  columns.second = {line.from + static_cast<std::uint32_t>(next), line.to};
  columns.column = utf8::count(content.substr(0, next));
  return columns;
}

class PartedNames {
 public:
  PartedNames(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language) {}

  std::optional<std::vector<Block>> joined() const {
    std::vector<Block> lines;
    std::size_t taken = 0;  // blocks before this one are in `lines`
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      std::optional<std::pair<Block, std::size_t>> entry = entry_at(i);
      if (!entry) continue;
      lines.insert(lines.end(), blocks_.begin() + static_cast<std::ptrdiff_t>(taken),
                   blocks_.begin() + static_cast<std::ptrdiff_t>(i));
      lines.push_back(std::move(entry->first));
      taken = entry->second;
      i = taken - 1;
    }
    if (taken == 0) return std::nullopt;
    lines.insert(lines.end(), blocks_.begin() + static_cast<std::ptrdiff_t>(taken), blocks_.end());
    return lines;
  }

 private:
  static bool is_plain(const Block& block) {
    return block.kind == BlockKind::line && !block.page_furniture && block.pieces.size() == 1;
  }

  /// The entry that begins in block `i`, as one line, and the first block behind it.
  std::optional<std::pair<Block, std::size_t>> entry_at(std::size_t i) const {
    const Block& above = blocks_[i];
    const Block& below = blocks_[i + 1];
    if (!is_plain(above) || !is_plain(below) || below.blank_before > 0) return std::nullopt;
    if (auto entry = parted_entry(above, below)) return with_rest(std::move(*entry), i + 2);
    if (auto entry = hanging_entry(above, below)) return with_rest(std::move(*entry), i + 1);
    return std::nullopt;
  }

  struct Entry {
    Block line;
    std::size_t column = 0;  ///< where what is said of the name stands
  };

  std::pair<Block, std::size_t> with_rest(Entry entry, std::size_t next) const {
    while (next < blocks_.size() && goes_on(blocks_[next], entry.column)) {
      entry.line.pieces.push_back(blocks_[next++].pieces[0]);
    }
    entry.line.ends_paragraph = true;
    return {std::move(entry.line), next};
  }

  /// A surname over first name and patronymic; what is said of them begins on either line.
  std::optional<Entry> parted_entry(const Block& above, const Block& below) const {
    const std::optional<Columns> surname = columns_of(document_, above.pieces[0]);
    if (!surname || surname->words != 1 || (!surname->second.empty() && !surname->dash)) return std::nullopt;
    const std::optional<Columns> given = columns_of(document_, below.pieces[0]);
    if (!given || given->words != 2 || surname->dash == given->dash) return std::nullopt;
    if (!is_name({surname->first, given->first})) return std::nullopt;
    Entry entry{above, surname->dash ? above.indent + surname->column : below.indent + given->column};
    entry.line.pieces = {surname->first, given->first};
    for (const Span second : {surname->second, given->second}) {
      if (!second.empty()) entry.line.pieces.push_back(second);
    }
    return entry;
  }

  /// A whole name, and what is said of it goes on in its own column.
  std::optional<Entry> hanging_entry(const Block& above, const Block& below) const {
    const std::optional<std::size_t> column = dash_column(above);
    if (!column || !goes_on(below, above.indent + *column)) return std::nullopt;
    return Entry{above, above.indent + *column};
  }

  /// Where a dash stands behind a wide gap.
  std::optional<std::size_t> dash_column(const Block& block) const {
    const std::string_view line =
        std::string_view(document_).substr(block.pieces[0].from, block.pieces[0].size());
    for (std::size_t at = line.find("   "); at != std::string_view::npos; at = line.find("   ", at + 1)) {
      const std::size_t next = line.find_first_not_of(' ', at);
      if (next == std::string_view::npos) return std::nullopt;
      if (is_dash(utf8::decode(line, next).value)) return utf8::count(line.substr(0, next));
      at = next;
    }
    return std::nullopt;
  }

  /// Text that stands right below the second column.
  bool goes_on(const Block& block, std::size_t column) const {
    constexpr std::size_t least_column = 8;  // further left it may as well be a paragraph's indent
    if (!is_plain(block) || block.blank_before > 0 || column < least_column) return false;
    const char32_t first = utf8::decode(document_, block.pieces[0].from).value;
    return block.indent + 1U >= column && block.indent <= column + 4 && !is_dash(first);
  }

  bool is_name(const std::vector<Span>& pieces) const {
    const PieceText text(document_, pieces);
    const Passage whole = text.whole();
    const std::optional<NameMark> name = PersonNames(whole, PersonNames::Place::list, language_).name_from(0);
    return name && name->tokens == whole.tokens && name->printed.given.size() == 2;
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
};

}  // namespace

std::optional<std::vector<Block>> with_whole_names(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language) {
  return PartedNames(document, blocks, language).joined();
}

}  // namespace protokol
