import { groupBy } from "../../circuit/group-by"
import type { Finding } from "../../model/finding"
import type { XmlElement } from "../../read/xml"

/**
 * What IPC-2581 revision C lets stand where, of the elements that a board's file has, in our own words: the children in
 * their order ("?" once or not, "*" any number, "+" one at least), then the attributes that must be there ("#" a number,
 * "+" one that is not negative).
 */
const forms = "Circle|Contour|Oval|Polyline|RectCenter|RectRound|StandardPrimitiveRef"
const grammar: Readonly<Record<string, readonly [children: string, attributes: string]>> = {
  "IPC-2581": ["Content LogisticHeader HistoryRecord Bom* Ecad Avl?", "revision"],
  Content: ["FunctionMode StepRef* LayerRef* BomRef* AvlRef? DictionaryStandard?", "roleRef"],
  FunctionMode: ["", "mode"],
  StepRef: ["", "name"],
  LayerRef: ["", "name"],
  BomRef: ["", "name"],
  AvlRef: ["", "name"],
  DictionaryStandard: ["EntryStandard*", "units"],
  EntryStandard: ["Circle|Contour|Oval|RectCenter|RectRound", "id"],
  Circle: ["", "diameter+"],
  Oval: ["", "width+ height+"],
  RectCenter: ["", "width+ height+"],
  RectRound: ["", "width+ height+ radius+"],
  Contour: ["Polygon Cutout*", ""],
  Profile: ["Polygon Cutout*", ""],
  Polygon: ["PolyBegin PolyStepSegment+", ""],
  Cutout: ["PolyBegin PolyStepSegment+", ""],
  Polyline: ["PolyBegin PolyStepSegment+ LineDesc", ""],
  PolyBegin: ["", "x# y#"],
  PolyStepSegment: ["", "x# y#"],
  LineDesc: ["", "lineEnd lineWidth+"],
  StandardPrimitiveRef: ["", "id"],
  LogisticHeader: ["Role+ Enterprise+ Person+", ""],
  Role: ["", "id roleFunction"],
  Enterprise: ["", "id code"],
  Person: ["", "name enterpriseRef roleRef"],
  HistoryRecord: ["FileRevision", "number# origination software lastChange"],
  FileRevision: ["SoftwarePackage", "fileRevisionId comment"],
  SoftwarePackage: ["Certification+", "name revision vendor"],
  Certification: ["", "certificationStatus"],
  Bom: ["BomHeader BomItem+", "name"],
  BomHeader: ["StepRef*", "assembly revision"],
  BomItem: ["RefDes* Characteristics", "OEMDesignNumberRef quantity category"],
  RefDes: ["", "name"],
  Characteristics: ["Textual*", "category"],
  Textual: ["", ""],
  Ecad: ["CadHeader CadData?", "name"],
  CadHeader: ["Spec*", "units"],
  Spec: ["General*", "name"],
  General: ["Property*", "type"],
  Property: ["", ""],
  CadData: ["Layer+ Stackup* Step+", ""],
  Layer: ["SpecRef* Span?", "name layerFunction side polarity"],
  Span: ["", ""],
  SpecRef: ["", "id"],
  Stackup: ["StackupGroup*", "name overallThickness+ tolPlus+ tolMinus+ whereMeasured stackupStatus"],
  StackupGroup: ["StackupLayer*", "name thickness+ tolPlus+ tolMinus+"],
  StackupLayer: ["SpecRef*", "layerOrGroupRef thickness+ tolPlus+ tolMinus+"],
  Step: ["PadStackDef* Datum Profile? Package* Component* LogicalNet* PhyNetGroup* LayerFeature*", "name"],
  PadStackDef: ["PadstackHoleDef* PadstackPadDef*", "name"],
  PadstackHoleDef: ["", "name diameter+ platingStatus plusTol+ minusTol+ x# y#"],
  PadstackPadDef: [`Xform? Location ${forms}`, "layerRef padUse"],
  Datum: ["", "x# y#"],
  Location: ["", "x# y#"],
  Xform: ["", ""],
  Package: ["Outline Pin*", "name type pinOneOrientation"],
  Outline: ["Polygon LineDesc", ""],
  Pin: [`Xform? Location? ${forms}`, "number type"],
  Component: ["Xform? Location", "part layerRef mountType"],
  LogicalNet: ["PinRef+", "name"],
  PinRef: ["", "pin"],
  PhyNetGroup: ["PhyNet+", "name"],
  PhyNet: ["PhyNetPoint+", "name"],
  PhyNetPoint: [`Xform? ${forms}`, "x# y# layerRef netNode exposure"],
  LayerFeature: ["Set+", "layerRef"],
  Set: ["Pad|Hole|SlotCavity|Features*", ""],
  Pad: [`Xform? Location ${forms} PinRef?`, ""],
  Features: [`Xform? Location* ${forms}`, ""],
  Hole: ["", "name diameter+ platingStatus plusTol+ minusTol+ x# y#"],
  SlotCavity: [`Location Xform? ${forms}`, "name platingStatus plusTol+ minusTol+"],
  Avl: ["AvlHeader AvlItem+", "name"],
  AvlHeader: ["", "title source author datetime version+"],
  AvlItem: ["AvlVmpn*", "OEMDesignNumber"],
  AvlVmpn: ["AvlMpn AvlVendor", ""],
  AvlMpn: ["", "name"],
  AvlVendor: ["", "enterpriseRef"],
}

