# The catalogues: po/<language>.po becomes locale/<language>/LC_MESSAGES/decroche.mo.
# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/po/*.po)
set(compiled)
if(catalogues)
    find_program(MSGFMT msgfmt REQUIRED)
endif()
foreach(catalogue IN LISTS catalogues)
    get_filename_component(language ${catalogue} NAME_WE)
    set(folder ${CMAKE_BINARY_DIR}/locale/${language}/LC_MESSAGES)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${folder}/decroche.mo
        COMMAND ${MSGFMT} --check-format --check-domain -o ${folder}/decroche.mo ${catalogue}
        DEPENDS ${catalogue} VERBATIM)
    list(APPEND compiled ${folder}/decroche.mo)
    install(FILES ${folder}/decroche.mo
        DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES)
endforeach()
add_custom_target(locale ALL DEPENDS ${compiled})
