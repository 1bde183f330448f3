import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { COMMANDS } from "../../src/cli/commands/registry.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { FORMATS } from "../../src/report/formats.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const folder = temporaryFolders();

const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await chipselect(["completion", shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** Runs a shell that finds the built program as `chipselect`. */
function run(shell: string, text: string, cwd: string): string {
  const bin = join(folder(), "bin");
  mkdirSync(bin);
  symlinkSync(join(packageRoot(), "bin", "chipselect.js"), join(bin, "chipselect"));
  const file = join(bin, "script");
  writeFileSync(file, text);
  const path = `${bin}:${process.env["PATH"] ?? ""}`;
  const { stdout, stderr } = spawnSync(shell, [file], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  expect(stderr).toBe("");
  return stdout;
}

describe.skipIf(!has("bash"))("completion in bash", () => {
  async function offered(...words: string[]): Promise<string[]> {
    const cwd = folder();
    writeFileSync(join(cwd, "my workload.yaml"), "");
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const text = `${await script("bash")}
COMP_WORDS=(chipselect ${quoted})
COMP_CWORD=${words.length}
_chipselect
printf '%s\\n' "\${COMPREPLY[@]}"
`;
    return run("bash", text, cwd).split("\n").filter(Boolean);
  }

  it("offers every command", async () => {
    expect(await offered("")).toEqual([...COMMANDS.map(({ name }) => name), "help"]);
    expect(await offered("sw")).toEqual(["sweep"]);
  });

  it("offers the options of the command", async () => {
    expect(await offered("sweep", "--wo")).toEqual(["--workers"]);
    expect(await offered("catalog", "list", "--fo")).toEqual(["--format"]);
    expect(await offered("--ver")).toEqual(["--version"]);
  });

  it("offers the values of an option, and nothing where only the user knows", async () => {
    expect(await offered("evaluate", "w.yaml", "--format", "")).toEqual(FORMATS);
    expect(await offered("sweep", "w.yaml", "-f", "n")).toEqual(["ndjson"]);
    expect(await offered("evaluate", "--seed", "")).toEqual([]);
  });

  it("offers ids of the catalogue", async () => {
    expect((await offered("explain", "w.yaml", "--chip", "h100-s")).sort()).toEqual([
      "h100-sxm",
      "h100-sxm-96-hbm2e",
    ]);
    expect(await offered("catalog", "list", "mod")).toEqual(["models"]);
    expect(await offered("catalog", "show", "llama3.1-7")).toEqual(["llama3.1-70b"]);
    expect(await offered("schema", "work")).toEqual(["workload"]);
  });

  it("offers subcommands and files, also with blanks in their names", async () => {
    expect(await offered("catalog", "")).toEqual(["list", "show", "sources"]);
    expect(await offered("evaluate", "my")).toEqual(["my workload.yaml"]);
    expect(await offered("evaluate", "w.yaml", "--report", "my")).toEqual(["my workload.yaml"]);
  });
});

describe.skipIf(!has("zsh"))("completion in zsh", () => {
  it("loads without fault and defines the completion", async () => {
    const text = `autoload -Uz compinit && compinit -u -d ${join(folder(), "dump")}
${await script("zsh")}
print -- \${_comps[chipselect]} \${+functions[_chipselect_catalog_list]}
`;
    expect(run("zsh", text, folder())).toBe("_chipselect 1\n");
  });
});

describe.skipIf(!has("fish"))("completion in fish", () => {
  it("offers commands, options and ids", async () => {
    const text = `${await script("fish")}
complete -C "chipselect sw"
complete -C "chipselect sweep --wor"
complete -C "chipselect explain w.yaml --chip h100-sxm-"
complete -C "chipselect catalog so"
`;
    const lines = run("fish", text, folder()).trimEnd().split("\n");
    expect(lines.map((line) => line.split("\t")[0])).toEqual([
      "sweep",
      "--workers",
      "h100-sxm-96-hbm2e",
      "sources",
    ]);
  });
});

describe("chipselect completion", () => {
  it("says which shells it knows", async () => {
    const unknown = await chipselect(["completion", "bsh"]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toBe(
      'error: unknown shell "bsh"\nhelp: did you mean "bash" or "zsh"? valid: bash, zsh, fish\n',
    );
    expect((await chipselect(["completion"])).code).toBe(2);
  });

  it.each(["bash", "zsh", "fish"])(
    "names every command and every long option for %s",
    async (shell) => {
      const text = await script(shell);
      for (const { name } of COMMANDS) expect(text).toContain(name);
      for (const option of ["measurements", "precision", "over", "shard"])
        expect(text).toContain(option);
    },
  );
});
