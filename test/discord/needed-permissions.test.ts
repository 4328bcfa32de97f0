import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inviteAddress, neededPermissions } from '../../src/discord/needed-permissions.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/discord.md'), 'utf8');

it('are those of docs/discord.md, which has the address that gives them', () => {
  const rows = [...guide.matchAll(/^\| ([A-Z][\w ]+?) +\| (\d+) +\|/gm)];
  expect(rows.map(([, name, bit]) => [name, bit])).toEqual(
    neededPermissions.map(({ name, bit }) => [name, String(bit)]),
  );
  expect(guide).toContain(`\`${inviteAddress('ID')}\``);
});
