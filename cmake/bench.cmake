# protokol_bench measures the stages: tests/bench/README.md.
find_package(benchmark REQUIRED)

file(GLOB protokol_bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/*.cc")
add_executable(protokol_bench EXCLUDE_FROM_ALL ${protokol_bench_sources})
target_include_directories(protokol_bench PRIVATE "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(protokol_bench PRIVATE protokol_options protokol::protokol re2::re2 benchmark::benchmark)
target_compile_definitions(protokol_bench PRIVATE "PROTOKOL_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\""
                                                  "PROTOKOL_DATA_DIR=\"${PROTOKOL_DATA_DIR}\"")
add_dependencies(protokol_bench protokol_dictionary)
