/// The names that have capitals in SVG and MathML (sections "adjust SVG attributes", "adjust MathML attributes" and
/// "Any other start tag" of "The rules for parsing tokens in foreign content").
enum ForeignNames {
  /// The name of an SVG element as SVG spells it, or `nil` when that is lower case.
  static func svgElement(_ name: String) -> String? { svgElements[name] }

  /// The name of an attribute as SVG or MathML spells it, or `nil` when that is lower case.
  static func attribute(_ name: String, in namespace: HTMLNamespace) -> String? {
    namespace == .math ? (name == "definitionurl" ? "definitionURL" : nil) : svgAttributes[name]
  }

  private static func byLowerCase(_ names: String) -> [String: String] {
    var table: [String: String] = [:]
    for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      table[name.lowercased()] = String(name)
    }
    return table
  }

  private static let svgElements = byLowerCase(
    """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
    radialGradient textPath
    """)

  private static let svgAttributes = byLowerCase(
    """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits
    glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage
    tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
    """)
}
