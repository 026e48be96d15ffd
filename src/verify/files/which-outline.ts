import type { GerberImage } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { traceOutline } from "../geometry/outline"

/** How far copper may reach past an outline before that is not its own, mm. */
const slackMm = 1

/**
 * Of several files that may be the outline, the first whose largest closed contour holds all copper (Altium writes
 * the board as keep-out, as mechanical layer 1, or both), else the first. `strict`: none is better than a wrong one.
 */
export function outlineOf(images: readonly GerberImage[], copper: readonly GerberImage[]): GerberImage
export function outlineOf(
  images: readonly GerberImage[],
  copper: readonly GerberImage[],
  strict: true,
): GerberImage | undefined
export function outlineOf(
  images: readonly GerberImage[],
  copper: readonly GerberImage[],
  strict = false,
): GerberImage | undefined {
  const points = copper.flatMap(({ objects }) =>
    objects.flatMap((object) =>
      object.polarity === "clear"
        ? []
        : object.kind === "flash"
          ? [object.at]
          : object.kind === "stroke"
            ? object.points
            : object.contours.flat(),
    ),
  )
  const inner = boxOf(points)
  const holds = (image: GerberImage): boolean => {
    if (points.length === 0 || image.objects.length > 5_000) return false
    const [contour] = traceOutline(image).contours
    if (contour === undefined) return false
    const box = boxOf(contour)
    return (
      box.minX <= inner.minX + slackMm &&
      box.minY <= inner.minY + slackMm &&
      box.maxX >= inner.maxX - slackMm &&
      box.maxY >= inner.maxY - slackMm
    )
  }
  // The keep-out first: fabs that know Altium take that.
  const ordered = [...images].sort((a, b) => Number(/\.gko$/i.test(b.file)) - Number(/\.gko$/i.test(a.file)))
  return ordered.find(holds) ?? (strict ? undefined : ordered[0])
}
