import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  button,
  container,
  linkButton,
  row,
  section,
  select,
  separator,
  textDisplay,
  webAddress,
} from '../../../src/discord/render/components.ts';
import { findProblems } from '../../../src/discord/render/payload-rules.ts';
import { finishPayload, PayloadError, textOf } from '../../../src/discord/render/payload.ts';

type Components = Parameters<typeof findProblems>[0];

const share = (answerId: string) => button('Share', { kind: 'share', answerId });
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ label: `L${at}`, value: `v${at}`, description: 'd' }));
const rawSelect = (fields: object): Components =>
  [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: 'open', options: options(2), ...fields }],
    },
  ] as Components;
const rawButton = (fields: object): Components =>
  [
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'L', custom_id: 'i', ...fields },
      ],
    },
  ] as Components;
const sectionOf = (count: number): Components => [
  { ...section('a', share('a')), components: Array.from({ length: count }, () => textDisplay('a')) },
];

const good: Components = [
  textDisplay('青崖大桥', 1),
  container([textDisplay('a'), separator(), section('ب', share('1'))], 0xff),
  row([share('2'), button('👍🏽', { kind: 'helpful', answerId: '1' })]),
  row([select('Open', { kind: 'open' }, options(25))]),
];

describe('findProblems', () => {
  it('finds none in a message with one of everything', () => {
    expect(findProblems(good)).toEqual([]);
    expect(findProblems([textDisplay('x'.repeat(4000))])).toEqual([]);
    expect(findProblems(Array.from({ length: 40 }, () => textDisplay('x')))).toEqual([]);
  });

  it.each<readonly [string, Components, RegExp]>([
    ['nothing', [], /empty/],
    ['41 components', Array.from({ length: 41 }, () => textDisplay('x')), /41 components/],
    [
      '41 components, nested',
      [
        container(
          Array.from({ length: 40 }, () => textDisplay('x')),
          0,
        ),
      ],
      /41 components/,
    ],
    ['4,001 characters', [textDisplay('字'.repeat(4001))], /4001 characters/],
    ['two texts of 4,000', [textDisplay('x'.repeat(4000)), textDisplay('y'.repeat(4000))], /8000/],
    ['characters in a section', [section('x'.repeat(4001), share('a'))], /4001/],
    ['an empty text', [textDisplay('')], /an empty text/],
    ['a text of spaces', [textDisplay(' \n ')], /an empty text/],
    ['half a character', [textDisplay('a\ud83d')], /half a character/],
    ['two controls with one id', [row([share('a'), share('a')])], /one id/],
    ['one id in a section and a row', [section('a', share('a')), row([share('a')])], /one id/],
    ['an empty row', [row([])], /an empty row/],
    ['six buttons', [row([...'abcdef'].map(share))], /over 5 buttons/],
    ['a select beside a button', [row([share('a'), select('p', { kind: 'open' }, options(1))])], /beside/],
    [
      'two selects',
      [
        row([
          select('p', { kind: 'open' }, options(1)),
          select('p', { kind: 'latest', page: 0, sourceKey: '' }, options(1)),
        ]),
      ],
      /beside/,
    ],
    ['a section without text', sectionOf(0), /section/],
    ['a section of four texts', sectionOf(4), /section/],
    ['an empty container', [container([], 0)], /empty container/],
    ['a button without a label', rawButton({ label: '' }), /label of 0/],
    ['a label of 81 characters', rawButton({ label: 'x'.repeat(81) }), /label of 0 or over 80/],
    ['an id of 101 characters', rawButton({ custom_id: 'x'.repeat(101) }), /id of 0/],
    ['no id', rawButton({ custom_id: undefined }), /id of 0/],
    ['a link without an address', rawButton({ style: ButtonStyle.Link, url: undefined }), /link of 0/],
    [
      'a link of 513 characters',
      rawButton({ style: ButtonStyle.Link, url: 'x'.repeat(513) }),
      /link of 0 or over 512/,
    ],
    ['26 options', rawSelect({ options: options(26) }), /over 25 options/],
    ['no options', rawSelect({ options: [] }), /0 or over 25 options/],
    ['two options with one value', rawSelect({ options: [...options(1), ...options(1)] }), /one value/],
    ['an option without a label', rawSelect({ options: [{ label: '', value: 'v' }] }), /an option/],
    [
      'an option of 101 characters',
      rawSelect({ options: [{ label: 'x'.repeat(101), value: 'v' }] }),
      /an option/,
    ],
    [
      'a value of 101 characters',
      rawSelect({ options: [{ label: 'x', value: 'v'.repeat(101) }] }),
      /an option/,
    ],
    [
      'a description of 101 characters',
      rawSelect({ options: [{ label: 'x', value: 'v', description: 'd'.repeat(101) }] }),
      /an option/,
    ],
    ['a placeholder of 151 characters', rawSelect({ placeholder: 'x'.repeat(151) }), /placeholder/],
    ['a select with a long id', rawSelect({ custom_id: 'x'.repeat(101) }), /id of 0/],
  ])('finds %s', (_, components, problem) => {
    expect(findProblems(components).join('; ')).toMatch(problem);
  });
});

describe('finishPayload', () => {
  it('pings nobody, whatever is in it', () => {
    const payload = finishPayload(good);
    expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
    expect(payload.flags).toBe(MessageFlags.IsComponentsV2);
  });

  it('names every problem at once', () => {
    const make = () => finishPayload([textDisplay(''), row([])]);
    expect(make).toThrow(PayloadError);
    expect(make).toThrow('an empty text; an empty row');
  });
});

describe('components', () => {
  it('shorten their labels, leave out what is more than 25, and take no empty label', () => {
    const long = '👩‍👩‍👧'.repeat(60);
    expect(button(long, { kind: 'open' })).toMatchObject({ label: expect.stringMatching(/…$/) as string });
    const made = select(long, { kind: 'open' }, [{ label: '\u200b', value: 'v' }, ...options(40)]);
    expect(made.options).toHaveLength(25);
    expect(made.options[0]?.label).toBe('—');
    expect(findProblems([row([made])])).toEqual([]);
  });

  it.each([
    ['https://a.example/路', 'https://a.example/%E8%B7%AF'],
    ['HTTP://A.EXAMPLE', 'http://a.example/'],
    ['javascript:alert(1)', null],
    ['https://u:p@a.example/', null],
    ['ftp://a.example/', null],
    ['//a.example', null],
    ['', null],
    [`https://a.example/${'x'.repeat(500)}`, null],
  ])('take %s as the web address %s', (url, address) => {
    expect(webAddress(url)).toBe(address);
    expect(linkButton('Original', url) === null).toBe(address === null);
  });
});

describe('textOf', () => {
  it('finds the text with an id, however deep', () => {
    expect(textOf(good, 1)).toBe('青崖大桥');
    expect(textOf([container([textDisplay('inner', 7)], 0)], 7)).toBe('inner');
    expect(textOf(good, 9)).toBeUndefined();
    expect(textOf([null, 3, { type: 1, id: 1, content: 'a row' }], 1)).toBeUndefined();
  });
});
