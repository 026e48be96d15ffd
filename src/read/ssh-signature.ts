import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto"
import { ReadError } from "./read-error"

/**
 * Signatures as `ssh-keygen -Y sign` makes them (OpenSSH, PROTOCOL.sshsig), with Ed25519 keys (RFC 8709). Written and
 * checked with Node's own crypto; `ssh-keygen -Y verify` takes them, too.
 */
export interface SshSignature {
  /** The signer's key, 32 bytes. */
  readonly publicKey: Buffer
  readonly namespace: string
  readonly hash: "sha256" | "sha512"
  /** 64 bytes. */
  readonly signature: Buffer
}

const magic = Buffer.from("SSHSIG", "ascii")
const keyType = "ssh-ed25519"
const begin = "-----BEGIN SSH SIGNATURE-----"
const end = "-----END SSH SIGNATURE-----"

/** A string of the SSH protocol (RFC 4251, section 5): its length, then its bytes. */
export function sshString(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Reads strings and numbers of the SSH protocol one after the other. */
export class SshReader {
  private at = 0

  constructor(
    private readonly bytes: Buffer,
    private readonly file: string,
  ) {}

  take(length: number): Buffer {
    if (length > this.bytes.length - this.at) throw new ReadError(this.file, undefined, "it is cut off")
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  uint32(): number {
    return this.take(4).readUInt32BE()
  }

  string(): Buffer {
    return this.take(this.uint32())
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}

/** What is signed of a message. */
export const signedBytes = (
  message: Uint8Array,
  { namespace, hash }: Pick<SshSignature, "namespace" | "hash">,
): Buffer =>
  Buffer.concat([magic, ...[namespace, "", hash, createHash(hash).update(message).digest()].map(sshString)])

export const publicKeyBlob = (publicKey: Uint8Array): Buffer =>
  Buffer.concat([sshString(keyType), sshString(publicKey)])

export function writeSshSignature({ publicKey, namespace, hash, signature }: SshSignature): string {
  const version = Buffer.from([0, 0, 0, 1])
  const signed = Buffer.concat([sshString(keyType), sshString(signature)])
  const parts = [publicKeyBlob(publicKey), namespace, "", hash, signed].map(sshString)
  const text = Buffer.concat([magic, version, ...parts]).toString("base64")
  return `${[begin, ...(text.match(/.{1,70}/g) ?? []), end].join("\n")}\n`
}

/** Reads an armoured signature. Throws `ReadError` for another format, version or kind of key. */
export function readSshSignature(text: string, file: string): SshSignature {
  const fail = (reason: string): never => {
    throw new ReadError(file, undefined, reason)
  }
  const lines = text.trim().split(/\r?\n/)
  const base64 = lines.slice(1, -1).join("")
  if (
    lines[0] !== begin ||
    lines.at(-1) !== end ||
    !/^[A-Za-z0-9+/]+={0,2}$/.test(base64) ||
    text.length > 10_000
  )
    fail("not an SSH signature")
  const reader = new SshReader(Buffer.from(base64, "base64"), file)
  if (!reader.take(6).equals(magic) || reader.uint32() !== 1) fail("not an SSH signature of version 1")
  const publicKey = ed25519Of(reader.string(), file)
  const namespace = reader.string().toString("utf8")
  reader.string()
  const hash = reader.string().toString("ascii")
  if (hash !== "sha256" && hash !== "sha512") return fail("its hash is neither sha256 nor sha512")
  const signed = new SshReader(reader.string(), file)
  if (!reader.isAtEnd() || signed.string().toString("ascii") !== keyType)
    fail("its signature is not of Ed25519")
  const signature = signed.string()
  if (signature.length !== 64 || !signed.isAtEnd()) fail("its signature is not of Ed25519")
  return { publicKey, namespace, hash, signature }
}

/** Whether the signature is its key's on the message, in its own namespace. */
export const isSignedBy = (message: Uint8Array, signature: SshSignature): boolean =>
  verify(null, signedBytes(message, signature), keyObject(signature.publicKey), signature.signature)

/** "SHA256:...", as `ssh-keygen -l` shows a key. */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  `SHA256:${createHash("sha256").update(publicKeyBlob(publicKey)).digest("base64").replace(/=+$/, "")}`

/**
 * Keys of a `.pub` file or of an `allowed_signers` file (ssh-keygen(1), ALLOWED SIGNERS): a line each.
 * @param namespace keys that are limited to other namespaces are left out.
 */
export function readPublicKeys(text: string, file: string, namespace: string): Buffer[] {
  return text.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === "" || row.startsWith("#")) return []
    const [, before = "", blob = ""] = /^(.*?)\bssh-ed25519\s+([A-Za-z0-9+/]+={0,2})(\s|$)/.exec(row) ?? []
    if (blob === "") throw new ReadError(file, index + 1, "no ssh-ed25519 key: other kinds are not read here")
    if (/\b(cert-authority|valid-(after|before))\b/.test(before))
      throw new ReadError(
        file,
        index + 1,
        "certificates and dates of keys are not read here: use ssh-keygen -Y verify",
      )
    const limited = /\bnamespaces="([^"]*)"/.exec(before)?.[1]?.split(",")
    if (limited !== undefined && !limited.includes(namespace)) return []
    return [ed25519Of(Buffer.from(blob, "base64"), file)]
  })
}

function ed25519Of(blob: Buffer, file: string): Buffer {
  const reader = new SshReader(blob, file)
  const type = reader.string().toString("ascii")
  const key = type === keyType ? reader.string() : Buffer.alloc(0)
  if (key.length !== 32 || !reader.isAtEnd())
    throw new ReadError(file, undefined, "its key is not of Ed25519")
  return key
}

/** RFC 8410: what comes before the 32 bytes of an Ed25519 key in DER. */
const spki = Buffer.from("302a300506032b6570032100", "hex")

const keyObject = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, publicKey]), format: "der", type: "spki" })
