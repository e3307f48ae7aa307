#include <doctest/doctest.h>

#include "emit/sample.h"

using namespace protokol;
using namespace protokol::test;

TEST_CASE("each line, what was taken from it, and what stayed unread") {
  Protocol protocol;
  protocol.claims = {{place("до 1 марта"), "срок.дата", "decisions[0].deadlines", "by 03-01"},
                     {place("1.10. Провести «анализ» до 1 марта."), "layout.item", "decisions[0]", ""},
                     {place("РЕШИЛИ:"), "раздел.решение", "", "section decisions"}};
  protocol.unread = {{"???", place("???")}};
  CHECK(explanation(protocol, sample_text) ==
        "    1  Протокол № 2\n"
        "    2  РЕШИЛИ:\n"
        "         раздел.решение: РЕШИЛИ: = section decisions\n"
        "    3  1.10. Провести «анализ» до 1 марта.\n"
        "         layout.item: 1.10. Провести «анализ» до 1 марта. => decisions[0]\n"
        "           срок.дата: до 1 марта => decisions[0].deadlines = by 03-01\n"
        "    4  ???\n"
        "         ? unread: ???\n");
  CHECK(explanation({}, "") == "");
  CHECK(explanation({}, "a") == "    1  a\n");
}

TEST_CASE("a long place is shortened between characters") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "яб";
  Protocol protocol;
  protocol.unread = {{text, {0, static_cast<std::uint32_t>(text.size())}}};
  std::string half;
  for (int i = 0; i < 15; ++i) half += "яб";
  CHECK(explanation(protocol, text) ==
        "    1  " + text + "\n         ? unread: " + half + " … " + half + "\n");
}
