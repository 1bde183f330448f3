import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/** CommonJS dependencies call `require` for Node's own modules, which an ES module does not have. */
const BANNER = [
  'import { createRequire as nodeCreateRequire } from "node:module";',
  "const require = nodeCreateRequire(import.meta.url);",
].join("\n");

/**
 * Modules of Node that dependencies name but that cost milliseconds to load, replaced by what those dependencies use of them.
 * `process`: importing the module reads every property of the global once. `child_process`: commander starts other
 * executables with it, which this program never asks for.
 */
const LIGHT_MODULES: Readonly<Record<string, string>> = {
  process: "module.exports = globalThis.process;",
  child_process: "module.exports = {};",
};

const lightModules: Plugin = {
  name: "light-modules",
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:node:)?(?:process|child_process)$/ }, ({ path }) => ({
      path: path.replace(/^node:/u, ""),
      namespace: "light-module",
    }));
    bundler.onLoad({ filter: /.*/, namespace: "light-module" }, ({ path }) => ({
      contents: LIGHT_MODULES[path] ?? "",
      loader: "js",
    }));
  },
};

/**
 * Bundles the program and the library into dist/. Commands are imported on demand, so each becomes a chunk of its own
 * and starting loads only what the command needs. Names are not shortened, so that stack traces stay readable.
 */
export async function bundleProgram(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      "cli/main": "src/cli/main.ts",
      index: "src/index.ts",
      "workers/training-search": "src/app/training-search/worker.ts",
    },
    outdir: join(root, "dist"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.17",
    banner: { js: BANNER },
    plugins: [lightModules],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  });
}
