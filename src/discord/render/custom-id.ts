/** What a button, a select or a modal stands for. Forged and replayed ones are read like any other. */
export type ControlId =
  /** Quotes of an answer from the one at this position on. */
  | { readonly kind: 'more'; readonly answerId: string; readonly from: number }
  /** A quote in its surroundings; offsets into the article's body. */
  | { readonly kind: 'context'; readonly articleId: string; readonly start: number; readonly end: number }
  /** Opens an article. */
  | { readonly kind: 'read'; readonly articleId: string; readonly page: number }
  /** Another page of the article that is open. */
  | { readonly kind: 'turn'; readonly articleId: string; readonly page: number }
  | { readonly kind: 'share'; readonly answerId: string }
  | { readonly kind: 'helpful'; readonly answerId: string }
  | { readonly kind: 'wrong'; readonly answerId: string }
  /** A select of articles. */
  | { readonly kind: 'open' }
  /** An answer that members judged. */
  | { readonly kind: 'given'; readonly answerId: string }
  /** What moderators did before the act with this id. */
  | { readonly kind: 'audit'; readonly before: number }
  /** What members called wrong before this. */
  | { readonly kind: 'feedback'; readonly before: number }
  /** What was found is taken in, or not. */
  | { readonly kind: 'take' | 'leave'; readonly offerId: string }
  /** A setting of the guild, chosen from a list. */
  | { readonly kind: 'set'; readonly field: SelectedSetting }
  /** A setting of the guild, turned on or off. */
  | { readonly kind: 'toggle'; readonly field: ToggledSetting }
  /** The form of the settings that are typed. */
  | { readonly kind: 'settings-form' }
  /** A page of the newest articles, of one source where a key is given. */
  | { readonly kind: 'latest'; readonly page: number; readonly sourceKey: string };

/** Settings that are chosen from lists. */
export const selectedSettings = ['answerChannels', 'deskRoles', 'sources', 'locale'] as const;
export type SelectedSetting = (typeof selectedSettings)[number];

/** Settings that are on or off. */
export const toggledSettings = ['repliesToMentions', 'isPrivate'] as const;
export type ToggledSetting = (typeof toggledSettings)[number];

const idPattern = /^[\w-]{1,40}$/;
const numberPattern = /^[0-9a-z]{1,7}$/;

/** The id as Discord keeps it: 100 characters at most. */
export function writeControlId(id: ControlId): string {
  switch (id.kind) {
    case 'more':
      return ['more', id.answerId, write(id.from)].join(':');
    case 'context':
      return ['context', id.articleId, write(id.start), write(id.end)].join(':');
    case 'read':
    case 'turn':
      return [id.kind, id.articleId, write(id.page)].join(':');
    case 'latest':
      return ['latest', write(id.page), id.sourceKey].join(':');
    case 'open':
    case 'settings-form':
      return id.kind;
    case 'audit':
    case 'feedback':
      return [id.kind, write(id.before)].join(':');
    case 'set':
    case 'toggle':
      return [id.kind, id.field].join(':');
    case 'take':
    case 'leave':
      return [id.kind, id.offerId].join(':');
    case 'share':
    case 'helpful':
    case 'wrong':
    case 'given':
      return [id.kind, id.answerId].join(':');
  }
}

/** What an id stands for; null where it is none of ours, or was of an older version. */
export function readControlId(text: string): ControlId | null {
  const id = parseControlId(text);
  // What has more parts, or a number with zeros before it, was written by somebody else.
  return id !== null && writeControlId(id) === text ? id : null;
}

function parseControlId(text: string): ControlId | null {
  const [kind = '', first = '', second = '', third = '', ...rest] = text.split(':');
  if (rest.length > 0) return null;
  const isId = idPattern.test(first);
  switch (kind) {
    case 'more': {
      const from = read(second);
      return isId && from !== null ? { kind, answerId: first, from } : null;
    }
    case 'context': {
      const [start, end] = [read(second), read(third)];
      return isId && start !== null && end !== null && start < end
        ? { kind, articleId: first, start, end }
        : null;
    }
    case 'read':
    case 'turn': {
      const page = read(second);
      return isId && page !== null ? { kind, articleId: first, page } : null;
    }
    case 'latest': {
      const page = read(first);
      return page !== null && /^[\w-]{0,40}$/.test(second) ? { kind, page, sourceKey: second } : null;
    }
    case 'audit':
    case 'feedback': {
      const before = read(first);
      return before === null ? null : { kind, before };
    }
    case 'take':
    case 'leave':
      return isId ? { kind, offerId: first } : null;
    case 'set': {
      const field = selectedSettings.find((known) => known === first);
      return field === undefined ? null : { kind, field };
    }
    case 'toggle': {
      const field = toggledSettings.find((known) => known === first);
      return field === undefined ? null : { kind, field };
    }
    case 'open':
    case 'settings-form':
      return { kind };
    case 'share':
    case 'helpful':
    case 'wrong':
    case 'given':
      return isId ? { kind, answerId: first } : null;
    default:
      return null;
  }
}

function write(value: number): string {
  return value.toString(36);
}

function read(text: string): number | null {
  return numberPattern.test(text) ? Number.parseInt(text, 36) : null;
}
