/** A piece of Discord's markup. */
export type Mark =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Mark[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Mark[] }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'mention'; readonly sign: string; readonly id: string }
  | { readonly kind: 'command'; readonly name: string };

/** Lines of Discord's markup that are drawn as one. */
export type MarkBlock =
  | { readonly kind: 'line' | 'small'; readonly children: readonly Mark[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Mark[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkBlock[] }
  | { readonly kind: 'item'; readonly bullet: string; readonly children: readonly Mark[] }
  | { readonly kind: 'code-block'; readonly text: string };
