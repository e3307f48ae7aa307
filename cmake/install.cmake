# What `cmake --install` lays down: program, library, headers, CMake package, grammars, dictionary.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(protokol_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/protokol")

install(TARGETS protokol_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS protokol EXPORT protokol_targets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/lib/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/protokol"
        FILES_MATCHING PATTERN "*.h")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/grammars" DESTINATION share/protokol)
install(FILES "${PROTOKOL_DATA_DIR}/dictionary.bin" "${PROTOKOL_DATA_DIR}/grammars.packed" DESTINATION share/protokol)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION share/doc/protokol)

install(EXPORT protokol_targets NAMESPACE protokol:: DESTINATION "${protokol_package_dir}")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/protokol-config.cmake.in" "${PROJECT_BINARY_DIR}/protokol-config.cmake"
  INSTALL_DESTINATION "${protokol_package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/protokol-config-version.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/protokol-config.cmake"
              "${PROJECT_BINARY_DIR}/protokol-config-version.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/dependencies.cmake" DESTINATION "${protokol_package_dir}")
