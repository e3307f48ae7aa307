# The program `protokol`.
file(GLOB protokol_cli_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cli/*.cc")
# RE2 tells its version by the name of its library only.
find_library(PROTOKOL_RE2_FILE re2)
mark_as_advanced(PROTOKOL_RE2_FILE)
file(REAL_PATH "${PROTOKOL_RE2_FILE}" protokol_re2_library)
cmake_path(GET protokol_re2_library FILENAME protokol_re2_library)
configure_file("${PROJECT_SOURCE_DIR}/cli/version.h.in" "${PROJECT_BINARY_DIR}/generated/version.h" @ONLY)
add_executable(protokol_cli ${protokol_cli_sources})
set_target_properties(protokol_cli PROPERTIES OUTPUT_NAME protokol RUNTIME_OUTPUT_DIRECTORY
                                                                   "${PROJECT_BINARY_DIR}")
target_include_directories(protokol_cli PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
target_link_libraries(
  protokol_cli PRIVATE protokol_options protokol::protokol Boost::program_options Threads::Threads fmt::fmt
                       ICU::uc re2::re2 Boost::json)
add_dependencies(protokol_cli protokol_dictionary protokol_grammars)
