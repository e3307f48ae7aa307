#include "input/html_body.h"

#include <libxml/tree.h>

#include <algorithm>
#include <string>
#include <utility>

#include "input/html_element.h"
#include "input/html_page.h"
#include "input/html_spaces.h"
#include "input/html_table.h"
#include "input/list_counter.h"
#include "input/number_format.h"

namespace protokol {
namespace {

constexpr std::size_t deepest_table = 12;  ///< tables further in are read as paragraphs
constexpr std::size_t deepest_indent = 10;
constexpr std::uint16_t columns_of_level = 4;
constexpr std::int32_t largest_number = 1'000'000;
constexpr std::uint16_t most_columns = 63, most_rows = 2000;

struct List {
  bool numbered = false, falling = false;
  NumberFormat format = NumberFormat::decimal;
  std::int32_t next = 1;
};

NumberFormat format_of(const xmlNode& list) {
  const std::string type = html_attribute(list, "type");
  if (type == "a") return NumberFormat::lower_latin;
  if (type == "A") return NumberFormat::upper_latin;
  if (type == "i") return NumberFormat::lower_roman;
  if (type == "I") return NumberFormat::upper_roman;
  return NumberFormat::decimal;
}

class Walk {
 public:
  explicit Walk(const xmlNode& root)
      : root_(root),
        reads_forms_(stands_in_forms(root)),
        spaces_(is_from_open_office(root) ? SpacesOfPage::as_written : SpacesOfPage::collapsed) {}

  HtmlContent read() {
    for (const xmlNode* node = &root_; node != nullptr;) {
      if (is_html_text(*node)) add_text(html_text(*node));
      if (node->type == XML_ELEMENT_NODE && enter(*node)) {
        if (node->children != nullptr) {
          node = node->children;
          continue;
        }
        leave(*node);
      }
      while (node != &root_ && node->next == nullptr) {
        node = node->parent;
        leave(*node);
      }
      node = node == &root_ ? nullptr : node->next;
    }
    finish_paragraph();
    return {std::move(contents_.front()), std::move(furniture_)};
  }

 private:
  bool enter(const xmlNode& element);
  void leave(const xmlNode& element);
  void begin_list(const xmlNode& element, bool numbered);
  void begin_item(const xmlNode& element);
  void end_table();
  void add_text(std::string_view text);
  void add_run(std::string_view text);
  void finish_paragraph();

