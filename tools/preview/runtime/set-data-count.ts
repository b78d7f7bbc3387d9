/** How much went from the scripts to the screen by `setData`, as WeChat's bridge would carry it. */
export class SetDataCount {
  calls = 0;
  /** Of the data as JSON in UTF-8. */
  bytes = 0;

  add(data: unknown): void {
    this.calls += 1;
    this.bytes += sizeOf(data);
  }
}

/** A value that is no plain data is the mini-program's mistake, and not for the counter to report. */
function sizeOf(data: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(data) ?? '').length;
  } catch {
    return 0;
  }
}
