import {
  ACESFilmicToneMapping,
  BackSide,
  Box3,
  Color,
  DirectionalLight,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  PerspectiveCamera,
  Plane,
  PMREMGenerator,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
} from "three"
import { OrbitControls } from "three/addons/controls/OrbitControls.js"
import { RoomEnvironment } from "three/addons/environments/RoomEnvironment.js"
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js"

export interface Viewer3d {
  /** From the lowest to the highest point, mm over the board's underside. */
  readonly span: { readonly lowest: number; readonly highest: number }
  /** Hides parts, by the names of their nodes; all others are seen. */
  readonly hide: (parts: ReadonlySet<string>) => void
  /** Takes away what is above a height over the board's underside, in mm; undefined: nothing. */
  readonly cut: (mm: number | undefined) => void
  /** Points parts out, by the names of their nodes. */
  readonly mark: (parts: ReadonlySet<string>) => void
  readonly look: (side: "top" | "bottom") => void
  readonly dispose: () => void
}

export interface Viewer3dModule {
  readonly openViewer: (
    host: HTMLElement,
    glb: ArrayBuffer,
    onPick: (part: string | null) => void,
  ) => Promise<Viewer3d>
}

/** @throws when the browser has no WebGL. */
export async function openViewer(
  host: HTMLElement,
  glb: ArrayBuffer,
  onPick: (part: string | null) => void,
): Promise<Viewer3d> {
  // Asked first: three.js fills the console where there is none.
  if (document.createElement("canvas").getContext("webgl2") === null) throw new Error("no WebGL")
  const renderer = new WebGLRenderer({ antialias: true, alpha: true })
  renderer.toneMapping = ACESFilmicToneMapping
  renderer.setPixelRatio(Math.min(2, devicePixelRatio))
  const scene = new Scene()
  const rooms = new PMREMGenerator(renderer)
  scene.environment = rooms.fromScene(new RoomEnvironment(), 0.04).texture
  scene.environmentIntensity = 0.55
  const lamp = new DirectionalLight("#ffffff", 1.6)
  scene.add(lamp)

  const model = (await new GLTFLoader().parseAsync(glb, "")).scene
  scene.add(model)
  solidify(model)
  const insides = addInsides(model)

  const camera = new PerspectiveCamera(30, 1, 0.001, 4)
  const controls = new OrbitControls(camera, renderer.domElement)
  controls.enableDamping = false
  controls.minDistance = 0.02
  const box = new Box3().setFromObject(model)
  const centre = box.getCenter(new Vector3())
  const size = box.getSize(new Vector3())
  // A panel is as wide as half a metre.
  controls.maxDistance = Math.max(0.5, 4 * Math.max(size.x, size.z))
  const board = nodes(model).find(({ userData }) => userData.part === "board")
  const underside = board === undefined ? box.min.y : new Box3().setFromObject(board).min.y
  const section = new Plane(new Vector3(0, -1, 0), 0)

  const draw = (): void => {
    // The lamp stands behind the looker's left shoulder.
    lamp.position.copy(camera.position).add(new Vector3(-0.05, 0.08, 0))
    renderer.render(scene, camera)
  }
  const look = (side: "top" | "bottom"): void => {
    const distance =
      (Math.max(size.x / Math.min(camera.aspect, 2.2), size.z) * 1.15) / (2 * Math.tan(Math.PI / 12)) +
      // The near edge, seen larger.
      size.z / 4
    // From below one stands at the far edge: the board is turned over sideways and its print can be read.
    const flip = side === "top" ? 1 : -1
    const direction = new Vector3(-0.12, flip, 0.6 * flip).normalize()
    controls.target.copy(centre)
    camera.position.copy(centre).addScaledVector(direction, distance)
    controls.update()
    draw()
  }
  controls.addEventListener("change", draw)

  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = host
    if (width === 0 || height === 0) return
    renderer.setSize(width, height)
    camera.aspect = width / height
    camera.updateProjectionMatrix()
    draw()
  }
  const watcher = new ResizeObserver(resize)
  host.append(renderer.domElement)
  renderer.domElement.setAttribute("role", "img")
  renderer.domElement.setAttribute("aria-label", "3D model of the assembled board")
  watcher.observe(host)
  resize()
  look("top")

  const forget = onClickWithoutDrag(renderer.domElement, (event) => {
    const area = renderer.domElement.getBoundingClientRect()
    const at = new Vector2(
      ((event.clientX - area.left) / area.width) * 2 - 1,
      1 - ((event.clientY - area.top) / area.height) * 2,
    )
    const ray = new Raycaster()
    ray.setFromCamera(at, camera)
    const cut = renderer.clippingPlanes.length > 0
    const hit = ray
      .intersectObject(model)
      .find(
        ({ object, point }) =>
          object.visible && partOf(object)?.visible === true && !(cut && section.distanceToPoint(point) < 0),
      )
    const part = hit === undefined ? undefined : partOf(hit.object)?.userData.part
    onPick(typeof part === "string" && part !== "board" ? part : null)
  })

  return {
    span: { lowest: (box.min.y - underside) * 1000, highest: (box.max.y - underside) * 1000 },
    hide: (parts) => {
      for (const node of nodes(model)) node.visible = !parts.has(String(node.userData.part))
      draw()
    },
    cut: (mm) => {
      section.constant = underside + (mm ?? 0) / 1000
      renderer.clippingPlanes = mm === undefined ? [] : [section]
      for (const inside of insides) inside.visible = mm !== undefined
      draw()
    },
    mark: (parts) => {
      for (const node of nodes(model)) glow(node, parts.has(String(node.userData.part)))
      draw()
    },
    look,
    dispose: () => {
      forget()
      watcher.disconnect()
      controls.dispose()
      renderer.dispose()
      renderer.domElement.remove()
    },
  }
}

