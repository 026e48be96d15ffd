import { spawnSync } from "node:child_process"
import { createPrivateKey, generateKeyPairSync } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { keyVariable, namespace, signingKey, signPackage, sshSignature } from "../../src/package/sign"
import { fingerprintOf, isSignedBy, readPublicKeys, readSshSignature } from "../../src/read/ssh-signature"
import {
  checkSignature,
  readSigners,
  signatureName,
  signatureNamespace,
} from "../../src/verify/package/signature"

const message = Buffer.from('{"format":1}\n')
const { privateKey } = generateKeyPairSync("ed25519")
/** RFC 8032, section 7.1, test 1: the secret key and its public key. */
const known = {
  secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
  public: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
}
const knownKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${known.secret}`, "hex"),
  format: "der",
  type: "pkcs8",
})
const hasSshKeygen = spawnSync("ssh-keygen", ["-?"]).error === undefined

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mep-sign-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("an SSH signature", () => {
  it("is read back, and is of its message and key alone", () => {
    const text = sshSignature(message, knownKey)
    const signature = readSshSignature(text, "x.sig")
    expect(signature).toMatchObject({ namespace, hash: "sha512" })
    expect(signature.publicKey.toString("hex")).toBe(known.public)
    expect(isSignedBy(message, signature)).toBe(true)
    expect(isSignedBy(Buffer.from('{"format":2}\n'), signature)).toBe(false)
    const other = readSshSignature(sshSignature(message, privateKey), "x.sig")
    expect(isSignedBy(message, { ...signature, publicKey: other.publicKey })).toBe(false)
    expect(isSignedBy(message, { ...signature, namespace: "file" })).toBe(false)
    // The same key and message always make the same signature: Ed25519 takes no random number.
    expect(sshSignature(message, knownKey)).toBe(text)
  })

  it.each([
    ["no armour", (text: string) => text.replace("-----BEGIN", "----BEGIN")],
    ["cut off", (text: string) => text.replace(/.{8}\n-----END/, "\n-----END")],
    ["another version", (text: string) => text.replace("U1NIU0lHAAAAAQ", "U1NIU0lHAAAAAg")],
    ["no base64", (text: string) => text.replace(/\n(.)/, "\n*")],
  ])("that is broken is refused: %s", (_, change) => {
    const text = sshSignature(message, knownKey)
    expect(change(text)).not.toBe(text)
    expect(() => readSshSignature(change(text), "x.sig")).toThrow()
  })

  it.runIf(hasSshKeygen)("goes both ways with ssh-keygen", () => {
    const run = (args: readonly string[], input?: Uint8Array) =>
      spawnSync("ssh-keygen", args, { encoding: "utf8", ...(input === undefined ? {} : { input }) })
    const key = join(folder, "key")
    expect(run(["-q", "-t", "ed25519", "-N", "", "-C", "tests", "-f", key]).status).toBe(0)
    const [line = ""] = readFileSync(`${key}.pub`, "utf8").split("\n")
    const allowed = join(folder, "allowed")
    writeFileSync(allowed, `maker@example.org namespaces="${namespace}" ${line}\n`)

    // Ours, from the very key file that ssh-keygen wrote.
    const ours = join(folder, "ours.sig")
    writeFileSync(ours, sshSignature(message, signingKey({ [keyVariable]: key })))
    const verify = ["-Y", "verify", "-f", allowed, "-I", "maker@example.org", "-n", namespace, "-s"]
    expect(run([...verify, ours], message)).toMatchObject({ status: 0 })
    expect(run([...verify, ours], Buffer.from("other")).status).not.toBe(0)

    // Theirs.
    const file = join(folder, "manifest.json")
    writeFileSync(file, message)
    expect(run(["-Y", "sign", "-f", key, "-n", namespace, file]).status).toBe(0)
    const theirs = readSshSignature(readFileSync(`${file}.sig`, "utf8"), "x.sig")
    expect(isSignedBy(message, theirs)).toBe(true)
    expect(readSigners(allowed)[0]?.equals(theirs.publicKey)).toBe(true)
    expect(run(["-l", "-f", `${key}.pub`]).stdout).toContain(fingerprintOf(theirs.publicKey))
  })
})

describe("the key to sign with", () => {
  it("comes from the environment: PKCS #8 text or a file", () => {
    const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString()
    expect(signingKey({ [keyVariable]: pem }).equals(privateKey)).toBe(true)
    const file = join(folder, "pkcs8.pem")
    writeFileSync(file, pem)
    expect(signingKey({ [keyVariable]: file }).equals(privateKey)).toBe(true)
  })

  it("is asked for in plain words, and never printed", () => {
    expect(() => signingKey({})).toThrow(/MEP_SIGNING_KEY is not set/)
    expect(() => signingKey({ [keyVariable]: "/no/such/file" })).toThrow(/neither a private key nor the path/)
    const secret = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"
    expect(() => signingKey({ [keyVariable]: secret })).toThrow(/^MEP_SIGNING_KEY: the key cannot be read$/)
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey
    const pem = rsa.export({ format: "pem", type: "pkcs8" }).toString()
    expect(() => signingKey({ [keyVariable]: pem })).toThrow(/not an Ed25519 key/)
  })

  it("signs whole packages only", () => {
    expect(() => signPackage(folder, privateKey)).toThrow(/there is no package to sign/)
  })
})

describe("what verify says of a signature", () => {
  const text = sshSignature(message, knownKey)
  const signer = readSshSignature(text, "x").publicKey
  const files = (signature: string | undefined, manifest: Uint8Array = message) =>
    new Map<string, Uint8Array>([
      ["manifest.json", manifest],
      ...(signature === undefined ? [] : [[signatureName, Buffer.from(signature)] as const]),
    ])
  const said = (contents: Map<string, Uint8Array>, signers?: readonly Uint8Array[]): string[] =>
    checkSignature(contents, signers, []).map((finding) => finding.message)

  it("is as written down by the writer", () => expect(signatureNamespace).toBe(namespace))

  it("nothing of a good one, and whose it is where no key is named", () => {
    expect(said(files(text), [signer])).toEqual([])
    const notChecked: string[] = []
    expect(checkSignature(files(text), undefined, notChecked)).toEqual([])
    expect(notChecked[0]).toContain(fingerprintOf(signer))
  })

  it("an error of a missing, foreign, moved or broken one", () => {
    expect(said(files(undefined))).toEqual([])
    expect(said(files(undefined), [signer])[0]).toContain("nobody signed")
    expect(said(files(sshSignature(message, privateKey)), [signer])[0]).toContain("none of those named")
    expect(said(files(text, Buffer.from("{}")), [signer])[0]).toContain("not of this manifest")
    expect(said(files(sshSignature(message, knownKey, "git")), [signer])[0]).toContain('signed as "git"')
    expect(said(files("x"))[0]).toContain("not an SSH signature")
  })

  it("keys of other namespaces, kinds and forms are none", () => {
    const blob = Buffer.concat([
      Buffer.from("0000000b7373682d6564323535313900000020", "hex"),
      signer,
    ]).toString("base64")
    expect(readPublicKeys(`# team\nme ssh-ed25519 ${blob} me\n`, "k", namespace)).toEqual([signer])
    expect(readPublicKeys(`me namespaces="git" ssh-ed25519 ${blob}\n`, "k", namespace)).toEqual([])
    expect(() => readPublicKeys("me ssh-rsa AAAA\n", "k", namespace)).toThrow(/no ssh-ed25519 key/)
    expect(() => readPublicKeys(`me cert-authority ssh-ed25519 ${blob}\n`, "k", namespace)).toThrow(
      /certificates/,
    )
  })
})
