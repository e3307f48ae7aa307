// Walks a story's XML. What is not known is looked through for what is: sections, indexes, fields, links.
#include "input/odt_body.h"

#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "input/odt_names.h"
#include "input/odt_reach.h"

namespace protokol {
namespace {

constexpr std::uint32_t most_columns = 63, most_spaces = 256;
constexpr std::size_t most_lists = 100'000;    ///< that another may continue
constexpr std::uint16_t columns_of_level = 4;  ///< how far a list's level is moved in

bool is_on(const std::optional<bool>& value) { return value.value_or(false); }

/// A list within which items are read.
struct OpenList {
  const ListLevels* levels = nullptr;
  std::string_view style;
  ListCounter* counter = nullptr;
  std::size_t level = 0;
  std::optional<std::uint32_t> start;  ///< of the item
  bool waiting = false;                ///< for the paragraph that gets the item's number
};

class Story {
 public:
  explicit Story(const OdtStyles& styles) : styles_(styles) {}

  Content read(const pugi::xml_node& holder) {
    Content content;
    for (const pugi::xml_node& node : holder.children()) append(content, read_block(node));
    return content;
  }
  Content notes() { return std::move(notes_); }

 private:
  static void append(Content& content, Content more) {
    std::move(more.begin(), more.end(), std::back_inserter(content));
  }

  Content read_block(const pugi::xml_node& node);
  Content read_list(const pugi::xml_node& node);
  Content read_item(const pugi::xml_node& node, const OpenList& list);
  Content read_paragraph(const pugi::xml_node& node);
  Content read_apart(const pugi::xml_node& node);
  OpenList opened(const pugi::xml_node& node);
  std::string number_of(const pugi::xml_node& node);

  void read_inline(const pugi::xml_node& node, const OdtFormat& format);
  void add(std::string_view text, const OdtFormat& format);

  Table read_table(const pugi::xml_node& node);
  void read_rows(const pugi::xml_node& node, OdtReach& reach, Table& table);
  TableRow read_row(const pugi::xml_node& node, OdtReach& reach);

