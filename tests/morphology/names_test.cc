#include "morphology/names.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "morphology/tables.h"
#include "rows.h"

namespace {

using namespace protokol;

const std::map<std::string, Case> cases = {{"nominative", Case::nominative},
                                           {"genitive", Case::genitive},
                                           {"dative", Case::dative},
                                           {"accusative", Case::accusative},
                                           {"instrumental", Case::instrumental},
                                           {"prepositional", Case::prepositional},
                                           {"none", Case::none}};
const std::map<std::string, Gender> genders = {
    {"masculine", Gender::masculine}, {"feminine", Gender::feminine}, {"none", Gender::none}};

PersonName name_of(const std::string& text) {
  std::istringstream words(text);
  PersonName name;
  words >> name.surname;
  for (std::string word; words >> word;) name.given.push_back(word);
  return name;
}

std::string text_of(const PersonName& name) {
  std::string text = name.surname;
  for (const std::string& word : name.given) text += " " + word;
  return text;
}

TEST_CASE("names.tsv: a name is brought back to the nominative") {
  const auto rows = test::rows("morphology/names.tsv");
  CHECK(rows.size() >= 200);
  for (const auto& [line, row] : rows) {
    REQUIRE(row.size() == 5);
    const RestoredName restored =
        restore_name(test::tables(), name_of(row[2]), cases.at(row[0]), genders.at(row[1]));
    CHECK_MESSAGE(text_of(restored.name) == row[3], "names.tsv:", line, " ", row[0], " ", row[2]);
    CHECK_MESSAGE(restored.gender == genders.at(row[4]), "names.tsv:", line, " ", row[0], " ", row[2]);
  }
}

TEST_CASE("a name is declined") {
  const auto declined = [](const char* name, Case c, Gender g) {
    return text_of(decline_name(test::tables(), name_of(name), c, g));
  };
  CHECK(declined("Иванов Петр Ильич", Case::dative, Gender::masculine) == "Иванову Петру Ильичу");
  CHECK(declined("Иванова Анна Ильинична", Case::dative, Gender::feminine) == "Ивановой Анне Ильиничне");
  CHECK(declined("Кравец О. П.", Case::genitive, Gender::masculine) == "Кравца О. П.");
  CHECK(declined("Кравец О. П.", Case::genitive, Gender::feminine) == "Кравец О. П.");
  CHECK(declined("Петренко О. П.", Case::genitive, Gender::masculine) == "Петренко О. П.");
  CHECK(declined("Лев", Case::genitive, Gender::masculine) == "Лева");
}

TEST_CASE("a form may be of this surname") {
  const auto may = [](const char* form, const char* base) {
    return may_be_form_of(test::tables(), form, base);
  };
  CHECK(may("Полозову", "Полозова"));
  CHECK(may("Полозову", "Полозов"));
  CHECK(may("КОРОЛЁВЫМ", "Королев"));
  CHECK(may("Шульгу", "Шульга"));
  CHECK(may("Шпилевой", "Шпилевая"));
  CHECK(may("Шевчук", "Шевчук"));
  CHECK(may("Ивановой-Петровой", "Иванова-Петрова"));
  CHECK(!may("Полозову", "Полонов"));
  CHECK(!may("Полозова", "Полозовский"));
  CHECK(!may("", "Полозов"));
}

TEST_CASE("first names and patronymics are known in their cases") {
  const auto readings = first_name_readings(test::tables(), test::prepared("Павлу"));
  REQUIRE(readings.size() == 1);
  CHECK(test::printed(readings[0].nominative) == "павел");
  CHECK(readings[0].grammatical_case == Case::dative);
  CHECK(readings[0].gender == Gender::masculine);
  CHECK(first_name_readings(test::tables(), test::prepared("Нюре")).empty());
  CHECK(first_name_readings(test::tables(), test::prepared("столу")).empty());
  CHECK(patronymic_readings(test::tables(), test::prepared("Петровне")).size() == 2);
  CHECK(patronymic_readings(test::tables(), test::prepared("Петрович")).size() == 1);
}

}  // namespace
