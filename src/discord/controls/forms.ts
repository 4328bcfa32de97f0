import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { UserError } from '../../errors.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { renderSettingsForm, settingsFields, submitSettings } from '../desk/settings.ts';
import { messagesOf } from '../messages/locales.ts';
import { wrongReasons } from '../messages/messages.ts';
import type { ControlId } from '../render/custom-id.ts';
import { reasonField, renderFeedbackForm } from '../render/feedback-form.ts';
import { judge } from './controls.ts';

/** What was filled into a form: field → what was typed, or chosen first. */
export type Fields = ReadonlyMap<string, string>;

/** The form that a control opens; null where it opens none. */
export function formOf(id: ControlId, asker: Asker): APIModalInteractionResponseCallbackData | null {
  if (id.kind === 'wrong') return renderFeedbackForm(id.answerId, messagesOf(asker.locale));
  return id.kind === 'settings-form' ? renderSettingsForm(asker) : null;
}

/** What sending a form shows. @throws UserError `answer-forgotten` for a form that is none of ours */
export async function submitForm(id: ControlId, fields: Fields, asker: Asker, bot: Bot): Promise<Reply> {
  if (id.kind === 'wrong') {
    const reason = wrongReasons.find((known) => known === fields.get(reasonField)) ?? 'other';
    return judge({ answerId: id.answerId, verdict: 'wrong', reason }, asker, bot);
  }
  if (id.kind !== 'settings-form') throw new UserError('answer-forgotten');
  const timeZone = fields.get(settingsFields.timeZone) ?? '';
  const cooldown = fields.get(settingsFields.cooldown) ?? '';
  return submitSettings({ timeZone, cooldown }, asker, bot);
}
