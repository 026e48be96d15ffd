/** The part of occt-import-js that the tests use; the package comes without types. */
declare module "occt-import-js" {
  interface OcctNode {
    readonly name: string
    readonly meshes: readonly number[]
    readonly children: readonly OcctNode[]
  }

  interface OcctMesh {
    readonly name: string
    readonly attributes: { readonly position: { readonly array: readonly number[] } }
    readonly index: { readonly array: readonly number[] }
  }

  interface Occt {
    ReadStepFile(
      content: Uint8Array,
      parameters: { readonly linearDeflection?: number } | null,
    ): { readonly success: boolean; readonly root: OcctNode; readonly meshes: readonly OcctMesh[] }
  }

  export default function occtimportjs(): Promise<Occt>
}
