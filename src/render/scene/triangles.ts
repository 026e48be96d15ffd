import { type Look, materials, rgb } from "../../model3d/materials"
import { meshOf } from "../../model3d/mesh"
import type { Solid } from "../../model3d/solid"
import { toLinear } from "./colour"

/** All triangles of a scene in flat arrays, which a renderer can run through fast. mm, board frame. */
export interface Triangles {
  readonly count: number
  /** Nine numbers a triangle: three corners. */
  readonly positions: Float64Array
  /** Nine numbers a triangle: a normal a corner. */
  readonly normals: Float64Array
  readonly surface: Uint8Array
  /** 1 for matter, 0 for print on it, which throws no shadow. */
  readonly casts: Uint8Array
  /** 1 where the three normals differ. */
  readonly round: Uint8Array
  readonly surfaces: readonly Surface[]
}

/** What a triangle is made of; `picture` names the face of the board that its colour is read from. */
export interface Surface {
  readonly colour: readonly [number, number, number]
  readonly metallic: number
  readonly roughness: number
  readonly picture?: "top" | "bottom"
}

/** Parts that are not fitted are left out: the picture shows what one holds in hand. */
export function sceneTriangles(solids: readonly Solid[]): Triangles {
  const names: string[] = []
  const surfaces: Surface[] = []
  const meshes = solids
    .filter((solid) => solid.fitted)
    .flatMap((solid) => meshOf(solid).map((mesh) => ({ ...mesh, casts: solid.marking ? 0 : 1 })))
  const count = meshes.reduce((sum, mesh) => sum + mesh.positions.length / 9, 0)
  const positions = new Float64Array(count * 9)
  const normals = new Float64Array(count * 9)
  const surface = new Uint8Array(count)
  const casts = new Uint8Array(count)
  let at = 0
  for (const mesh of meshes) {
    let index = names.indexOf(mesh.material)
    if (index < 0) {
      index = names.push(mesh.material) - 1
      surfaces.push(surfaceOf(mesh.material, materials[mesh.material]))
    }
    positions.set(mesh.positions, at * 9)
    normals.set(mesh.normals, at * 9)
    casts.fill(mesh.casts, at, at + mesh.positions.length / 9)
    surface.fill(index, at, at + mesh.positions.length / 9)
    at += mesh.positions.length / 9
  }
  return { count, positions, normals, surface, casts, round: roundOnes(normals, count), surfaces }
}

function roundOnes(normals: Float64Array, count: number): Uint8Array {
  const same = (t: number): boolean =>
    [0, 1, 2].every((k) => [3, 6].every((other) => normals[t * 9 + k] === normals[t * 9 + k + other]))
  return Uint8Array.from({ length: count }, (_, t) => (same(t) ? 0 : 1))
}

function surfaceOf(name: string, look: Look): Surface {
  const [r, g, b] = rgb(look.colour)
  const picture = name === "boardTop" ? "top" : name === "boardBottom" ? "bottom" : undefined
  return {
    colour: [toLinear(r), toLinear(g), toLinear(b)],
    metallic: look.metallic,
    roughness: look.roughness,
    ...(picture ? { picture } : {}),
  }
}
