import PDFDocument from "pdfkit"
import toPdf from "svg-to-pdfkit"
import { UserError } from "../model/finding"
import { fontFile } from "../typeface/font"

const pointsPerMm = 72 / 25.4

/** What goes into the file beside the pages. `date` is the source's date: two runs give the same bytes. */
export interface PdfOptions {
  readonly title: string
  readonly date: Date
  readonly subject?: string
}

/**
 * Turns SVG pages into one vector PDF with selectable text.
 * Each page takes its size from its `viewBox`, in mm. CSS variables count as their fallback
 * (`var(--ink, #000)` prints #000). Text is set in the sheets' typeface whatever family the SVG names.
 * @throws UserError for a page without a viewBox or one that the converter cannot draw whole.
 */
export async function svgToPdf(pages: readonly string[], options: PdfOptions): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: {
      Title: options.title,
      ...(options.subject === undefined ? {} : { Subject: options.subject }),
      Creator: "mep-hw",
      Producer: "pdfkit",
      CreationDate: options.date,
      ModDate: options.date,
    },
  })
  pdf.registerFont("regular", fontFile(400))
  pdf.registerFont("bold", fontFile(600))
  const chunks: Buffer[] = []
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk))
    pdf.on("end", resolve)
    pdf.on("error", reject)
  })
  pages.forEach((svg, index) => {
    addPage(pdf, svg, index + 1)
  })
  pdf.end()
  await finished
  return new Uint8Array(Buffer.concat(chunks))
}

function addPage(pdf: PDFKit.PDFDocument, svg: string, number: number): void {
  const viewBox = /<svg\b[^>]*\sviewBox="([^"]+)"/
    .exec(svg)?.[1]
    ?.split(/[\s,]+/)
    .map(Number)
  const [, , width = 0, height = 0] = viewBox ?? []
  if (!(width > 0 && height > 0))
    throw new UserError(`page ${number} of the PDF has no viewBox to size it by`)
  const size = { width: width * pointsPerMm, height: height * pointsPerMm }
  pdf.addPage({ size: [size.width, size.height], margin: 0 })
  const warnings: string[] = []
  toPdf(pdf, forPrint(svg), 0, 0, {
    ...size,
    assumePt: true,
    fontCallback: (_family, bold) => (bold ? "bold" : "regular"),
    warningCallback: (warning) => warnings.push(warning),
  })
  if (warnings[0] !== undefined) throw new UserError(`page ${number} of the PDF: ${warnings[0]}`)
}

/**
 * The converter knows neither CSS variables nor mm, and stumbles over embedded fonts it does not need. Grounds for
 * the pointer (class `s-hit`) have no place on paper.
 */
function forPrint(svg: string): string {
  let text = svg.replace(/@font-face\s*\{[^}]*\}/g, "").replace(/<[^<>]*class="s-hit"[^<>]*\/>/g, "")
  for (let before = ""; before !== text; ) {
    before = text
    text = text.replace(/var\(\s*--[\w-]+\s*,\s*([^()]*(?:\([^()]*\))?[^()]*)\)/g, "$1")
  }
  return text.replace(/<svg\b[^>]*>/, (root) => root.replace(/\s(?:width|height)="[^"]*"/g, ""))
}
