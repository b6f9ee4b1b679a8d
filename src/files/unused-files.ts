/**
 * Removes bytes that no row speaks of any more. Which rows speak of files is known far below this folder; whoever has
 * just deleted such rows asks here.
 */
export abstract class UnusedFiles {
  /** Removes those of the files that nothing needs; what is missed, the daily sweep finds. Returns how many. */
  abstract remove(hashes: readonly string[]): Promise<number>;
}
