/** What the page does by itself: layers on and off, the other side, zoom, a finding shown at its place. */
export const pageScript = `
const svg = document.querySelector("svg"), whole = svg.getAttribute("viewBox").split(" ").map(Number)
let box = whole.slice()
const show = () => svg.setAttribute("viewBox", box.join(" "))
for (const input of document.querySelectorAll("#tools input")) input.addEventListener("change", () => {
  document.getElementById(input.value).style.display = input.checked ? "" : "none"
})
const flip = document.getElementById("flip")
flip.addEventListener("click", () => {
  const on = flip.getAttribute("aria-pressed") !== "true"
  flip.setAttribute("aria-pressed", on)
  svg.style.transform = on ? "scaleX(-1)" : ""
})
document.getElementById("fit").addEventListener("click", () => { box = whole.slice(); show() })
svg.addEventListener("wheel", (event) => {
  event.preventDefault()
  const k = event.deltaY > 0 ? 1.2 : 1 / 1.2
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())
  box = [at.x - (at.x - box[0]) * k, at.y - (at.y - box[1]) * k, box[2] * k, box[3] * k]
  show()
}, { passive: false })
let drag
svg.addEventListener("pointerdown", (event) => { drag = [event.clientX, event.clientY, box.slice()]; svg.setPointerCapture(event.pointerId) })
svg.addEventListener("pointermove", (event) => {
  if (!drag) return
  const k = 1 / svg.getScreenCTM().d, turned = svg.style.transform ? -1 : 1
  box = [drag[2][0] - (event.clientX - drag[0]) * k * turned, drag[2][1] - (event.clientY - drag[1]) * k, box[2], box[3]]
  show()
})
svg.addEventListener("pointerup", () => { drag = undefined })
for (const button of document.querySelectorAll("li button[data-x]")) button.addEventListener("click", () => {
  for (const old of document.querySelectorAll("[data-on],[aria-current]")) { old.removeAttribute("data-on"); old.removeAttribute("aria-current") }
  button.setAttribute("aria-current", "true")
  const mark = document.getElementById("m" + button.dataset.mark)
  if (mark) mark.setAttribute("data-on", "")
  const size = Math.min(whole[2], Math.max(8, whole[2] / 8))
  box = [Number(button.dataset.x) - size / 2, -Number(button.dataset.y) - size * whole[3] / whole[2] / 2, size, size * whole[3] / whole[2]]
  show()
  svg.scrollIntoView({ block: "nearest" })
})
`
