import { ComponentType } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { wrongReasons } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { writeControlId } from './custom-id.ts';
import { plainShort } from './escape.ts';

/** The id of the field that holds the reason. */
export const reasonField = 'reason';

/** The form that asks what is wrong with an answer. */
export function renderFeedbackForm(
  answerId: string,
  { feedback }: Messages,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeControlId({ kind: 'wrong', answerId }),
    title: plainShort(feedback.modalTitle, 45),
    components: [
      {
        type: ComponentType.Label,
        label: plainShort(feedback.modalQuestion, 45),
        component: {
          type: ComponentType.StringSelect,
          custom_id: reasonField,
          required: true,
          options: wrongReasons.map((reason) => ({
            value: reason,
            label: plainShort(feedback.reasons[reason], 100),
          })),
        },
      },
    ],
  };
}
