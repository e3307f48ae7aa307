# The library once more with its work counted (tests/work): each run of a basic block calls a hook.
add_library(protokol_counted STATIC ${protokol_sources} "${protokol_schema}")
target_include_directories(protokol_counted PUBLIC "${PROJECT_SOURCE_DIR}/lib")
# Warnings are for the library itself to give: with these options there are wrong ones.
target_compile_options(protokol_counted PRIVATE -O1 -fsanitize-coverage=trace-pc -w)
target_link_libraries(protokol_counted PRIVATE ${protokol_libraries})

file(GLOB protokol_work_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/work/*.cc")
add_executable(protokol_work "${PROJECT_SOURCE_DIR}/tests/main.cc" ${protokol_work_sources})
target_include_directories(protokol_work PRIVATE "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(protokol_work PRIVATE protokol_options protokol_counted doctest::doctest fmt::fmt)
target_compile_definitions(protokol_work PRIVATE "PROTOKOL_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\""
                                                 "PROTOKOL_DATA_DIR=\"${PROTOKOL_DATA_DIR}\"")
add_dependencies(protokol_work protokol_dictionary)
add_test(NAME work COMMAND protokol_work --no-intro)
set_tests_properties(work PROPERTIES TIMEOUT 1800)
