import type { BuildOptions } from "esbuild"

export type StageName = "compile" | "layout" | "verify" | "model" | "documents" | "metrics"

export declare function bundleOptions(root: string): BuildOptions
export declare function cacheFolder(root: string): string
export declare function loadVendor(root: string, part?: "base" | "checks"): Promise<() => void>
export declare function loadCore(): Promise<void>
export declare function vendorState(): "bundled" | "installed"
export declare function stageCode(root: string, stage: StageName): Promise<string>
