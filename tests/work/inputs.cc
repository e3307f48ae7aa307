#include "work/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "grammar/rule_folder.h"

namespace protokol::work {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t megabyte = 1'000'000;
constexpr std::string_view head = "ПРОТОКОЛ № 7\nсовещания\n24 ноября 2020 г.\nРЕШИЛИ:\n";

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  while (count-- > 0) all += text;
  return all;
}

/// Repeated to so many bytes.
std::string filled(std::size_t bytes, std::string_view text) { return times(bytes / text.size() + 1, text); }

std::string in_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

std::string corpus() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(PROTOKOL_SOURCE_DIR) / "tests" / "corpus")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::string all;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    all.append(std::istreambuf_iterator<char>(file), {});
    all += '\n';
  }
  return all;
}

/// What every rule is meant to find, deadlines among it.
std::string examples() {
  std::string all;
  for (const auto& entry : grammar::load_folder(fs::path(PROTOKOL_SOURCE_DIR) / "grammars").entries) {
    for (const auto& example : entry.examples) all += example.text.substr(0, example.text.find("=>")) + ' ';
  }
  return all;
}

/// Surnames that differ: «Ба-ва-гов».
std::string name(std::size_t number) {
  constexpr std::array<std::string_view, 8> syllables{"ба", "во", "ги", "ду", "ке", "ло", "ми", "ну"};
  std::string surname = "Я";
  for (int i = 0; i < 5; ++i, number /= syllables.size()) surname += syllables[number % syllables.size()];
  return surname + "ров И. П.";
}

std::string names(std::size_t count, std::string_view between) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all.append(name(i)).append(between);
  return all;
}

/// Items of one kind, each with its number in front: «1. Провести проверку.»
std::string items(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 1; i <= count; ++i)
    all.append(std::to_string(i)).append(". ").append(text).append("\n");
  return all;
}

/// Each sentence names another controller of all the decisions.
std::string controls(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i)
    all += "Контроль за исполнением решения возложить на " + name(i) + "\n";
  return all;
}

std::string levels(std::size_t count) {
  constexpr std::array<std::string_view, 6> marks{"1.", "1.1.", "а)", "1)", "-", "I."};
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all.append(i % 60, ' ').append(marks[i % marks.size()]).append(" Провести проверку\n");
  }
  return all;
}

}  // namespace

