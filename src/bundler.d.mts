import type { BuildOptions } from "esbuild"

export declare function bundleOptions(root: string): BuildOptions
export declare function cacheFolder(root: string): string
export declare function loadVendor(root: string, part?: "all" | "checks"): Promise<() => void>
