const { readFileSync, writeFileSync } = require("node:fs");
const nodeModule = require("node:module");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

/** The bundle of a command: `evaluate` has one of its own, which starts sooner. */
const bundleOf = (command) =>
  path.join(__dirname, "../dist/cli", command === "evaluate" ? "evaluate.cjs" : "main.cjs");

/** Code that V8 of one version compiled, written by the build (src/build/warm-up.ts). */
const codeCache = (bundle) => `${bundle}.${process.version}-${process.arch}`;

// A run of a tenth of a second ends before optimised code pays for its compilation: let only loops that stay hot have it.
// V8 takes compiled code only from a run with the same flags, so this stands before the first use of the cache.
setFlagsFromString("--interrupt-budget=1000000");

/** Loads a bundle: from the compiled code where the build left it for this version of Node, else by `require`. */
function loadProgram(bundle) {
  const script = compiledProgram(bundle);
  if (script) return start(bundle, script);
  nodeModule.enableCompileCache?.();
  return require(bundle);
}

/** The bundle with the code of the cache; null where there is none, or none that this V8 takes. */
function compiledProgram(bundle) {
  const cachedData = readIfThere(codeCache(bundle));
  if (!cachedData) return null;
  const script = compile(bundle, cachedData);
  return script.cachedDataRejected ? null : script;
}

/** Runs `use` with a freshly compiled program, then keeps every function that was compiled on the way. */
async function writeCodeCache(bundle, use) {
  const script = compile(bundle);
  await use(start(bundle, script));
  writeFileSync(codeCache(bundle), script.createCachedData());
}

/** The bundle holds no character beyond ASCII, which Latin-1 reads quickest. */
function compile(bundle, cachedData) {
  const source = readFileSync(bundle, "latin1");
  const text = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(text, { filename: bundle, cachedData });
}

function start(bundle, script) {
  const module = { exports: {} };
  const wrapper = script.runInThisContext();
  wrapper(module.exports, nodeModule.createRequire(bundle), module, bundle, path.dirname(bundle));
  return module.exports;
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { bundleOf, compiledProgram, loadProgram, writeCodeCache };
