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
  buckMask: { colour: "#127a45", metallic: 0, roughness: 0.45 },
  ferrite: { colour: "#3b3c3f", metallic: 0.1, roughness: 0.8 },
  aluminium: { colour: "#d3d6d9", metallic: 0.9, roughness: 0.3 },
  brass: { colour: "#c9a94f", metallic: 0.9, roughness: 0.35 },
  ink: { colour: "#f2f2ee", metallic: 0, roughness: 0.8 },
  inkDark: { colour: "#33363a", metallic: 0, roughness: 0.8 },
  laser: { colour: "#8d9095", metallic: 0, roughness: 0.9 },
} as const satisfies Record<string, Look>

export type Material = keyof typeof materials

/** `#rrggbb` as three numbers 0..255. */
export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
