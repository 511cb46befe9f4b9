import Typography

/// The families that the tests set words in, from the Debian packages of `packages.txt`.
let manifest = FontManifest(families: [
  family(
    "Linux Libertine O", package: "fonts-linuxlibertine",
    folder: "/usr/share/fonts/opentype/linux-libertine/",
    [
      (400, false, "LinLibertine_R.otf"), (400, true, "LinLibertine_RI.otf"),
      (600, false, "LinLibertine_RZ.otf"), (700, false, "LinLibertine_RB.otf"),
    ]),
  family(
    "Roboto", package: "fonts-roboto-unhinted",
    folder: "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/",
    [(400, false, "Roboto-Regular.ttf"), (500, false, "Roboto-Medium.ttf")]),
  family(
    "Roboto Condensed", package: "fonts-roboto-unhinted",
    folder: "/usr/share/fonts/truetype/roboto/unhinted/",
    [(400, false, "RobotoCondensed-Regular.ttf"), (700, true, "RobotoCondensed-BoldItalic.ttf")]),
  family(
    "Open Sans", package: "fonts-open-sans", folder: "/usr/share/fonts/truetype/open-sans/",
    [(400, false, "OpenSans-Regular.ttf"), (600, false, "OpenSans-Semibold.ttf")]),
  family("Borta", package: "fonts-borta", folder: "/finns/inte/", [(400, false, "Borta.ttf")]),
  family("Egen", package: nil, folder: "/etc/", [(400, false, "passwd")]),
])

private func family(
  _ name: String, package: String?, folder: String, _ faces: [(Int, Bool, String)]
) -> FontManifest.Family {
  FontManifest.Family(
    name: name, package: package,
    faces: faces.map { weight, isItalic, file in
      FontFace(family: name, weight: weight, isItalic: isItalic, path: folder + file)
    })
}