  const OdtStyles& styles_;
  std::map<std::string, ListCounter*, std::less<>> named_;  ///< of lists that have an identity
  std::vector<std::unique_ptr<ListCounter>> counters_;
  std::map<std::string, ListCounter*, std::less<>> last_of_style_;
  ListCounter outline_;
  std::optional<OpenList> list_;
  Runs runs_;
  bool after_space_ = true;  ///< white space at this place of the paragraph is not printed
  std::vector<pugi::xml_node> shapes_, notes_met_;
  Content notes_;
  unsigned cells_ = 0;
};

// ---- blocks and lists
// ---------------------------------------------------------------------------------------

Content Story::read_block(const pugi::xml_node& node) {
  switch (odt_name(local_name(node))) {
    case OdtName::paragraph:
    case OdtName::heading:
      return read_paragraph(node);
    case OdtName::list:
      return read_list(node);
    case OdtName::table: {
      Content content;
      content.emplace_back(read_table(node));
      return content;
    }
    case OdtName::left_out:
      return {};
    default:
      return read(node);
  }
}

/// A list within an item counts on a deeper level; another one begins anew unless it says which it continues.
OpenList Story::opened(const pugi::xml_node& node) {
  OpenList list;
  list.style = attribute(node, "style-name");
  if (list_) {
    list.level = std::min(list_->level + 1, list_levels - 1);
    list.counter = list_->counter;
    if (list.style.empty()) list.style = list_->style;
  } else {
    const auto continued = named_.find(attribute(node, "continue-list"));
    const auto last = last_of_style_.find(list.style);
    if (continued != named_.end()) {
      list.counter = continued->second;
    } else if (attribute(node, "continue-numbering") == "true" && last != last_of_style_.end()) {
      list.counter = last->second;
    } else {
      counters_.push_back(std::make_unique<ListCounter>());
      list.counter = counters_.back().get();
    }
    last_of_style_[std::string(list.style)] = list.counter;
    const std::string_view id = attribute(node, "id");
    if (!id.empty() && named_.size() < most_lists) named_[std::string(id)] = list.counter;
  }
  list.levels = styles_.list(list.style);
  return list;
}

Content Story::read_list(const pugi::xml_node& node) {
  const OpenList list = opened(node);
  Content content;
  for (const pugi::xml_node& item : node.children()) append(content, read_item(item, list));
  return content;
}

Content Story::read_item(const pugi::xml_node& node, const OpenList& list) {
  const OdtName name = odt_name(local_name(node));
  if (name != OdtName::list_item && name != OdtName::list_header) return {};
  const std::optional<OpenList> outside = std::move(list_);
  list_ = list;
  list_->waiting = name == OdtName::list_item;
  list_->start = number_attribute(node, "start-value");
  Content content = read(node);
  list_ = outside;
  return content;
}

std::string Story::number_of(const pugi::xml_node& node) {
  std::string number;
  if (list_) {
    if (!list_->waiting || list_->levels == nullptr) return {};
    list_->waiting = false;
    if (list_->start) list_->counter->restart(list_->level, *list_->start);
    list_->counter->count(*list_->levels, list_->level);
    number = list_->counter->printed(*list_->levels, list_->level);
  } else if (odt_name(local_name(node)) == OdtName::heading && attribute(node, "is-list-header") != "true") {
    const std::size_t level =
        std::clamp<std::size_t>(number_attribute(node, "outline-level").value_or(1), 1, list_levels) - 1;
    outline_.count(styles_.outline(), level);
    number = outline_.printed(styles_.outline(), level);
  }
  const Span inner = utf8::trim(number, {0, static_cast<std::uint32_t>(number.size())});
  return number.substr(inner.from, inner.size());
}

// ---- paragraphs
// ---------------------------------------------------------------------------------------------

Content Story::read_paragraph(const pugi::xml_node& node) {
  const OdtFormat format = styles_.paragraph(attribute(node, "style-name"));
  const std::string number = number_of(node);
  after_space_ = true;
  for (const pugi::xml_node& inner : node.children()) read_inline(inner, format);
  Paragraph paragraph = runs_.take();
  paragraph.indent = format.indent.value_or(0);
  const bool is_blank = utf8::space_size(paragraph.text, 0) == paragraph.text.size();
  if (!number.empty() && (!is_blank || (cells_ > 0 && is_ordinal(number)))) {
    paragraph.text = number + ' ' + paragraph.text;
    paragraph.indent = static_cast<std::uint16_t>(list_ ? list_->level * columns_of_level : 0);
  }
  const std::vector<pugi::xml_node> shapes = std::move(shapes_), notes = std::move(notes_met_);
  shapes_.clear();
  notes_met_.clear();
  Content content;
  content.emplace_back(std::move(paragraph));
  for (const pugi::xml_node& shape : shapes) append(content, read_apart(shape));
  for (const pugi::xml_node& note : notes) append(notes_, read_apart(note));
  return content;
}

/// What stands in a frame or a note belongs to no list around it.
Content Story::read_apart(const pugi::xml_node& node) {
  const std::optional<OpenList> outside = std::move(list_);
  list_.reset();
  Content content = read(node);
  list_ = outside;
  return content;
}

void Story::read_inline(const pugi::xml_node& node, const OdtFormat& format) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return add(node.value(), format);
  OdtFormat within = format;
  switch (odt_name(local_name(node))) {
    case OdtName::space: {
      const std::uint32_t count = std::min(number_attribute(node, "c").value_or(1), most_spaces);
      runs_.add(std::string(count, ' '));
      return;
    }
    case OdtName::tab:
      runs_.add("\t");
      return;
    case OdtName::line_break:
      runs_.add("\n");
      after_space_ = true;
      return;
    case OdtName::run:
      within = over(styles_.run(attribute(node, "style-name")), format);
      break;
    case OdtName::note:
      for (const pugi::xml_node& inner : node.children()) {
        if (odt_name(local_name(inner)) == OdtName::note_body) notes_met_.push_back(inner);
      }
      return;
    case OdtName::shape:
      shapes_.push_back(node);
      return;
    case OdtName::left_out:
      return;
    default:
      break;
  }
  for (const pugi::xml_node& inner : node.children()) read_inline(inner, within);
}

/// White space is one space, and none at a paragraph's beginning.
void Story::add(std::string_view text, const OdtFormat& format) {
  if (is_on(format.hidden)) return;
  std::string printed;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) printed += c;
    if (is_space && !after_space_) printed += ' ';
    after_space_ = is_space;
  }
  runs_.add(printed, is_on(format.bold) || is_on(format.italic) ? Emphasis::strong : Emphasis::none);
}

// ---- tables
// -------------------------------------------------------------------------------------------------

Table Story::read_table(const pugi::xml_node& node) {
  Table table;
  OdtReach reach;
  read_rows(node, reach, table);
  return table;
}

void Story::read_rows(const pugi::xml_node& node, OdtReach& reach, Table& table) {
  for (const pugi::xml_node& inner : node.children()) {
    const OdtName name = odt_name(local_name(inner));
    if (name == OdtName::row) {
      table.rows.push_back(read_row(inner, reach));
    } else if (name != OdtName::left_out) {
      read_rows(inner, reach, table);
    }
  }
}

TableRow Story::read_row(const pugi::xml_node& node, OdtReach& reach) {
  TableRow row;
  reach.begin_row();
  std::size_t column = 0;
  for (const pugi::xml_node& inner : node.children()) {
    const OdtName name = odt_name(local_name(inner));
    if (name != OdtName::cell && name != OdtName::covered_cell) continue;
    const std::uint32_t repeated =
        std::min(number_attribute(inner, "number-columns-repeated").value_or(1), most_columns);
    for (std::uint32_t i = 0; i < repeated; ++i, ++column) {
      TableCell cell;
      if (name == OdtName::covered_cell) {
        cell.merged = reach.from_above(column);
      } else {
        const auto span = [&](std::string_view what) {
          return std::max(number_attribute(inner, what).value_or(1), 1U);
        };
        reach.take(column, std::min(span("number-columns-spanned"), most_columns),
                   span("number-rows-spanned"));
        ++cells_;
        if (i == 0) cell.content = read_apart(inner);  // within each other, copies would grow without end
        --cells_;
      }
      row.cells.push_back(std::move(cell));
    }
  }
  return row;
}

}  // namespace

OdtStory read_odt_story(const pugi::xml_node& story, const OdtStyles& styles) {
  Story reading(styles);
  Content content = reading.read(story);
  return {std::move(content), reading.notes()};
}

}  // namespace protokol
