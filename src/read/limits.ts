/**
 * Bounds on what a reader accepts, so that a hostile or broken file ends in a clear line and not in a hang. A dense
 * four-layer A5 board stays far below each of them.
 */
export const limits = {
  /** Bytes of one text file. */
  fileBytes: 32 * 1024 * 1024,
  /** Objects a Gerber layer may draw, step-and-repeat and blocks unrolled. */
  gerberObjects: 1_200_000,
  /** Points of all contours, strokes and arcs of one layer. */
  gerberPoints: 4_000_000,
  /** Points of one flattened arc or circle. */
  arcPoints: 1_440,
  apertures: 20_000,
  macroStatements: 2_000,
  /** Depth of brackets in a macro expression, of nested aperture blocks, of step-and-repeat. */
  nesting: 32,
  drillHits: 50_000,
  /** mm; larger boards are not made, and a wrong format shows here. */
  coordinateMm: 5_000,
  csvRows: 50_000,
  csvCellChars: 32_768,
  zipEntries: 2_000,
  zipEntryBytes: 64 * 1024 * 1024,
  zipTotalBytes: 256 * 1024 * 1024,
  /** Pairs of edges with overlapping boxes in one union: beyond it, the sweep would take more than some seconds. */
  edgePairs: 12_000_000,
  /** Pairs of objects of one layer whose boxes meet. */
  meetings: 12_000_000,
  /** Corners of all shapes of one layer that touch others, as often as they are gone through. */
  mergedPoints: 4_000_000,
  /** Corners of copper round the places that may be too narrow. */
  narrowCorners: 1_000_000,
  /** Findings of one rule that are told one by one. */
  findingsPerRule: 10_000,
  /** Pairs of holes closer than any wall may be. */
  holePairs: 500_000,
} as const
