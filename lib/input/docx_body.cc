// Walks a story's XML. What is not known is looked through for what is: other programs wrap runs in elements
// of their own.
#include "input/docx_body.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "input/docx_fields.h"
#include "input/docx_names.h"

namespace protokol {
namespace {

constexpr std::uint32_t most_columns = 63;
constexpr std::uint16_t columns_of_level = 4;  ///< how far a list's level is moved in

bool is_on(const std::optional<bool>& value) { return value.value_or(false); }

std::uint16_t column_count(const pugi::xml_node& properties, std::string_view name) {
  const auto count = number_attribute(child(properties, name), "val").value_or(name == "gridSpan" ? 1 : 0);
  return static_cast<std::uint16_t>(std::min(count, most_columns));
}

/// <w:vMerge/> and <w:vMerge w:val="continue"/>.
bool continues(const pugi::xml_node& merge) { return merge && attribute(merge, "val") != "restart"; }

/// The text of a w:t. Without xml:space="preserve" only line ends are taken for layout of the XML: programs
/// forget the attribute.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) text += part.value();
  if (text.find('\n') == std::string::npos) return text;
  if (attribute(node, "space") != "preserve") {
    const Span inner = utf8::trim(text, {0, static_cast<std::uint32_t>(text.size())});
    text = text.substr(inner.from, inner.size());
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// <w:sym w:font="Symbol" w:char="F0B7"/>: signs of such fonts are bullets and ticks.
std::string symbol(const pugi::xml_node& node) {
  const std::string_view digits = attribute(node, "char");
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (value >= 0xF020 && value < 0xF07F && attribute(node, "font") == "Symbol") value -= 0xF000;
  if (value >= 0xE000 && value < 0xF900) return bullet({});
  return value < 0x20 || value > 0x10FFFF ? std::string() : utf8::encode(value);
}

/// Word 2003 writes into its XML which number a paragraph shows.
std::string printed_number(const pugi::xml_node& properties) {
  const std::string_view number = attribute(child(child(properties, "listPr"), "t"), "val");
  if (number.empty()) return {};
  const utf8::CodePoint sign = utf8::decode(number, 0);
  const bool is_sign =
      sign.size == number.size() && !utf8::is_letter(sign.value) && !utf8::is_digit(sign.value);
  if (is_sign) return bullet(number);
  return std::string(number);
}

class Story {
 public:
  Story(const DocxStyles& styles, DocxNumbering& numbering, DocxFieldReading fields)
      : styles_(styles), numbering_(numbering), field_reading_(fields) {}

  Content read(const pugi::xml_node& holder) {
    Content content;
    for (const pugi::xml_node& node : holder.children()) append(content, read_block(node));
    if (!runs_.empty()) content.emplace_back(runs_.take());
    return content;
  }

 private:
  static void append(Content& content, Content more) {
    std::move(more.begin(), more.end(), std::back_inserter(content));
  }

  Content read_block(const pugi::xml_node& node);
  Content read_paragraph(const pugi::xml_node& node);
  Content read_box(const pugi::xml_node& node);
  void read_inline(const pugi::xml_node& node, const DocxFormat& beneath);
  void read_run(const pugi::xml_node& node, const DocxFormat& beneath);
  void read_in_run(const pugi::xml_node& node, const DocxFormat& format);
  void add(std::string_view text, const DocxFormat& format);
  std::string number_of(const DocxFormat& format, std::string_view style);

  Table read_table(const pugi::xml_node& node);
  void read_rows(const pugi::xml_node& node, Table& table);
  void read_cells(const pugi::xml_node& node, const Table& above, TableRow& row);
  TableCell read_cell(const pugi::xml_node& node, const Table& above);

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  DocxFieldReading field_reading_;
  DocxFields fields_;
  Runs runs_;  ///< of the paragraph being read; and of those before it whose ends were deleted
  std::vector<pugi::xml_node> boxes_;  ///< text boxes met in it
  unsigned cells_ = 0;                 ///< table cells that it stands in
};

// ---- paragraphs
// ---------------------------------------------------------------------------------------------

Content Story::read_block(const pugi::xml_node& node) {
  switch (docx_name(local_name(node))) {
    case DocxName::paragraph:
      return read_paragraph(node);
    case DocxName::table: {
      Content content;
      content.emplace_back(read_table(node));
      return content;
    }
    case DocxName::left_out:
      return {};
    case DocxName::alternatives: {
      Content content;
      for (const pugi::xml_node& inner : docx_alternative(node).children())
        append(content, read_block(inner));
      return content;
    }
    default:
      break;
  }
  Content content;
  for (const pugi::xml_node& inner : node.children()) append(content, read_block(inner));
  return content;
}

Content Story::read_paragraph(const pugi::xml_node& node) {
  const pugi::xml_node properties = child(node, "pPr");
  std::string_view style_id = attribute(child(properties, "pStyle"), "val");
  if (style_id.empty()) style_id = styles_.default_paragraph();
  const DocxStyle* style = styles_.find(style_id);
  const DocxFormat own = read_format(properties, {});
  DocxFormat beneath = styles_.defaults();
  if (style != nullptr) beneath = over(style->format, beneath);
  for (const pugi::xml_node& inner : node.children()) read_inline(inner, beneath);

  std::vector<pugi::xml_node> boxes = std::move(boxes_);
  boxes_.clear();
  Content content;
  const pugi::xml_node mark = child(properties, "rPr");
  if (!child(mark, "del") && !child(mark, "moveFrom")) {
    const DocxFormat format = over(own, beneath);
    std::string number = number_of(format, style_id);
    if (number.empty()) number = printed_number(properties);
    Paragraph paragraph = runs_.take();
    paragraph.indent = format.indent.value_or(0);
    const bool is_blank = utf8::space_size(paragraph.text, 0) == paragraph.text.size();
    if (!number.empty() && (!is_blank || (cells_ > 0 && is_ordinal(number)))) {
      paragraph.text = number + ' ' + paragraph.text;
      paragraph.indent =
          static_cast<std::uint16_t>(std::min<std::uint32_t>(format.level.value_or(0), 8) * columns_of_level);
    }
    content.emplace_back(std::move(paragraph));
  }
  for (const pugi::xml_node& box : boxes) append(content, read_box(box));
  return content;
}

// A box is a story within the story: it neither continues the paragraph nor ends in it.
Content Story::read_box(const pugi::xml_node& node) {
  Runs outside = std::move(runs_);
  runs_ = Runs();
  Content content = read(node);
  runs_ = std::move(outside);
  return content;
}

std::string Story::number_of(const DocxFormat& format, std::string_view style) {
  if (!format.list || *format.list == "0") return {};
  std::size_t level = format.level.value_or(0);
  if (!format.level) level = numbering_.level_of(*format.list, style).value_or(0);
  const std::string number = numbering_.next(*format.list, level);
  const Span inner = utf8::trim(number, {0, static_cast<std::uint32_t>(number.size())});
  return number.substr(inner.from, inner.size());
}

// ---- runs
// ---------------------------------------------------------------------------------------------------

void Story::read_inline(const pugi::xml_node& node, const DocxFormat& beneath) {
  switch (docx_name(local_name(node))) {
    case DocxName::left_out:
      return;
    case DocxName::run:
      return read_run(node, beneath);
    case DocxName::alternatives:
      for (const pugi::xml_node& inner : docx_alternative(node).children()) read_inline(inner, beneath);
      return;
    case DocxName::box:
      boxes_.push_back(node);
      return;
    default:
      for (const pugi::xml_node& inner : node.children()) read_inline(inner, beneath);
  }
}

void Story::read_run(const pugi::xml_node& node, const DocxFormat& beneath) {
  const pugi::xml_node properties = child(node, "rPr");
  DocxFormat format = read_format({}, properties);
  if (const pugi::xml_node named = child(properties, "rStyle")) {
    if (const DocxStyle* style = styles_.find(attribute(named, "val"))) format = over(format, style->format);
  }
  format = over(std::move(format), beneath);
  for (const pugi::xml_node& inner : node.children()) read_in_run(inner, format);
}

void Story::read_in_run(const pugi::xml_node& node, const DocxFormat& format) {
  switch (docx_name(local_name(node))) {
    case DocxName::text:
      return add(text_of(node), format);
    case DocxName::tab:
      return add("\t", format);
    case DocxName::line_break:
      return add("\n", format);
    case DocxName::no_break_hyphen:
      return add("-", format);
    case DocxName::symbol:
      return add(symbol(node), format);
    case DocxName::field_sign:
      return fields_.take(attribute(node, "fldCharType"));
    case DocxName::box:
      boxes_.push_back(node);
      return;
    case DocxName::alternatives:
      for (const pugi::xml_node& inner : docx_alternative(node).children()) read_in_run(inner, format);
      return;
    case DocxName::left_out:
      return;
    default:
      for (const pugi::xml_node& inner : node.children()) read_in_run(inner, format);
  }
}

void Story::add(std::string_view text, const DocxFormat& format) {
  if (is_on(format.hidden) || (field_reading_ == DocxFieldReading::trusted && fields_.hides_text())) return;
  runs_.add(text, is_on(format.bold) || is_on(format.italic) ? Emphasis::strong : Emphasis::none);
}

// ---- tables
// -------------------------------------------------------------------------------------------------

Table Story::read_table(const pugi::xml_node& node) {
  Table table;
  read_rows(node, table);
  return table;
}

void Story::read_rows(const pugi::xml_node& node, Table& table) {
  for (const pugi::xml_node& inner : node.children()) {
    const DocxName name = docx_name(local_name(inner));
    if (name == DocxName::left_out) continue;
    if (name != DocxName::row) {
      read_rows(inner, table);
      continue;
    }
    const pugi::xml_node properties = child(inner, "trPr");
    if (child(properties, "del")) continue;
    TableRow row;
    if (const std::uint16_t before = column_count(properties, "gridBefore"))
      row.cells.push_back({{}, before, false});
    read_cells(inner, table, row);
    if (const std::uint16_t after = column_count(properties, "gridAfter"))
      row.cells.push_back({{}, after, false});
    table.rows.push_back(std::move(row));
  }
}

void Story::read_cells(const pugi::xml_node& node, const Table& above, TableRow& row) {
  for (const pugi::xml_node& inner : node.children()) {
    const DocxName name = docx_name(local_name(inner));
    if (name == DocxName::left_out) continue;
    if (name == DocxName::cell) {
      row.cells.push_back(read_cell(inner, above));
    } else {
      read_cells(inner, above, row);
    }
  }
}

TableCell Story::read_cell(const pugi::xml_node& node, const Table& above) {
  const pugi::xml_node properties = child(node, "tcPr");
  TableCell cell;
  cell.columns = std::max<std::uint16_t>(column_count(properties, "gridSpan"), 1);
  cell.merged = !above.rows.empty() &&
                (continues(child(properties, "vMerge")) || continues(child(properties, "vmerge")));
  const bool hidden = cell.merged || continues(child(properties, "hMerge")) || child(properties, "cellDel");
  if (hidden) return cell;
  ++cells_;
  cell.content = read(node);
  --cells_;
  return cell;
}

}  // namespace

Content read_docx_story(const pugi::xml_node& story, const DocxStyles& styles, DocxNumbering& numbering) {
  return Story(styles, numbering, docx_field_reading(story)).read(story);
}

}  // namespace protokol
