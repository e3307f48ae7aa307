# Tests: one doctest program, registered once a floor, and one ctest entry for each tests/**/*_test.py.
find_package(doctest REQUIRED)
if(NOT DEFINED Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3) # the one that python3-jsonschema is installed for
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)

file(GLOB_RECURSE protokol_test_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*_test.cc")
add_executable(protokol_tests "${PROJECT_SOURCE_DIR}/tests/main.cc" ${protokol_test_sources})
target_include_directories(protokol_tests PRIVATE "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(protokol_tests PRIVATE protokol_options protokol::protokol doctest::doctest fmt::fmt)
target_compile_definitions(protokol_tests PRIVATE "PROTOKOL_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\""
                                                  "PROTOKOL_DATA_DIR=\"${PROTOKOL_DATA_DIR}\"")
if(TARGET protokol_dictionary)
  add_dependencies(protokol_tests protokol_dictionary)
endif()

set(protokol_floors "")
foreach(source IN LISTS protokol_test_sources)
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/tests" OUTPUT_VARIABLE place)
  cmake_path(GET place PARENT_PATH floor)
  list(APPEND protokol_floors "${floor}")
endforeach()
list(REMOVE_DUPLICATES protokol_floors)
foreach(floor IN LISTS protokol_floors)
  add_test(NAME "unit/${floor}" COMMAND protokol_tests "--source-file=*/tests/${floor}/*" --no-intro)
endforeach()

# The scripts are told by their environment what to test.
set(protokol_script_environment
    "PROTOKOL_SOURCE_DIR=${PROJECT_SOURCE_DIR}" "PROTOKOL_BUILD_DIR=${PROJECT_BINARY_DIR}"
    "PROTOKOL=${PROJECT_BINARY_DIR}/protokol" "PROTOKOL_SANITIZE=$<BOOL:${PROTOKOL_SANITIZE}>"
    "PYTHONPATH=${PROJECT_SOURCE_DIR}/tests" "PYTHONDONTWRITEBYTECODE=1" "LC_ALL=C.UTF-8")
file(GLOB_RECURSE protokol_scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*_test.py")
foreach(script IN LISTS protokol_scripts)
  cmake_path(RELATIVE_PATH script BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/tests" OUTPUT_VARIABLE name)
  string(REGEX REPLACE "_test\\.py$" "" name "${name}")
  add_test(NAME "${name}" COMMAND Python3::Interpreter "${script}")
  set_tests_properties("${name}" PROPERTIES ENVIRONMENT "${protokol_script_environment}" TIMEOUT 900)
endforeach()
