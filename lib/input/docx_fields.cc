#include "input/docx_fields.h"

#include <pugixml.hpp>

#include "input/docx_names.h"

namespace protokol {
namespace {

void take_fields(const pugi::xml_node& node, DocxFields& fields) {
  const DocxName name = docx_name(local_name(node));
  if (name == DocxName::left_out) return;
  if (name == DocxName::field_sign) fields.take(attribute(node, "fldCharType"));
  const pugi::xml_node holder = name == DocxName::alternatives ? docx_alternative(node) : node;
  for (const pugi::xml_node& inner : holder.children()) take_fields(inner, fields);
}

}  // namespace

pugi::xml_node docx_alternative(const pugi::xml_node& node) {
  const pugi::xml_node choice = child(node, "Choice");
  return choice ? choice : child(node, "Fallback");
}

DocxFieldReading docx_field_reading(const pugi::xml_node& story) {
  DocxFields fields;
  take_fields(story, fields);
  return fields.open() ? DocxFieldReading::ignored : DocxFieldReading::trusted;
}

}  // namespace protokol
