/** Ambient types of packages used by the tools that ship none themselves. */
declare module '@wxml/parser' {
  interface Place {
    readonly start: { readonly line: number; readonly column: number };
  }

  export interface WXAttribute {
    readonly key: string;
    /** As written between the quotes; null for an attribute without a value. */
    readonly value: string | null;
    readonly loc: Place;
  }

  export interface WXElement {
    readonly type: 'WXElement';
    readonly name: string;
    readonly startTag: { readonly attributes: readonly WXAttribute[] };
    readonly children: readonly WXNode[];
    readonly loc: Place;
  }

  /** Texts, comments and interpolations between the elements. */
  interface WXOther {
    readonly type: 'WXText' | 'WXComment' | 'WXInterpolation' | 'WXScript';
  }

  export type WXNode = WXElement | WXOther;

  export function parse(source: string): { readonly body: readonly WXNode[] };
}
