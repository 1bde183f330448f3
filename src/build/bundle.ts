import { join } from "node:path";
import { build } from "esbuild";

/** CommonJS dependencies call `require` for Node's own modules, which an ES module does not have. */
const BANNER = [
  'import { createRequire as nodeCreateRequire } from "node:module";',
  "const require = nodeCreateRequire(import.meta.url);",
].join("\n");

/**
 * Bundles the program and the library into dist/. Commands are imported on demand, so each becomes a chunk of its own
 * and starting loads only what the command needs. Names stay readable in stack traces.
 */
export async function bundleProgram(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { "cli/main": "src/cli/main.ts", index: "src/index.ts" },
    outdir: join(root, "dist"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.17",
    banner: { js: BANNER },
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    legalComments: "none",
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  });
}
