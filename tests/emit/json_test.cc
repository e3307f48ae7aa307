#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "emit/sample.h"

using namespace protokol;
using namespace protokol::test;

TEST_CASE("one object a line: what is stated, in the order of the record model, with spans") {
  const Emitter emitter = ndjson_emitter(RuleNames::hidden);
  CHECK(emitter.begin == "");
  CHECK(emitter.record(sample_result(), 0) ==
        R"({"source":"a/б.txt","encoding":"UTF-8",)"
        R"("document":{"kind":"protocol","number":"2","date":"2021-02-24",)"
        R"("spans":{"kind":{"from":0,"to":8},"number":{"from":11,"to":12}}},)"
        R"("chair":[{"name":"Орлова А. П.","role":"директор"}],)"
        R"("attendees":[{"status":"absent","count":4}],)"
        R"("decisions":[{"number":"1.10","agenda":["1","2"],"action":"assign",)"
        R"("addressees":[{"text":"директорам","group":"директора"}],"text":"Провести «анализ»",)"
        R"("responsible":[{"name":"Орлова А. П.","role":"директор"},{"name":"Лис И. И."}],)"
        R"("deadlines":[{"text":"до 1 марта","type":"date","end":"2021-03-01","span":{"from":45,"to":55}}],)"
        R"("vote":{"for":3204.9,"against":0},"confidence":"medium","span":{"from":21,"to":56},)"
        R"("spans":{"number":{"from":21,"to":25},"text":{"from":27,"to":44}}}],)"
        R"("unread":[{"text":"???","span":{"from":57,"to":60}}]})"
        "\n");
  CHECK(
      emitter.record(failed_result(), 7) ==
      R"({"source":"нет.txt","error":{"code":"not_found","stage":"read","message":"There is no such file."}})"
      "\n");
}

TEST_CASE("rules are named where they are asked for") {
  const std::string line = ndjson_emitter(RuleNames::shown).record(sample_result(), 0);
  CHECK(line.find(R"("rules":{"number":"номер.знак"}})") != line.npos);
  CHECK(line.find(R"("span":{"from":45,"to":55},"rule":"срок.дата"})") != line.npos);
  CHECK(line.find(R"("rules":{"number":"layout.number","action":"действие.поручение"}})") != line.npos);
}

TEST_CASE("an array, indented, with short spans on one line") {
  const Emitter emitter = json_emitter(RuleNames::hidden);
  Result first = sample_result();
  Protocol small;
  small.header.number = {"2", place("2"), ""};
  first.content = small;
  CHECK(emitter.begin + emitter.record(first, 0) + emitter.record(failed_result(), 1) + emitter.end ==
        R"([
  {
    "source": "a/б.txt",
    "encoding": "UTF-8",
    "document": {
      "number": "2",
      "spans": {
        "number": {"from": 11, "to": 12}
      }
    }
  },
  {
    "source": "нет.txt",
    "error": {
      "code": "not_found",
      "stage": "read",
      "message": "There is no such file."
    }
  }
]
)");
}

TEST_CASE("a protocol without anything still has its document") {
  Result result{"-", "UTF-8", "", Protocol{}};
  CHECK(ndjson_emitter(RuleNames::hidden).record(result, 0) ==
        "{\"source\":\"-\",\"encoding\":\"UTF-8\",\"document\":{}}\n");
}

TEST_CASE("strings are escaped as JSON wants it, long ones too") {
  Protocol protocol;
  protocol.header.title = {"\"\\\n\t\x01" + std::string(5000, 'x'), {}, ""};
  const std::string line =
      ndjson_emitter(RuleNames::hidden).record({"-", "UTF-8", "", std::move(protocol)}, 0);
  CHECK(line.find(R"("title":"\"\\\n\t\u0001xxx)") != line.npos);
  CHECK(line.find(std::string(5000, 'x') + "\"}") != line.npos);
}

TEST_CASE("the schema is embedded as it is written") {
  std::ifstream file(PROTOKOL_SOURCE_DIR "/lib/emit/schema.json");
  std::ostringstream text;
  text << file.rdbuf();
  CHECK(json_schema() == text.str());
}
