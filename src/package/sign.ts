import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { UserError } from "../model/finding"
import { replaceFile } from "../project/replace-file"
import { SshReader, signedBytes, writeSshSignature } from "../read/ssh-signature"
import { isIntact, readManifestOf, signatureFile } from "./intact"
import { manifestName } from "./manifest"

/** What packages are signed as, for `ssh-keygen -Y verify -n`. Readers have it written down apart. */
export const namespace = "mep-package"

export const keyVariable = "MEP_SIGNING_KEY"

/**
 * The key to sign with, from the environment: a private key (OpenSSH without a passphrase, or PKCS #8), or the path of a
 * file that holds one.
 * @throws UserError when there is none, or none that can be used. No message holds any of it.
 */
export function signingKey(environment: NodeJS.ProcessEnv): KeyObject {
  const given = environment[keyVariable]?.trim() ?? ""
  if (given === "")
    throw new UserError(
      `${keyVariable} is not set: a private Ed25519 key (ssh-keygen -t ed25519), or the path of its file`,
    )
  const text = given.startsWith("-----BEGIN") ? given : existsSync(given) ? readFileSync(given, "utf8") : ""
  if (text === "") throw new UserError(`${keyVariable}: neither a private key nor the path of a file`)
  try {
    const key = /BEGIN OPENSSH PRIVATE KEY/.test(text) ? openSshKey(text) : createPrivateKey(text)
    if (key.asymmetricKeyType === "ed25519") return key
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`${keyVariable}: the key cannot be read`)
  }
  throw new UserError(`${keyVariable}: not an Ed25519 key`)
}

/** An OpenSSH private key (OpenSSH, PROTOCOL.key). */
function openSshKey(text: string): KeyObject {
  const body = text.replace(/-----[A-Z ]+-----/g, "").replace(/\s/g, "")
  const reader = new SshReader(Buffer.from(body, "base64"), keyVariable)
  reader.take("openssh-key-v1\0".length)
  const cipher = reader.string().toString("ascii")
  if (cipher !== "none")
    throw new UserError(
      `${keyVariable}: the key has a passphrase: take one without, or sign with ssh-keygen -Y sign -n ${namespace}`,
    )
  reader.string()
  reader.string()
  if (reader.uint32() !== 1) throw new UserError(`${keyVariable}: the file holds several keys`)
  reader.string()
  const secret = new SshReader(reader.string(), keyVariable)
  const [check, again] = [secret.uint32(), secret.uint32()]
  if (check !== again) throw new UserError(`${keyVariable}: the key is damaged`)
  if (secret.string().toString("ascii") !== "ssh-ed25519")
    throw new UserError(`${keyVariable}: not an Ed25519 key`)
  secret.string()
  // RFC 8410: what comes before the 32 bytes of the seed in DER.
  const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex")
  return createPrivateKey({
    key: Buffer.concat([pkcs8, secret.string().subarray(0, 32)]),
    format: "der",
    type: "pkcs8",
  })
}

/** An SSH signature on a message, armoured. */
export function sshSignature(message: Uint8Array, key: KeyObject, as = namespace): string {
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32)
  const form = { namespace: as, hash: "sha512" } as const
  const signature = sign(null, signedBytes(message, form), key)
  return writeSshSignature({ ...form, publicKey, signature })
}

/**
 * Signs the manifest of the package in `folder`, which has to be whole: a signature is of all its files.
 * @returns the file of the signature.
 * @throws UserError when there is no package, it was edited, or it is a draft.
 */
export function signPackage(folder: string, key: KeyObject): string {
  const manifest = readManifestOf(folder)
  if (manifest === undefined) throw new UserError(`${folder}: there is no package to sign`, { exitCode: 1 })
  if (!isIntact(folder, manifest))
    throw new UserError(`${folder}: not as it was built; build it again before it is signed`, { exitCode: 1 })
  if (Object.keys(manifest.files).some((path) => path.startsWith("draft/")))
    throw new UserError(`${folder}: a draft is not signed: accept the board first`, { exitCode: 1 })
  const file = join(folder, signatureFile)
  replaceFile(file, sshSignature(readFileSync(join(folder, manifestName)), key))
  return file
}
