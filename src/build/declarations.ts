import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Writes the declarations of the library and what it imports to dist/types.
 *
 * @throws with the compiler's messages when there is a type error.
 */
export async function writeDeclarations(root: string): Promise<void> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const flags = ["--noEmit", "false", "--emitDeclarationOnly", "--declaration"];
  const places = ["--rootDir", "src", "--outDir", "dist/types"];
  const project = ["--project", "src/build/declarations.tsconfig.json"];
  try {
    await promisify(execFile)(process.execPath, [compiler, ...project, ...flags, ...places], {
      cwd: root,
    });
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    throw new Error(`the declarations cannot be written:\n${output}`, { cause: error });
  }
}
