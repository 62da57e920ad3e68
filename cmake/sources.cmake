# Which sources results come from: sources_id.c has a digest of all C of sim, models and scenarios.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A version is a number that somebody has to raise; what is kept between runs needs to know the
# sources themselves. Run as a script, it writes OUTPUT, from the tree ROOT.
if(CMAKE_SCRIPT_MODE_FILE)
    set(digests)
    foreach(floor sim models scenarios)
        file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/${floor}/*.[ch])
        foreach(source IN LISTS sources)
            file(SHA256 ${ROOT}/${source} digest)
            string(APPEND digests "${digest} ${source}\n")
        endforeach()
    endforeach()
    string(SHA256 digest "${digests}")
    file(WRITE ${OUTPUT} "/* Made by cmake/sources.cmake. */\n#include \"cli/sources_id.h\"\n\n"
        "const char sources_id[] = \"${digest}\";\n")
    return()
endif()

file(GLOB_RECURSE sources_of_results CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sim/*.[ch]
    ${CMAKE_SOURCE_DIR}/models/*.[ch] ${CMAKE_SOURCE_DIR}/scenarios/*.[ch])
set(DECROCHE_SOURCES_ID ${CMAKE_BINARY_DIR}/sources_id.c)
add_custom_command(OUTPUT ${DECROCHE_SOURCES_ID}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DOUTPUT=${DECROCHE_SOURCES_ID}
        -P ${CMAKE_CURRENT_LIST_DIR}/sources.cmake
    DEPENDS ${sources_of_results} ${CMAKE_CURRENT_LIST_DIR}/sources.cmake VERBATIM)
