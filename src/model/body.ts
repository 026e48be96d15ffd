/** What a package looks like: GLB, STEP, the checks and the drawings are made from it. Lengths in mm. */

export type Vec2 = readonly [number, number]
export type Vec3 = readonly [number, number, number]

/** A closed curve of the profile plane. Polygons do not repeat their first point; their sense does not matter. */
export type Loop =
  | { readonly kind: "polygon"; readonly points: readonly Vec2[] }
  | { readonly kind: "circle"; readonly centre: Vec2; readonly radius: number }

/** Right-handed orthonormal axes: the profile lies in the u-v plane through `origin` and is extruded along w. */
export interface Frame {
  readonly origin: Vec3
  readonly u: Vec3
  readonly v: Vec3
  readonly w: Vec3
}

/** What a surface looks like; the same table colours GLB, STEP and the pictures. Colours as sRGB hex. */
export interface Look {
  readonly colour: string
  readonly metallic: number
  readonly roughness: number
}

export const materials = {
  boardTop: { colour: "#0f5a34", metallic: 0, roughness: 0.5 },
  boardBottom: { colour: "#0f5a34", metallic: 0, roughness: 0.5 },
  substrate: { colour: "#b5a26c", metallic: 0, roughness: 0.9 },
  tin: { colour: "#c4c7cb", metallic: 0.9, roughness: 0.35 },
  solder: { colour: "#b4b8bd", metallic: 0.9, roughness: 0.25 },
  gold: { colour: "#d2ab55", metallic: 0.95, roughness: 0.3 },
  resistive: { colour: "#17181a", metallic: 0, roughness: 0.55 },
  alumina: { colour: "#e6e4dd", metallic: 0, roughness: 0.8 },
  ceramic: { colour: "#b6946a", metallic: 0, roughness: 0.6 },
  mould: { colour: "#2a2b2e", metallic: 0, roughness: 0.75 },
  plastic: { colour: "#1a1b1d", metallic: 0, roughness: 0.6 },
  jumper: { colour: "#1d4f9c", metallic: 0, roughness: 0.5 },
  moduleMask: { colour: "#24272b", metallic: 0, roughness: 0.5 },
  moduleTrace: { colour: "#41464c", metallic: 0.1, roughness: 0.5 },
  shield: { colour: "#cfcfca", metallic: 0.85, roughness: 0.42 },
  greenMask: { colour: "#127a45", metallic: 0, roughness: 0.45 },
  ferrite: { colour: "#3b3c3f", metallic: 0.1, roughness: 0.8 },
  aluminium: { colour: "#d3d6d9", metallic: 0.9, roughness: 0.3 },
  brass: { colour: "#c9a94f", metallic: 0.9, roughness: 0.35 },
  lens: { colour: "#d9e8d0", metallic: 0, roughness: 0.3 },
  ink: { colour: "#f2f2ee", metallic: 0, roughness: 0.8 },
  inkDark: { colour: "#33363a", metallic: 0, roughness: 0.8 },
  laser: { colour: "#8d9095", metallic: 0, roughness: 0.9 },
} as const satisfies Record<string, Look>

export type Material = keyof typeof materials

/** One straight extrusion of a plane profile: boxes, cylinders, bent leads, drafted mould halves. */
export interface Shape {
  readonly name: string
  readonly material: Material
  readonly outline: Loop
  readonly holes: readonly Loop[]
  readonly frame: Frame
  readonly length: number
  /** The outline at the far end where it differs (same number of points, edges parallel): draft angles, pin tips. */
  readonly farOutline?: readonly Vec2[]
  /** Print on a surface: drawn, but no matter; left out of STEP and of the checks. */
  readonly marking?: true
}

/** Text printed or engraved on a body, in the body's frame. */
export interface Mark {
  /** `{mark}` stands for the part's own: a resistor's code, an IC's name. */
  readonly text: string
  /** Middle of the text, mm. */
  readonly at: Vec2
  /** Surface it is on, mm over the board. */
  readonly z: number
  readonly capHeight: number
  readonly material: Material
  /** Reading direction: 0 = along x, counter-clockwise. */
  readonly turnDeg?: 0 | 90 | 180 | 270
}

/** A height with where it comes from; `typical` marks what no data sheet of the exact part gives. */
export interface SourcedHeight {
  readonly mm: number
  readonly source: string
  readonly trust: "datasheet" | "typical" | "measured"
}

/**
 * The body of one package. Frame of its shapes and terminals: mm, x right and y up seen from the side the part is
 * mounted on, z away from the board, z = 0 on the board's surface.
 */
export interface Body {
  /** Different for bodies that look different: files are named after it. */
  readonly id: string
  readonly title: string
  readonly shapes: readonly Shape[]
  /**
   * Pin (its name, for a piece on several parts' pads) -> where the terminal meets the board. A model is put on the board by these, so a body that sits wrongly on
   * its land pattern shows.
   */
  readonly terminals: Readonly<Record<string, Vec2>>
  /** Height over the board's surface. */
  readonly height: SourcedHeight
  /** How far pins reach through a board of the given thickness: mm below the surface the part is mounted on. */
  readonly pinDepthMm?: number
  /** Heights over the board that somebody has to keep when fitting it, mm: what stands at that height. */
  readonly levels?: readonly { readonly what: string; readonly mm: number }[]
  /** Where pin 1 (or the cathode) is marked on a drawing. */
  readonly pinOne?: Vec2
  readonly polarity?: "cathode"
  readonly marks?: readonly Mark[]
  /** Usually left empty on a finished board. */
  readonly optional?: true
}
