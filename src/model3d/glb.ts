import { type Accessor, Document, type Material as GltfMaterial, NodeIO } from "@gltf-transform/core"
import type { Material } from "./materials"
import { materials, rgb } from "./materials"
import { type Mesh, meshOf } from "./mesh"
import type { Solid } from "./solid"

/** Pictures laid over the faces of the board: PNG bytes, the board's bounding box, as one looks at each face. */
export interface BoardTextures {
  readonly top: Uint8Array
  readonly bottom: Uint8Array
}

export interface GlbOptions {
  readonly title: string
  readonly textures?: BoardTextures
  /** Box that the textures cover, in mm; by default the bounding box of the board solid. */
  readonly textureBox?: {
    readonly minX: number
    readonly minY: number
    readonly maxX: number
    readonly maxY: number
  }
  /** Where a part stands besides where its solids are: each place with the name it has there. mm; once unless said. */
  readonly places?: ReadonlyMap<string, readonly GlbPlace[]>
}

export interface GlbPlace {
  readonly part: string
  readonly x: number
  readonly y: number
}

/**
 * A binary glTF 2.0 of the solids, one node a part (named by designator, `extras.fitted` says whether this variant
 * has it), one primitive a material. glTF frame: metres, y up; the board lies in x-z, its top face looks up. The
 * same solids give the same bytes.
 */
export async function toGlb(solids: readonly Solid[], options: GlbOptions): Promise<Uint8Array> {
  const document = new Document()
  document.getRoot().getAsset().generator = "MEP-HW"
  const buffer = document.createBuffer()
  const scene = document.createScene(options.title)
  const root = document.createNode(options.title)
  scene.addChild(root)
  const looks = materialFactory(document, options.textures)

  for (const [part, own] of byPart(solids)) {
    const fitted = own.every((solid) => solid.fitted)
    const mesh = document.createMesh(part)
    for (const [material, meshes] of byMaterial(own)) {
      const { positions, normals, indices, uvs } = weld(meshes, uvBox(material, solids, options))
      const primitive = document
        .createPrimitive()
        .setMaterial(looks(material, fitted))
        .setAttribute("POSITION", accessor(document, buffer, "VEC3", positions))
        .setAttribute("NORMAL", accessor(document, buffer, "VEC3", normals))
        .setIndices(document.createAccessor().setType("SCALAR").setArray(indices).setBuffer(buffer))
      if (uvs) primitive.setAttribute("TEXCOORD_0", accessor(document, buffer, "VEC2", uvs))
      mesh.addPrimitive(primitive)
    }
    for (const place of options.places?.get(part) ?? [{ part, x: 0, y: 0 }]) {
      const node = document.createNode(place.part).setMesh(mesh).setExtras({ part: place.part, fitted })
      if (place.x !== 0 || place.y !== 0) node.setTranslation([metres(place.x), 0, metres(-place.y)])
      root.addChild(node)
    }
  }
  return new NodeIO().writeBinary(document)
}

function byPart(solids: readonly Solid[]): Map<string, Solid[]> {
  const parts = new Map<string, Solid[]>()
  for (const solid of solids) parts.set(solid.part, [...(parts.get(solid.part) ?? []), solid])
  return parts
}

function byMaterial(solids: readonly Solid[]): Map<Material, Mesh[]> {
  const groups = new Map<Material, Mesh[]>()
  for (const mesh of solids.flatMap(meshOf))
    groups.set(mesh.material, [...(groups.get(mesh.material) ?? []), mesh])
  return groups
}

function accessor(
  document: Document,
  buffer: ReturnType<Document["createBuffer"]>,
  type: "VEC2" | "VEC3",
  array: Float32Array<ArrayBuffer>,
): Accessor {
  return document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
}

/** sRGB to linear, which glTF's factors are in; four decimals are far below what a screen shows. */
function linear(value: number): number {
  const s = value / 255
  return Math.round((s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4) * 1e4) / 1e4
}

function materialFactory(document: Document, textures: BoardTextures | undefined) {
  const made = new Map<string, GltfMaterial>()
  return (name: Material, fitted: boolean): GltfMaterial => {
    const key = `${name}${fitted ? "" : " (not fitted)"}`
    const known = made.get(key)
    if (known) return known
    const look = materials[name]
    const [r, g, b] = rgb(look.colour)
    const material = document
      .createMaterial(key)
      .setBaseColorFactor([linear(r), linear(g), linear(b), fitted ? 1 : 0.18])
      .setMetallicFactor(look.metallic)
      .setRoughnessFactor(look.roughness)
    if (!fitted) material.setAlphaMode("BLEND")
    const picture =
      name === "boardTop" ? textures?.top : name === "boardBottom" ? textures?.bottom : undefined
    if (picture) {
      const image = picture as Uint8Array<ArrayBuffer>
      material
        .setBaseColorFactor([1, 1, 1, 1])
        .setBaseColorTexture(document.createTexture(name).setImage(image).setMimeType("image/png"))
    }
    made.set(key, material)
    return material
  }
}

interface UvBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly mirrored: boolean
}

function uvBox(material: Material, solids: readonly Solid[], options: GlbOptions): UvBox | undefined {
  if (!options.textures || (material !== "boardTop" && material !== "boardBottom")) return undefined
  const board = solids.find((solid) => solid.part === "board")
  const points = board?.outline.kind === "polygon" ? board.outline.points : []
  const box = options.textureBox ?? {
    minX: Math.min(...points.map(([x]) => x)),
    maxX: Math.max(...points.map(([x]) => x)),
    minY: Math.min(...points.map(([, y]) => y)),
    maxY: Math.max(...points.map(([, y]) => y)),
  }
  return { ...box, mirrored: material === "boardBottom" }
}

/** Merges equal corners; mm, z up become metres, y up. */
function weld(meshes: readonly Mesh[], box: UvBox | undefined) {
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const index = new Map<string, number>()
  const indices: number[] = []
  for (const mesh of meshes) {
    for (let i = 0; i < mesh.positions.length; i += 3) {
      const [x, y, z] = at(mesh.positions, i)
      const [nx, ny, nz] = at(mesh.normals, i)
      const vertex = [metres(x), metres(z), metres(-y), unit(nx), unit(nz), unit(-ny)]
      const key = vertex.join()
      let found = index.get(key)
      if (found === undefined) {
        found = positions.length / 3
        index.set(key, found)
        positions.push(...vertex.slice(0, 3))
        normals.push(...vertex.slice(3))
        if (box) {
          const u = (x - box.minX) / (box.maxX - box.minX)
          uvs.push(box.mirrored ? 1 - u : u, (box.maxY - y) / (box.maxY - box.minY))
        }
      }
      indices.push(found)
    }
  }
  const wide = positions.length / 3 > 65_535
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: wide ? Uint32Array.from(indices) : Uint16Array.from(indices),
    uvs: box ? Float32Array.from(uvs) : undefined,
  }
}

const at = (array: Float64Array, i: number): [number, number, number] => [
  array[i] as number,
  array[i + 1] as number,
  array[i + 2] as number,
]
const metres = (mm: number): number => Math.round(mm * 1e4) / 1e7 + 0
const unit = (value: number): number => Math.round(value * 1e4) / 1e4 + 0
