import type { Command } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** What a command's action gets from the program. */
export interface CommandContext {
  io: Io;
  /** Sets the exit code of a command that ran; 0 when never called. */
  finish: (code: ExitCode) => void;
}

/** One file of `commands/`: adds arguments, options, help and action to its (sub)command. */
interface CommandModule {
  define: (command: Command, context: CommandContext) => void;
}

/** A command as the program lists it before its file is loaded. */
export interface CommandEntry {
  name: string;
  summary: string;
  load: () => Promise<CommandModule>;
}
