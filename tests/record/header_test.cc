// Heads and feet of protocols, case by case: the fields that are read from a text.
#include "record/header.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include "input/plain_text.h"
#include "record/signatures.h"

using namespace protokol;

namespace {

const Language& language() {
  static const Language once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    std::vector<std::filesystem::path> folders{data / "grammars"};
    return load_language(data / "dictionary.bin", folders);
  }();
  return once;
}

struct Example {
  std::string name, text, expected;
};

/// «## name», the text, «====», what is expected, «~~~~».
std::vector<Example> cases(const std::string& path) {
  std::ifstream in(std::string(PROTOKOL_SOURCE_DIR "/tests/") + path);
  REQUIRE_MESSAGE(in.good(), path);
  std::vector<Example> all;
  Example now;
  bool expected = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) {
      now = {line.substr(3), {}, {}};
      expected = false;
    } else if (line == "====") {
      expected = true;
    } else if (line == "~~~~") {
      all.push_back(now);
      now = {};
    } else if (line == "…") {
      now.text += "\nПовестка дня:\n1. Об отчёте за год.\n\nРешили:\n1. Принять отчёт к сведению.\n";
    } else if (!now.name.empty()) {
      (expected ? now.expected : now.text) += line + '\n';
    }
  }
  return all;
}

struct Parts {
  Document document;
  Outline outline;
  std::vector<Section> sections;
};

void read_parts(Parts& parts, const std::string& text) {
  parts.document = std::get<Document>(read_plain_text(text, "-", {}));
  parts.outline = outline_of(parts.document, language());
  parts.sections = sections_of(parts.outline, language());
}

std::string lines_of(const FoundHeader& found) {
  constexpr const char* kinds[] = {"protocol", "extract", "decision", "assignments"};
  std::string out;
  auto add = [&out](const std::string& name, const std::string& value) {
    if (!value.empty()) out += name + ": " + value + '\n';
  };
  const Header& header = found.header;
  if (header.kind) add("kind", kinds[static_cast<int>(*header.kind)]);
  add("number", header.number.value);
  add("date", header.date.value);
  add("time", header.time.value);
  add("place", header.place.value);
  add("organization", header.organization.value);
  add("title", header.title.value);
  add("topic", header.topic.value);
  if (const auto& stamp = header.approval) {
    out += "approval:" + (stamp->name.empty() ? "" : ' ' + stamp->name) + " | " + stamp->role + " |" +
           (stamp->date.empty() ? "" : ' ' + stamp->date) + '\n';
  }
  for (const Party& one : found.chair) add("chair", one.name);
  for (const Party& one : found.secretary) add("secretary", one.name);
  return out;
}

std::string lines_of(const FoundSignatures& found) {
  std::string out;
  for (const Signature& one : found.signatures)
    out += one.role + " |" + (one.name.empty() ? "" : ' ' + one.name) + '\n';
  for (const Party& one : found.chair) out += "chair: " + one.name + '\n';
  for (const Party& one : found.secretary) out += "secretary: " + one.name + '\n';
  return out;
}

/// `before` stands before each text.
template <typename Read>
void check_cases(const std::string& path, const std::string& before, Read read) {
  for (const Example& one : cases(path)) {
    CAPTURE(one.name);
    Parts parts;
    read_parts(parts, before + one.text);
    CHECK(lines_of(read(parts.outline, parts.sections, language())) == one.expected);
  }
}

}  // namespace

TEST_CASE("heads") { check_cases("record/headers.txt", {}, read_header); }

TEST_CASE("feet") {
  const std::string decisions = "Решили:\n1. Провести субботник.\n2. Закупить инвентарь.\n\n";
  check_cases("record/signatures.txt", decisions, read_signatures);
}

TEST_CASE("lists above the decisions are no feet") {
  check_cases("record/unsigned.txt", {}, read_signatures);
}
