// Surnames declined by another program (make_surnames.mjs): how many come back to the nominative.
#include <doctest/doctest.h>

#include <array>
#include <sstream>

#include "morphology/names.h"
#include "morphology/tables.h"
#include "rows.h"

namespace {

using namespace protokol;

constexpr std::size_t case_count = 6;

struct Surname {
  Gender gender = Gender::none;
  std::array<std::string, case_count> forms;
};

std::vector<Surname> surnames() {
  std::vector<Surname> all;
  for (const test::Row& row : test::rows("morphology/surnames.tsv")) {
    REQUIRE(row.cells.size() >= 2);
    Surname surname{row.cells[0] == "feminine" ? Gender::feminine : Gender::masculine, {}};
    std::istringstream forms(row.cells[1]);
    for (std::string& form : surname.forms) forms >> form;
    REQUIRE_MESSAGE(!surname.forms.back().empty(), row.line);
    all.push_back(std::move(surname));
  }
  return all;
}

/// What stands beside the surname in a case, and what is known of it.
struct Setting {
  std::array<std::array<std::string, case_count>, 2> given;  ///< of a man, of a woman
  bool case_known = false, gender_known = false;
};

const std::array<std::string, case_count> initials = {"О. П.", "О. П.", "О. П.", "О. П.", "О. П.", "О. П."};

struct Share {
  double right = 0;
  std::string wrong;  ///< «Дуде→Дуд …»
};

/// The share of forms that come back, of the cases from `first` to `last`.
Share share(const Setting& setting, Case first, Case last) {
  std::size_t right = 0, all = 0;
  std::string wrong;
  for (const Surname& surname : surnames()) {
    const auto& given = setting.given[surname.gender == Gender::feminine];
    for (auto c = static_cast<std::size_t>(first); c <= static_cast<std::size_t>(last); ++c) {
      PersonName printed{surname.forms[c], {}};
      std::istringstream words(given[c]);
      for (std::string word; words >> word;) printed.given.push_back(word);
      const RestoredName restored =
          restore_name(test::tables(), printed, setting.case_known ? static_cast<Case>(c) : Case::none,
                       setting.gender_known ? surname.gender : Gender::none);
      ++all;
      if (test::prepared(restored.name.surname) == test::prepared(surname.forms[0])) {  // ё as printed
        ++right;
      } else {
        wrong += " " + surname.forms[c] + "→" + restored.name.surname;
      }
    }
  }
  return {static_cast<double>(right) / static_cast<double>(all), std::move(wrong)};
}

void check(const Share& share, double floor) {
  CHECK_MESSAGE(share.right >= floor, share.right, share.wrong);
}

TEST_CASE("surnames.tsv: surnames come back to the nominative") {
  CHECK(surnames().size() >= 800);
  Setting setting{{initials, initials}, true, true};
  check(share(setting, Case::nominative, Case::prepositional), 0.99);

  setting.gender_known = false;  // the role or the verb beside it tells the case, and nobody the gender
  check(share(setting, Case::nominative, Case::prepositional), 0.98);

  setting.case_known = false;  // nothing is known: the name stands as it stands
  check(share(setting, Case::nominative, Case::nominative), 0.99);

  setting.given = {
      {{"Пётр Ильич", "Петра Ильича", "Петру Ильичу", "Петра Ильича", "Петром Ильичом", "Петре Ильиче"},
       {"Анна Петровна", "Анны Петровны", "Анне Петровне", "Анну Петровну", "Анной Петровной",
        "Анне Петровне"}}};
  check(share(setting, Case::nominative, Case::prepositional), 0.99);
}

}  // namespace
