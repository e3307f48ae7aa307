#include "input/word_xml.h"

#include <algorithm>
#include <iterator>
#include <pugixml.hpp>
#include <string>

#include "input/content.h"
#include "input/docx_body.h"

namespace protokol {
namespace {

/// The outermost element of a part, by the part's name; an empty node where there is none.
pugi::xml_node part(const pugi::xml_node& package, std::string_view name) {
  for (const pugi::xml_node& node : package.children()) {
    if (local_name(node) == "part" && attribute(node, "name") == name)
      return child(node, "xmlData").first_child();
  }
  return {};
}

void append_story(const pugi::xml_node& story, const DocxStyles& styles, DocxNumbering& numbering,
                  Content& content) {
  Content more = read_docx_story(story, styles, numbering);
  std::move(more.begin(), more.end(), std::back_inserter(content));
}

struct Stories {
  Content body, furniture;
};

Stories read_package(const pugi::xml_node& package) {
  const DocxStyles styles(part(package, "/word/styles.xml"));
  DocxNumbering numbering(part(package, "/word/numbering.xml"), styles);
  Stories stories;
  stories.body = read_docx_story(child(part(package, "/word/document.xml"), "body"), styles, numbering);
  for (const pugi::xml_node& node : package.children()) {
    const std::string_view name = attribute(node, "name");
    if (name.starts_with("/word/header") || name.starts_with("/word/footer"))
      append_story(child(node, "xmlData").first_child(), styles, numbering, stories.furniture);
  }
  return stories;
}

Stories read_word_2003(const pugi::xml_node& document) {
  const DocxStyles styles(child(document, "styles"));
  DocxNumbering numbering;
  return {read_docx_story(child(document, "body"), styles, numbering), {}};
}

}  // namespace

std::variant<Document, InputError> read_word_xml(std::string_view bytes, const InputOptions& options) {
  const auto parsed = XmlTree::of_file(bytes, options.archive.part_bytes);
  if (const auto* error = std::get_if<InputError>(&parsed)) return *error;
  const pugi::xml_node root = std::get<XmlTree>(parsed).root();
  const Stories stories = local_name(root) == "package" ? read_package(root) : read_word_2003(root);
  Document document = lay_out(stories.body, stories.furniture);
  if (document.blocks.empty())
    return InputError{"empty", "read", "The file holds no text; check that this is the right file."};
  return document;
}

}  // namespace protokol
