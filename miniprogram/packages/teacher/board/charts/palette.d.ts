/** Built by tools/build/charts.ts from tokens.wxss: `--c-brand` is `brand`. */
export const PALETTE: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
