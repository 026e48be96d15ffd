import type { BuildOptions } from "esbuild"

export type StageName =
  | "source"
  | "compile"
  | "layout"
  | "verify"
  | "model"
  | "documents"
  | "metrics"
  | "simulate"

export declare function bundleOptions(root: string): BuildOptions
export declare function cacheFolder(root: string): string
export declare function loadVendor(root: string, part?: "base" | "checks"): Promise<() => void>
export declare function loadCore(): Promise<void>
export declare function stageCode(stage: StageName): string | undefined
export declare function buildCode(): string
