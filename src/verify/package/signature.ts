import { readFileSync } from "node:fs"
import { type Finding, UserError } from "../../model/finding"
import { ReadError } from "../../read"
import { fingerprintOf, isSignedBy, readPublicKeys, readSshSignature } from "../../read/ssh-signature"
import { unreadable } from "../files/fab-set"
import { type Contents, textOf } from "./contents"

/** What packages are signed as: a signature of the same key on anything else is none of a package. */
export const signatureNamespace = "mep-package"

export const signatureName = "manifest.json.sig"

/**
 * Public keys of a file.
 * @throws UserError when it cannot be read or has none.
 */
export function readSigners(file: string): Buffer[] {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch {
    throw new UserError(`--key: ${file} cannot be read`)
  }
  try {
    const keys = readPublicKeys(text, file, signatureNamespace)
    if (keys.length > 0) return keys
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    throw new UserError(`--key: ${file}${error.line === undefined ? "" : `:${error.line}`}: ${error.reason}`)
  }
  throw new UserError(`--key: ${file} has no key for packages`)
}

/** The manifest, and by its hashes the whole package, is as somebody signed it. */
export function checkSignature(
  contents: Contents,
  signers: readonly Uint8Array[] | undefined,
  notChecked: string[],
): Finding[] {
  const error = (message: string): Finding[] => [
    { rule: "pkg/signature", severity: "error", message, file: signatureName },
  ]
  const [manifest, stored] = [contents.get("manifest.json"), contents.get(signatureName)]
  if (stored === undefined)
    return signers === undefined ? [] : error("missing: nobody signed this package, though keys were named")
  if (manifest === undefined) return error("there is no manifest that it could be of")
  try {
    const signature = readSshSignature(textOf(stored), signatureName)
    const by = fingerprintOf(signature.publicKey)
    if (signature.namespace !== signatureNamespace)
      return error(
        `signed as "${signature.namespace.slice(0, 40)}", not as a package ("${signatureNamespace}")`,
      )
    if (!isSignedBy(manifest, signature))
      return error(`not of this manifest: it was changed after ${by} signed`)
    if (signers === undefined)
      notChecked.push(`Who signed: the signature is of key ${by}; name the keys you trust with --key.`)
    else if (!signers.some((key) => signature.publicKey.equals(key)))
      return error(`of key ${by}, which is none of those named`)
    return []
  } catch (problem) {
    return [unreadable(problem, signatureName)]
  }
}
