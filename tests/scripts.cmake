# Tests that are scripts: Python 3 with its standard library. What needs more than that stays out of plain ctest.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(script_test name script)
  add_test(NAME ${name} COMMAND ${Python3_EXECUTABLE} -B ${script} ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

script_test(rooms tests/rooms/rooms_test.py)
script_test(lang tests/lang/texts_test.py)
