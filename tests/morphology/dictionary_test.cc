#include "morphology/dictionary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/diagnostic.h"
#include "morphology/words.h"
#include "rows.h"

namespace {

using namespace protokol;
using test::dictionary;
using test::prepared;
using test::printed;

TEST_CASE("readings.tsv: a form has this lemma and these categories") {
  const auto rows = test::rows("morphology/readings.tsv");
  CHECK(rows.size() > 80);
  for (const auto& [line, row] : rows) {
    REQUIRE(row.size() == 3);
    std::string all;
    bool found = false;
    for (const Reading& reading : dictionary().readings(prepared(row[0]))) {
      const std::string base = printed(dictionary().base_form(reading.lemma));
      const std::string categories = test::dump(reading);
      found = found || (base == row[1] && categories == row[2]);
      all += base + ": " + categories + "\n";
    }
    CHECK_MESSAGE(found, row[0], " should be ", row[1], " ", row[2], ", but is:\n", all);
  }
}

TEST_CASE("every form of a lemma reads back as that lemma") {
  for (const char* word : {"год", "человек", "ребенок", "директор", "комиссия", "выполнить", "ответственный",
                           "идти", "хороший", "этот", "деньги", "первый"}) {
    const auto readings = dictionary().readings(prepared(word));
    REQUIRE(!readings.empty());
    for (const Reading& reading : readings) {
      const auto forms = dictionary().forms(reading.lemma);
      CHECK(!forms.empty());
      for (const auto& form : forms) {
        const auto back = dictionary().readings(form.text);
        CHECK_MESSAGE(std::find(back.begin(), back.end(), form.reading) != back.end(), word, " ",
                      printed(form.text));
      }
    }
  }
}

TEST_CASE("a form by its categories") {
  const auto form = [](const char* like, const char* categories, Case c, Number n, Gender g) -> std::string {
    for (const Reading& reading : dictionary().readings(prepared(like))) {
      if (test::dump(reading) != categories) continue;
      return printed(dictionary().form(reading, c, n, g).value_or("-"));
    }
    return "no such reading";
  };
  CHECK(form("директору", "noun dative masculine singular animate", Case::nominative, Number::singular,
             Gender::none) == "директор");
  CHECK(form("людям", "noun dative masculine plural animate", Case::nominative, Number::plural,
             Gender::none) == "люди");
  CHECK(form("исполняющему", "participle dative masculine singular present active", Case::nominative,
             Number::singular, Gender::masculine) == "исполняющий");
  CHECK(form("назначенных", "participle genitive plural past passive", Case::nominative, Number::plural,
             Gender::none) == "назначенные");
  CHECK(form("ответственному", "adjective dative masculine singular", Case::nominative, Number::singular,
             Gender::feminine) == "ответственная");
}

TEST_CASE("guess.tsv: a form that the dictionary lacks is read by its end") {
  for (const auto& [line, row] : test::rows("morphology/guess.tsv")) {
    REQUIRE(row.size() == 4);
    const auto guess = dictionary().guess(prepared(row[0]));
    CHECK_MESSAGE(guess.prefix_size == static_cast<std::size_t>(std::stoi(row[1])), row[0]);
    std::string all;
    bool found = false;
    for (const Reading& reading : guess.readings) {
      const std::string base = printed(dictionary().base_form(reading.lemma));
      found = found || (base == row[2] && test::dump(reading) == row[3]);
      all += base + ": " + test::dump(reading) + "\n";
    }
    CHECK_MESSAGE((found || row[2] == "-"), row[0], " is:\n", all);
    CHECK_MESSAGE((row[2] != "-" || guess.readings.empty()), row[0], " is:\n", all);
  }
}

TEST_CASE("words that are no words") {
  CHECK(!dictionary().knows(""));
  CHECK(!dictionary().knows("abc"));
  CHECK(!dictionary().knows(std::string(1000, '\xE0')));
  CHECK(!dictionary().knows(prepared("директорррр")));
  CHECK(dictionary().readings("\x98\x7F\xFF").empty());
}

TEST_CASE("a thing is what no reading makes a person or a quality") {
  for (const char* thing : {"смета", "отчёт", "подписи"})
    CHECK_MESSAGE(dictionary().names_thing(prepared(thing)), thing);
  for (const char* other : {"рабочая", "директор", "проверить", "директорррр"})
    CHECK_MESSAGE(!dictionary().names_thing(prepared(other)), other);
}

TEST_CASE("a missing or damaged dictionary is refused") {
  const auto folder = std::filesystem::temp_directory_path() / "protokol_dictionary_test";
  std::filesystem::create_directories(folder);
  CHECK_THROWS_AS(Dictionary::open(folder / "none.bin"), LoadError);
  std::ofstream(folder / "empty.bin");
  CHECK_THROWS_AS(Dictionary::open(folder / "empty.bin"), LoadError);
  std::ofstream(folder / "other.bin") << std::string(5000, 'x');
  CHECK_THROWS_AS(Dictionary::open(folder / "other.bin"), LoadError);
  std::filesystem::copy_file(PROTOKOL_DATA_DIR "/dictionary.bin", folder / "cut.bin",
                             std::filesystem::copy_options::overwrite_existing);
  std::filesystem::resize_file(folder / "cut.bin", 100000);
  CHECK_THROWS_AS(Dictionary::open(folder / "cut.bin"), LoadError);
  std::filesystem::remove_all(folder);
}

}  // namespace
