import { Command, CommanderError } from "commander";
import { packageVersion } from "../app/package-root.ts";
import { COMMANDS } from "./commands/registry.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { described } from "./help-text.ts";
import type { Io } from "./io.ts";
import { showFailure } from "./show-failure.ts";

export { processIo } from "./process-io.ts";

const SHORT_HELP = `chipselect ranks processors and accelerators for a workload.

  chipselect ask                       answer questions, see the ranking, get a workload file
  chipselect init workload.yaml        write a commented workload file
  chipselect evaluate workload.yaml    rank every chip for it, with the reasons

chipselect --help lists all commands.
`;

/** Runs one command line and returns the exit code; never throws, never exits the process. */
export async function run(io: Io): Promise<ExitCode> {
  if (io.argv.length === 0) {
    await io.stderr.write(SHORT_HELP);
    return EXIT.couldNotRun;
  }
  const printed = { out: "", err: "" };
  let exitCode: ExitCode = EXIT.ok;
  try {
    const argv = commandFirst(io.argv);
    const program = createProgram(io, printed);
    await defineRequested(program, argv, {
      io,
      finish: (code) => {
        exitCode = code;
      },
    });
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.couldNotRun;
    } else {
      await showFailure(error, io, earlyFlags(io.argv));
      exitCode = EXIT.couldNotRun;
    }
  }
  if (printed.out !== "") await io.stdout.write(printed.out);
  if (printed.err !== "") await io.stderr.write(printed.err);
  return exitCode;
}

function createProgram(io: Io, printed: { out: string; err: string }): Command {
  const program = new Command("chipselect")
    .description(
      described(
        "Simulates a workload on every chip it knows, plans the cheapest deployment on each, and ranks them.",
        [
          { command: "chipselect init workload.yaml" },
          { command: "chipselect evaluate workload.yaml" },
          { command: "chipselect explain workload.yaml --chip h100-sxm" },
        ],
      ),
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed.out += text;
      },
      writeErr: (text) => {
        printed.err += text;
      },
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const { name, summary } of COMMANDS) program.command(name).summary(summary);
  return program;
}

/** Loads the file of the command that is called (or asked about), and no other. */
async function defineRequested(
  program: Command,
  argv: readonly string[],
  context: { io: Io; finish: (code: ExitCode) => void },
): Promise<void> {
  const operands = argv.filter((argument) => !argument.startsWith("-"));
  const name = operands[0] === "help" ? operands[1] : operands[0];
  const entry = COMMANDS.find((command) => command.name === name);
  const command = program.commands.find((candidate) => candidate.name() === name);
  if (entry === undefined || command === undefined) return;
  const { define } = await entry.load();
  define(command, context);
}

/** Options may stand before the command: `chipselect --format json evaluate w.yaml`. */
function commandFirst(argv: readonly string[]): string[] {
  const index = argv.findIndex((argument) => COMMANDS.some(({ name }) => name === argument));
  const optionsBefore = argv.slice(0, Math.max(0, index));
  const name = argv[index];
  if (name === undefined || !optionsBefore[0]?.startsWith("-")) return [...argv];
  return [name, ...optionsBefore, ...argv.slice(index + 1)];
}

/** The flags that decide how a failure is told, wherever in the command line it happened. */
function earlyFlags(argv: readonly string[]): { color?: boolean; debug?: boolean } {
  const debug = argv.includes("--debug");
  if (argv.includes("--no-color")) return { debug, color: false };
  return argv.includes("--color") ? { debug, color: true } : { debug };
}
