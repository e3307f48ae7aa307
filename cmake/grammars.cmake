# The built-in rules, understood beforehand, with what reading the samples teaches: build/share/protokol/grammars.packed.
# A rule that is edited takes effect at once: the program reads the rules themselves while they differ from what was
# packed.
add_executable(pack_grammars tools/pack_grammars.cc)
target_link_libraries(pack_grammars PRIVATE protokol_options protokol::protokol)

set(protokol_packed_grammars "${PROTOKOL_DATA_DIR}/grammars.packed")
file(GLOB protokol_rule_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/grammars/*.rules")
file(GLOB protokol_sample_texts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/samples/*.txt")
add_custom_command(
  OUTPUT "${protokol_packed_grammars}"
  COMMAND pack_grammars "${PROTOKOL_DATA_DIR}/grammars" "${protokol_dictionary_file}" "${protokol_packed_grammars}"
          ${protokol_sample_texts}
  DEPENDS pack_grammars ${protokol_rule_files} ${protokol_sample_texts} "${protokol_dictionary_file}"
  COMMENT "Packing the rules"
  VERBATIM)
add_custom_target(protokol_grammars ALL DEPENDS "${protokol_packed_grammars}")
