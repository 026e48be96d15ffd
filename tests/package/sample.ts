import { makeManifest } from "../../src/package/manifest"

/** A whole package of thirty files, every one of them telling which package it belongs to. */
export function packageOf(name: string): Map<string, Uint8Array> {
  const content = new Map<string, Uint8Array>()
  for (let i = 0; i < 30; i++) {
    content.set(`folder-${i % 5}/file-${i}.txt`, Buffer.from(`${name} ${i}\n`.repeat(2000)))
  }
  const subject = { board: "mep-smd", title: name, revision: "1", date: "d", sourceHash: "0".repeat(64) }
  content.set("manifest.json", Buffer.from(JSON.stringify(makeManifest(subject, new Map(content)))))
  return content
}
