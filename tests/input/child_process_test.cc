// Tools that end well, fail, stall, flood or do not exist.
#include "input/child_process.h"

#include <doctest/doctest.h>

using namespace protokol;

TEST_CASE("a tool's input, output, errors and status") {
  const Outcome echo = run({.words = {"cat"}, .input = "Решили"});
  CHECK(echo.succeeded());
  CHECK(echo.output == "Решили");
  CHECK(run({.words = {"cat", "/dev/stdin"}, .input = "again"}).output == "again");
  const Outcome failed = run({.words = {"sh", "-c", "echo $WORD >&2; exit 3"}, .environment = {"WORD=why"}});
  CHECK(failed.ending == Ending::exited);
  CHECK(failed.status == 3);
  CHECK(failed.errors == "why\n");
}

TEST_CASE("tools that do not end well") {
  CHECK(run({.words = {"no-tool-of-this-name"}}).ending == Ending::not_found);
  CHECK(run({.words = {"sh", "-c", "kill -9 $$"}}).ending != Ending::timed_out);
  CHECK(run({.words = {"sh", "-c", "sleep 60 & sleep 60"}, .time = std::chrono::seconds(1)}).ending ==
        Ending::timed_out);
  const Outcome flood = run({.words = {"yes"}, .most_output = 1000});
  CHECK(flood.ending == Ending::too_much);
  CHECK(flood.output.size() == 1000);
}

TEST_CASE("work folders") {
  std::filesystem::path path;
  {
    const auto folder = WorkFolder::make();
    REQUIRE(folder);
    path = folder->path();
    CHECK(write_file(path / "a", "bytes"));
    CHECK(read_whole_file(path / "a", 5) == "bytes");
    CHECK(!read_whole_file(path / "a", 4));
    CHECK(!read_whole_file(path / "b", 5));
    CHECK(
        run({.words = {"sh", "-c", "echo b > \"$0\"", (path / "b").string()}, .writable = path}).succeeded());
    CHECK(read_whole_file(path / "b", 5) == "b\n");
  }
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE("a tool that is to stop, and what it started") {
  int asked = 0;
  const Outcome stopped =
      run({.words = {"sh", "-c", "sleep 60 & sleep 60"}, .stop = [&asked] { return ++asked > 2; }});
  CHECK(stopped.ending == Ending::stopped);
  CHECK(asked == 3);
}
