import { materials, rgb } from "./materials"
import type { Frame, Solid } from "./solid"
import { placementOf, writeBrep } from "./step-brep"
import { StepFile, stepReal, stepString } from "./step-file"

export interface StepOptions {
  /** Name of the assembly, e.g. `mep-smd`. */
  readonly name: string
  /** ISO 8601 without zone: the date of the source, not of the build. */
  readonly date: string
}

const world: Frame = { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] }

/**
 * An AP214 file: an assembly of one product a part, named by designator, each made of coloured solids with plane and
 * cylindrical faces. mm, in the frame of the solids. Markings stay out.
 */
export function toStep(solids: readonly Solid[], options: StepOptions): string {
  const file = new StepFile()
  const application = file.add("APPLICATION_CONTEXT('automotive design')")
  file.add(
    `APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,${application})`,
  )
  const scene: Scene = {
    file,
    context: geometricContext(file),
    productContext: file.add(`PRODUCT_CONTEXT('',${application},'mechanical')`),
    definitionContext: file.add(`PRODUCT_DEFINITION_CONTEXT('part definition',${application},'design')`),
    origin: placementOf(file, world),
    styled: [],
  }
  const parts = new Map<string, Solid[]>()
  for (const solid of solids) {
    // An empty place is no solid.
    if (solid.marking || !solid.fitted) continue
    parts.set(solid.part, [...(parts.get(solid.part) ?? []), solid])
  }
  const products = [...parts].map(([name, own]) => partProduct(scene, name, own))
  assemble(scene, options.name, products)
  file.add(
    `MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION('',(${scene.styled.join(",")}),${scene.context})`,
  )
  return file.text(options.name, options.date)
}

interface Scene {
  readonly file: StepFile
  readonly context: string
  readonly productContext: string
  readonly definitionContext: string
  readonly origin: string
  readonly styled: string[]
}

interface Product {
  readonly name: string
  readonly definition: string
  readonly representation: string
}

function geometricContext(file: StepFile): string {
  const length = file.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))")
  const angle = file.add("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))")
  const solidAngle = file.add("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())")
  const accuracy = file.add(
    `UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-05),${length},'distance_accuracy_value','')`,
  )
  return file.add(
    `(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((${accuracy}))` +
      `GLOBAL_UNIT_ASSIGNED_CONTEXT((${length},${angle},${solidAngle}))REPRESENTATION_CONTEXT('',''))`,
  )
}

/** A product with its definition and shape: what every STEP reader looks for first. */
function product(scene: Scene, name: string, representation: string): Product {
  const { file } = scene
  const label = stepString(name)
  const item = file.add(`PRODUCT(${label},${label},'',(${scene.productContext}))`)
  file.add(`PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,(${item}))`)
  const formation = file.add(`PRODUCT_DEFINITION_FORMATION('','',${item})`)
  const definition = file.add(`PRODUCT_DEFINITION('design','',${formation},${scene.definitionContext})`)
  const shape = file.add(`PRODUCT_DEFINITION_SHAPE('','',${definition})`)
  file.add(`SHAPE_DEFINITION_REPRESENTATION(${shape},${representation})`)
  return { name, definition, representation }
}

function partProduct(scene: Scene, name: string, solids: readonly Solid[]): Product {
  const { file } = scene
  const breps = solids.map((solid) => {
    const brep = writeBrep(file, solid)
    scene.styled.push(file.add(`STYLED_ITEM('colour',(${style(file, solid)}),${brep})`))
    return brep
  })
  const representation = file.add(
    `ADVANCED_BREP_SHAPE_REPRESENTATION(${stepString(name)},(${[scene.origin, ...breps].join(",")}),${scene.context})`,
  )
  return product(scene, name, representation)
}

function style(file: StepFile, solid: Solid): string {
  const [r, g, b] = rgb(materials[solid.material].colour)
  const part = (value: number): string => stepReal(Math.round((value / 255) * 1e4) / 1e4)
  const colour = file.share(`COLOUR_RGB('',${part(r)},${part(g)},${part(b)})`)
  const fill = file.share(`FILL_AREA_STYLE_COLOUR('',${colour})`)
  const area = file.share(`FILL_AREA_STYLE('',(${fill}))`)
  const surface = file.share(`SURFACE_STYLE_FILL_AREA(${area})`)
  const side = file.share(`SURFACE_SIDE_STYLE('',(${surface}))`)
  const usage = file.share(`SURFACE_STYLE_USAGE(.BOTH.,${side})`)
  return file.share(`PRESENTATION_STYLE_ASSIGNMENT((${usage}))`)
}

/** Puts every product into one assembly. Parts are drawn in place already, so each is put there unmoved. */
function assemble(scene: Scene, name: string, products: readonly Product[]): void {
  const { file } = scene
  const representation = file.add(
    `SHAPE_REPRESENTATION(${stepString(name)},(${scene.origin}),${scene.context})`,
  )
  const root = product(scene, name, representation)
  const unmoved = file.add(`ITEM_DEFINED_TRANSFORMATION('','',${scene.origin},${scene.origin})`)
  products.forEach((child, i) => {
    const label = stepString(child.name)
    const usage = file.add(
      `NEXT_ASSEMBLY_USAGE_OCCURRENCE('${i + 1}',${label},'',${root.definition},${child.definition},$)`,
    )
    const shape = file.add(`PRODUCT_DEFINITION_SHAPE('Placement','',${usage})`)
    const relation = file.add(
      `(REPRESENTATION_RELATIONSHIP('','',${child.representation},${root.representation})` +
        `REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(${unmoved})SHAPE_REPRESENTATION_RELATIONSHIP())`,
    )
    file.add(`CONTEXT_DEPENDENT_SHAPE_REPRESENTATION(${relation},${shape})`)
  })
}
