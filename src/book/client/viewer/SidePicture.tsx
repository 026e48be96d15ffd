import { memo } from "preact/compat"
import type { PictureData, SideName } from "../../data"
import type { LayerName, Opacities } from "../state"

interface Props {
  readonly picture: PictureData
  readonly side: SideName
  readonly layers: ReadonlySet<LayerName>
  readonly opacities?: Opacities
}

/** Colours of a finished board: green mask, white print, tin; copper where the mask is off. */
const look = {
  mask: "#0d4a2c",
  maskOnCopper: "#17693f",
  maskEdge: "#06301b",
  substrate: "#b29a63",
  tin: "#d2d4d2",
  tinEdge: "#6f7474",
  copper: "#c77b3f",
  copperEdge: "#7a4520",
  silkscreen: "#f3f4ef",
  paste: "#8f979d",
  hole: "var(--board-through)",
} as const

/** Of copper inside, each layer its own: neither is lost on the substrate, on the mask or on each other. */
const innerLook = ["#d0344c", "#6f58d6"] as const

const whole: Opacities = {}

/** One side as the fab will make it, from the emitted files. With layers off one sees what lies below. */
export const SidePicture = memo(function SidePicture({ picture, side, layers, opacities = whole }: Props) {
  const areas = picture.sides[side]
  const far = picture.sides[side === "top" ? "bottom" : "top"]
  const mask = layers.has("mask")
  const copper = layers.has("copper")
  const plate = layers.has("holes") ? picture.plate : picture.outline
  const shownCopper = (opacities.copper ?? 1) * (mask ? (opacities.mask ?? 1) : 1)
  return (
    <g class="picture" fill-rule="evenodd">
      <path d={plate} fill={look.substrate} />
      {/* Under a mask that is seen through, the copper has its own colour. */}
      {mask && copper && opacities.mask !== undefined && (
        <path d={areas.coveredCopper} fill={look.copper} opacity={opacities.copper} />
      )}
      {mask && <path d={plate} fill={look.mask} opacity={opacities.mask} />}
      {mask && <path d={areas.openSubstrate} fill={look.substrate} />}
      {mask && !copper && <path d={areas.openCopper} fill={look.substrate} />}
      {copper && (
        <path
          data-layer="copper"
          opacity={shownCopper}
          d={areas.coveredCopper}
          fill={mask ? look.maskOnCopper : look.copper}
          stroke={mask ? look.maskEdge : look.copperEdge}
          stroke-opacity="0.5"
          stroke-width="0.06"
        />
      )}
      {layers.has("far") && (
        <path
          data-layer="far"
          opacity={opacities.far}
          d={far.coveredCopper + far.openCopper}
          fill="#5a8fd0"
          fill-opacity="0.55"
          stroke="#b9d4f5"
          stroke-width="0.05"
        />
      )}
      {(picture.inner ?? []).map(
        ({ layer, copper: d }, index) =>
          layers.has(layer) && (
            <path
              key={layer}
              data-layer={layer}
              opacity={opacities[layer]}
              d={d}
              fill={innerLook[index % innerLook.length]}
              fill-opacity="0.7"
              stroke="#f3f4ef"
              stroke-opacity="0.6"
              stroke-width="0.05"
            />
          ),
      )}
      {mask && layers.has("holes") && <path d={areas.tentedHoles} fill="#082f1c" fill-opacity="0.55" />}
      {layers.has("silkscreen") && (
        <path
          data-layer="silkscreen"
          d={areas.silkscreen}
          fill={look.silkscreen}
          opacity={opacities.silkscreen}
        />
      )}
      {copper && (
        <path
          d={areas.openCopper}
          opacity={opacities.copper}
          fill={mask ? look.tin : look.copper}
          stroke={mask ? look.tinEdge : look.copperEdge}
          stroke-opacity="0.7"
          stroke-width="0.05"
        />
      )}
      {copper && layers.has("holes") && <path d={picture.rims} fill="#8d9090" opacity={opacities.holes} />}
      {layers.has("paste") && (
        <path
          data-layer="paste"
          d={areas.paste}
          fill={look.paste}
          opacity={opacities.paste}
          stroke="#53595e"
          stroke-width="0.04"
        />
      )}
      {layers.has("holes") && !mask && (
        <path d={picture.sides[side].tentedHoles} fill={look.hole} data-layer="vias" />
      )}
      <path
        d={picture.outline}
        fill="none"
        stroke={look.substrate}
        stroke-width="0.14"
        stroke-opacity="0.8"
      />
    </g>
  )
})
