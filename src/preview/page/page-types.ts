import type { ListedCommand } from '../chat/listed-command.ts';
import type { PageWords } from '../words/page-words.ts';

/** A component of a message, as Discord's documentation has it; only what is drawn here. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly divider?: boolean;
  readonly spacing?: number;
  readonly style?: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly SelectOption[];
  readonly component?: Component;
  readonly required?: boolean;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly value?: string;
  readonly max_length?: number;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

export interface Payload {
  readonly components: readonly Component[];
}

export interface Form {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** What the server answers to something that was done. */
export type ChatReply =
  | {
      readonly kind: 'message';
      readonly payload: Payload;
      readonly isPrivate: boolean;
      readonly mode: 'new' | 'update';
    }
  | { readonly kind: 'form'; readonly form: Form };

/** A message of the list. */
export interface Message {
  readonly author: 'you' | 'bot';
  readonly text: string;
  payload: Payload | null;
  readonly isPrivate: boolean;
  /** Whether it answers something that the person did, other than write a message. */
  readonly isOwn: boolean;
  readonly repliesTo: Message | null;
  readonly command: string | null;
  readonly at: Date;
  node: HTMLElement | null;
}

/** Who sits here and what the page says to them; it changes with the language. */
export interface Context {
  locale: string;
  direction: 'ltr' | 'rtl';
  words: PageWords;
  commands: readonly ListedCommand[];
  personId: string;
  readonly timeZone: string;
  isModerator: boolean;
}

export interface Status {
  readonly status: 'starting' | 'ready';
  readonly isBuilding?: boolean;
  readonly progress?: { readonly stage: string; readonly done: number; readonly total: number } | null;
  readonly counts?: { readonly articles: number };
  readonly locales: readonly string[];
  readonly personId: string;
}
