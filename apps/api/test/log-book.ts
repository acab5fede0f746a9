import { Logger, type LoggerService } from '@nestjs/common';

type Line = { level: string; message: unknown };

/** Takes the place of the server's log, so that a test can see what was written at which level. */
export class LogBook implements LoggerService {
  readonly lines: Line[] = [];
  #expected = 0;

  /** From now on the server writes here. */
  open(): void {
    Logger.overrideLogger(this);
  }

  log = (message: unknown) => this.#note('info', message);
  warn = (message: unknown) => this.#note('warn', message);
  error = (message: unknown) => this.#note('error', message);
  fatal = (message: unknown) => this.#note('fatal', message);
  debug = () => undefined;
  verbose = () => undefined;

  get faults(): Line[] {
    return this.lines.filter(({ level }) => level === 'error' || level === 'fatal').slice(this.#expected);
  }

  /** Takes note of the faults so far, which a test has brought about on purpose. */
  accept(): Line[] {
    const faults = this.faults;
    this.#expected += faults.length;
    return faults;
  }

  #note(level: string, message: unknown): void {
    this.lines.push({ level, message });
  }
}
