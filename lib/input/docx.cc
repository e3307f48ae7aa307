// Finds the parts of the file and puts together what is in them.
#include "input/docx.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "input/content.h"
#include "input/docx_body.h"
#include "input/office_package.h"

namespace protokol {
namespace {

struct Relation {
  std::string kind;    ///< «styles»: the last part of its type
  std::string target;  ///< the part's name
};

/// «word/» and «../custom/x.xml» → «custom/x.xml».
std::string resolved(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (true) {
    if (target.starts_with("./")) {
      target.remove_prefix(2);
    } else if (target.starts_with("../")) {
      target.remove_prefix(3);
      if (!folder.empty()) folder.remove_suffix(1);
      const std::size_t slash = folder.rfind('/');
      folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash + 1);
    } else {
      return std::string(folder) + std::string(target);
    }
  }
}

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

std::vector<Relation> relations(const pugi::xml_node& root, std::string_view folder) {
  std::vector<Relation> found;
  for (const pugi::xml_node& node : root.children()) {
    if (attribute(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute(node, "Type");
    found.push_back(
        {std::string(type.substr(type.rfind('/') + 1)), resolved(folder, attribute(node, "Target"))});
  }
  return found;
}

class Reading {
 public:
  explicit Reading(OfficePackage package) : package_(std::move(package)) {}

  std::variant<Document, InputError> read();

 private:
  std::string main_part();
  std::vector<Relation> relations_of(const std::string& part);
  std::optional<XmlTree> read_part(const std::string& name, std::string_view warning);
  std::optional<XmlTree> read_related(std::string_view kind, std::string_view warning);
  Content read_furniture();
  void warn(std::string_view code);

  OfficePackage package_;
  std::vector<Relation> relations_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  std::vector<std::string> warnings_;
  std::optional<InputError> attack_;  ///< a part that is not merely damaged
};

void Reading::warn(std::string_view code) {
  if (std::find(warnings_.begin(), warnings_.end(), code) == warnings_.end()) warnings_.emplace_back(code);
}

// A document can be read without most of its parts; but one part that breaks the limits condemns the file.
std::optional<XmlTree> Reading::read_part(const std::string& name, std::string_view warning) {
  if (!package_.holds(name)) return std::nullopt;
  auto part = package_.read(name);
  if (auto* tree = std::get_if<XmlTree>(&part)) return std::move(*tree);
  auto& error = std::get<InputError>(part);
  if (error.code != "damaged") attack_ = std::move(error);
  warn(warning);
  return std::nullopt;
}

std::optional<XmlTree> Reading::read_related(std::string_view kind, std::string_view warning) {
  const auto found = std::find_if(relations_.begin(), relations_.end(),
                                  [&](const Relation& relation) { return relation.kind == kind; });
  if (found == relations_.end()) return std::nullopt;
  return read_part(found->target, warning);
}

std::vector<Relation> Reading::relations_of(const std::string& part) {
  const std::string_view folder = folder_of(part);
  const std::string name = std::string(folder) + "_rels/" + part.substr(folder.size()) + ".rels";
  const auto tree = read_part(name, "part_lost");
  return tree ? relations(tree->root(), folder) : std::vector<Relation>();
}

std::string Reading::main_part() {
  for (const Relation& relation : relations_of("")) {
    if (relation.kind == "officeDocument" && package_.holds(relation.target)) return relation.target;
  }
  return package_.first_of("word/document").value_or("word/document.xml");
}

bool is_blank(const Content& content) {
  return std::all_of(content.begin(), content.end(), [](const auto& item) {
    const auto* paragraph = std::get_if<Paragraph>(&item);
    return paragraph != nullptr && utf8::space_size(paragraph->text, 0) == paragraph->text.size();
  });
}

// Notes, then headers, then footers. Notes that only draw a line have a type.
Content Reading::read_furniture() {
  constexpr std::array<std::string_view, 4> kinds{"footnotes", "endnotes", "header", "footer"};
  Content furniture;
  const auto take = [&](const pugi::xml_node& story) {
    Content content = read_docx_story(story, styles_, numbering_);
    if (!is_blank(content)) std::move(content.begin(), content.end(), std::back_inserter(furniture));
  };
  for (const std::string_view kind : kinds) {
    for (const Relation& relation : relations_) {
      if (relation.kind != kind) continue;
      const auto tree = read_part(relation.target, "part_lost");
      if (!tree) continue;
      if (kind == "header" || kind == "footer") {
        take(tree->root());
        continue;
      }
      for (const pugi::xml_node& note : tree->root().children()) {
        const std::string_view type = attribute(note, "type");
        if (type.empty() || type == "normal") take(note);
      }
    }
  }
  return furniture;
}

std::variant<Document, InputError> Reading::read() {
  const std::string main = main_part();
  auto part = package_.read(main);
  if (auto* error = std::get_if<InputError>(&part)) return std::move(*error);
  const auto& tree = std::get<XmlTree>(part);
  relations_ = relations_of(main);
  if (const auto styles = read_related("styles", "part_lost")) styles_ = DocxStyles(styles->root());
  if (const auto numbering = read_related("numbering", "numbering_lost"))
    numbering_ = DocxNumbering(numbering->root(), styles_);
  const Content body = read_docx_story(child(tree.root(), "body"), styles_, numbering_);
  const Content furniture = read_furniture();
  if (attack_) return std::move(*attack_);
  Document document = lay_out(body, furniture);
  if (document.blocks.empty()) {
    return InputError{"empty", "read",
                      "The file holds no text; where its pages are pictures, save it as PDF and give --ocr."};
  }
  document.warnings = std::move(warnings_);
  return document;
}

}  // namespace

std::variant<Document, InputError> read_docx(std::string_view bytes, const InputOptions& options) {
  auto package = OfficePackage::open(bytes, options.archive);
  if (auto* error = std::get_if<InputError>(&package)) return std::move(*error);
  return Reading(std::get<OfficePackage>(std::move(package))).read();
}

}  // namespace protokol
