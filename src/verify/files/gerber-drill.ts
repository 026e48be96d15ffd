import { type DrillFile, type DrillHit, type DrillTool, type GerberImage, isBreakOff } from "../../read"

/** A drill file in Gerber's own format (X2: `.FileFunction` Plated or NonPlated), as holes and slots. */
export function drillOfGerber(image: GerberImage): DrillFile {
  const plated = image.attributes.get(".FileFunction")?.[0] === "Plated"
  const hits: DrillHit[] = []
  const tools = new Map<number, DrillTool>()
  for (const object of image.objects) {
    if (object.kind === "region" || object.aperture.shape.kind !== "circle") continue
    const { aperture, line } = object
    const { diameter } = object.aperture.shape as { diameter: number }
    if (!(diameter > 0)) continue
    const of = object.apertureFunction
    const fields = aperture.attributes.get(".AperFunction") ?? []
    tools.set(aperture.code, {
      number: aperture.code,
      diameter,
      line: aperture.line,
      apertureFunction: of === undefined ? undefined : [plated ? "Plated" : "NonPlated", "", ...fields],
      plated,
    })
    hits.push({
      kind: object.kind === "flash" ? "hole" : "slot",
      points: object.kind === "flash" ? [object.at] : object.points,
      diameter,
      tool: aperture.code,
      line,
      plated,
      via: of === "ViaDrill",
      breakOff: isBreakOff(fields),
    })
  }
  const { file, unit, attributes, problems } = image
  return {
    kind: "excellon",
    file,
    unit,
    plating: plated ? "plated" : "unplated",
    tools,
    hits,
    attributes,
    problems: problems.filter(({ kind }) => kind !== "deprecated"),
  }
}
