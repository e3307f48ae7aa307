// Which lines belong to one paragraph: by how the lines before end, how the next ones begin, whether a word
// would still have fitted, and how paragraphs begin elsewhere in the document.
#include "record/paragraphs.h"

#include <optional>

#include "record/wrap_width.h"

namespace protokol {

namespace {

constexpr std::size_t fewest_words = 40;              // so many lines of one word are running text
constexpr std::size_t fewest_listed = 3;              // so many lines with dashes are a list
constexpr std::uint32_t most_lines_of_item = 6;       // looked at for the semicolon of an item without a mark
constexpr std::uint16_t farthest_indent = 16;         // text set further right is another column
constexpr std::uint16_t widest_paragraph_indent = 8;  // a wrapped line never begins so much further right

/// How often lines begin one way where no wrap can have put them there.
struct Habits {
  std::size_t open_dashes = 0;  ///< dashes behind a line that ends no sentence
  std::size_t labels = 0;
  std::size_t all_dashes = 0;    ///< wherever they stand
  std::size_t inner_labels = 0;  ///< lines that have a label inside
  bool small = false;            ///< most lines begin with a small letter
  bool capitals = false;         ///< most lines are in capitals
};

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Block>& blocks, const LineWords& words) : blocks_(blocks) {
    shapes_.resize(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!is_text_line(blocks[i])) continue;
      const Span content = blocks[i].pieces.front();
      shapes_[i] = shape_of(text.substr(content.from, content.size()), words);
    }
    margin_ = wrap_width(blocks_, shapes_);
    note_habits();
    note_words_apart();
  }

  std::vector<Paragraph> join() const {
    std::vector<Paragraph> paragraphs;
    std::optional<std::uint32_t> last;
    std::uint32_t count = 0;  // the last number of a list
    for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.page_furniture || block.pieces.empty()) continue;
      const bool text = last && is_text_line(block) && is_text_line(blocks_[*last]) && !is_whole(block) &&
                        !is_whole(blocks_[*last]);
      if (text && words_apart_ && !(parted_by_blanks_ && block.blank_before > 0)) {
        paragraphs.back().push_back({i, true});
      } else if (text &&
                 (belongs(*last, i, paragraphs.back().front().block) || is_broken_off(*last, i, count))) {
        paragraphs.back().push_back({i, forced(*last, i) || goes_on_within(shapes_[*last], shapes_[i])});
      } else {
        paragraphs.push_back({{i, false}});
        if (shapes_[i].number > 0) count = shapes_[i].number;
      }
      last = i;
    }
    return paragraphs;
  }

 private:
  /// Put together by an earlier stage, of several pieces or of a table's cell.
  static bool is_whole(const Block& line) { return line.pieces.size() > 1 && line.ends_paragraph; }

  void note_habits() {
    std::size_t small = 0, capitals = 0, lines = 0;
    for (std::uint32_t i = 0; i < shapes_.size(); ++i) {
      if (!is_text_line(blocks_[i])) continue;
      const LineShape& shape = shapes_[i];
      habits_.inner_labels += shape.inner_label ? 1 : 0;
      habits_.all_dashes += shape.starts_dash ? 1 : 0;
      const bool sure =
          i == 0 || !is_text_line(blocks_[i - 1]) || blocks_[i].blank_before > 0 || !forced(i - 1, i);
      if (sure) {
        habits_.open_dashes += shape.starts_dash && i > 0 && !shapes_[i - 1].ends_sentence ? 1 : 0;
        habits_.labels += shape.starts_label || shape.starts_lead ? 1 : 0;
      }
      const bool says_nothing = shape.starts_item || shape.starts_digit || shape.starts_label;
      if (!sure || (says_nothing && !shape.starts_small)) continue;
      ++lines;
      small += shape.starts_small ? 1 : 0;
      capitals += shape.capitals ? 1 : 0;
    }
    habits_.small = lines > 5 && small * 5 > lines * 3;
    habits_.capitals = lines > 5 && capitals * 2 > lines;
  }

  /// One word on each line: then only blank lines part paragraphs, unless they stand between words, too.
  void note_words_apart() {
    std::size_t lines = 0, words = 0, blanks = 0;
    for (std::uint32_t i = 0; i < shapes_.size(); ++i) {
      if (!is_text_line(blocks_[i])) continue;
      ++lines;
      words += shapes_[i].several_words ? 0 : 1;
      blanks += blocks_[i].blank_before > 0 ? 1 : 0;
    }
    words_apart_ = words >= fewest_words && words * 10 >= lines * 9;
    parted_by_blanks_ = blanks * 3 < lines;
  }

  /// Whether the next line's first word would not have fitted behind line `i`; within a sentence a name stays
  /// with its initials.
  bool forced(std::uint32_t i, std::uint32_t next) const {
    if (!margin_ || blocks_[i].ends_paragraph || blocks_[i].width > *margin_) return false;
    if (blocks_[next].indent > blocks_[i].indent + widest_paragraph_indent) return false;
    const std::uint16_t word = shapes_[i].ends_sentence ? shapes_[next].first_word : shapes_[next].unbroken;
    return blocks_[i].width + 1 + word > *margin_;
  }

  /// Whether a wrap may have parted the lines, if they are running text at all.
  bool may_be_wrapped(std::uint32_t i, std::uint32_t next) const {
    if (shapes_[i].columns || shapes_[next].columns || blocks_[next].blank_before > 0) return false;
    return !shapes_[i].ends_emphasis && !shapes_[next].starts_emphasis && forced(i, next);
  }

  /// A full line goes on, though the next one begins like an item or a label: «экз. № / 1)», «глава района /
  /// – председатель комиссии», «Отв. / – Котов», «… до весны. / Срок: март.» The next number of the list is
  /// an item all the same.
  bool is_broken_off(std::uint32_t i, std::uint32_t next, std::uint32_t count) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    if (!may_be_wrapped(i, next)) return false;
    if (after.ends_colon && !after.several_words) return false;  // «РЕШИЛИ:» and no more
    if (after.starts_label || after.starts_lead) {
      return habits_.inner_labels > habits_.labels || (after.starts_small && !before.ends_sentence);
    }
    if (!after.starts_item) return false;
    if (before.ends_label && (after.starts_date || (after.starts_dash && !before.ends_colon))) return true;
    if (before.ends_broken || (before.ends_open && !after.starts_dash)) return true;
    if (before.ends_sentence) return false;
    if (after.starts_dash)
      return before.open_bracket || habits_.open_dashes == 0 || habits_.all_dashes < fewest_listed;
    return after.number > 0 && after.number != 1 && after.number != count + 1;
  }

  static bool begins_apart(const LineShape& line) {
    return line.starts_item || line.starts_label || line.starts_opener || line.starts_lead;
  }

  /// Something was begun that only the next line ends, whatever the width: «(до / 20.09.2022)», «Хван / Л.
  /// Д.», «№ / 5», «Котов И. И. / (завуч)», «(до весны, / срок: март)».
  static bool goes_on_within(const LineShape& before, const LineShape& after) {
    if (before.ends_emphasis || after.starts_emphasis) return false;
    if (before.lone_label) return !begins_apart(after);
    if (before.ends_label && before.ends_colon && after.starts_small) return !begins_apart(after);
    if (before.ends_number_sign && before.several_words) return true;
    // «решение от 18.09.2019 / № 8»
    if (before.ends_digit && before.several_words && after.starts_number_sign) return true;
    // «Котов И. И. – за / Рыжик А. А. – против / Итого: …»: how he voted is no preposition.
    const bool votes = before.starts_name && (after.starts_name || after.starts_label || after.starts_opener);
    if (before.ends_preposition && !votes && (after.starts_digit || !after.starts_item)) return true;
    if (before.open_bracket && (after.closes_bracket || (after.closes_mark && !before.ends_sentence)))
      return true;
    if (before.ends_open && after.starts_label && after.starts_small) return true;
    if (before.ends_initial && after.starts_bracket) return true;
    if (before.ends_first_initial && before.several_words) return !begins_apart(after);
    const bool name_goes_on = before.ends_broken ? !before.ends_two_initials : !before.ends_sentence;
    return name_goes_on && after.starts_initials;
  }

  /// `first`: the line that the paragraph of line `i` begins with.
  bool belongs(std::uint32_t i, std::uint32_t next, std::uint32_t first) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    const bool page_between = next != i + 1;
    const std::uint16_t blank = blocks_[next].blank_before;
    if (before.ends_hyphen && after.starts_small) return true;
    if (goes_on_within(before, after) && blank == 0 && !before.columns && !after.columns) return true;
    if (after.starts_item || after.starts_label) return false;
    const bool sides = before.starts_side || !forced(i, next);
    if (after.starts_side && sides && !before.ends_open) return false;
    if (blocks_[next].indent > blocks_[i].indent + farthest_indent) return false;
    if (blank > 2 && !page_between) return false;
    if (after.columns || before.columns)
      return (before.ends_open && after.starts_small) || (blank == 0 && wraps_post(i, next));
    if (before.ends_open && !blocks_[i].emphasis) return true;
    const bool shortened = before.ends_broken && !before.ends_initial;  // «нач. / участка»
    const bool goes_on = (!before.ends_sentence || shortened) && after.starts_small;
    if (goes_on && !habits_.small && !after.starts_bracket) return true;
    if (before.number > 0 && before.ends_stop && after.starts_bracket && after.starts_small && blank == 0)
      return true;
    if (blank > 0 && !page_between) return false;
    if (before.ends_emphasis || after.starts_emphasis || after.starts_lead) return false;
    const bool lists_people = shapes_[first].starts_name && !before.inner_name && !before.ends_sentence;
    if (lists_people && after.starts_name) return false;
    return forced(i, next) && goes_on_behind_full_line(i, next);
  }

  /// «начальник отдела механизации / министерства        Котов И. И.»: only the post's last line has a name
  /// beside it. Where the next line begins small, too, the first one heads a list: «Члены комиссии».
  bool wraps_post(std::uint32_t i, std::uint32_t next) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    if (before.columns || before.ends_sentence || before.ends_initial || !before.several_words) return false;
    if (!after.columns || !after.starts_small || !(after.ends_initial || after.ends_surname)) return false;
    return before.starts_small || next + 1 >= shapes_.size() || !shapes_[next + 1].columns ||
           !shapes_[next + 1].starts_small;
  }

  /// A heading in capitals, or what stands below one.
  static bool begins_in_other_letters(const LineShape& before, const LineShape& after) {
    const bool several_words = before.several_words && after.several_words;
    return (before.capitals != after.capitals && several_words) || after.starts_capitals;
  }

  /// What a full line's end says, and the next one's beginning.
  bool goes_on_behind_full_line(std::uint32_t i, std::uint32_t next) const {
    const LineShape& before = shapes_[i];
    const LineShape& after = shapes_[next];
    if (before.ends_broken && !before.ends_initial) return true;
    if (!habits_.capitals && begins_in_other_letters(before, after)) return false;
    if (!before.ends_sentence) return true;
    if (after.starts_opener && habits_.inner_labels <= habits_.labels) return false;
    const bool in_sentence = after.starts_small && (before.number > 0 || !before.starts_small);
    if (before.ends_semicolon) return before.inner_semicolon || in_sentence;
    if (before.ends_colon) return !ends_as_listed(next);
    if (after.starts_remark) return false;
    return before.ends_stop && blocks_[next].indent <= blocks_[i].indent && next == i + 1;
  }

  /// «Станции: / провести обход до / 16 августа;»: the first end of a sentence from this line on is a
  /// semicolon, and no other stands before it.
  bool ends_as_listed(std::uint32_t line) const {
    for (const std::uint32_t last = line + most_lines_of_item; line < last; ++line) {
      if (shapes_[line].inner_semicolon) return false;
      if (shapes_[line].ends_sentence) return shapes_[line].ends_semicolon;
      const std::uint32_t next = line + 1;
      if (next >= blocks_.size() || !is_text_line(blocks_[next])) return false;
      if (blocks_[next].blank_before > 0 || shapes_[next].starts_item) return false;
    }
    return false;
  }

  const std::vector<Block>& blocks_;
  std::vector<LineShape> shapes_;
  std::optional<std::uint16_t> margin_;
  Habits habits_;
  bool words_apart_ = false;       ///< each line holds one word
  bool parted_by_blanks_ = false;  ///< and blank lines part paragraphs
};

}  // namespace

std::vector<Paragraph> join_lines(std::string_view text, const std::vector<Block>& blocks,
                                  const LineWords& words) {
  return Joiner(text, blocks, words).join();
}

}  // namespace protokol
