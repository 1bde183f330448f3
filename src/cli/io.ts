/** Everything a command may know of the outside world. Only bin touches `process`. */
export interface Io {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input to its end, or to the first bytes past `limitBytes`. */
  readStdin(limitBytes: number): Promise<string>;
  /** A person's keyboard and screen, for questions; absent where nobody can be asked (a pipe, CI). */
  readonly terminal?: Terminal | undefined;
  /**
   * Calls the listener once, at the first Ctrl-C; a second one ends the program. Returns what takes the listener away again. Absent
   * where nothing can interrupt.
   */
  readonly onInterrupt?: (listener: () => void) => () => void;
  /** Runtime and operating system, for the report of an unexpected failure. */
  readonly platform: string;
}

export interface Output {
  readonly isTerminal: boolean;
  /** null when unknown (a pipe). */
  readonly columns: number | null;
  /** Whether anyone still reads; absent where that cannot change. */
  readonly isOpen?: () => boolean;
  /** Resolves when the text has been taken; never rejects on a closed pipe. */
  write(text: string): Promise<void>;
}

/** Streams of a terminal: questions are drawn on stderr, so that stdout stays the answer. */
export interface Terminal {
  readonly keyboard: NodeJS.ReadableStream;
  readonly screen: NodeJS.WritableStream & { readonly rows?: number; readonly columns?: number };
}