/** Names that are given once, and by which elements: [their kind, the element, the attribute]. */
const given: readonly (readonly [string, string, string])[] = [
  ["step", "Step", "name"],
  ["layer", "Layer", "name"],
  ["form", "EntryStandard", "id"],
  ["pad-stack", "PadStackDef", "name"],
  ["package", "Package", "name"],
  ["part", "RefDes", "name"],
  ["BOM row", "BomItem", "OEMDesignNumberRef"],
  ["net", "LogicalNet", "name"],
  ["net", "PhyNet", "name"],
  ["spec", "Spec", "name"],
  ["stack-up", "Stackup", "name"],
  ["firm", "Enterprise", "id"],
  ["role", "Role", "id"],
]

/** Attributes that mean one of them, wherever they stand; "Element.attribute" where the attribute alone says too little. */
const meant: Readonly<Record<string, string>> = {
  layerRef: "layer",
  layerOrGroupRef: "layer",
  "LayerRef.name": "layer",
  "Span.fromLayer": "layer",
  "Span.toLayer": "layer",
  "StepRef.name": "step",
  "StandardPrimitiveRef.id": "form",
  padstackDefRef: "pad-stack",
  packageRef: "package",
  componentRef: "part",
  refDes: "part",
  "Component.part": "BOM row",
  "AvlItem.OEMDesignNumber": "BOM row",
  "Set.net": "net",
  "SpecRef.id": "spec",
  stackupRef: "stack-up",
  enterpriseRef: "firm",
  roleRef: "role",
}

const patterns = new Map(
  Object.entries(grammar).map(([name, [children]]) => {
    const words = children.split(" ").filter((word) => word !== "")
    const parts = words.map((word) => {
      const many = /[?*+]$/.exec(word)?.[0] ?? ""
      return `(?:(?:${word.slice(0, word.length - many.length)}),)${many}`
    })
    return [name, new RegExp(`^${parts.join("")}$`)]
  }),
)

/** Of each element, the attributes that must be there, and what they have to be. */
const owed = new Map(
  Object.entries(grammar).map(([name, [, attributes]]) => [
    name,
    attributes
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({ key: word.replace(/[#+]$/, ""), kind: /[#+]$/.exec(word)?.[0] ?? "" })),
  ]),
)

const givenBy = groupBy(given, ([, element]) => element)

/** Whether the file is put together as the standard wants it; no more than a few of a kind are said. */
export function structureFindings(root: XmlElement, file: string): Finding[] {
  const findings: Finding[] = []
  const say = (line: number, message: string): void => {
    findings.push({ rule: "pkg/ipc-2581", severity: "error", message, file, line })
  }
  const names = new Map<string, Set<string>>()
  const all: XmlElement[] = []
  const walk = (element: XmlElement): void => {
    all.push(element)
    for (const child of element.children) walk(child)
  }
  walk(root)
  if (root.name !== "IPC-2581" || root.attributes.get("revision") !== "C")
    say(root.line, "not a file of IPC-2581 revision C")
  for (const { name, attributes, line } of all)
    for (const [kind, , attribute] of givenBy.get(name) ?? []) {
      const id = attributes.get(attribute)
      if (id === undefined) continue
      const known = names.get(kind) ?? new Set()
      if (known.has(id)) say(line, `two of one name: ${kind} "${id}"`)
      names.set(kind, known.add(id))
    }
  for (const { name, attributes, children, line } of all) {
    const rule = grammar[name]
    if (rule === undefined) {
      say(line, `<${name}> is no element that a board's file has`)
      continue
    }
    const inside = children.map((child) => `${child.name},`).join("")
    if (patterns.get(name)?.test(inside) !== true)
      say(
        line,
        `<${name}> has ${inside === "" ? "nothing in it" : inside.slice(0, 60)}: ${rule[0] || "nothing"} is wanted`,
      )
    for (const { key, kind } of owed.get(name) ?? []) {
      const value = attributes.get(key)
      const number = Number(value)
      if (value === undefined) say(line, `<${name}> has no ${key}`)
      else if (kind !== "" && (value === "" || !Number.isFinite(number) || (kind === "+" && number < 0)))
        say(line, `${key}="${value}" of <${name}> is no such number`)
    }
    for (const [key, value] of attributes) {
      const kind = meant[`${name}.${key}`] ?? meant[key]
      if (kind !== undefined && names.get(kind)?.has(value) !== true)
        say(line, `${key}="${value}" of <${name}>: there is no such ${kind}`)
    }
  }
  return findings
}
