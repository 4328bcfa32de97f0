import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/commands.ts';
import { compareCommands } from '../../../src/discord/gateway/register.ts';

const wanted = commands.map(({ data }) => data);
const names = wanted.map(({ name }) => name);

/** A copy as Discord would give it back, without our defaults and with its own. */
function registered(
  change: (command: Record<string, unknown>) => object = (command) => command,
): APIApplicationCommand[] {
  return (JSON.parse(JSON.stringify(wanted)) as Record<string, unknown>[]).map((command, at) => ({
    id: String(at),
    application_id: '9',
    version: '7',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    ...change(command),
  })) as unknown as APIApplicationCommand[];
}

/** The same without the first level's members that are empty, as Discord leaves them out. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== false && !(Array.isArray(inner) && inner.length === 0))
    .map(([key, inner]): [string, unknown] => [key, withoutDefaults(inner)]);
  return Object.fromEntries(entries.reverse());
}

describe('compareCommands', () => {
  it.each([
    ['they are the same', registered()],
    [
      'Discord left out what is the default, in another order',
      registered((each) => withoutDefaults(each) as object),
    ],
    ['Discord lists them in another order', registered().reverse()],
    [
      'a message command has an empty description',
      registered((each) => ({ ...each, description: each['description'] ?? '' })),
    ],
    [
      'translations are null',
      registered((each) => ({ ...each, name_localizations: each['name_localizations'] ?? null })),
    ],
  ])('changes nothing where %s', (_, before) => {
    expect(compareCommands(before, wanted)).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: names,
    });
  });

  it.each<readonly [string, (command: Record<string, unknown>) => object]>([
    ['a description', (each) => ({ ...each, description: 'Other words' })],
    ['a translated name', (each) => ({ ...each, name_localizations: { 'zh-CN': '别的' } })],
    ['a translated description', (each) => ({ ...each, description_localizations: {} })],
    ['where it can be used', (each) => ({ ...each, contexts: [0] })],
    ['an option left out', (each) => ({ ...each, options: (each['options'] as unknown[]).slice(1) })],
    ['the order of options', (each) => ({ ...each, options: [...(each['options'] as unknown[])].reverse() })],
    [
      'a limit of an option',
      (each) => ({
        ...each,
        options: (each['options'] as object[]).map((option) => ({ ...option, max_length: 5 })),
      }),
    ],
  ])('sees %s', (_, change) => {
    const before = registered((each) => (each['name'] === 'ask' ? change(each) : each));
    const { changed, unchanged } = compareCommands(before, wanted);
    expect(changed).toEqual(['ask']);
    expect(unchanged).toEqual(names.filter((name) => name !== 'ask'));
  });

  it('sees who may use a command of moderators', () => {
    const before = registered((each) => ({ ...each, default_member_permissions: '8' }));
    const { changed } = compareCommands(before, wanted);
    const restricted = wanted
      .filter((each) => each.default_member_permissions !== undefined)
      .map(({ name }) => name);
    expect(changed).toEqual(expect.arrayContaining(restricted));
  });

  it('tells commands apart by type and name', () => {
    const [first, ...rest] = registered();
    const gone = { ...first, name: 'gone' } as APIApplicationCommand;
    const asMessage = { ...first, type: ApplicationCommandType.Message } as APIApplicationCommand;
    expect(compareCommands([], wanted)).toMatchObject({ added: names, removed: [] });
    expect(compareCommands([...rest, gone], wanted)).toMatchObject({ added: ['ask'], removed: ['gone'] });
    expect(compareCommands([...rest, asMessage], wanted)).toMatchObject({ added: ['ask'], removed: ['ask'] });
  });
});
