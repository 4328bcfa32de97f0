import type { Bot } from '../discord/bot.ts';
import type { NewsView } from '../store/news-store.ts';

/** What the page is drawn from once the index is open. */
export interface PreviewSources {
  readonly bot: Bot;
  /** Opens the index as it is now; whoever calls it closes the view. */
  readonly openView: () => NewsView;
}

/** How far the first index is; `total` is 0 while it is not known. */
export interface StartProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** The server listens before there is anything to answer from, so that the page can show how far that is. */
export type PreviewState =
  | { readonly status: 'starting'; readonly isBuilding: boolean; readonly progress: StartProgress | null }
  | { readonly status: 'ready'; readonly sources: PreviewSources };
