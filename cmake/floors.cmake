# The floors of the house: one static library per folder, and the program on top.
# SPDX-License-Identifier: GPL-3.0-or-later
include(CheckIPOSupported)

set(DECROCHE_LTO OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    check_ipo_supported(RESULT DECROCHE_LTO OUTPUT ignored LANGUAGES C)
endif()

# What all C of the tree is compiled with. -ffp-contract=off: the same digits on machines that
# have a fused multiply-add. -fno-math-errno, -fno-trapping-math: nobody reads errno, or traps, after
# arithmetic; results do not change.
function(compile_as_ours target)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wconversion -Wshadow -Wmissing-prototypes -pedantic
        $<$<BOOL:${DECROCHE_WERROR}>:-Werror>
        -fno-math-errno -fno-trapping-math -ffp-contract=off)
endfunction()

# Link-time optimisation for the program. The objects keep machine code beside (GCC calls them
# fat), so that the tests link in a blink, and house.sh finds the symbols.
function(optimise_at_link target)
    if(DECROCHE_LTO)
        set_target_properties(${target} PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
        if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${target} PRIVATE -ffat-lto-objects)
        endif()
    endif()
endfunction()

# add_floor(folder, what it stands on...). A folder that has no sources yet is a name only.
function(add_floor folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.c)
    if(NOT sources)
        add_library(${folder} INTERFACE)
        target_link_libraries(${folder} INTERFACE ${ARGN})
        return()
    endif()
    add_library(${folder} STATIC ${sources})
    target_link_libraries(${folder} PUBLIC ${ARGN})
    compile_as_ours(${folder})
    optimise_at_link(${folder})
endfunction()

# add_program(name, folder, what it stands on...)
function(add_program name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.c)
    if(NOT sources)
        return()
    endif()
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE ${ARGN})
    compile_as_ours(${name})
    optimise_at_link(${name})
endfunction()
