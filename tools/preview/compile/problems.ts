import { relative, sep } from 'node:path';

/** One thing wrong with the mini-program's source, ready to be shown as `file:line:column message`. */
export interface CompileProblem {
  severity: 'error' | 'warning';
  /** Relative to the mini-program's root when inside it, with forward slashes. */
  file: string;
  /** 1-based; absent when the problem belongs to the whole file. */
  line?: number;
  /** 1-based. */
  column?: number;
  message: string;
}

export interface Place {
  line?: number | undefined;
  column?: number | undefined;
}

/** Collects problems during one build, so that one mistake does not hide the next. */
export class Problems {
  readonly all: CompileProblem[] = [];

  constructor(private readonly root: string) {}

  error(file: string, message: string, place: Place = {}): void {
    this.add('error', file, message, place);
  }

  warn(file: string, message: string, place: Place = {}): void {
    this.add('warning', file, message, place);
  }

  private add(
    severity: CompileProblem['severity'],
    file: string,
    message: string,
    { line, column }: Place,
  ): void {
    const path = relative(this.root, file).split(sep).join('/');
    const name = path.startsWith('../') ? path.replace(/^.*?node_modules\//, '') : path;
    this.all.push({
      severity,
      file: name,
      message,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }
}

/** `pages/home/home.wxml:3:12 missing end tag` */
export function formatProblem({ file, line, column, message }: CompileProblem): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
  return `${place.join(':')} ${message}`;
}

/** Line and column of a character offset. */
export function placeOfOffset(source: string, offset: number): Required<{ line: number; column: number }> {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Place of the first occurrence of a quoted string, for problems of JSON files. */
export function placeOfString(source: string, text: string): Place {
  const offset = source.indexOf(JSON.stringify(text));
  return offset < 0 ? {} : placeOfOffset(source, offset);
}
