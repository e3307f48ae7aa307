// Rules that were packed beforehand give what the rules themselves give, and only while they are the same.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "grammar/with_rules.h"

namespace protokol {

namespace {

constexpr const char* rules = R"(
{цвет}
    : ~красный = red
    : синий | /сизо[а-я]{1,9}/ = blue
    + красного
    + сизоватый
проба.мяч
    : {цвет} [большой] мяч = ball {цвет}
    : //мяч[а-я]{1,20} весь// в клетку
    + синий большой мяч => ball blue
    + мячик весь в клетку
таблица
    | раз | два
)";

constexpr const char* text =
    "Дали красного мяча? Нет: синий большой мяч, сизоватый мяч и мячик весь в клетку.";

Grammar load(const std::filesystem::path& folder) {
  return Grammar::load(std::span(&folder, 1), test::dictionary());
}

std::string found(const Grammar& grammar) {
  const TokenText tokens = test::tokens_of(text);
  std::string all;
  for (const Mark& mark : grammar.find(tokens, {0, tokens.size()})) {
    all += std::string(grammar.rule_name(mark.rule)) + " " + std::string(mark.kind) + " " + mark.value + "\n";
  }
  return all;
}

/// FOLDER.packed; it goes when the object goes.
class PackedFile {
 public:
  explicit PackedFile(const test::RuleFolder& folder) : file_(folder.path().string() + ".packed") {
    write(Grammar::pack(folder.path(), test::dictionary()));
  }
  PackedFile(const PackedFile&) = delete;
  PackedFile& operator=(const PackedFile&) = delete;
  ~PackedFile() { std::filesystem::remove(file_); }
  void write(const std::string& bytes) const { std::ofstream(file_, std::ios::binary) << bytes; }

 private:
  std::string file_;
};

}  // namespace

TEST_CASE("packed rules find, record and tell what the rules do") {
  const test::RuleFolder folder(rules);
  const Grammar plain = load(folder.path());
  const PackedFile packed(folder);
  const Grammar taken = load(folder.path());
  const TokenText tokens = test::tokens_of(text);
  const auto marks = plain.find(tokens, {0, tokens.size()});
  REQUIRE(marks.size() == 3);
  CHECK(found(plain) == found(taken));
  CHECK(dump(plain, tokens, marks) == dump(taken, tokens, marks));
  REQUIRE(taken.table("таблица") != nullptr);
  CHECK(*taken.table("таблица") == *plain.table("таблица"));
  CHECK(taken.check().size() == plain.check().size());
}

TEST_CASE("packed rules serve only while the rules are the same") {
  const test::RuleFolder folder(rules);
  const PackedFile packed(folder);
  std::ofstream(folder.path() / "u.rules") << "иное.мяч\n    : большой мяч\n";
  CHECK(found(load(folder.path())).find("иное.мяч") != std::string::npos);
  std::filesystem::remove(folder.path() / "u.rules");
  CHECK(found(load(folder.path())).find("иное.мяч") == std::string::npos);
}

TEST_CASE("packed bytes that are damaged are passed over") {
  const test::RuleFolder folder(rules);
  const std::string wanted = found(load(folder.path()));
  const std::string bytes = Grammar::pack(folder.path(), test::dictionary());
  const PackedFile packed(folder);
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
    packed.write(bytes.substr(0, size));
    CHECK(found(load(folder.path())) == wanted);
    std::string wrong = bytes;
    wrong[size] = static_cast<char>(wrong[size] ^ 0x10);
    packed.write(wrong);
    CHECK(found(load(folder.path())) == wanted);
  }
}

}  // namespace protokol
