// Two tscircuit packages publish TypeScript sources instead of declarations, which our stricter compiler options
// would check as if they were ours. tsconfig.json maps them here; nothing of the project uses them.
export declare class FanoutSolver {}
