import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { isMapping } from "../input/mapping.ts";
import type { Mapping } from "../input/mapping.ts";

/** A validator that the program needs at run time, compiled ahead so that starting never loads a schema compiler. */
interface Validator {
  readonly name: string;
  readonly schema: string;
  /** Schemas that it refers to. */
  readonly uses?: readonly string[];
  /** Part of the schema to compile; all of it when left out. */
  readonly pointer?: string;
}

const VALIDATORS: readonly Validator[] = [
  { name: "validate-workload", schema: "workload.schema.json" },
  { name: "validate-result", schema: "result.schema.json" },
  { name: "validate-model-profile", schema: "model.schema.json", pointer: "#/$defs/inlineModel" },
  { name: "validate-spec", schema: "spec.schema.json", uses: ["chip.schema.json"] },
  { name: "validate-policy", schema: "policy.schema.json" },
  { name: "validate-policy-test", schema: "policy-test.schema.json" },
  { name: "validate-baseline", schema: "baseline.schema.json" },
  { name: "validate-matrix", schema: "matrix.schema.json" },
];

/** Words for editors only; they check nothing. */
const EDITOR_WORDS = ["markdownDescription", "enumDescriptions", "defaultSnippets"];

/** `verbose` keeps the schema's titles and examples with each error, for messages. */
const OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  messages: false,
  inlineRefs: false,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
};

const DECLARATION = `import type { ValidateFunction } from "ajv";
declare const validate: ValidateFunction;
export default validate;
`;

export type JsonSchema = Mapping;

/** A compiler for the draft that the schema is written in: editors need draft-07 for the workload. */
export function schemaCompiler(schema: JsonSchema, code: Options["code"] = {}): Ajv {
  const draft = String(schema["$schema"]);
  const Compiler = draft.includes("2020-12") ? Ajv2020 : Ajv;
  const compiler = new Compiler({ ...OPTIONS, code });
  for (const word of EDITOR_WORDS) compiler.addKeyword(word);
  return compiler;
}

/** Writes `src/generated/NAME.js` and its declaration for each validator. @throws when a schema is missing or wrong. */
export async function writeValidators(root: string): Promise<void> {
  const folder = join(root, "src/generated");
  await mkdir(folder, { recursive: true });
  for (const validator of VALIDATORS) {
    const source = await validatorSource(root, validator);
    await writeFile(join(folder, `${validator.name}.js`), source);
    await writeFile(join(folder, `${validator.name}.d.ts`), DECLARATION);
  }
}

/** @throws when the file is missing or holds no JSON object. */
export async function readSchema(file: string): Promise<JsonSchema> {
  const schema: unknown = JSON.parse(await readFile(file, "utf8"));
  if (!isMapping(schema)) throw new TypeError(`${file} holds no schema`);
  return schema;
}

async function validatorSource(root: string, validator: Validator): Promise<string> {
  const file = join(root, "schemas", validator.schema);
  const schema = await readSchema(file);
  const compiler = schemaCompiler(schema, { source: true, esm: true });
  for (const used of validator.uses ?? []) {
    compiler.addSchema(await readSchema(join(root, "schemas", used)), used);
  }
  compiler.addSchema(schema, validator.schema);
  const compiled = compiler.getSchema(validator.schema + (validator.pointer ?? ""));
  if (compiled === undefined) throw new Error(`${file} has no ${validator.pointer ?? "schema"}`);
  return withoutRequires(standalone.default(compiler, compiled));
}

/** The compiler's code calls `require` for its helpers; an ES module can't. */
async function withoutRequires(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    write: false,
    minify: true,
    // Paths of bundled modules are kept in the text; they must not depend on where the build is started.
    absWorkingDir: join(import.meta.dirname, "../.."),
    logLevel: "silent",
  });
  return outputFiles.map((file) => file.text).join("");
}
