# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The QML module N3x.Canvas: the components of this folder over the types that app/ declares with QML_ELEMENT.
# Both stand in the library of the window, so that qmllint sees one module whole.
set(qml_folder ${PROJECT_SOURCE_DIR}/qml)
file(GLOB_RECURSE components CONFIGURE_DEPENDS ${qml_folder}/*.qml)
foreach(component IN LISTS components) # found by its name alone, whatever folder it stands in
  get_filename_component(name ${component} NAME)
  set_source_files_properties(${component} PROPERTIES QT_RESOURCE_ALIAS ${name})
endforeach()
qt_add_qml_module(n3x_app URI N3x.Canvas VERSION 1.0 NO_PLUGIN RESOURCE_PREFIX /qt/qml DEPENDENCIES QtQuick
  QML_FILES ${components} OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml/N3x/Canvas)
target_include_directories(n3x_app PRIVATE ${PROJECT_SOURCE_DIR}/app/canvas) # for the registration that Qt writes
