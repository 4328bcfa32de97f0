import { describe, expect, it } from 'vitest';
import { openSchemaCheck } from './schema-check.ts';
import { sharedOpenApiFile } from './stand-in.ts';
import { openForTest } from './with-client.ts';

const schemas = openSchemaCheck(sharedOpenApiFile);
const address = { parameters: { channel_id: '12', application_id: '12' }, query: {} };
const messages = '/channels/{channel_id}/messages';
const commands = '/applications/{application_id}/commands';

const details = (method: string, path: string, body: unknown, more: object = {}) =>
  schemas.checkRequest(method, path, { ...address, body, ...more }).map(({ detail }) => detail);

describe.skipIf(schemas.state !== 'on')(`openSchemaCheck (${schemas.state})`, () => {
  it.each([
    ['a field of the message', { contnt: 'a' }, 'it must NOT have additional properties contnt'],
    [
      'a field of an embed',
      { embeds: [{ titel: 'a' }] },
      '/embeds/0 must NOT have additional properties titel',
    ],
    [
      'a field of a button',
      { components: [{ type: 1, components: [{ type: 2, style: 1, lable: 'a', custom_id: 'a' }] }] },
      '/components/0/components/0 must NOT have additional properties lable',
    ],
    [
      'a style',
      { components: [{ type: 1, components: [{ type: 2, style: 9, custom_id: 'a' }] }] },
      '/components/0/components/0/style must be equal to one of the allowed values 1, 2, 3, 4, 5, 6',
    ],
    ['a type', { content: 5 }, '/content must be string,null'],
    ['a time', { embeds: [{ timestamp: 'today' }] }, '/embeds/0/timestamp must match format "date-time"'],
  ])('names what is wrong with %s, and nothing else', (_, body, detail) => {
    expect(details('POST', messages, body)).toEqual([detail]);
  });

  it('lets pass what discord.js sends', () => {
    const body = { content: 'a', tts: false, enforce_nonce: false, allowed_mentions: { parse: [] } };
    expect(details('POST', messages, body)).toEqual([]);
    const command = { name: 'ask', description: 'Asks.', nsfw: false, default_member_permissions: '32' };
    expect(details('PUT', commands, [command])).toEqual([]);
  });

  it('checks what stands in the address', () => {
    const body = { content: 'a' };
    expect(details('POST', messages, body, { parameters: { channel_id: 'general' } })).toContain(
      'channel_id: it must match format "snowflake"',
    );
    expect(details('POST', messages, body, { query: { wiat: 'true' } })).toEqual([
      'must NOT have additional query wiat',
    ]);
    expect(details('GET', messages, undefined, { query: { limit: '50' } })).toEqual([]);
    expect(details('GET', messages, undefined, { query: { limit: '500' } })).toEqual([
      'limit: it must be <= 100',
    ]);
  });

  it('wants a body exactly where there is one', () => {
    expect(details('POST', messages, undefined)).toEqual(['needs a body']);
    expect(details('GET', messages, {})).toEqual(['takes no body']);
  });

  it('lets the stand-in refuse what is wrong, and only report what Discord would ignore', async () => {
    const standIn = await openForTest();
    const [channelId] = standIn.world.channels.keys();
    const post = (body: object) =>
      fetch(`${standIn.restApi}/v10/channels/${String(channelId)}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${standIn.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ allowed_mentions: { parse: [] }, ...body }),
      });
    expect((await post({ content: 'a', sticker_ids: ['a'] })).status).toBe(400);
    expect((await post({ content: 'a', stickers: ['1'] })).status).toBe(200);
    expect((await post({ content: '' })).status).toBe(400);
    expect(standIn.violations.map((violation) => violation.split(': ').at(0))).toEqual([
      'openapi',
      'openapi',
      'message-fields',
      'openapi',
      'empty-message',
    ]);
  });
});

describe('openSchemaCheck without the file', () => {
  it('says that it checks nothing', async () => {
    const standIn = await openForTest({ openApiFile: '/nowhere/openapi.json' });
    expect(standIn.schemaChecks).toBe('skipped: there is no /nowhere/openapi.json');
    expect(openSchemaCheck('/nowhere/openapi.json').checkEntity('MessageResponse', 5)).toEqual([]);
  });
});
