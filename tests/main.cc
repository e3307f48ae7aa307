// The tests' one main; the tests themselves stand in tests/<floor>/*_test.cc.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
