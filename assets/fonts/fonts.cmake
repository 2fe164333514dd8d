# The fonts Plenary is drawn with, found when it is configured and named here only. Inter is the UI
# font in four weights; texts it has no letters for go through Pango in the fallback family.
set(PLENARY_FONT_FOLDERS /usr/share/fonts /usr/local/share/fonts
    CACHE STRING "Where fonts are looked for")
set(PLENARY_FALLBACK_FAMILY "Noto Sans")

foreach(folder IN LISTS PLENARY_FONT_FOLDERS)
  list(APPEND plenary_font_paths ${folder} ${folder}/opentype/inter ${folder}/truetype/inter
       ${folder}/inter ${folder}/truetype/noto ${folder}/noto)
endforeach()

foreach(weight Regular Medium SemiBold Bold)
  string(TOUPPER ${weight} upper)
  find_file(PLENARY_FONT_${upper} NAMES Inter-${weight}.otf Inter-${weight}.ttf
            PATHS ${plenary_font_paths} NO_DEFAULT_PATH)
  if(NOT PLENARY_FONT_${upper})
    message(FATAL_ERROR "The font Inter ${weight} was not found under ${PLENARY_FONT_FOLDERS}. "
                        "On Debian and Ubuntu it is in the package fonts-inter.")
  endif()
endforeach()

find_file(PLENARY_FONT_FALLBACK NAMES NotoSans-Regular.ttf
          PATHS ${plenary_font_paths} NO_DEFAULT_PATH)
if(NOT PLENARY_FONT_FALLBACK)
  message(FATAL_ERROR "The font Noto Sans was not found under ${PLENARY_FONT_FOLDERS}. "
                      "On Debian and Ubuntu it is in the package fonts-noto-core.")
endif()
