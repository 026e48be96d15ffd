import type { Track, Via } from "../../circuit/copper"
import type { Node } from "../sexpr"
import { uuidNode } from "../uuid"
import { at, toSheet } from "./frame"
import { copperName, onLayer, onLayers } from "./layers"
import type { BoardNets } from "./nets"

/** One `segment` a straight piece, in the routes' order. */
export const trackNodes = (tracks: readonly Track[], nets: BoardNets, project: string): Node[] =>
  tracks.map((track, index) => [
    "segment",
    at("start", toSheet(track.from)),
    at("end", toSheet(track.to)),
    ["width", track.widthMm],
    onLayer(copperName(track.layer)),
    ["net", nets.of(track.net).number],
    uuidNode(project, "track", String(index)),
  ])

/** Through vias; tented by the board's setup. */
export const viaNodes = (vias: readonly Via[], nets: BoardNets, project: string): Node[] =>
  vias.map((via, index) => [
    "via",
    at("at", toSheet(via)),
    ["size", via.diameterMm],
    ["drill", via.drillMm],
    onLayers(["F.Cu", "B.Cu"]),
    ["net", nets.of(via.net).number],
    uuidNode(project, "via", String(index)),
  ])
