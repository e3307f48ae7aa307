// Finds the parts of the file and puts together what is in them.
#include "input/odt.h"

#include <algorithm>
#include <pugixml.hpp>

#include "input/content.h"
#include "input/odt_body.h"
#include "input/office_package.h"

namespace protokol {
namespace {

bool is_encrypted(const pugi::xml_node& manifest) {
  const auto names = [](const pugi::xml_node& node) {
    return local_name(node) == "encryption-data" || attribute(node, "full-path") == "encrypted-package";
  };
  return static_cast<bool>(manifest.find_node(names));
}

/// The headers and footers of all kinds of pages.
Content read_furniture(const pugi::xml_node& root, const OdtStyles& styles) {
  Content furniture;
  for (const pugi::xml_node& page : child(root, "master-styles").children()) {
    for (const pugi::xml_node& story : page.children()) {
      const std::string_view name = local_name(story);
      if (!name.starts_with("header") && !name.starts_with("footer")) continue;
      Content content = read_odt_story(story, styles).content;
      std::move(content.begin(), content.end(), std::back_inserter(furniture));
    }
  }
  return furniture;
}

/// `pages` holds the headers and footers.
std::variant<Document, InputError> read_body(const pugi::xml_node& root, const pugi::xml_node& pages,
                                             const OdtStyles& styles) {
  OdtStory story = read_odt_story(child(child(root, "body"), "text"), styles);
  Content furniture = std::move(story.notes);
  Content headers = read_furniture(pages, styles);
  std::move(headers.begin(), headers.end(), std::back_inserter(furniture));
  Document document = lay_out(story.content, furniture);
  if (document.blocks.empty()) {
    return InputError{"empty", "read",
                      "The file holds no text; where its pages are pictures, save it as PDF and give --ocr."};
  }
  return document;
}

}  // namespace

std::variant<Document, InputError> read_odt(std::string_view bytes, const InputOptions& options) {
  auto opened = OfficePackage::open(bytes, options.archive);
  if (auto* error = std::get_if<InputError>(&opened)) return std::move(*error);
  auto& package = std::get<OfficePackage>(opened);
  const auto manifest = package.read("META-INF/manifest.xml");
  if (const auto* tree = std::get_if<XmlTree>(&manifest); tree != nullptr && is_encrypted(tree->root()))
    return InputError{"encrypted", "unpack", "The file is encrypted; save it without a password."};
  const auto main = package.read("content.xml");
  if (const auto* error = std::get_if<InputError>(&main)) return *error;
  const pugi::xml_node root = std::get<XmlTree>(main).root();

  const auto named = package.read("styles.xml");
  const auto* styles_part = std::get_if<XmlTree>(&named);
  const auto* fault = std::get_if<InputError>(&named);
  if (fault != nullptr && fault->code != "damaged") return *fault;
  const pugi::xml_node pages = styles_part != nullptr ? styles_part->root() : pugi::xml_node();
  OdtStyles styles;
  styles.add(pages);
  styles.add(root);
  auto reading = read_body(root, pages, styles);
  auto* document = std::get_if<Document>(&reading);
  if (document != nullptr && fault != nullptr && package.holds("styles.xml"))
    document->warnings.emplace_back("part_lost");
  return reading;
}

std::variant<Document, InputError> read_flat_odt(std::string_view bytes, const InputOptions& options) {
  const auto parsed = XmlTree::of_file(bytes, options.archive.part_bytes);
  if (const auto* error = std::get_if<InputError>(&parsed)) return *error;
  const pugi::xml_node root = std::get<XmlTree>(parsed).root();
  OdtStyles styles;
  styles.add(root);
  return read_body(root, root, styles);
}

}  // namespace protokol
