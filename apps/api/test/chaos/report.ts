/** A figure for whoever reads the run; no test passes or fails by it. */
export function report(line: string): void {
  process.stderr.write(`      ${line}\n`);
}
