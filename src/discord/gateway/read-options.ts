import type { AutocompleteInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Fields } from '../controls/forms.ts';
import type { Attachment, Options } from '../commands/command.ts';
import { readValues } from '../commands/read-values.ts';
import type { AskInteraction } from './send.ts';

/** What was typed into a command. */
export function readOptions(interaction: AskInteraction): Options {
  const typed = new Map<string, unknown>();
  const files = new Map<string, Attachment>();
  let subcommand: string | null = null;
  for (const { name, value, options, attachment } of interaction.options.data) {
    if (options === undefined) {
      typed.set(name, value);
      if (attachment) files.set(name, attachment);
      continue;
    }
    subcommand = name;
    for (const inner of options) {
      typed.set(inner.name, inner.value);
      if (inner.attachment) files.set(inner.name, inner.attachment);
    }
  }
  return {
    subcommand,
    ...readValues(typed),
    attachment: (name) => files.get(name) ?? null,
    messageText: interaction.isMessageContextMenuCommand() ? interaction.targetMessage.content : null,
  };
}

/** The option that is being typed. */
export function readTyped(interaction: AutocompleteInteraction): {
  readonly name: string;
  readonly value: string;
} {
  const { name, value } = interaction.options.getFocused(true);
  return { name, value: value.slice(0, 100) };
}

/** What was filled into a form; of a list, what was chosen first. */
export function readFields(interaction: ModalSubmitInteraction): Fields {
  const filled: [string, string][] = [];
  for (const [id, field] of interaction.fields.fields) {
    if ('value' in field && typeof field.value === 'string') filled.push([id, field.value]);
    else if ('values' in field) filled.push([id, field.values[0] ?? '']);
  }
  return new Map(filled);
}
