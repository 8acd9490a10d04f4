# Tests that are scripts. Plain ctest runs those that Python 3 alone can; the schema test needs python3-jsonschema, which
# test.sh installs.
find_package(Python3 COMPONENTS Interpreter)
if(NOT Python3_FOUND)
  message(STATUS "Tests that are scripts are left out: the Debian package python3 is missing")
  return()
endif()

function(script_test name script)
  add_test(NAME ${name} COMMAND ${Python3_EXECUTABLE} -B ${script} ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

script_test(rooms tests/rooms/rooms_test.py)
script_test(lang tests/lang/texts_test.py)
script_test(data_regenerate tests/data/regenerate_test.py)
script_test(data_sverige tests/data/sverige_test.py)
script_test(data_exports tests/data/exports_test.py $<TARGET_FILE:samverka>)
script_test(data_readme tests/data/readme_test.py $<TARGET_FILE:samverka>)
script_test(report_pages tests/report/pages_test.py $<TARGET_FILE:samverka>)
script_test(report_shared_page tests/report/shared_page_test.py $<TARGET_FILE:samverka>)

execute_process(COMMAND ${Python3_EXECUTABLE} -c "import jsonschema" RESULT_VARIABLE no_jsonschema ERROR_QUIET)
if(no_jsonschema)
  message(STATUS "The schema test is left out: the Debian package python3-jsonschema is missing")
else()
  file(GLOB networks RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS datasets/*.json)
  script_test(data_schema tests/data/schema_test.py assets/schema/network-1.schema.json ${networks})
endif()

# The real program in a real X server; skipped where Xvfb or xdotool is missing (test.sh installs them).
script_test(window_smoke tests/desktop/smoke_test.py $<TARGET_FILE:samverka> datasets/sverige-2025.json)
set_tests_properties(window_smoke PROPERTIES SKIP_RETURN_CODE 77)
# Mesa unloads its driver at exit with some memory still held, which the leak detector cannot tell from ours.
if(SAMVERKA_SANITIZE)
  set_tests_properties(desktop window_smoke PROPERTIES ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
endif()
