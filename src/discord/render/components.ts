import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APISectionComponent,
  APISeparatorComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { writeControlId } from './custom-id.ts';
import type { ControlId } from './custom-id.ts';
import { plainShort } from './escape.ts';
import { limits } from './payload-rules.ts';

/** @param id lets the text be found again in the message, 1 or more */
export function textDisplay(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) };
}

/** A box around components; the colour of its edge is 0xRRGGBB. */
export function container(
  components: readonly APIComponentInContainer[],
  colour: number,
): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: colour, components: [...components] };
}

/** A thin line. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** A text with a button at its side. */
export function section(content: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [textDisplay(content)], accessory };
}

/** A row of up to five buttons. */
export function row(
  components: readonly APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}

/** A button that does something here. */
export function button(
  label: string,
  id: ControlId,
  options: { readonly isDisabled?: boolean; readonly isPrimary?: boolean } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: options.isPrimary === true ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: plainShort(label, limits.labelUnits),
    custom_id: writeControlId(id),
    ...(options.isDisabled === true ? { disabled: true } : {}),
  };
}

/** A button that opens a web page; null where Discord would not take the address. */
export function linkButton(label: string, url: string | null): APIButtonComponent | null {
  const address = url === null ? null : webAddress(url);
  if (address === null) return null;
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: plainShort(label, limits.labelUnits),
    url: address,
  };
}

/** An http(s) address as it may be linked to; null for anything else. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href, username, password } = new URL(url);
  const isPlain = /^https?:$/.test(protocol) && username === '' && password === '';
  return isPlain && href.length <= limits.urlUnits ? href : null;
}

/** A list to choose one from; more than 25 are left out. */
export function select(
  placeholder: string,
  id: ControlId,
  options: readonly { readonly label: string; readonly value: string; readonly description?: string }[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: writeControlId(id),
    placeholder: plainShort(placeholder, limits.placeholderUnits),
    options: options.slice(0, limits.selectOptions).map(({ label, value, description }) => ({
      label: plainShort(label, limits.optionUnits) || '—',
      value,
      ...(description === undefined || description === ''
        ? {}
        : { description: plainShort(description, limits.optionUnits) }),
    })),
  };
}