  const xmlNode& root_;
  const bool reads_forms_;
  HtmlSpaces spaces_;
  std::vector<Content> contents_{1};  ///< the body; then of each open cell
  Content furniture_;
  std::vector<HtmlTable> tables_;  ///< open ones
  std::size_t unread_tables_ = 0;  ///< open ones that stand too deep
  std::vector<List> lists_;
  std::string number_;  ///< of an item, waiting for its text
  Runs runs_;
  std::size_t breaks_ = 0;  ///< at the end of the paragraph so far
  std::size_t emphasis_ = 0, preformatted_ = 0;
};

// ---- elements
// -----------------------------------------------------------------------------------------------

/// False where what is in the element is not read.
bool Walk::enter(const xmlNode& element) {
  const HtmlKind kind = html_kind(element);
  if (kind == HtmlKind::left_out || (kind == HtmlKind::form && !reads_forms_)) return false;
  if (kind == HtmlKind::line_break) {
    ++breaks_;
    spaces_.begin_line();
  } else if (kind != HtmlKind::inline_text) {
    finish_paragraph();
  }
  if (is_emphasis(element)) ++emphasis_;
  switch (kind) {
    case HtmlKind::preformatted:
      ++preformatted_;
      break;
    case HtmlKind::numbered_list:
      begin_list(element, true);
      break;
    case HtmlKind::bulleted_list:
      begin_list(element, false);
      break;
    case HtmlKind::item:
      begin_item(element);
      break;
    case HtmlKind::table:
      if (tables_.size() < deepest_table && unread_tables_ == 0) {
        tables_.emplace_back();
      } else {
        ++unread_tables_;
      }
      break;
    case HtmlKind::row:
      if (!tables_.empty() && unread_tables_ == 0) tables_.back().begin_row();
      break;
    case HtmlKind::cell:
      if (!tables_.empty() && unread_tables_ == 0) contents_.emplace_back();
      break;
    case HtmlKind::furniture:
      contents_.emplace_back();
      break;
    default:
      break;
  }
  return true;
}

void Walk::leave(const xmlNode& element) {
  const HtmlKind kind = html_kind(element);
  if (is_emphasis(element)) --emphasis_;
  if (kind == HtmlKind::inline_text || kind == HtmlKind::line_break) return;
  finish_paragraph();
  switch (kind) {
    case HtmlKind::preformatted:
      --preformatted_;
      break;
    case HtmlKind::numbered_list:
    case HtmlKind::bulleted_list:
      lists_.pop_back();
      break;
    case HtmlKind::item:
      // In a table's column the number may be all that a cell holds.
      if (contents_.size() > 1 && is_ordinal(number_)) add_run("");
      number_.clear();
      finish_paragraph();
      break;
    case HtmlKind::table:
      end_table();
      break;
    case HtmlKind::cell:
      if (!tables_.empty() && unread_tables_ == 0) {
        Content content = std::move(contents_.back());
        contents_.pop_back();
        tables_.back().add_cell(
            std::move(content),
            static_cast<std::uint16_t>(html_number(element, "colspan", 1, most_columns, 1)),
            static_cast<std::uint16_t>(html_number(element, "rowspan", 1, most_rows, 1)));
      }
      break;
    case HtmlKind::furniture:
      std::move(contents_.back().begin(), contents_.back().end(), std::back_inserter(furniture_));
      contents_.pop_back();
      break;
    default:
      break;
  }
}

void Walk::begin_list(const xmlNode& element, bool numbered) {
  List list;
  list.numbered = numbered;
  list.format = format_of(element);
  list.falling = has_html_attribute(element, "reversed");
  list.next = html_number(element, "start", -largest_number, largest_number, 1);
  lists_.push_back(list);
}

void Walk::begin_item(const xmlNode& element) {
  number_ = bullet("") + ' ';
  if (lists_.empty() || !lists_.back().numbered) return;
  List& list = lists_.back();
  const std::int32_t number = html_number(element, "value", -largest_number, largest_number, list.next);
  list.next = list.falling ? number - 1 : number + 1;
  number_ = number < 0 ? std::to_string(number) : formatted(static_cast<std::uint32_t>(number), list.format);
  number_ += ". ";
}

void Walk::end_table() {
  if (unread_tables_ > 0) {
    --unread_tables_;
    return;
  }
  Content content = tables_.back().take();
  tables_.pop_back();
  std::move(content.begin(), content.end(), std::back_inserter(contents_.back()));
}

// ---- text
// ---------------------------------------------------------------------------------------------------

void Walk::add_text(std::string_view text) {
  if (preformatted_ > 0) return add_run(text);
  const std::string printed = spaces_.printed(text);
  if (!printed.empty()) add_run(printed);
}

void Walk::add_run(std::string_view text) {
  const Emphasis emphasis = emphasis_ > 0 ? Emphasis::strong : Emphasis::none;
  for (; breaks_ > 0; --breaks_) runs_.add("\n");
  if (!number_.empty()) runs_.add(std::exchange(number_, {}), emphasis);
  runs_.add(text, emphasis);
}

/// A break at a paragraph's end shows only where nothing else is in it: as an empty line.
void Walk::finish_paragraph() {
  spaces_.begin_line();
  const std::size_t breaks = std::exchange(breaks_, 0);
  if (runs_.empty()) {
    if (breaks > 0)
      contents_.back().insert(contents_.back().end(), std::min(breaks, std::size_t{3}), Paragraph());
    return;
  }
  Paragraph paragraph = runs_.take();
  while (paragraph.text.ends_with('\n') || paragraph.text.ends_with(' ')) paragraph.text.pop_back();
  if (lists_.size() > 1)
    paragraph.indent =
        static_cast<std::uint16_t>(columns_of_level * (std::min(lists_.size(), deepest_indent) - 1));
  contents_.back().emplace_back(std::move(paragraph));
}

}  // namespace

HtmlContent read_html_tree(const xmlNode& root) { return Walk(root).read(); }

}  // namespace protokol