std::vector<HostileInput> hostile_inputs() {
  const auto repeated = [](std::string name, std::size_t bytes, std::string text) {
    return HostileInput{std::move(name), bytes, [text](std::size_t size) { return filled(size, text); }};
  };
  const auto behind_head = [](std::string name, std::size_t bytes, std::string text,
                              double most_steps = 800) {
    return HostileInput{std::move(name), bytes,
                        [text](std::size_t size) { return std::string(head) + filled(size, text); },
                        most_steps};
  };
  const std::string all = corpus(), phrases = examples();
  return {
      repeated("a line of one letter", 64 * megabyte, "ж"),
      repeated("a line of the corpus", 16 * megabyte, in_one_line(all)),
      repeated("the corpus again and again", 16 * megabyte, all),
      repeated("spaces", 16 * megabyte, " "),
      repeated("digits", 4 * megabyte, "1"),
      repeated("figures and dots", 4 * megabyte, "1."),
      repeated("empty lines", megabyte, "\n"),
      repeated("white lines", megabyte, " \n"),
      {"levels in one number", 100'000,
       [](std::size_t n) { return std::string(head) + times(n, "1.") + " Сдать отчёт.\n"; }, 3500},
      {"levels of lists", 100'000, [](std::size_t n) { return std::string(head) + levels(n); }},
      {"opening quotes", 100'000, [](std::size_t n) { return times(n, "«"); }},
      {"opening brackets behind words", 100'000,
       [](std::size_t n) { return std::string(head) + times(n, "слово («"); }},
      {"closing quotes", 100'000, [](std::size_t n) { return times(n, "»)"); }},
      {"a word of deadlines in a line", megabyte, [](std::size_t n) { return times(n, "срок "); }},
      {"a word of deadlines, each in its line", megabyte / 4,
       [](std::size_t n) { return std::string(head) + times(n, "Срок:\n"); }, 2200},
      behind_head("deadlines of one item", 2 * megabyte, "в срок до 1 марта, ", 1500),
      repeated("every example of the rules in a line", 4 * megabyte, phrases),
      behind_head("every example of the rules in a decision", 4 * megabyte, phrases),
      {"names in a line", 10'000,
       [](std::size_t n) {
         return "ПРОТОКОЛ № 1\nПрисутствовали: " + names(n, ", ") + "\nРЕШИЛИ:\n1. Сдать отчёт.\n";
       }},
      {"names in lines", 10'000,
       [](std::size_t n) {
         return "ПРОТОКОЛ № 1\nПрисутствовали:\n" + names(n, " - директор\n") + "РЕШИЛИ:\n1. Сдать отчёт.\n";
       },
       900},
      {"names in capitals", megabyte / 4, [](std::size_t n) { return times(n, "ИВАНОВ И.И. "); }},
      {"names of whom it concerns", 10'000,
       [](std::size_t n) {
         return std::string(head) + "1. Сдать отчёт. Ответственные: " + names(n, ", ") + "\n";
       }},
      {"names at the foot", 10'000,
       [](std::size_t n) {
         return std::string(head) + "1. Сдать отчёт.\n\n" + times(n, "Председатель ________ Иванов И. П.\n");
       }},
      {"items", 100'000,
       [](std::size_t n) { return std::string(head) + items(n, "Провести проверку до 1 марта."); }, 1600},
      {"items and who controls them", 20'000,
       [](std::size_t n) { return std::string(head) + items(n, "Провести проверку.") + controls(n); }},
      {"items with votes", 50'000,
       [](std::size_t n) {
         return std::string(head) +
                items(n, "Утвердить план.\nГолосовали: за - 5, против - 1, воздержались - нет.");
       }},
      {"items heard", 50'000,
       [](std::size_t n) {
         return "ПРОТОКОЛ № 1\nПОВЕСТКА ДНЯ:\n" + items(n, "О ходе работ. Докладчик: Иванов И. П.") +
                "СЛУШАЛИ:\n" + items(n, "Иванова И. П. о ходе работ.") + "РЕШИЛИ:\n" +
                items(n, "Принять к сведению.");
       }},
      behind_head("headings", 2 * megabyte, "СЛУШАЛИ:\nРЕШИЛИ:\n", 1000),
      behind_head("verbs in one sentence", 2 * megabyte, "предлагает провести, поручить, утвердить "),
      behind_head("addressees in one sentence", 2 * megabyte, "руководителям отделов, директору школы, "),
      behind_head("rows", 4 * megabyte, "| 1 | Сдать отчёт | Иванов И. П. | до 1 марта |\n"),
      {"cells of a row", 200'000, [](std::size_t n) { return std::string(head) + times(n, "| а ") + "|\n"; }, 900},
      {"tabs", megabyte, [](std::size_t n) { return std::string(head) + times(n, "а\t"); }, 1500},
      behind_head("columns by spaces", 2 * megabyte,
                  "Иванов И. П.      директор школы          сдать отчёт\n"),
      repeated("spaced letters", 4 * megabyte, "Р Е Ш И Л И "),
      repeated("hyphens", 2 * megabyte, "а-"),
      repeated("hyphens at line ends", 2 * megabyte, "провер-\nка "),
      repeated("conversion litter", 2 * megabyte, "**[bookmark: а]"),
      repeated("opened litter", 2 * megabyte, "[bookmark: "),
      repeated("strokes", 2 * megabyte, "____ "),
      behind_head("Latin number signs", 2 * megabyte, "No 1 и ", 1000),
      behind_head("dashes in one line", 2 * megabyte, "сдать отчёт; - "),
      behind_head("numbers that lost their stops", 2 * megabyte, "Сдать отчёт 2. Сдать отчёт 3. "),
      repeated("NULs", megabyte, std::string(1, '\0')),
      behind_head("text and NULs", megabyte, std::string("сдать\0отчёт ", 22)),
      behind_head("lone surrogates", megabyte, "\xED\xA0\x80\xED\xBF\xBF", 1500),
      behind_head("overlong UTF-8", megabyte, "\xC0\x80\xE0\x80\x80\xF0\x80\x80\x80"),
      behind_head("combining marks", 4 * megabyte, "\u0301\u0306"),
      behind_head("right-to-left marks", 4 * megabyte, "\u200F\u202E"),
      behind_head("a letter and right-to-left marks", 4 * megabyte, "р\u200F"),
  };
}

}  // namespace protokol::work
