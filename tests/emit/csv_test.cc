#include <doctest/doctest.h>

#include "emit/sample.h"

using namespace protokol;
using namespace protokol::test;

namespace {

std::string document_title(CsvOptions options, std::string title) {
  Protocol protocol;
  protocol.header.title = {std::move(title), {}, ""};
  options.table = CsvTable::documents;
  const std::string line = csv_emitter(std::move(options)).record({"f", "UTF-8", "", std::move(protocol)}, 0);
  const bool excel = line.find(';') != line.npos;
  const std::string before = excel ? "f;UTF-8;;;;;;;" : "f,UTF-8,,,,,,,";
  const std::string after = excel ? ";;;;;;0;0;0;;0;;;\r\n" : ",,,,,,0,0,0,,0,,,\r\n";
  REQUIRE(line.starts_with(before));
  REQUIRE(line.ends_with(after));
  return line.substr(before.size(), line.size() - before.size() - after.size());
}

const CsvOptions excel{.dialect = CsvDialect::excel_ru};

}  // namespace

TEST_CASE("decisions, one a row, by RFC 4180") {
  const Emitter emitter = csv_emitter({});
  CHECK(emitter.begin ==
        "source,document_number,document_date,document_title,decision_number,agenda,action,addressees,"
        "decision,responsible,control,deadlines,deadline_type,deadline_start,deadline_end,recurrence,"
        "duration,votes_for,votes_against,votes_abstained,unanimous,organization\r\n");
  CHECK(emitter.record(sample_result(), 0) ==
        "a/б.txt,2,2021-02-24,,1.10,1; 2,assign,директора,Провести «анализ»,"
        "\"Орлова А. П., директор; Лис И. И.\",,до 1 марта,date,,2021-03-01,,,3204.9,0,,,\r\n");
  CHECK(emitter.record(failed_result(), 0) == "");
}

TEST_CASE("for a Russian Excel") {
  CsvOptions options{.dialect = CsvDialect::excel_ru};
  options.headers = {{"source", "Файл"}, {"decision_number", "№ пункта"}};
  options.choices = {{"assign", "поручить"}, {"date", "дата"}};
  const Emitter emitter = csv_emitter(options);
  CHECK(emitter.begin.starts_with("\xEF\xBB\xBFФайл;document_number;document_date;document_title;№ пункта;"));
  CHECK(emitter.record(sample_result(), 0) ==
        "a/б.txt;2;24.02.2021;;\"=\"\"1.10\"\"\";\"1; 2\";поручить;директора;Провести «анализ»;"
        "\"Орлова А. П., директор; Лис И. И.\";;до 1 марта;дата;;01.03.2021;;;3204,9;0;;;\r\n");
}

TEST_CASE("people and documents") {
  CHECK(csv_emitter({.table = CsvTable::people}).record(sample_result(), 0) ==
        "a/б.txt,2,2021-02-24,chair,,,Орлова А. П.,директор,,\r\n"
        "a/б.txt,2,2021-02-24,attendee,,absent,,,,4\r\n"
        "a/б.txt,2,2021-02-24,addressee,1.10,,,,директора,\r\n"
        "a/б.txt,2,2021-02-24,responsible,1.10,,Орлова А. П.,директор,,\r\n"
        "a/б.txt,2,2021-02-24,responsible,1.10,,Лис И. И.,,,\r\n");
  CHECK(csv_emitter({.table = CsvTable::documents}).record(failed_result(), 0) ==
        "нет.txt,,,,,,,,,,,,,,,,,,,not_found,read,There is no such file.\r\n");
}

TEST_CASE("quoting") {
  CHECK(document_title({}, "a,b") == "\"a,b\"");
  CHECK(document_title(excel, "a,b") == "a,b");
  CHECK(document_title(excel, "a;b") == "\"a;b\"");
  CHECK(document_title({}, "a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(document_title({}, "a\nb") == "\"a\nb\"");
  CHECK(document_title({}, " a") == "\" a\"");
}

TEST_CASE("no cell can be taken for a formula, and none is changed by Excel") {
  CHECK(document_title({}, "=1+1") == "=1+1");
  CHECK(document_title(excel, "=1+1") == "'=1+1");
  CHECK(document_title(excel, "+7 495") == "'+7 495");
  CHECK(document_title(excel, "- да") == "'- да");
  CHECK(document_title(excel, "@a") == "'@a");
  CHECK(document_title(excel, "\tx") == "'\tx");
  CHECK(document_title(excel, "\rx") == "\"'\rx\"");
  CHECK(document_title(excel, "12") == "12");
  CHECK(document_title(excel, "07") == "\"=\"\"07\"\"\"");
  CHECK(document_title(excel, "2-2021") == "\"=\"\"2-2021\"\"\"");
}
