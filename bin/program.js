const { readFileSync, writeFileSync } = require("node:fs");
const nodeModule = require("node:module");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

const PROGRAM = path.join(__dirname, "../dist/cli/main.cjs");
/** Code that V8 of one version compiled, written by the build (src/build/warm-up.ts). */
const CODE_CACHE = `${PROGRAM}.${process.version}-${process.arch}`;

// A run of a tenth of a second ends before optimised code pays for its compilation: let only loops that stay hot have it.
// V8 takes compiled code only from a run with the same flags, so this stands before the first use of the cache.
setFlagsFromString("--interrupt-budget=1000000");

/** Loads the bundle: from the compiled code where the build left it for this version of Node, else by `require`. */
function loadProgram() {
  const script = compiledProgram();
  if (script) return start(script);
  nodeModule.enableCompileCache?.();
  return require(PROGRAM);
}

/** The bundle with the code of the cache; null where there is none, or none that this V8 takes. */
function compiledProgram() {
  const cachedData = readIfThere(CODE_CACHE);
  if (!cachedData) return null;
  const script = compile(cachedData);
  return script.cachedDataRejected ? null : script;
}

/** Runs `use` with a freshly compiled program, then keeps every function that was compiled on the way. */
async function writeCodeCache(use) {
  const script = compile();
  await use(start(script));
  writeFileSync(CODE_CACHE, script.createCachedData());
}

/** The bundle holds no character beyond ASCII, which Latin-1 reads quickest. */
function compile(cachedData) {
  const source = readFileSync(PROGRAM, "latin1");
  const text = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(text, { filename: PROGRAM, cachedData });
}

function start(script) {
  const module = { exports: {} };
  const wrapper = script.runInThisContext();
  wrapper(
    module.exports,
    nodeModule.createRequire(PROGRAM),
    module,
    PROGRAM,
    path.dirname(PROGRAM),
  );
  return module.exports;
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { PROGRAM, compiledProgram, loadProgram, writeCodeCache };
