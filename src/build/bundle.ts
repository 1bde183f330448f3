import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";

/** CommonJS dependencies call `require` for Node's own modules, which an ES module does not have. */
const LIBRARY_BANNER = [
  'import { createRequire as nodeCreateRequire } from "node:module";',
  "const require = nodeCreateRequire(import.meta.url);",
].join("\n");

/** What an ES module calls `import.meta.url`, for the sources that look for their own folder. */
const PROGRAM_BANNER = 'const programUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * Modules that dependencies name but that cost milliseconds to load, replaced by what those dependencies use of them.
 * `process`: importing the module reads every property of the global once. `child_process`: commander starts other
 * executables with it, which this program never asks for. `@inquirer/editor`: the prompt that opens an editor carries the tables
 * of every character set, half a megabyte; no question is of its kind. `#supports-color`: chalk looks for the terminal with it, and we tell chalk what to do.
 * `string-width`: cli-table3 measures cells by the same rule as the rest of the program, which knows Latin text at a glance.
 */
const LIGHT_MODULES: Readonly<Record<string, string>> = {
  process: "module.exports = globalThis.process;",
  child_process: "module.exports = {};",
  "@inquirer/editor": "module.exports = {};",
  "#supports-color": "export default { stdout: false, stderr: false };",
  "string-width": 'module.exports = require("./report/terminal/width.ts").displayWidth;',
};

const lightModules: Plugin = {
  name: "light-modules",
  setup(bundler) {
    bundler.onResolve(
      {
        filter:
          /^(?:(?:node:)?(?:process|child_process)|@inquirer\/editor|#supports-color|string-width)$/,
      },
      ({ path }) => ({
        path: path.replace(/^node:/u, ""),
        namespace: "light-module",
      }),
    );
    bundler.onLoad({ filter: /.*/, namespace: "light-module" }, ({ path }) => ({
      contents: LIGHT_MODULES[path] ?? "",
      loader: "js",
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    }));
  },
};

/** Leaves out every command but `evaluate`: half as much code is read and taken up in two thirds of the time. */
const evaluateAlone: Plugin = {
  name: "evaluate-alone",
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/[a-z-]+\.ts$/ }, ({ kind, importer, path }) =>
      kind === "dynamic-import" && importer.endsWith("registry.ts") && path !== "./evaluate.ts"
        ? { path, namespace: "left-out" }
        : null,
    );
    bundler.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export {};" }));
  },
};

/**
 * Bundles the program and the library into dist/. The program is one CommonJS file, whose compiled code V8 can keep
 * (`warm-up.ts`), and a smaller one for `evaluate`; a command's modules still run only when the command is called. Names are
 * not shortened, so that stack traces stay readable.
 */
export async function bundleProgram(root: string): Promise<void> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20.17",
    plugins: [lightModules],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  } satisfies BuildOptions;
  const program = {
    ...common,
    entryPoints: ["src/cli/main.ts"],
    format: "cjs",
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "programUrl" },
    banner: { js: PROGRAM_BANNER },
  } satisfies BuildOptions;
  await Promise.all([
    build({ ...program, outfile: join(root, "dist/cli/main.cjs") }),
    build({
      ...program,
      outfile: join(root, "dist/cli/evaluate.cjs"),
      plugins: [lightModules, evaluateAlone],
    }),
    build({
      ...common,
      // Threads of sweeps and searches load files of their own, which hold only what they run.
      entryPoints: {
        index: "src/index.ts",
        "cli/sweep-worker": "src/cli/sweep/worker.ts",
        "workers/training-search": "src/app/training-search/worker.ts",
      },
      outdir: join(root, "dist"),
      format: "esm",
      banner: { js: LIBRARY_BANNER },
    }),
  ]);
}
