/**
 * Readers of fabrication files, sharing no code with what writes them. Everything comes out in mm in the file's own
 * frame; polygons in integer nanometres. Anything unreadable throws `ReadError` (a `UserError`).
 */
export { type CsvRow, type CsvTable, readCsv } from "./csv"
export { type DrillFile, type DrillHit, type DrillTool, isBreakOff } from "./excellon/model"
export { type DrillFormat, UnsureFormat } from "./excellon/number"
export { readExcellon } from "./excellon/reader"
export { hitRings } from "./excellon/shape"
export type { Box, Point } from "./geometry/point"
export { areaMm2, type Polygon, type Ring, ringToMm, toMm, toUnits, unitsPerMm } from "./geometry/polygon"
export { toPolygons } from "./gerber/image"
export type {
  Aperture,
  ApertureShape,
  DrawnObject,
  Flash,
  GerberImage,
  RegionFill,
  Stroke,
} from "./gerber/model"
export { readGerber } from "./gerber/reader"
export { type Manifest, readJson, readManifest } from "./manifest"
export { ReadError } from "./read-error"
export { svgDrillPath, svgPath } from "./svg"
export { readZip, type ZipEntry } from "./zip"
