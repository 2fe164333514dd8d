# Fails when PROGRAM refers to a window, a socket or a database.
execute_process(COMMAND ${NM} ${PROGRAM} OUTPUT_VARIABLE symbols RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT symbols MATCHES "model_decide")
  message(FATAL_ERROR "${NM} could not list the symbols of ${PROGRAM}")
endif()
string(REGEX MATCHALL " (SDL_|TTF_|enet_|sqlite3_|crypto_)[A-Za-z0-9_]*" found "${symbols}")
if(found)
  message(FATAL_ERROR "${PROGRAM} refers to${found}")
endif()
