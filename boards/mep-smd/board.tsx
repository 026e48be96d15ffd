import type { ReactElement } from "react"
import type { BoardProps } from "tscircuit"
import { requirePart } from "../../components/catalogue"
import { MepCircuit } from "../../components/MepCircuit"
import { MountingHole } from "../../components/MountingHole"
import { Silkscreen } from "../../components/Silkscreen"
import type { BoardContext, Side } from "../../src/board-definition"
import { parts } from "./assembly"
import { land } from "./lands"
import { antennaZone, mountingHoles, outline, thicknessMm } from "./mechanics"
import { partAt, placements } from "./placement"
import { pour, tscircuitRules, via } from "./rules"
import { silkscreen } from "./silkscreen"

/** tscircuit rounds a hole's cut-out with chords that come up to 12 um nearer than asked; the rest is for the drill. */
const holeMarginMm = 0.1

/** The board as tscircuit sees it: outline, holes, circuit, ground pours. Its tracks come with the context. */
export function board(context: BoardContext): ReactElement {
  return (
    <board
      outline={[...outline]}
      thickness={thicknessMm}
      material="fr4"
      layers={2}
      solderMaskColor="green"
      doubleSidedAssembly
      pcbStyle={{
        viaPadDiameter: via.diameterMm,
        viaHoleDiameter: via.drillMm,
      }}
      defaultViaTenting="both_sides"
      autorouter={context.autorouter as NonNullable<BoardProps["autorouter"]>}
      {...tscircuitRules}
    >
      <MepCircuit
        land={land}
        place={partAt}
        part={(designator) => requirePart(parts[designator], designator)}
        notFitted={context.notFitted}
      />
      {mountingHoles.map((hole) => (
        <MountingHole key={hole.designator} {...hole} />
      ))}
      <Silkscreen items={silkscreen} />
      <AntennaKeepout />
      {pour.layers.map((layer) => (
        <GroundPour key={layer} layer={layer} />
      ))}
    </board>
  )
}

function AntennaKeepout(): ReactElement {
  const { minX, maxX, minY, maxY } = antennaZone(placements)
  return (
    <keepout
      shape="rect"
      layers={["top", "bottom"]}
      pcbX={(minX + maxX) / 2}
      pcbY={(minY + maxY) / 2}
      width={maxX - minX}
      height={maxY - minY}
    />
  )
}

function GroundPour(props: { readonly layer: Side }): ReactElement {
  return (
    <copperpour
      name={`${pour.net}_${props.layer}`}
      layer={props.layer}
      connectsTo={`net.${pour.net}`}
      clearance={pour.clearanceMm}
      padMargin={pour.thermalGapMm}
      traceMargin={pour.clearanceMm}
      cutoutMargin={pour.clearanceMm + holeMarginMm}
      boardEdgeMargin={pour.boardEdgeMm}
      useThermalReliefs
    />
  )
}
