import { dot, type Vec3 } from "../../model3d/solid"
import type { Surface } from "./triangles"

/** Light and shade at one point: how bright a matt white surface is there, and how much of the room it sees. */
export interface Shade {
  readonly diffuse: number
  readonly open: number
}

/** The colour one sees: matt part plus a reflection of the studio. Linear light. */
export function colourOf(
  surface: Surface,
  albedo: readonly [number, number, number],
  shade: Shade,
  normal: Vec3,
  towardsEye: Vec3,
  up: Vec3,
): [number, number, number] {
  const facing = Math.max(0, dot(normal, towardsEye))
  const reflected: Vec3 = [
    2 * facing * normal[0] - towardsEye[0],
    2 * facing * normal[1] - towardsEye[1],
    2 * facing * normal[2] - towardsEye[2],
  ]
  const mirror = studio(reflected, up, surface.roughness) * (0.25 + 0.75 * shade.open)
  const edge = (1 - facing) ** 5
  const gloss = (1 - surface.roughness) * (1 - surface.roughness)
  // Light that other surfaces throw back; keeps shadows from going black.
  const ambient = 0.1
  const matt = (shade.diffuse + ambient) * (1 - 0.85 * surface.metallic)
  const mix = (channel: number): number => {
    const base = 0.04 * (1 - surface.metallic) + channel * surface.metallic
    const fresnel = base + (1 - base) * edge * gloss
    const weight = surface.metallic > 0.5 ? 1 : 0.35 + 0.65 * gloss
    return channel * matt + fresnel * mirror * weight
  }
  return [shoulder(mix(albedo[0])), shoulder(mix(albedo[1])), shoulder(mix(albedo[2]))]
}

/** Bright light flattens out instead of being cut off. */
const shoulder = (x: number): number => (x < 0.6 ? x : 0.6 + (0.4 * (x - 0.6)) / (0.4 + (x - 0.6)))

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** Brightness of the room in a direction: dim floor, lighter ceiling with a large soft lamp. */
function studio(direction: Vec3, up: Vec3, roughness: number): number {
  const height = dot(direction, up)
  const blur = 0.12 + roughness * 0.6
  const room = 0.2 + 0.42 * smooth(-0.4, 0.9, height)
  const lamp =
    smooth(0.62 - blur, 0.62 + blur, height) * smooth(-0.55 - blur, -0.15 + blur, direction[0] * -1)
  const strip = smooth(0.25 - blur * 0.5, 0.3 + blur * 0.5, direction[1]) * smooth(-0.1, 0.5, height)
  return room + 0.42 * lamp + 0.22 * strip
}