const nodes = (model: Object3D): Object3D[] => {
  const found: Object3D[] = []
  model.traverse((object) => {
    if (typeof object.userData.part === "string") found.push(object)
  })
  return found
}

function partOf(object: Object3D): Object3D | undefined {
  let node: Object3D | null = object
  while (node !== null && typeof node.userData.part !== "string") node = node.parent
  return node ?? undefined
}

/** Each part gets materials of its own, and what the model's variant leaves empty is as solid as the rest. */
function solidify(model: Object3D): void {
  const own = (material: Material): Material => {
    const copy = material.clone()
    if (copy.transparent) {
      copy.transparent = false
      copy.opacity = 1
      copy.depthWrite = true
    }
    return copy
  }
  model.traverse((object) => {
    if (!(object instanceof Mesh)) return
    const material = object.material as Material | Material[]
    object.material = Array.isArray(material) ? material.map(own) : own(material)
  })
}

/**
 * What a section shows: the far walls of a closed body, drawn in one flat colour, fill the opening that the cut leaves.
 * Unseen until there is a cut. What has a picture laid over it, the board's faces, is cut in the colour of its rim.
 */
function addInsides(model: Object3D): Mesh[] {
  const meshes: Mesh<Mesh["geometry"], MeshStandardMaterial>[] = []
  model.traverse((object) => {
    if (object instanceof Mesh && object.material instanceof MeshStandardMaterial) meshes.push(object)
  })
  return meshes.map((mesh) => {
    const own =
      mesh.material.map === null
        ? mesh
        : meshes.find((one) => one.parent === mesh.parent && one.material.map === null)
    const color = (own ?? mesh).material.color.clone().lerp(new Color("#ffffff"), 0.12)
    const inside = new Mesh(
      mesh.geometry,
      new MeshBasicMaterial({ color, side: BackSide, toneMapped: false }),
    )
    inside.visible = false
    inside.userData.colour = color
    mesh.add(inside)
    return inside
  })
}

function glow(node: Object3D, on: boolean): void {
  node.traverse((object) => {
    if (!(object instanceof Mesh)) return
    const { colour } = object.userData
    if (object.material instanceof MeshBasicMaterial && colour instanceof Color)
      object.material.color = on ? new Color("#ff9d1e") : colour
    if (!(object.material instanceof MeshStandardMaterial)) return
    object.material.emissive = new Color(on ? "#ff9d1e" : "#000000")
    object.material.emissiveIntensity = on ? 0.55 : 0
  })
}

function onClickWithoutDrag(element: HTMLElement, act: (event: PointerEvent) => void): () => void {
  let start: PointerEvent | undefined
  const down = (event: PointerEvent): void => {
    start = event
  }
  const up = (event: PointerEvent): void => {
    if (start !== undefined && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < 4)
      act(event)
    start = undefined
  }
  element.addEventListener("pointerdown", down)
  element.addEventListener("pointerup", up)
  return () => {
    element.removeEventListener("pointerdown", down)
    element.removeEventListener("pointerup", up)
  }
}
